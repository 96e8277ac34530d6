"""Chart -> the shapes of a drawing that is as wide as its place; its words keep their size.

Places across are in hundredths of the width, places down in ems of the drawing's letters.
"""

import datetime as dt
from dataclasses import dataclass, field
from itertools import pairwise

from planc.model.chart import Chart, Reading, Series, name_of
from planc.model.tone import MEANINGS, Tone

_RISE = 8.0  # how high the greatest value stands
_TOP = 1.8  # room for the figure over it
_FOOT = 1.3  # room under nought, for the figure of a target
_LINE = 1.2  # from one line of words to the next
_LETTERS = 42  # as many as go beside each other on a narrow telephone
_SIDES = 6.0  # at both sides, for half a figure


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line, solid or dashed as its `kind` says: measured, target or foot."""

    x1: float
    y1: float
    x2: float
    y2: float
    kind: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A sign at a point, in the colour of its tone."""

    x: float
    y: float
    sign: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Words:
    """Words in lines, the first of which stands on `y`, with their middle at `x`."""

    x: float
    y: float
    lines: tuple[str, ...]
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the key: a line or a sign, and what it means."""

    name: str
    sign: str
    tone: Tone = Tone.PLAIN

    @property
    def is_line(self) -> bool:
        """Whether it is a line that has no sign."""
        return self.sign in ("measured", "target")


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart drawn."""

    height: float
    strokes: list[Stroke] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    words: list[Words] = field(default_factory=list)
    key: list[Entry] = field(default_factory=list)


def drawing(chart: Chart) -> Drawing:
    """The chart, over the names of its months."""
    foot = _em(_TOP + _RISE + _FOOT)
    drawn = Drawing(_em(foot + 2.6 * _LINE), [Stroke(0, foot, 100, foot, "foot")])
    for month in chart.months(_LETTERS // 9):
        drawn.words.append(Words(_across(chart, month), _em(foot + _LINE), name_of(month)))
    for series in chart.series:
        _draw(series, [_at(chart, one) for one in series.points], drawn)
    points = {series.name: series.points for series in chart.series}
    for label in chart.labels(_LETTERS, 1.3 / _RISE):
        reading = points[label.series][label.number]
        x, y = _at(chart, reading)
        lines = tuple(reading.text.split(" ")) if label.below else (reading.text,)
        drawn.words.append(Words(x, _em(y + 1.2 if label.below else y - 0.6), lines, strong=True))
    return drawn


def _draw(series: Series, places: list[tuple[float, float]], drawn: Drawing) -> None:
    """The lines and signs of a series, and its entry in the key."""
    meaning = MEANINGS.get(series.tone)
    sign = {"start": "start", "rating": meaning.sign if meaning else None}.get(series.role)
    if sign is None:
        drawn.strokes.extend(Stroke(*one, *next_, series.role) for one, next_ in pairwise(places))
    for place, reading in zip(places, series.points, strict=True):
        is_plain = series.role == "measured" and reading.rating == Tone.PLAIN
        if sign or is_plain:
            drawn.marks.append(Mark(*place, sign or "dot", series.tone))
    drawn.key.append(Entry(series.name, sign or series.role, series.tone))


def _at(chart: Chart, reading: Reading) -> tuple[float, float]:
    return _across(chart, reading.day), _em(_TOP + _RISE * (1 - chart.up(reading.value)))


def _across(chart: Chart, day: dt.date) -> float:
    return _em(_SIDES + (100 - 2 * _SIDES) * chart.across(day))


def _em(number: float) -> float:
    """Fine enough for any screen; and the same on every machine."""
    return round(number, 2)
