"""Text keeps 4.5:1 and what charts are made of 3:1, whatever the theme of a force."""

import re
from dataclasses import replace

import pytest

from planc.formats.docx import emit
from planc.formats.word.colour import contrast, mended, resolved
from planc.model.tone import MEANINGS, Tone
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
def test_a_colour_means_the_same_whatever_the_theme(name: str) -> None:
    parts = parts_of(emit(every_block(), _house(THEMES[name])))
    chart = parts["word/charts/chart1.xml"]
    assert not list(chart.iter(f"{_A}schemeClr"))
    drawn = {
        series.findtext(f"{_C}tx/{_C}v"): series.find(f"{_C}marker//{_A}srgbClr")
        for series in chart.iter(f"{_C}ser")
    }
    ratings = {tone for tone, meaning in MEANINGS.items() if meaning.sign}
    assert {name: drawn[name].get("val") for name in drawn if name.startswith("Rated")} == {
        f"Rated {tone}": MEANINGS[tone].light.line for tone in ratings
    }
    fills = {e.get(f"{_W}fill") for e in parts["word/document.xml"].iter(f"{_W}shd")}
    assert fills == {MEANINGS[Tone.AMBER].light.fill}


def test_what_a_chart_is_made_of_is_seen_on_the_page_and_its_words_are_read() -> None:
    chart = parts_of(emit(every_block()))["word/charts/chart1.xml"]
    for words in chart.iter(f"{_A}rPr", f"{_A}defRPr"):
        assert contrast(words.find(f".//{_A}srgbClr").get("val"), _WHITE) >= 4.5
    colours = {e.get("val") for e in chart.iter(f"{_A}srgbClr")}
    assert len(colours) == 6
    assert min(contrast(colour, _WHITE) for colour in colours) >= 3


@pytest.mark.parametrize("tone", MEANINGS)
def test_a_meaning_is_read_on_its_fill_and_told_from_the_others(tone: Tone) -> None:
    for shades, page in ((MEANINGS[tone].light, _WHITE), (MEANINGS[tone].dark, "14181F")):
        assert contrast(shades.ink, shades.fill) >= 4.5
        assert min(contrast(shades.line, behind) for behind in (page, shades.soft)) >= 3
    for part in ("fill", "line"):
        assert len({getattr(meaning.light, part) for meaning in MEANINGS.values()}) == len(MEANINGS)
    signs = [meaning.sign for meaning in MEANINGS.values() if meaning.sign]
    assert len(set(signs)) == len(signs)


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
    for style, behind in (("Normal", _WHITE), ("TableText", "F6CFCF"), ("Callout", "F1F2F4")):
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
    box = '<w:shd w:val="clear" w:color="auto" w:fill="F1F2F4"/>'
    house = edited(STYLES, box, box.replace("F1F2F4", "1F3864"))
    assert "Callout (#1A1A1A" in remarks(house)
    assert contrast(_colour_of(house, "Callout"), "1F3864") >= 4.5


def test_small_text_is_printed_in_eight_points() -> None:
    house = edited(STYLES, '<w:sz w:val="22"/>', '<w:sz w:val="2"/>')
    assert "Text smaller than 8 points is printed in 8 points: Normal" in remarks(house)
    assert opened(paper_in(house)).styles["Normal"].font.size.pt == 8


def test_a_force_s_own_text_is_enlarged_where_it_is_smaller_than_asked_for() -> None:
    house = edited(STYLES, '<w:sz w:val="22"/>', '<w:sz w:val="18"/>')
    styles = opened(emit(replace(every_block(), text_size=12), house)).styles
    sizes = {name: styles[name].font.size.pt for name in ("Normal", "TableText", "Heading 1")}
    assert sizes == {"Normal": 12, "TableText": 12, "Heading 1": 14}


@pytest.mark.parametrize("colour", ["AAAAAA", _WHITE, "FFFF00", "4F81BD"])
def test_a_mended_colour_is_the_nearest_that_will_do(colour: str) -> None:
    better = mended(colour, {_WHITE}, 4.5)
    assert 4.5 <= contrast(better, _WHITE) < 4.8
