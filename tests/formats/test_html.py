"""The HTML file, parsed: words, marking, structure for a reader who hears it, what it may load."""

import base64
import hashlib
import re
from dataclasses import replace
from typing import Any, get_args

import pytest

from planc.formats.html import emit
from planc.model.chart import Chart
from planc.model.paper import KINDS, Block, table
from planc.model.tone import MEANINGS
from planc.resources import folder
from tests.formats.every_block import HOSTILE, every_block
from tests.formats.read_html import as_read, read_html


def _page(text: str = "plain words") -> Any:
    return read_html(emit(every_block(text)))


def _everything(page: Any, stand_in: str = "plain words") -> list[Any]:
    """Every element with its attributes and texts, in order, the text given as "plain words".

    But for the look of a table, which depends on the length of its words.
    """

    def plain(text: str | None) -> str:
        return (text or "").replace(stand_in, "plain words")

    def named(element: Any) -> dict[str, str]:
        kept = {n: plain(v) for n, v in element.attrib.items()}
        return kept if element.tag != "table" else {**kept, "class": ""}

    return [(e.tag, named(e), plain(e.text), plain(e.tail)) for e in page.iter()]


@pytest.mark.parametrize("text", [*HOSTILE, "first\nsecond"])
def test_every_character_arrives_as_text(text: str) -> None:
    assert _everything(_page(text), text) == _everything(_page())


def test_every_kind_of_block_has_a_name_and_a_place_in_the_page() -> None:
    assert set(KINDS.values()) == set(get_args(Block))
    template = (folder("templates") / "paper.html.j2").read_text(encoding="utf-8")
    assert [name for name in KINDS if f"block is {name} " not in template] == []


def test_spaces_and_line_ends_are_not_lost_on_the_screen() -> None:
    rules = re.findall(r"([^{}]+){([^{}]+)}", _style(_page()))
    kept = next(names for names, style in rules if "white-space: pre-wrap" in style)
    assert {name.strip() for name in kept.rpartition("*/")[2].split(",")} >= {
        "p",
        "li",
        "caption",
        "h1",
    }


def test_the_first_and_the_last_line_are_the_marking() -> None:
    lines = as_read(_page()).split("\n")
    assert lines[:2] == [
        "OFFICIAL-SENSITIVE - RECIPIENTS ONLY",
        "SAMPLE - DRAFT - POLICE ONLY",
    ]
    assert lines[-2:] == [
        "SOC-2026-001, as of 22 November 2026, digest 0123456789ab",
        "SAMPLE - DRAFT - OFFICIAL-SENSITIVE - RECIPIENTS ONLY",
    ]


def test_it_reads_well_line_by_line() -> None:
    text = as_read(_page())
    wrong = "Plan checks not met: 2 (force policy)\nplain words\nStrong. plain words\n"
    assert f"{wrong}Plan checks met\n\n---\n" in text
    assert "\n## Contents\n- 1 First plain words\n  - 1.1 Second plain words\n" in text
    assert (
        "\nTable 1: Caption plain words\nId | Words | Rating\nPUR-1 | plain words | AMBER\n"
        "plain words / - one / - two | Not given | x\n"
    ) in text


# What it may load and run


def _style(page: Any) -> str:
    (style,) = page.iter("style")
    return str(style.text)


def test_the_browser_may_load_nothing_but_the_style_in_it() -> None:
    page = _page()
    (rules,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    digest = base64.b64encode(hashlib.sha256(_style(page).encode()).digest()).decode()
    assert rules == (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )


_TAGS = (
    "html|head|meta|title|style|body|header|main|nav|footer|a|h[1-4]|p|strong|ul|li|hr|div"
    "|table|caption|colgroup|col|thead|tbody|tr|th|td"
    "|figure|figcaption|svg|defs|path|use|line|text|tspan|span"
)
_ATTRIBUTES = (
    "lang|charset|http-equiv|name|content|class|id|href|tabindex|role|scope|data-head"
    "|aria-labelledby|aria-label|aria-hidden|width|height|[xy][12]?|dy|d"
)


@pytest.mark.parametrize("text", ["plain words", *HOSTILE])
def test_nothing_in_it_runs_or_leads_out_of_it(text: str) -> None:
    page = _page(text)
    assert not [e.tag for e in page.iter() if not re.fullmatch(_TAGS, e.tag)]
    assert not [n for e in page.iter() for n in e.attrib if not re.fullmatch(_ATTRIBUTES, n)]
    assert all(link.startswith("#") for link in page.xpath("//@href"))
    assert not re.search(r"url\(|@import", _style(page))


# A reader who hears it, who cannot see well, who uses no mouse


def test_it_can_be_read_by_ear() -> None:
    page = _page()
    assert page.get("lang") == "en-GB"
    assert page.findtext(".//title") == "Title plain words"
    body = [e.tag for e in page.find("body")]
    assert body == ["header", "a", "main", "footer"]
    heads = [(e.tag, e.text) for e in page.iter("h1", "h2", "h3", "h4")]
    assert heads == [
        ("h1", "Title plain words"),
        ("h2", "Contents"),
        ("h2", "1 First plain words"),
        ("h3", "1.1 Second plain words"),
        ("h4", "Third plain words"),
    ]


def test_a_table_says_what_it_is_and_what_heads_each_cell() -> None:
    table = next(_page().iter("table"))
    assert table[0].tag == "caption"
    (head,) = table.iter("thead")
    assert [(e.tag, e.get("scope")) for e in head[0]] == [("th", "col")] * 3
    rows = table.findall("tbody/tr")
    for row in rows:
        assert [(e.tag, e.get("scope")) for e in row] == [("th", "row"), ("td", None), ("td", None)]
        assert [e.get("data-head") for e in row] == ["Id", "Words", "Rating"]
        assert all(e.text_content().strip() for e in row)
    # a narrow screen shows rows as cards, and some browsers then forget that they are rows
    roles = {e.tag: e.get("role") for e in rows[0].iter("tr", "td", "th")}
    assert roles == {"tr": "row", "th": "rowheader", "td": "cell"}
    assert {table.get("role"), head.get("role"), head[0][0].get("role")} == {
        "table",
        "rowgroup",
        "columnheader",
    }


def test_columns_are_as_wide_as_the_pack_says() -> None:
    page = _page()
    names = page.xpath("//col/@class")
    assert names[:3] == ["share-20", "share-60", "share-20"]
    known = re.findall(r"\.(share-(\d+)) { width: (\d+)%; }", _style(page))
    assert {name for name, _, _ in known} == set(names)
    assert all(share == width for _, share, width in known)


# Charts


def every_chart() -> list[Chart]:
    return list(every_block().charts)


def _chart(number: int) -> Any:
    return list(_page().iter("figure"))[number]


def test_a_chart_is_named_and_told_in_words() -> None:
    chart = _chart(0)
    assert chart.findtext("figcaption") == "Figure 1: OBJ-1: Reports plain words"
    picture = chart.find("svg")
    assert picture.get("role") == "img"
    assert picture.get("aria-label") == every_chart()[0].alt


def test_a_line_goes_through_what_was_measured_and_over_it_lies_the_target() -> None:
    lines = [
        tuple(line.get(name) for name in ("class", "x1", "y1", "x2", "y2"))
        for line in _chart(0).find("svg").iter("line")
    ]
    foot, *measured, target = lines
    assert foot[0] == "foot"
    assert [kind for kind, *_ in measured] == ["measured"] * 3
    assert [one[3:] for one in measured[:-1]] == [one[1:3] for one in measured[1:]]
    assert target == ("target", "6.0%", "7.19em", "94.0%", "7.19em")


def test_each_point_has_its_sign_and_the_key_says_what_it_means() -> None:
    chart = _chart(0)
    page = _page()
    signs = [(use.get("class"), use.get("href")) for use in chart.find("svg").iter("use")]
    assert signs == [
        ("sign plain", "#_dot"),
        ("sign plain", "#_start"),
        ("sign red", "#_square"),
        ("sign amber", "#_triangle"),
        ("sign green", "#_circle"),
        ("sign complete", "#_diamond"),
    ]
    assert all(page.get_element_by_id(name[1:]).tag == "path" for _, name in signs)
    key = [part.text_content().strip() for part in chart.find("p").iter("span")]
    assert key == ["Measured", "Target 15 by 31 Mar 2027", "Start", "Rated red", "Rated amber",
                   "Rated green", "Rated complete"]  # fmt: skip
    words = [" ".join(part.text for part in text) for text in chart.find("svg").iter("text")]
    assert words == [
        *("Dec 2025", "Apr 2026", "Aug 2026", "Dec 2026"),
        *("15", "14", "46", "not measured", "30", "40", "44"),
    ]


# Where things are


@pytest.mark.parametrize(
    ("header", "row", "look"),
    [
        (("Strand", "Live", "Late"), ("Pursue", "5", "1"), "figures"),
        (("Strand", "Live", "Late"), ("Pursue", "5", "Later than we said"), "cards"),
        (("Strand", "Live", "Late"), ("Pursue", "5", "Unpronounceables"), "figures"),
        (("Words",) * 6, ("Words",) * 6, "figures"),
        (("Words",) * 7, ("Words",) * 7, "cards"),
        (("Words", "In full"), ("PHIA", "Professional Head of Intelligence Assessment"), "pairs"),
    ],
)
def test_a_table_of_short_cells_stays_one_on_a_telephone(
    header: tuple[str, ...], row: tuple[str, ...], look: str
) -> None:
    paper = every_block()
    block = table("Caption", header, [row], [1] * len(header))
    (element,) = read_html(emit(replace(paper, blocks=(block,)))).iter("table")
    assert element.get("class") == look


def test_contents_lead_to_the_headings() -> None:
    page = _page()
    (nav,) = page.iter("nav")
    assert page.get_element_by_id(nav.get("aria-labelledby")).text == "Contents"
    links = [(link.get("href")[1:], link.text) for link in nav.iter("a")]
    assert links == [("first", "1 First plain words"), ("second", "1.1 Second plain words")]
    assert [(name, page.get_element_by_id(name).text) for name, _ in links] == links


def test_ratings_are_said_and_coloured() -> None:
    (chip,) = _page().find_class("chip")
    assert (chip.text_content().strip(), chip.get("class")) == ("AMBER", "chip amber")


def _palettes(style: str) -> list[dict[str, str]]:
    """The colours of the light scheme and of the dark one."""
    blocks = re.findall(r":root {([^}]*--page[^}]*)}", style)
    return [dict(re.findall(r"--([a-z0-9-]+): (#[0-9a-f]{6})", block)) for block in blocks]


def _contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, by WCAG 2.2."""

    def luminance(colour: str) -> float:
        parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
        red, green, blue = (
            p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", [0, 1])
def test_words_stand_out_in_the_light_and_in_the_dark(scheme: int) -> None:
    palettes = _palettes(_style(_page()))
    assert len(palettes) == 2
    colours = palettes[scheme]
    words = [("ink", "page"), ("quiet", "page"), ("accent", "page"), ("accent", "head")]
    words += [("bar-ink", "bar")]
    words += [(ink, f"{tone}-soft") for tone in MEANINGS for ink in ("ink", "quiet")]
    words += [(f"{tone}-ink", tone) for tone in MEANINGS]
    weak = [pair for pair in words if _contrast(*(colours[name] for name in pair)) < 4.5]
    assert weak == []
    lines = [("focus", "page"), *((f"{tone}-line", "page") for tone in MEANINGS)]
    lines += [(f"{tone}-line", f"{tone}-soft") for tone in MEANINGS]
    assert [p for p in lines if _contrast(*(colours[name] for name in p)) < 3] == []


def test_metadata_says_what_it_must_and_no_more() -> None:
    meta = {e.get("name"): e.get("content") for e in _page().iter("meta") if e.get("name")}
    assert meta == {
        "viewport": "width=device-width, initial-scale=1",
        "color-scheme": "light dark",
        "format-detection": "telephone=no, date=no, address=no, email=no",
        "description": "4P plan SOC-2026-001, board edition, as of 22 November 2026",
        "keywords": "OFFICIAL-SENSITIVE - RECIPIENTS ONLY",
        "identifier": "0" * 64,  # room for the fingerprint
    }


def test_nothing_in_it_depends_on_when_it_was_made() -> None:
    assert emit(every_block()) == emit(every_block())


@pytest.mark.parametrize("scheme", [0, 1])
def test_what_is_drawn_is_seen_on_the_page(scheme: int) -> None:
    colours = _palettes(_style(_page()))[scheme]
    drawn = ["ink", "quiet", *(f"{tone}-line" for tone, one in MEANINGS.items() if one.sign)]
    assert [one for one in drawn if _contrast(colours[one], colours["page"]) < 3] == []


@pytest.mark.parametrize("scheme", [0, 1])
def test_the_marking_stands_out_more_than_any_text(scheme: int) -> None:
    colours = _palettes(_style(_page()))[scheme]
    for words, behind in (("ink", "page"), ("bar-ink", "bar")):
        assert _contrast(colours[words], colours[behind]) >= 7
