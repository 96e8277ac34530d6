"""The Word file, opened again: words, marking, structure for a reader who hears it, metadata."""

import re
import zipfile
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from lxml import etree

from planc.formats.docx import emit
from planc.model.paper import Block, Cell, Contents, Heading, PageBreak, cell, para
from planc.model.paper import table as pack_table
from tests.formats.every_block import HOSTILE, every_block


def _open(raw: bytes) -> Any:
    return Document(BytesIO(raw))


def _all_text(document: Any) -> str:
    return "\n".join(
        "".join(t.text or "" for t in p.iter(qn("w:t"))) for p in document.element.iter(qn("w:p"))
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_every_character_arrives_as_text(text: str) -> None:
    plain, hostile = _open(emit(every_block())), _open(emit(every_block(text)))
    assert _all_text(hostile) == _all_text(plain).replace("plain words", text)
    assert _shape(hostile) == _shape(plain)


def _shape(document: Any) -> list[str]:
    """Its elements; not what says that a short row stays on one page."""
    own = [qn(name) for name in ("w:trPr", "w:cantSplit", "w:keepNext")]
    return [element.tag for element in document.element.iter() if element.tag not in own]


def test_a_line_feed_in_a_line_becomes_a_line_break() -> None:
    document = _open(emit(every_block("first\nsecond")))
    assert document.paragraphs[0].text == "Title first\nsecond"


def test_marking_banner_and_stamps_stand_on_every_page() -> None:
    document = _open(emit(every_block()))
    (section,) = document.sections
    assert not section.different_first_page_header_footer
    assert not document.settings.odd_and_even_pages_header_footer
    head = [p.text for p in section.header.paragraphs]
    assert head == ["OFFICIAL-SENSITIVE - RECIPIENTS ONLY", "SAMPLE - DRAFT - POLICE ONLY"]
    foot = [p.text for p in section.footer.paragraphs]
    assert foot[0].startswith("SOC-2026-001, as of 22 November 2026, digest 0123456789ab. Page ")
    assert foot[1] == "SAMPLE - DRAFT - OFFICIAL-SENSITIVE - RECIPIENTS ONLY"
    fields = [f.get(qn("w:instr")).strip() for f in section.footer._element.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]


WIDE = pack_table("Wide", ("A", "B"), [("1", "2")], (50, 50), wide=True)
NARROW = pack_table("Narrow", ("A", "B"), [("1", "2")], (50, 50))
BRIEF = pack_table("Brief", ("A", "B"), [("1", "2")], (50, 50), brief=True)
HEADING = Heading(1, "Heading", "heading")


@pytest.mark.parametrize(
    ("blocks", "sections"),
    [
        ((para("x"), NARROW), ["x Narrow"]),
        ((para("x"), WIDE), ["x", "Wide"]),
        ((NARROW, WIDE), ["Narrow", "Wide"]),
        ((WIDE, para("x")), ["", "Wide", "x"]),
        ((para("x"), HEADING, para("y"), WIDE, para("z")), ["x", "Heading y Wide", "z"]),
        ((NARROW, para("x"), WIDE), ["Narrow x", "Wide"]),
        ((WIDE, para("note", small=True), para("x")), ["", "Wide note", "x"]),
        ((WIDE, HEADING, WIDE), ["", "Wide Heading Wide"]),
        ((Contents("Agenda"), HEADING, WIDE), ["Agenda Heading", "Heading Wide"]),
        ((WIDE, PageBreak(), HEADING, NARROW), ["", "Wide", "Heading Narrow"]),
    ],
)
def test_a_wide_table_has_pages_on_their_side(
    blocks: tuple[Block, ...], sections: list[str]
) -> None:
    document = _open(emit(replace(every_block(), blocks=blocks)))
    pages = list(document.sections)
    shown = [
        [
            block.text.removeprefix("Table : ")  # its number is a field
            for block in section.iter_inner_content()
            if hasattr(block, "text")
        ]
        for section in pages
    ]
    assert shown[0][:2] == ["Title plain words", "Subtitle plain words"]
    shown[0] = shown[0][2:]
    assert [" ".join(filter(None, words)) for words in shown] == sections
    for words, section in zip(sections, pages, strict=True):
        sides = [round(side.mm) for side in (section.page_width, section.page_height)]
        assert sides == ([297, 210] if "Wide" in words else [210, 297])
        assert section.header.paragraphs[0].text == "OFFICIAL-SENSITIVE - RECIPIENTS ONLY"


def test_a_wide_table_is_as_wide_as_its_page() -> None:
    document = _open(emit(replace(every_block(), blocks=(NARROW, WIDE))))
    narrow, wide = (sum(int(c.width) for c in table.columns) for table in document.tables)
    portrait, landscape = (
        section.page_width - section.left_margin - section.right_margin
        for section in document.sections
    )
    assert narrow == pytest.approx(portrait, rel=0.01)
    assert wide == pytest.approx(landscape, rel=0.01)


def test_what_starts_a_page_has_no_space_above_it() -> None:
    document = _open(emit(replace(every_block(), blocks=(HEADING, PageBreak(), HEADING))))
    (first, second) = [p for p in document.paragraphs if p.text == "Heading"]
    assert first.paragraph_format.space_before is None
    assert second.paragraph_format.page_break_before
    assert second.paragraph_format.space_before == 0


def test_it_can_be_read_by_ear() -> None:
    document = _open(emit(every_block()))
    assert document.core_properties.language == "en-GB"
    styles = document.styles.element
    assert styles.find(".//" + qn("w:lang")).get(qn("w:val")) == "en-GB"
    heads = [(p.style.name, p.text) for p in document.paragraphs if "eading" in p.style.name]
    assert heads == [
        ("TOC Heading", "Contents"),
        ("Heading 1", "1 First plain words"),
        ("Heading 2", "1.1 Second plain words"),
        ("Heading 3", "Third plain words"),
    ]
    for table in document.tables:
        first = table.rows[0]._tr
        assert first.trPr.find(qn("w:tblHeader")) is not None
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
        title = table._tbl.getprevious()
        assert title.pPr.pStyle.val == "Caption"
        heard = table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))
        assert re.fullmatch(rf"Table \d+: {re.escape(heard)}", _words(title))
        assert all(c.text.strip() for row in table.rows for c in row.cells)
    drawn = [p for p in document.paragraphs if next(p._p.iter(qn("w:drawing")), None) is not None]
    assert len(drawn) == 2
    assert all(p.text.strip() for p in document.paragraphs if p._p not in [d._p for d in drawn])


def test_contents_lead_to_the_headings() -> None:
    document = _open(emit(every_block()))
    links = list(document.element.iter(qn("w:hyperlink")))
    marks = {m.get(qn("w:name")) for m in document.element.iter(qn("w:bookmarkStart"))}
    assert [_words(link) for link in links] == ["1 First plain words", "1.1 Second plain words"]
    assert {link.get(qn("w:anchor")) for link in links} <= marks


def _words(element: Any) -> str:
    return "".join(t.text for t in element.iter(qn("w:t")))


def test_ratings_are_said_and_shaded() -> None:
    table = _open(emit(every_block())).tables[0]
    cell = table.rows[1].cells[2]
    assert cell.text == "AMBER"
    assert cell._tc.tcPr.find(qn("w:shd")).get(qn("w:fill")) == "FCE6B8"


_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def _charts(raw: bytes) -> list[Any]:
    package = zipfile.ZipFile(BytesIO(raw))
    names = [n for n in package.namelist() if n.startswith("word/charts/")]
    assert names == [f"word/charts/chart{number}.xml" for number in (1, 2)]
    return [etree.fromstring(package.read(name)) for name in names]


def _values(series: Any, name: str) -> list[str]:
    return [v.text for v in series.find(f"{_C}{name}").iter(f"{_C}v")]


def test_a_chart_draws_a_measure_its_target_its_start_and_each_rating() -> None:
    chart, without_start = _charts(emit(every_block()))
    days = {"2026-03-05": "46086", "2026-07-02": "46205", "2026-09-02": "46267"}
    found = {
        _values(series, "tx")[0]: (_values(series, "xVal"), _values(series, "yVal"))
        for series in chart.iter(f"{_C}ser")
    }
    assert found == {
        "Measured": (["46086", "46148", "46205", "46345"], ["44", "40", "30", "14"]),
        "Target 15 by 31 Mar 2027": (["45994", "46477"], ["15", "15"]),
        "Start": (["45994"], ["46"]),
        "Rated red": ([days["2026-03-05"]], ["44"]),
        "Rated amber": ([days["2026-07-02"]], ["30"]),
        "Rated green": ([days["2026-09-02"]], ["30"]),  # where the measure was last known to stand
        "Rated complete": (["46345"], ["14"]),
    }
    assert "Start" not in [_values(s, "tx")[0] for s in without_start.iter(f"{_C}ser")]


def test_a_rating_has_a_sign_of_its_own_and_what_is_not_measured_says_so() -> None:
    chart, _ = _charts(emit(every_block()))
    signs = {
        _values(series, "tx")[0]: series.find(f"{_C}marker/{_C}symbol").get("val")
        for series in chart.iter(f"{_C}ser")
    }
    assert {name: sign for name, sign in signs.items() if name.startswith("Rated")} == {
        "Rated red": "square",
        "Rated amber": "triangle",
        "Rated green": "circle",
        "Rated complete": "diamond",
    }
    words = [e.text for e in chart.iter(qn("a:t"))]
    assert words == ["44", "40", "30", "14", "15", "46", "not measured"]


def test_a_chart_has_a_caption_and_is_told_in_words() -> None:
    document = _open(emit(every_block()))
    first, second = (e.get("descr") for e in document.element.iter(qn("wp:docPr")))
    said = (
        "Readings: 44 on 5 Mar 2026, rated red; 40 on 6 May 2026; 30 on 2 Jul 2026, rated amber;"
        " rated green on 2 Sep 2026, not measured; 14 on 19 Nov 2026, rated complete."
        " Target 15 by 31 Mar 2027."
    )
    start = "Start: 46 on 3 Dec 2025."
    assert first == f"Line chart. {start} {said}"
    assert second == f"Line chart. {said}"
    ids = [e.get("id") for e in document.element.iter(qn("wp:docPr"))]
    assert len(set(ids)) == 2
    for picture in document.element.iter(qn("w:drawing")):
        title = picture.getparent().getparent().getprevious()
        assert title.pPr.pStyle.val == "Caption"


def test_tables_and_charts_are_numbered_each_by_itself_with_a_number_that_word_counts() -> None:
    raw = emit(every_block())
    captions = [p for p in _open(raw).paragraphs if p.style.name == "Caption"]
    assert [_words(p._p) for p in captions] == [
        "Table 1: Caption plain words",
        "Figure 1: OBJ-1: Reports plain words",
        "Figure 2: OBJ-2: Homes",
    ]
    fields = [f.get(qn("w:instr")) for p in captions for f in p._p.iter(qn("w:fldSimple"))]
    assert fields == [
        *(" SEQ Table \\* ARABIC ", " SEQ Figure \\* ARABIC ", " SEQ Figure \\* ARABIC "),
    ]


def test_the_only_table_has_no_number() -> None:
    document = _open(emit(replace(every_block(), blocks=(NARROW, BRIEF))))
    captions = [p for p in document.paragraphs if p.style.name == "Caption"]
    assert [_words(p._p) for p in captions] == ["Narrow"]


def _rows(document: Any) -> list[tuple[bool, bool]]:
    """Of each row but the first: whether it stays whole, and with the next."""
    return [
        (
            row._tr.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None,
            row.cells[0].paragraphs[0]._p.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None,
        )
        for row in document.tables[0].rows[1:]
    ]


def test_rows_break_well() -> None:
    """A long row may go on on the next page; a short one stays whole, and none stays alone."""
    long = cell(tuple(para("words " * 20) for _ in range(12)))
    rows: list[tuple[str | Cell, ...]] = [("R", "one")] * 13
    rows += [("R", long), ("R", "one"), ("R", "one")]
    block = pack_table("Rows", ("Id", "Words"), rows, (20, 80))
    found = _rows(_open(emit(replace(every_block(), blocks=(block,)))))
    assert found == [
        (True, True),
        *[(True, False)] * 12,
        (False, False),
        (True, True),
        (True, False),
    ]


def test_a_dot_stands_before_each_item_in_a_cell_too() -> None:
    """LibreOffice shows none where two styles share a list."""
    package = zipfile.ZipFile(BytesIO(emit(every_block())))
    styles, numbering = (
        etree.fromstring(package.read(f"word/{name}.xml")) for name in ("styles", "numbering")
    )
    lists = {
        style.get(qn("w:styleId")): number.get(qn("w:val"))
        for style in styles.iter(qn("w:style"))
        if style.get(qn("w:styleId")) in ("ListBullet", "TableBullet")
        for number in style.iter(qn("w:numId"))
    }
    assert len(set(lists.values())) == 2
    known = {num.get(qn("w:numId")) for num in numbering.iter(qn("w:num"))}
    assert set(lists.values()) == known


def _smallest(raw: bytes) -> float:
    """The size of the smallest text in the body, in points."""
    document = _open(raw)
    sizes = set()
    for paragraph in document.element.iter(qn("w:p")):
        style: Any = Paragraph(paragraph, document).style
        while style.font.size is None and style.base_style is not None:
            style = style.base_style
        sizes.add(style.font.size.pt if style.font.size else 11)
    return min(sizes)


def test_in_12_points_nothing_is_smaller_charts_neither() -> None:
    usual, large = every_block(), replace(every_block(), text_size=12)
    assert (_smallest(emit(usual)), _smallest(emit(large))) == (10, 12)
    for chart in _charts(emit(large)):
        sizes = {e.get("sz") for e in chart.iter(qn("a:rPr"), qn("a:defRPr"))}
        assert sizes == {"1200"}
    marking = [_open(emit(paper)).sections[0].header.paragraphs[0] for paper in (usual, large)]
    assert [one.runs[0].font.size.pt for one in marking] == [12, 12]


def test_brief_contents_are_one_paragraph_that_leads_to_the_sections() -> None:
    blocks = (Contents(brief=True), HEADING, para("x"), Heading(1, "2 Next", "next"))
    document = _open(emit(replace(every_block(), blocks=blocks)))
    (row,) = [
        p for p in document.paragraphs if next(p._p.iter(qn("w:hyperlink")), None) is not None
    ]
    assert row.text == "Contents: Heading | 2 Next"
    marks = {m.get(qn("w:name")) for m in document.element.iter(qn("w:bookmarkStart"))}
    assert {link.get(qn("w:anchor")) for link in row._p.iter(qn("w:hyperlink"))} == marks
    (code,) = row._p.iter(qn("w:instrText"))
    assert "\\n" in code.text  # no page numbers: nobody has counted them


def test_nothing_could_be_opened_behind_a_chart() -> None:
    raw = emit(every_block())
    for drawn in _charts(raw):
        assert drawn.find(f"{_C}externalData") is None
        assert "en-US" not in etree.tostring(drawn).decode()
    names = zipfile.ZipFile(BytesIO(raw)).namelist()
    assert not [n for n in names if "embed" in n.lower() or n.endswith((".xlsx", ".bin"))]


def test_a_strand_is_marked_at_the_side_of_its_heading_in_no_colour_of_its_own() -> None:
    document = _open(emit(every_block()))
    heading = next(p for p in document.paragraphs if p.style.name == "Heading 2")
    (side,) = heading._p.pPr.find(qn("w:pBdr"))
    assert (side.tag, side.get(qn("w:themeColor"))) == (qn("w:left"), "accent1")


def test_metadata_says_what_it_must_and_no_more() -> None:
    raw = emit(every_block())
    properties = _open(raw).core_properties
    assert properties.title == "Title plain words"
    assert properties.keywords == "OFFICIAL-SENSITIVE - RECIPIENTS ONLY"
    assert properties.author == properties.last_modified_by == properties.comments == ""
    assert properties.created == properties.modified
    assert properties.created.date().isoformat() == "2026-11-22"
    names = zipfile.ZipFile(BytesIO(raw)).namelist()
    assert not [n for n in names if "custom" in n.lower() or "thumbnail" in n or "comments" in n]


def test_nothing_in_it_depends_on_when_it_was_made() -> None:
    raw = emit(every_block())
    assert raw == emit(every_block())
    entries = zipfile.ZipFile(BytesIO(raw)).infolist()
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {entry.create_system for entry in entries} == {0}
    assert entries[0].filename == "[Content_Types].xml"


def test_every_part_is_well_formed_and_every_style_exists() -> None:
    package = zipfile.ZipFile(BytesIO(emit(every_block())))
    parts = {name: etree.fromstring(package.read(name)) for name in package.namelist()}
    known = {s.get(qn("w:styleId")) for s in parts["word/styles.xml"].iter(qn("w:style"))}
    used = {
        e.get(qn("w:val"))
        for name, part in parts.items()
        if name.startswith("word/") and name != "word/styles.xml"
        for e in part.iter(qn("w:pStyle"), qn("w:rStyle"), qn("w:tblStyle"))
    }
    assert used <= known
