"""Chart -> the shapes of a drawing that is as wide as its place; its words keep their size.

Places across are in hundredths of the width, places down in ems of the drawing's letters.
"""

from dataclasses import dataclass, field
from itertools import pairwise

from planc.model.paper import Chart

_ROW = 3.4  # from one lying bar to the next, with the name of the next above it
_BAR = 1.6
_RISE = 9.0  # how high the highest column or point stands
_WIDEST = 14.0  # how wide a column is at most
_TOP = 1.6  # room for the number over it
_LINE = 1.2  # from one line of words to the next
_LETTERS = 42  # as many as go beside each other on a narrow telephone
_LEAST = (3.0, 1.2)  # the width and the height in which a number can be read


@dataclass(frozen=True, slots=True)
class Box:
    """A bar or a column, or a part of one."""

    x: float
    y: float
    width: float
    height: float
    series: int


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line from one point of a line chart to the next."""

    x1: float
    y1: float
    x2: float
    y2: float
    series: int


@dataclass(frozen=True, slots=True)
class Point:
    """A point of a line chart."""

    x: float
    y: float
    series: int


@dataclass(frozen=True, slots=True)
class Words:
    """Words in lines, the first of which stands on `y`: with its start at `x`, or its middle.

    `series` is that of the box they stand in, or 0.
    """

    x: float
    y: float
    lines: tuple[str, ...]
    series: int = 0
    middle: bool = True


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart drawn. `series` count from 1, in the order of the key."""

    height: float
    boxes: list[Box] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)
    points: list[Point] = field(default_factory=list)
    words: list[Words] = field(default_factory=list)


def drawing(chart: Chart) -> Drawing:
    """The chart, stacked where bars or columns have several series."""
    return {"bars": _bars, "columns": _columns, "line": _line}[chart.kind](chart)


def _bars(chart: Chart) -> Drawing:
    drawn = Drawing(_em(len(chart.categories) * _ROW))
    most = _most(chart)
    for row, name in enumerate(chart.categories):
        top = row * _ROW
        drawn.words.append(Words(0, _em(top + 1), (name,), middle=False))
        x = 0.0
        for number, series in enumerate(chart.series, 1):
            width = series.values[row] * 100 / most
            box = Box(_em(x), _em(top + 1.4), _em(width), _BAR, number)
            _put(box, series.values[row], drawn)
            x += width
    return drawn


def _columns(chart: Chart) -> Drawing:
    drawn = _standing(chart)
    most = _most(chart)
    slot = 100 / len(chart.categories)
    width = min(0.6 * slot, _WIDEST)
    for column in range(len(chart.categories)):
        y = _TOP + _RISE
        for number, series in enumerate(chart.series, 1):
            height = series.values[column] * _RISE / most
            y -= height
            left = (column + 0.5) * slot - width / 2
            box = Box(_em(left), _em(y), _em(width), _em(height), number)
            _put(box, series.values[column], drawn, over=len(chart.series) == 1)
    return drawn


def _line(chart: Chart) -> Drawing:
    drawn = _standing(chart)
    most = max(value for series in chart.series for value in series.values) or 1
    slot = 100 / len(chart.categories)
    for number, series in enumerate(chart.series, 1):
        points = [
            Point(_em((n + 0.5) * slot), _em(_TOP + _RISE - value * _RISE / most), number)
            for n, value in enumerate(series.values)
        ]
        drawn.points.extend(points)
        drawn.strokes.extend(Stroke(a.x, a.y, b.x, b.y, number) for a, b in pairwise(points))
        for point, value in zip(points, series.values, strict=True):
            drawn.words.append(Words(point.x, _em(point.y - 0.6), (f"{value:g}",)))
    return drawn


def _standing(chart: Chart) -> Drawing:
    """The names of the categories side by side, a word a line, under room for what stands there.

    Every other one stands lower where they would touch on a telephone.
    """
    names = [tuple(name.split()) for name in chart.categories]
    lines = max(map(len, names))
    longest = max(len(word) for name in names for word in name)
    step = lines * _LINE if longest * len(names) > _LETTERS and len(names) > 1 else 0
    foot = _TOP + _RISE + _LINE
    words = [
        Words(_em((n + 0.5) * 100 / len(names)), _em(foot + n % 2 * step), name)
        for n, name in enumerate(names)
    ]
    return Drawing(_em(foot + step + _LINE * (lines - 0.6)), words=words)


def _most(chart: Chart) -> float:
    """The sum of the longest bar."""
    bars = zip(*(series.values for series in chart.series), strict=True)
    return max(map(sum, bars), default=0) or 1


def _put(box: Box, value: float, drawn: Drawing, *, over: bool = False) -> None:
    """A part of a bar, its number over it, or in it if there is room; nothing for nought."""
    if not value:
        return
    drawn.boxes.append(box)
    x = _em(box.x + box.width / 2)
    if over:
        drawn.words.append(Words(x, _em(box.y - 0.4), (f"{value:g}",)))
    elif box.width >= _LEAST[0] and box.height >= _LEAST[1]:
        y = _em(box.y + box.height / 2 + 0.35)
        drawn.words.append(Words(x, y, (f"{value:g}",), box.series))


def _em(number: float) -> float:
    """Fine enough for any screen; and the same on every machine."""
    return round(number, 2)
