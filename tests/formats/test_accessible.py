"""Papers of every kind as those read them who hear them: facts read back from the Word files."""

import re
import zipfile
from collections.abc import Iterator, Mapping
from io import BytesIO
from itertools import pairwise
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from tests.formats.read_html import read_html
from tests.papers.every_kind import KINDS, every_kind

# in half-points
_SMALLEST = 20
_BODY = (22, 24)
_HEAD_AND_FOOT = 18


@pytest.fixture(scope="module")
def papers() -> Mapping[str, Mapping[str, bytes]]:
    return every_kind(["docx", "html"])


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def raw(kind: str, papers: Mapping[str, Mapping[str, bytes]]) -> bytes:
    """The Word file of one kind of paper."""
    return papers[kind]["docx"]


@pytest.fixture
def document(raw: bytes) -> Any:
    """The same, opened."""
    return Document(BytesIO(raw))


def _style(paragraph: Any) -> str:
    return str(paragraph.style.name).lower()


def _headings(document: Any) -> list[int]:
    names = (_style(paragraph) for paragraph in document.paragraphs)
    return [int(name.removeprefix("heading ")) for name in names if name.startswith("heading ")]


def _paragraphs(document: Any) -> Iterator[Any]:
    """Every paragraph of the body, those in tables too, as elements."""
    return iter(document.element.body.iter(qn("w:p")))


def _text(element: Any) -> str:
    return "".join(t.text or "" for t in element.iter(qn("w:t")))


def test_it_has_a_title_and_is_in_british_english(document: Any) -> None:
    properties = document.core_properties
    assert properties.title
    assert document.paragraphs[0].style.name == "Title"
    assert document.paragraphs[0].text == properties.title
    assert properties.language == "en-GB"
    languages = {e.get(qn("w:val")) for e in document.styles.element.iter(qn("w:lang"))}
    assert languages == {"en-GB"}
    assert not list(document.element.iter(qn("w:lang")))


def test_headings_start_at_the_first_level_and_skip_none(document: Any) -> None:
    levels = _headings(document)
    assert levels[0] == 1
    assert all(below <= above + 1 for above, below in pairwise(levels))


def test_no_heading_is_followed_by_another_of_its_level_or_above(document: Any) -> None:
    body = [e for e in document.element.body if e.tag in (qn("w:p"), qn("w:tbl"))]
    styles = [(e.style or "") if e.tag == qn("w:p") else "table" for e in body]
    for first, second in pairwise(styles):
        if first.startswith("Heading"):
            assert not second.startswith("Heading") or second > first


def test_the_heads_of_tables_are_marked_and_come_again(document: Any) -> None:
    assert document.tables
    for table in document.tables:
        first, *others = table.rows
        assert first._tr.trPr.find(qn("w:tblHeader")) is not None
        assert others
        assert all(row._tr.trPr.find(qn("w:tblHeader")) is None for row in others)
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
        assert table._tbl.tblPr.find(qn("w:tblLook")).get(qn("w:firstRow")) == "1"


def test_a_table_has_a_caption_no_empty_cell_and_none_that_is_merged(document: Any) -> None:
    unseen = []
    for table in document.tables:
        spoken = table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))
        caption = table._tbl.getprevious()
        if caption.style == "Caption":
            assert re.sub(r"^Table \d+: ", "", _text(caption)) == spoken
        else:
            unseen.append(spoken)
        cells = list(table._tbl.iter(qn("w:tc")))
        assert all(_text(cell).strip() for cell in cells)
        assert len(cells) == len(table.rows) * len(table.columns)
        assert not list(table._tbl.iter(qn("w:gridSpan"), qn("w:vMerge")))
    # in the board's edition, where lines are few and the heading or the header says it too
    assert {*unseen} <= {
        *("The options", "Objectives, the worst first", "Tactics in each strand", "Objectives"),
        *("Pursue tactics", "Prevent tactics", "Protect tactics", "Prepare tactics"),
        *("How many, and who says so", "The log, newest first", "What the plan checks found"),
    }


def test_what_is_drawn_is_told_in_words(document: Any) -> None:
    descriptions = [e.get("descr") for e in document.element.iter(qn("wp:docPr"))]
    assert len(descriptions) == len(list(document.element.iter(qn("w:drawing"))))
    assert all(descriptions)
    assert not list(document.element.iter(qn("w:pict")))


def test_no_empty_paragraph_makes_room(document: Any) -> None:
    for paragraph in _paragraphs(document):
        holds = (qn("w:drawing"), qn("w:sectPr"))
        assert _text(paragraph).strip() or next(paragraph.iter(*holds), None) is not None


def test_lists_are_lists(
    document: Any, kind: str, papers: Mapping[str, Mapping[str, bytes]]
) -> None:
    by_id = {style.style_id: style for style in document.styles}
    items = [p for p in _paragraphs(document) if p.style in ("ListBullet", "TableBullet")]
    assert all(by_id[item.style].element.pPr.find(qn("w:numPr")) is not None for item in items)
    page = read_html(papers[kind]["html"])
    listed = [e.text_content() for e in page.xpath("//main//li[not(ancestor::nav)]")]
    in_word = [_text(item) for item in items]
    # what a page has no room for is a list in HTML alone
    assert in_word == [words for words in listed if words in {*in_word}]
    assert len(listed) - len(in_word) < 20


def test_letters_are_large_enough(document: Any) -> None:
    by_id = {style.style_id: style for style in document.styles}
    standard = document.styles.element.find(
        f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}/{qn('w:sz')}"
    )

    def size(name: str) -> int:
        style = by_id[name]
        while style is not None:
            if style.font.size is not None:
                return int(style.font.size.pt * 2)
            style = style.base_style
        return int(standard.get(qn("w:val")))

    used = {paragraph.style or "Normal" for paragraph in _paragraphs(document)}
    assert _BODY[0] <= size("Normal") <= _BODY[1]
    assert {name: size(name) for name in used if size(name) < _SMALLEST} == {}
    furniture = [*document.sections[0].header.paragraphs, *document.sections[0].footer.paragraphs]
    assert all(size(paragraph.style.style_id) >= _HEAD_AND_FOOT for paragraph in furniture)
    assert not list(document.element.iter(qn("w:sz"), qn("w:rFonts"), qn("w:color")))


def test_nothing_is_hidden_in_it(raw: bytes) -> None:
    package = zipfile.ZipFile(BytesIO(raw))
    for name in package.namelist():
        assert not {"comments", "custom", "embeddings", "people"} & set(name.lower().split("/")), (
            name
        )
        text = package.read(name).decode("utf-8", "replace")
        assert 'TargetMode="External"' not in text, name
        for tag in ("w:vanish", "w:ins ", "w:del ", "w:comment", "mc:AlternateContent"):
            assert f"<{tag}" not in text, (name, tag)
