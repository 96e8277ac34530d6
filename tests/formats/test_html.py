"""The HTML file, parsed: words, marking, structure for a reader who hears it, what it may load."""

import base64
import hashlib
import re
from dataclasses import replace
from typing import Any, get_args

import pytest

from planc.formats.html import emit
from planc.formats.web.chart import drawing
from planc.model.paper import KINDS, Block, Chart, Series, table
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
        "\nCaption plain words\nId | Words | Rating\nPUR-1 | plain words | AMBER\n"
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
    "|figure|figcaption|svg|rect|line|circle|text|tspan|span"
)
_ATTRIBUTES = (
    "lang|charset|http-equiv|name|content|class|id|href|tabindex|role|scope|data-head"
    "|aria-labelledby|aria-label|aria-hidden|width|height|[xy][12]?|dy|c[xy]|r"
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


def _chart(number: int) -> Any:
    return list(_page().iter("figure"))[number]


def _shapes(chart: Any, tag: str, *names: str) -> list[tuple[str, ...]]:
    drawn = chart.find("svg").iter(tag)
    return [tuple(shape.get(name) for name in ("class", *names)) for shape in drawn]


def _written(chart: Any) -> list[str]:
    return [" ".join(part.text for part in words) for words in chart.find("svg").iter("text")]


def test_a_chart_is_named_and_says_where_its_numbers_are() -> None:
    chart = _chart(0)
    assert chart.findtext("figcaption") == "How they stand"
    assert chart.find("svg").get("role") == "img"
    alt = "Bar chart of 2 rows of the table after it: How they stand."
    assert chart.find("svg").get("aria-label") == alt
    assert chart.getnext().findtext("caption") == "How they stand: the numbers"


def test_bars_are_as_long_as_their_numbers_and_the_longest_fills_the_line() -> None:
    chart = _chart(0)
    assert _shapes(chart, "rect", "x", "width") == [
        ("series-1", "0.0%", "71.43%"),
        ("series-2", "71.43%", "28.57%"),
        ("series-1", "0.0%", "14.29%"),
    ]
    assert sorted(_written(chart)) == ["1", "2", "5", "Prevent", "Pursue"]
    assert chart.find("p").text_content().split() == ["Live", "Done"]


def test_columns_stand_on_one_line_with_their_numbers_over_them() -> None:
    chart = _chart(1)
    assert _shapes(chart, "rect", "y", "height") == [("series-1", "1.6em", "9.0em")]
    assert _written(chart) == ["Oct 2026", "3"]
    assert chart.find("p") is None


def test_a_line_goes_through_its_points() -> None:
    chart = _chart(2)
    points = [("series-1", "25.0%", "1.6em"), ("series-1", "75.0%", "2.18em")]
    assert _shapes(chart, "circle", "cx", "cy") == points
    assert _shapes(chart, "line", "x1", "y1", "x2", "y2") == [(*points[0], *points[1][1:])]
    assert _written(chart) == ["6 May 2026", "7 Oct 2026", "62", "58"]


def test_stacked_columns_add_up_and_write_a_number_where_there_is_room_for_it() -> None:
    drawn = drawing(
        Chart("columns", "c", ("Jan", "Feb"), (Series("a", (9, 0)), Series("b", (1, 0))))
    )
    assert [(box.y, box.height, box.series) for box in drawn.boxes] == [
        (2.5, 8.1, 1),
        (1.6, 0.9, 2),
    ]
    assert [word.lines for word in drawn.words] == [("Jan",), ("Feb",), ("9",)]


@pytest.mark.parametrize(("names", "levels"), [(["Oct", "Nov"], 1), (["Withdrawn"] * 6, 2)])
def test_names_that_would_touch_on_a_telephone_stand_by_turns(
    names: list[str], levels: int
) -> None:
    drawn = drawing(Chart("columns", "c", tuple(names), (Series("a", (1,) * len(names)),)))
    feet = [word.y for word in drawn.words if word.lines[0] in names]
    assert len(set(feet)) == levels
    assert max(feet) < drawn.height


def test_nothing_but_noughts_is_drawn_as_nothing() -> None:
    for kind in ("bars", "columns"):
        drawn = drawing(Chart(kind, "c", ("a",), (Series("n", (0,)),)))
        assert (drawn.boxes, [word.lines for word in drawn.words]) == ([], [("a",)])
    assert drawing(Chart("bars", "c", ("a",), ())).boxes == []


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
    boxes = ("note", "red-soft", "amber-soft", "green-soft")
    words += [(ink, box) for box in boxes for ink in ("ink", "quiet")]
    words += [(f"on-{n}", f"series-{n}") for n in range(1, 5)]
    words += [(f"{tone}-ink", tone) for tone in ("red", "amber", "green", "blue")]
    weak = [pair for pair in words if _contrast(*(colours[name] for name in pair)) < 4.5]
    assert weak == []
    lines = [
        ("focus", "page"),
        *((f"{tone}-line", "page") for tone in ("red", "amber", "green", "blue")),
    ]
    lines += [(strand, "page") for strand in ("pursue", "prevent", "protect", "prepare")]
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


def test_a_fourth_series_is_striped() -> None:
    four = tuple(Series(name, (3.0,)) for name in ("Live", "Late", "Complete", "Withdrawn"))
    chart = Chart("bars", "How they stand", ("Pursue",), four)
    page = read_html(emit(replace(every_block(), blocks=(chart,)), b""))
    (stripes,) = page.iter("pattern")
    boxes = [(e.get("class"), e.get("fill")) for e in page.iter("rect") if e.get("class")]
    plain = [(f"series-{n}", None) for n in (1, 2, 3)]
    striped = ("series-4", f"url(#{stripes.get('id')})")
    assert boxes == [*plain, striped, *plain, striped]  # the bar, then its key


@pytest.mark.parametrize("scheme", [0, 1])
def test_the_series_of_a_chart_are_told_apart(scheme: int) -> None:
    colours = _palettes(_style(_page()))[scheme]
    pairs = [("series-1", "series-2"), ("series-1", "series-3"), ("series-2", "series-3")]
    pairs += [("series-1", "page"), ("series-3", "page")]
    pairs += [("accent", "page"), ("accent", "series-2")]  # the line round what is pale
    assert [p for p in pairs if _contrast(*(colours[name] for name in p)) < 3] == []


@pytest.mark.parametrize("scheme", [0, 1])
def test_the_marking_stands_out_more_than_any_text(scheme: int) -> None:
    colours = _palettes(_style(_page()))[scheme]
    for words, behind in (("ink", "page"), ("bar-ink", "bar")):
        assert _contrast(colours[words], colours[behind]) >= 7
