"""Chart -> DrawingML, in colours that tell its series apart.

XlsxWriter draws it in a workbook that is thrown away: only the chart is kept, with the numbers it
shows and nothing that could be opened behind it.
"""

import zipfile
from io import BytesIO
from typing import Any

import xlsxwriter

from planc.formats.word.colour import DRAWN, INK, TEXT, WHITE, contrast
from planc.model.paper import Chart

_SHEET = "Numbers"
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
_FONT = {"name": "Arial", "size": 10, "color": f"#{INK}"}
_AXIS = "#767676"


def drawing(chart: Chart, colours: tuple[str, str, str]) -> bytes:
    """The chart part; the same bytes for the same chart.

    `colours` are those of the series: dark, light and between. A fourth is striped.
    """
    workbook_file = BytesIO()
    with xlsxwriter.Workbook(workbook_file, {"in_memory": True}) as workbook:
        sheet = workbook.add_worksheet(_SHEET)
        sheet.write_row(0, 1, [series.name for series in chart.series])
        sheet.write_column(1, 0, chart.categories)
        for column, series in enumerate(chart.series, 1):
            sheet.write_column(1, column, series.values)
        drawn = workbook.add_chart(_KINDS[chart.kind])
        for column in range(1, len(chart.series) + 1):
            drawn.add_series(_series(chart, column, colours))
        _form(drawn, chart)
        sheet.insert_chart(0, len(chart.series) + 2, drawn)
    with zipfile.ZipFile(workbook_file) as package:
        part = package.read("xl/charts/chart1.xml")
    return part.replace(b'"en-US"', b'"en-GB"').replace(_SHOW, _SHOW_ONLY)


_KINDS = {
    "bars": {"type": "bar", "subtype": "stacked"},
    "columns": {"type": "column", "subtype": "stacked"},
    "line": {"type": "line"},
}


def _series(chart: Chart, column: int, colours: tuple[str, str, str]) -> dict[str, Any]:
    last, dark = len(chart.categories), f"#{colours[0]}"
    label: dict[str, Any] = {"value": True}
    ink = INK
    if chart.kind == "line":
        line = f"#{(colours[0], colours[2])[(column - 1) % 2]}"  # a light line is not seen
        look: dict[str, Any] = {
            "line": {"color": line, "width": 2.25, "dash_type": _DASHES[(column - 1) // 2 % 2]},
            "marker": {"type": "circle", "size": 7, "fill": {"color": line}},
        }
        label["position"] = "above"
    elif column <= len(colours):
        fill = colours[column - 1]
        edge = f"#{fill}" if contrast(fill, WHITE) >= DRAWN else dark
        look = {"fill": {"color": f"#{fill}"}, "border": {"color": edge}, "gap": 50}
        ink = WHITE if contrast(fill, WHITE) >= TEXT else INK
    else:
        stripes = {"pattern": "wide_upward_diagonal", "fg_color": dark, "bg_color": f"#{WHITE}"}
        look = {"pattern": stripes, "border": {"color": dark}, "gap": 50}
        label["fill"] = {"color": f"#{WHITE}"}
    if chart.kind != "line":
        label["num_format"] = "0;;"  # a nought is not written
    label["font"] = {**_FONT, "color": f"#{ink}", "bold": True}
    return {
        "name": [_SHEET, 0, column],
        "categories": [_SHEET, 1, 0, last, 0],
        "values": [_SHEET, 1, column, last, column],
        "data_labels": label,
        **look,
    }


_DASHES = ("solid", "dash")


def _form(drawn: Any, chart: Chart) -> None:
    names: dict[str, Any] = {"num_font": _FONT, "line": {"color": _AXIS}}
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
