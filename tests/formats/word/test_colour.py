"""Text keeps 4.5:1 and what charts are made of 3:1, whatever the theme of a force."""

import re
from dataclasses import replace
from typing import Any

import pytest

from planc.formats.docx import emit
from planc.formats.word.colour import contrast, mended, resolved, series_colours
from planc.formats.word.house_style import read
from planc.model.paper import Chart, ChartKind, Series
from tests.formats.every_block import every_block
from tests.formats.house_files import (
    STYLES,
    THEME,
    edited,
    ejected,
    opened,
    packed,
    paper_in,
    parts_of,
    remarks,
)

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_WHITE = "FFFFFF"
THEMES = {
    "planc": ("1F3864", "9C2A10", "B9C9E2"),
    "Office 2013": ("5B9BD5", "ED7D31", "A5A5A5"),
    "Office 2023": ("156082", "E97132", "196B24"),
    "white": (_WHITE, _WHITE, _WHITE),
    "black": ("000000", "000000", "000000"),
    "yellow": ("FFFF00", "FFFF99", "FFFFCC"),
    "one blue": ("0000FF", "0000FF", "0000FF"),
    "greys": ("7F7F7F", "808080", "818181"),
    "red and green": ("FF0000", "00FF00", "FF0000"),
}


def _house(accents: tuple[str, str, str]) -> bytes:
    parts = ejected()
    text = parts[THEME].decode()
    for number, colour in enumerate(accents, 1):
        text = re.sub(rf"(<a:accent{number}><a:srgbClr val=)\"\w+\"", rf'\1"{colour}"', text)
    parts[THEME] = text.encode()
    return packed(parts)


@pytest.mark.parametrize("name", THEMES)
def test_the_series_of_a_chart_are_told_apart_whatever_the_theme(name: str) -> None:
    dark, light, middle = read(_house(THEMES[name])).series
    pairs = ((dark, light), (dark, middle), (light, middle))
    assert min(contrast(*pair) for pair in pairs) >= 3
    assert contrast(dark, _WHITE) >= 4.5
    assert contrast(middle, _WHITE) >= 4.5  # its numbers are white
    assert contrast(light, "1A1A1A") >= 4.5


def _chart(kind: ChartKind, house: bytes) -> Any:
    four = tuple(Series(name, (3.0, 2.0)) for name in ("Live", "Late", "Done", "Withdrawn"))
    paper = replace(every_block(), blocks=(Chart(kind, "How they stand", ("A", "B"), four),))
    return parts_of(emit(paper, house))["word/charts/chart1.xml"]


@pytest.mark.parametrize("kind", ["bars", "columns"])
@pytest.mark.parametrize("name", ["planc", "Office 2013", "white"])
def test_a_bar_has_an_edge_and_its_number_is_read(kind: ChartKind, name: str) -> None:
    chart = _chart(kind, _house(THEMES[name]))
    looks = []
    for series in chart.iter(f"{_C}ser"):
        fill = series.find(f"{_C}spPr/{_A}solidFill/{_A}srgbClr")
        edge = series.find(f"{_C}spPr/{_A}ln/{_A}solidFill/{_A}srgbClr").get("val")
        words = series.find(f".//{_C}dLbls//{_A}solidFill/{_A}srgbClr").get("val")
        behind = _WHITE if fill is None else fill.get("val")
        assert contrast(edge, _WHITE) >= 3
        looks.append(behind if fill is not None else "striped")
        if fill is not None:
            assert contrast(words, behind) >= 4.5
    assert len(set(looks)) == 4
    assert looks[3] == "striped"
    assert not list(chart.iter(f"{_A}schemeClr"))  # the words of axes and key too
    inks = {e.get("val") for e in chart.find(f".//{_C}catAx").iter(f"{_A}srgbClr")}
    assert min(contrast(ink, _WHITE) for ink in inks) >= 4.5


def test_lines_are_seen_on_the_page_and_told_apart() -> None:
    chart = _chart("line", b"")
    lines = [series.find(f"{_C}spPr/{_A}ln") for series in chart.iter(f"{_C}ser")]
    looks = [
        (line.find(f"{_A}solidFill/{_A}srgbClr").get("val"), line.find(f"{_A}prstDash"))
        for line in lines
    ]
    assert min(contrast(colour, _WHITE) for colour, _ in looks) >= 3
    assert len({(colour, dash is not None and dash.get("val")) for colour, dash in looks}) == 4


def _colour_of(house: bytes, style: str) -> str:
    return str(opened(paper_in(house)).styles[style].font.color.rgb)


def test_a_colour_that_is_inherited_counts() -> None:
    pale = '<w:style w:type="paragraph" w:styleId="Pale"><w:name w:val="Pale"/><w:rPr>'
    pale += '<w:color w:val="BBBBBB"/></w:rPr></w:style></w:styles>'
    parts = ejected()
    text = parts[STYLES].decode().replace("</w:styles>", pale)
    head = '<w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>'
    text = text.replace(head, head.replace("Normal", "Pale"))
    parts[STYLES] = text.replace('<w:color w:val="1F3864"/><w:sz w:val="28"/>', "").encode()
    house = packed(parts)
    assert "Heading 1 (#BBBBBB, 1.9:1, now #767676)" in remarks(house)
    assert _colour_of(house, "Heading 1") == "767676"


@pytest.mark.parametrize(
    ("colour", "told"),
    [
        ('w:val="auto"', ""),
        ('w:val="777777"', "TableText"),  # it will do on white, and not on what lies behind cells
        ('w:val="000000" w:themeColor="background1"', "Normal (#FFFFFF, 1.0:1"),
        ('w:val="000000" w:themeColor="accent1" w:themeTint="33"', "Normal (#"),
        ('w:val="FFFFFF" w:themeColor="accent1"', ""),
        ('w:val="FFFFFF" w:themeColor="accent3" w:themeShade="40"', ""),
    ],
)
def test_the_colour_of_the_text_counts_on_all_that_lies_behind_it(colour: str, told: str) -> None:
    house = edited(STYLES, '<w:color w:val="1A1A1A"/><w:sz w:val="22"/>', f"<w:color {colour}/>")
    pale = [line for line in remarks(house).split("\n") if "too pale" in line]
    assert told in "".join(pale)
    assert bool(pale) == bool(told)
    document = opened(paper_in(house))
    theme = {"lt1": _WHITE, "accent1": "1F3864", "accent3": "B9C9E2"}
    for style, behind in (("Normal", _WHITE), ("TableText", "F6CFCF"), ("Callout", "EEF3FB")):
        found = None
        base = document.styles[style]
        while base is not None and found is None:
            found = base.element.find(f".//{_W}rPr/{_W}color")
            base = base.base_style
        if found is None:
            found = document.styles.element.find(f".//{_W}rPrDefault//{_W}color")
        attributes = {key.rpartition("}")[2]: text for key, text in found.items()}
        assert contrast(resolved(attributes, theme) or "1A1A1A", behind) >= 4.5


_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def test_text_on_a_shade_of_the_force_s_own_counts() -> None:
    box = '<w:shd w:val="clear" w:color="auto" w:fill="EEF3FB"/>'
    house = edited(STYLES, box, box.replace("EEF3FB", "1F3864"))
    assert "Callout (#1A1A1A" in remarks(house)
    assert contrast(_colour_of(house, "Callout"), "1F3864") >= 4.5


def test_small_text_is_printed_in_eight_points() -> None:
    house = edited(STYLES, '<w:sz w:val="22"/>', '<w:sz w:val="2"/>')
    assert "Text smaller than 8 points is printed in 8 points: Normal" in remarks(house)
    assert opened(paper_in(house)).styles["Normal"].font.size.pt == 8


@pytest.mark.parametrize("colour", ["AAAAAA", _WHITE, "FFFF00", "4F81BD"])
def test_a_mended_colour_is_the_nearest_that_will_do(colour: str) -> None:
    better = mended(colour, {_WHITE}, 4.5)
    assert 4.5 <= contrast(better, _WHITE) < 4.8
    assert series_colours((better, better, better))
