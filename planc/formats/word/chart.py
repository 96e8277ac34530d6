"""Chart -> DrawingML. Its figures stand in it, and nothing could be opened behind it."""

import datetime as dt
from collections.abc import Sequence
from xml.sax.saxutils import escape

from planc.formats.word.colour import INK
from planc.model.chart import Chart, Label, Series
from planc.model.tone import MEANINGS, Tone

_C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_QUIET = "595959"
_ACROSS = 540  # letters beside the key, times their size
_LINE = 0.16  # a line of words, as a share of its height
_ROOM = 1.2  # over the greatest value, for its figure
_MARGIN = 0.04  # at both sides, for half a figure
_MONTH = 30.4375
_NAME = 12  # letters of a month's name, with the space beside it


def drawing(chart: Chart, size: int) -> bytes:
    """The chart part, its words in so many points; the same bytes for the same chart."""
    labels = list(chart.labels(_ACROSS // size, _LINE))
    series = "".join(_series(number, one, labels, size) for number, one in enumerate(chart.series))
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<c:chartSpace xmlns:c="{_C}" xmlns:a="{_A}"><c:roundedCorners val="0"/>'
        '<c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/><c:scatterChart>'
        f'<c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>{series}'
        f'<c:axId val="1"/><c:axId val="2"/></c:scatterChart>{_axes(chart, size)}</c:plotArea>'
        f'<c:legend><c:legendPos val="r"/><c:overlay val="0"/>{_words(size)}</c:legend>'
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{_words(size)}</c:chartSpace>"
    ).encode()


# What stands on it


def _series(number: int, series: Series, labels: Sequence[Label], size: int) -> str:
    line, marker = _look(series)
    return (
        f'<c:ser><c:idx val="{number}"/><c:order val="{number}"/><c:tx><c:v>{escape(series.name)}'
        f"</c:v></c:tx><c:spPr>{line}</c:spPr>{marker}{_dots(series)}"
        f"{_labels(series, labels, size)}"
        f"<c:xVal>{_figures([_serial(one.day) for one in series.points])}</c:xVal>"
        f"<c:yVal>{_figures([one.value for one in series.points])}</c:yVal>"
        '<c:smooth val="0"/></c:ser>'
    )


def _dots(series: Series) -> str:
    """A dot at each point of the measured line that has no sign of a rating."""
    dot = _marker("circle", 5, INK)
    plain = [n for n, one in enumerate(series.points) if one.rating == Tone.PLAIN]
    return "".join(
        f'<c:dPt><c:idx val="{number}"/>{dot}<c:bubble3D val="0"/></c:dPt>'
        for number in plain
        if series.role == "measured"
    )


def _figures(values: list[float]) -> str:
    points = "".join(
        f'<c:pt idx="{n}"><c:v>{value:.15g}</c:v></c:pt>' for n, value in enumerate(values)
    )
    return (
        f"<c:numLit><c:formatCode>General</c:formatCode>"
        f'<c:ptCount val="{len(values)}"/>{points}</c:numLit>'
    )


def _labels(series: Series, labels: Sequence[Label], size: int) -> str:
    """The figures as the plan has them, beside their points."""
    shown = "".join(
        f'<c:dLbl><c:idx val="{label.number}"/><c:tx><c:rich><a:bodyPr/><a:p><a:r>'
        f"{_letters(size, bold=True)}<a:t>{escape(series.points[label.number].text)}</a:t></a:r>"
        "</a:p></c:rich></c:tx>"
        f'<c:dLblPos val="{"b" if label.below else "t"}"/>{_SHOWN}</c:dLbl>'
        for label in sorted(labels, key=lambda label: label.number)
        if label.series == series.name
    )
    return f"<c:dLbls>{shown}{_HIDDEN}</c:dLbls>" if shown else ""


def _shows(value: int) -> str:
    names = ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")
    return "".join(f'<c:show{name} val="{value if name == "Val" else 0}"/>' for name in names)


_SHOWN, _HIDDEN = _shows(1), _shows(0)


# How it looks


def _line(colour: str, points: float, dash: str = "solid") -> str:
    return (
        f'<a:ln w="{round(points * 12700)}" cap="rnd"><a:solidFill><a:srgbClr val="{colour}"/>'
        f'</a:solidFill><a:prstDash val="{dash}"/><a:round/></a:ln>'
    )


_NO_LINE = '<a:ln w="19050"><a:noFill/></a:ln>'
_NO_MARKER = '<c:marker><c:symbol val="none"/></c:marker>'


def _marker(symbol: str, size: int, colour: str) -> str:
    return (
        f'<c:marker><c:symbol val="{symbol}"/><c:size val="{size}"/><c:spPr><a:solidFill>'
        f'<a:srgbClr val="{colour}"/></a:solidFill><a:ln w="15875"><a:solidFill>'
        f'<a:srgbClr val="{colour}"/></a:solidFill></a:ln></c:spPr></c:marker>'
    )


def _look(series: Series) -> tuple[str, str]:
    """The line of a series, and the marker of its points."""
    match series.role:
        case "measured":
            return _line(INK, 2.25), _NO_MARKER
        case "target":
            return _line(_QUIET, 1.5, "dash"), _NO_MARKER
        case "start":
            return _NO_LINE, _marker("dash", 9, _QUIET)
        case "rating":
            meaning = MEANINGS[series.tone]
            return _NO_LINE, _marker(meaning.sign or "circle", 10, meaning.light.line)


def _letters(size: int, *, bold: bool = False, name: str = "rPr") -> str:
    return (
        f'<a:{name} lang="en-GB" sz="{100 * size}" b="{int(bold)}"><a:solidFill>'
        f'<a:srgbClr val="{INK}"/></a:solidFill></a:{name}>'
    )


def _words(size: int) -> str:
    defaults = _letters(size, name="defRPr").replace(' lang="en-GB"', "")
    return (
        f'<c:txPr><a:bodyPr/><a:p><a:pPr>{defaults}</a:pPr><a:endParaRPr lang="en-GB"/></a:p>'
        "</c:txPr>"
    )


# Its axes


def _axes(chart: Chart, size: int) -> str:
    """Months along the foot; values have figures of their own, and so no axis that is seen."""
    first, last = chart.days
    margin = max((last - first).days, 1) * _MARGIN
    start = first - dt.timedelta(margin)
    # where it starts a month is named, in the middle of it: no rounding takes that to another
    start = start.replace(day=15) if start.day >= 15 else start.replace(day=1) - dt.timedelta(15)
    step = chart.months_apart(_ACROSS // size // _NAME) * _MONTH
    least, most = chart.values
    return (
        f'<c:valAx><c:axId val="1"/>{_scale(_serial(start), _serial(last) + margin)}'
        '<c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="mmm\\ yyyy" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f'<c:spPr>{_line(_QUIET, 0.75)}</c:spPr>{_words(size)}<c:crossAx val="2"/>'
        f'<c:crosses val="min"/><c:crossBetween val="midCat"/><c:majorUnit val="{step:.15g}"/>'
        "</c:valAx>"
        f'<c:valAx><c:axId val="2"/>{_scale(least, least + (most - least) * _ROOM)}'
        '<c:delete val="1"/><c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="none"/>'
        '<c:crossAx val="1"/><c:crosses val="min"/><c:crossBetween val="midCat"/></c:valAx>'
    )


def _scale(least: float, most: float) -> str:
    return (
        f'<c:scaling><c:orientation val="minMax"/><c:max val="{most:.15g}"/>'
        f'<c:min val="{least:.15g}"/></c:scaling>'
    )


def _serial(day: dt.date) -> int:
    """A day as spreadsheets count them."""
    return (day - dt.date(1899, 12, 30)).days
