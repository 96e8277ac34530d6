"""Chart -> DrawingML, in colours of the document's theme.

XlsxWriter draws it in a workbook that is thrown away: only the chart is kept, with the numbers it
shows and nothing that could be opened behind it.
"""

import zipfile
from io import BytesIO
from typing import Any

import xlsxwriter
from xlsxwriter.color import Color

from planc.model.paper import Chart

_SHEET = "Numbers"
_FILLS = (
    4,
    6,
    5,
)  # accents 1, 3 and 2: dark, light, and dark of another hue; greys tell them apart
_LIGHT = (6,)
# what is not forbidden is shown by some readers, such as the category beside each number
_SHOW = b'<c:showVal val="1"/>'
_SHOW_ONLY = (
    b'<c:showLegendKey val="0"/>'
    + _SHOW
    + b"".join(
        b'<c:show%s val="0"/>' % what
        for what in (b"CatName", b"SerName", b"Percent", b"BubbleSize")
    )
)
_FONT = {"name": "Arial", "size": 10}


def drawing(chart: Chart) -> bytes:
    """The chart part; the same bytes for the same chart."""
    made = BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as workbook:
        sheet = workbook.add_worksheet(_SHEET)
        sheet.write_row(0, 1, [series.name for series in chart.series])
        sheet.write_column(1, 0, chart.categories)
        for column, series in enumerate(chart.series, 1):
            sheet.write_column(1, column, series.values)
        drawn = workbook.add_chart(_KINDS[chart.kind])
        for column in range(1, len(chart.series) + 1):
            drawn.add_series(_series(chart, column))
        _form(drawn, chart)
        sheet.insert_chart(0, len(chart.series) + 2, drawn)
    with zipfile.ZipFile(made) as package:
        part = package.read("xl/charts/chart1.xml")
    return part.replace(b'"en-US"', b'"en-GB"').replace(_SHOW, _SHOW_ONLY)


_KINDS = {
    "bars": {"type": "bar", "subtype": "stacked"},
    "columns": {"type": "column", "subtype": "stacked"},
    "line": {"type": "line"},
}


def _series(chart: Chart, column: int) -> dict[str, Any]:
    fill, last = _FILLS[(column - 1) % len(_FILLS)], len(chart.categories)
    ink = "#1A1A1A" if fill in _LIGHT or chart.kind == "line" else "#FFFFFF"
    labels: dict[str, Any] = {"value": True, "font": {**_FONT, "color": ink, "bold": True}}
    if chart.kind == "line":
        look: dict[str, Any] = {
            "line": {"color": Color.theme(fill, 0), "width": 2.25},
            "marker": {"type": "circle", "size": 7, "fill": {"color": Color.theme(fill, 0)}},
        }
        labels["position"] = "above"
    else:
        look = {"fill": {"color": Color.theme(fill, 0)}, "gap": 50}
        labels["num_format"] = "0;;"  # a nought is not written
    return {
        "name": [_SHEET, 0, column],
        "categories": [_SHEET, 1, 0, last, 0],
        "values": [_SHEET, 1, column, last, column],
        "data_labels": labels,
        **look,
    }


def _form(drawn: Any, chart: Chart) -> None:
    names: dict[str, Any] = {"num_font": _FONT, "line": {"color": Color.theme(0, 4)}}
    values: dict[str, Any] = {"visible": False, "major_gridlines": {"visible": False}, "min": 0}
    if chart.kind == "bars":
        names["reverse"] = True  # the first category on top, as in the table
        names, values = values, names
    drawn.set_x_axis(names)
    drawn.set_y_axis(values)
    drawn.set_title({"none": True})
    drawn.set_chartarea({"border": {"none": True}, "fill": {"none": True}})
    if len(chart.series) > 1:
        drawn.set_legend({"position": "bottom", "font": _FONT})
    else:
        drawn.set_legend({"none": True})
