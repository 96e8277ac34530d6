"""A force's own Word file: what is taken over, what is refused by name, and what stays ours."""

import re
import struct
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor

from planc.formats.docx import emit
from planc.formats.word.house_style import ours, read
from tests.conftest import Planc
from tests.formats.every_block import every_block


def _picture() -> BytesIO:
    """One green pixel, as a PNG."""
    size = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", size), (b"IDAT", zlib.compress(b"\0\0\x55\x33")), (b"IEND", b""))
    made = b"\x89PNG\r\n\x1a\n"
    for name, data in parts:
        check = struct.pack(">I", zlib.crc32(name + data))
        made += struct.pack(">I", len(data)) + name + data + check
    return BytesIO(made)


def _plain(*changes: Callable[[Any], None]) -> bytes:
    """A Word file as an officer would save it, without the custom data of the library."""
    document = Document()
    for change in changes:
        change(document)
    made, out = BytesIO(), BytesIO()
    document.save(made)
    with zipfile.ZipFile(made) as package, zipfile.ZipFile(out, "w") as plain:
        for name in package.namelist():
            named = rb"<(Relationship|Override) [^>]*customXml[^>]*/>"
            if not name.startswith("customXml"):
                plain.writestr(name, re.sub(named, b"", package.read(name)))
    return out.getvalue()


def _dressed(document: Any) -> None:
    styles, section = document.styles, document.sections[0]
    styles["Heading 1"].font.color.rgb = RGBColor(0, 0x55, 0x33)
    styles["Normal"].font.size = Pt(12)
    styles.add_style("Callout", WD_STYLE_TYPE.PARAGRAPH).font.italic = True
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(3)
    section.header_distance = Cm(0)
    line = section.header.paragraphs[0]
    line.add_run().add_picture(_picture(), width=Cm(2))
    line._p.xpath(".//wp:docPr")[0].set("descr", "Crest of Exampleton Constabulary")
    line.add_run("Exampleton Constabulary")
    section.footer.paragraphs[0].text = "Serious Crime"
    document.add_paragraph("Papers of the board", "Title")


def _opened(raw: bytes) -> Any:
    return Document(BytesIO(raw))


def test_styles_page_header_footer_and_cover_are_taken_over() -> None:
    document = _opened(emit(every_block(), _plain(_dressed)))
    assert document.styles["Heading 1"].font.color.rgb == RGBColor(0, 0x55, 0x33)
    assert document.styles["Callout"].font.italic
    section = document.sections[0]
    assert round(section.left_margin.cm, 1) == 3.0
    head = section.header.paragraphs
    assert [p.text for p in head] == [
        "OFFICIAL-SENSITIVE - RECIPIENTS ONLY",
        "SAMPLE - DRAFT - PART A - POLICE ONLY",
        "Exampleton Constabulary",
    ]
    (shown,) = section.header.part.rels.values()
    assert shown.target_part.blob == _picture().getvalue()
    foot = [p.text for p in section.footer.paragraphs]
    assert foot[0] == "Serious Crime"
    assert foot[-1] == "SAMPLE - DRAFT - OFFICIAL-SENSITIVE - RECIPIENTS ONLY"
    assert [p.text for p in document.paragraphs[:2]] == ["Papers of the board", "Title plain words"]
    assert document.paragraphs[1].paragraph_format.page_break_before


def test_tables_and_charts_are_as_wide_as_the_forces_lines() -> None:
    document = _opened(emit(every_block(), _plain(_dressed)))
    line = Cm(15).twips
    for table in document.tables:
        widths = [int(c.get(qn("w:w"))) for c in table._tbl.tblGrid]
        assert line - 10 < sum(widths) <= line
    for extent in document.element.iter(qn("wp:extent")):
        assert abs(int(extent.get("cx")) - Cm(15)) < 10 * 635


def test_the_marking_cannot_be_dressed_away() -> None:
    def hide(document: Any) -> None:
        style = document.styles.add_style("Marking", WD_STYLE_TYPE.PARAGRAPH)
        style.font.color.rgb, style.font.size = RGBColor(255, 255, 255), Pt(1)
        document.sections[0].header_distance = Cm(0)

    document = _opened(emit(every_block(), _plain(hide)))
    marking = document.sections[0].header.paragraphs[0]
    assert marking.style.font.color.rgb is None
    assert marking.style.font.size == Pt(12)
    assert document.sections[0].header_distance.twips >= 397


def test_styles_the_file_lacks_are_ours_and_told_by_name() -> None:
    found = read(_plain(_dressed))
    assert found.refused == ()
    assert "TableText" in found.added
    assert "heading 1" not in found.added
    assert "Callout" not in found.added
    document = _opened(emit(every_block(), _plain(_dressed)))
    used = {p.style.name for p in document.paragraphs}
    assert {"Heading 1", "List Bullet", "CalloutRed", "Caption"} <= used


def test_a_style_is_known_by_its_name_whatever_its_id() -> None:
    def foreign(document: Any) -> None:
        style = document.styles["Heading 1"]
        style.element.set(qn("w:styleId"), "Pennawd1")
        style.font.color.rgb = RGBColor(1, 2, 3)

    document = _opened(emit(every_block(), _plain(foreign)))
    held = next(p for p in document.paragraphs if p.style.name == "Heading 1")
    assert held.text == "1 First plain words"
    assert held.style.font.color.rgb == RGBColor(1, 2, 3)


def test_pale_text_is_told() -> None:
    def pale(document: Any) -> None:
        document.styles["Caption"].font.color.rgb = RGBColor(0xAA, 0xAA, 0xAA)
        document.styles["Heading 1"].font.color.rgb = RGBColor(0x76, 0x76, 0x76)

    told = read(_plain(pale)).pale
    assert "Caption (#AAAAAA, 2.3:1)" in [words[0].upper() + words[1:] for words in told]
    assert not [words for words in told if "eading 1" in words]  # 4.54:1


def test_the_language_is_british_whatever_the_file_says() -> None:
    document = _opened(emit(every_block(), _plain()))
    assert {e.get(qn("w:val")) for e in document.styles.element.iter(qn("w:lang"))} == {"en-GB"}


def test_two_papers_in_the_same_style_are_the_same_bytes() -> None:
    house = _plain(_dressed)
    read_once = emit(every_block(), house)
    assert read_once == emit(every_block(), bytes(bytearray(house)))
    raw = zipfile.ZipFile(BytesIO(read_once))
    assert not [n for n in raw.namelist() if "custom" in n or "thumbnail" in n]
    for name in raw.namelist():
        assert b"rsid" not in raw.read(name)


# What is refused


def _with(name: str, content: bytes = b"x") -> bytes:
    out = BytesIO(_plain())
    with zipfile.ZipFile(out, "a") as package:
        package.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("word/vbaProject.bin", "macros"),
        ("word/embeddings/Book1.xlsx", "an embedded file"),
        ("customXml/item1.xml", "custom data; Word's Inspect Document takes it out"),
        ("word/comments.xml", "comments"),
        ("word/fonts/font1.odttf", "an embedded font"),
        ("word/media/image1.emf", "a picture that is neither PNG nor JPEG"),
        ("docProps/custom.xml", "custom properties"),
        ("word/glossary/document.xml", "not part of a house style"),
        ("word/header9.xml", "it is not well-formed"),
        ("../../etc/passwd", "not part of a house style"),
    ],
)
def test_what_is_not_form_is_refused_by_name(name: str, words: str) -> None:
    assert read(_with(name)).refused == (f"{name}: {words}",)


def test_no_document_type_is_ever_read() -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'
    (told,) = read(_with("word/header9.xml", bomb)).refused
    assert told == "word/header9.xml: it declares a document type"


_BODY: list[tuple[str, str]] = [
    ("<w:p {w}><w:ins w:id='1'><w:r><w:t>a</w:t></w:r></w:ins></w:p>", "a tracked change"),
    ("<w:p {w}><w:r><w:rPr><w:vanish/></w:rPr><w:t>a</w:t></w:r></w:p>", "hidden text"),
    ("<w:p {w}><w:r><w:object/></w:r></w:p>", "an embedded object"),
    ("<w:p {w}><w:r><w:pict/></w:r></w:p>", "an old drawing (insert the picture again)"),
    ("<w:p {w}><w:hyperlink w:anchor='x'><w:r><w:t>a</w:t></w:r></w:hyperlink></w:p>", "a link"),
    ("<w:p {w}><w:fldSimple w:instr=' INCLUDETEXT c:/x '/></w:p>", "the field INCLUDETEXT"),
    ("<w:p {w}><w:r><w:instrText>DATE \\@ d</w:instrText></w:r></w:p>", "the field DATE"),
    ("<w:p {w}><w:pPr><w:sectPr/></w:pPr></w:p>", "a section break"),
]  # fmt: skip


@pytest.mark.parametrize(("xml", "words"), _BODY)
def test_what_a_cover_is_not_made_of_is_refused(xml: str, words: str) -> None:
    def put(document: Any) -> None:
        document.element.body.insert(0, parse_xml(xml.replace("{w}", nsdecls("w"))))

    (told,) = read(_plain(put)).refused
    assert told.removesuffix(" is not taken over") == f"word/document.xml: {words}"


def test_a_picture_must_not_float_nor_be_without_words() -> None:
    def put(document: Any) -> None:
        document.sections[0].header.paragraphs[0].add_run().add_picture(_picture())

    assert read(_plain(put)).refused == ("word/header1.xml: a picture without alternative text",)


def test_a_link_to_outside_is_refused() -> None:
    def put(document: Any) -> None:
        document.part.relate_to("https://example.org/x.dotx", "http://example.org/attached", True)

    (told,) = read(_plain(put)).refused
    assert told == "word/_rels/document.xml.rels: a link to something outside the file (attached)"


@pytest.mark.parametrize("raw", [b"", b"PK\x03\x04", b"not a Word file", "Llŷr".encode() * 99])
def test_a_file_of_another_kind_is_refused(raw: bytes) -> None:
    (told,) = read(raw).refused
    assert told.startswith("the file itself: ")


def test_a_page_number_in_words_own_frame_is_kept() -> None:
    def put(document: Any) -> None:
        footer = document.sections[0].footer
        frame = f"<w:sdt {nsdecls('w')}><w:sdtPr/><w:sdtContent><w:p><w:r><w:t>Page </w:t></w:r>"
        frame += "<w:fldSimple w:instr=' PAGE '/></w:p></w:sdtContent></w:sdt>"
        footer._element.insert(0, parse_xml(frame))

    raw = _plain(put)
    assert read(raw).refused == ()
    foot = _opened(emit(every_block(), raw)).sections[0].footer
    assert foot.paragraphs[0].text == "Page "
    assert not list(foot._element.iter(qn("w:sdt")))


# The commands


def test_house_check_says_what_the_file_lacks(planc: Planc, base: Path) -> None:
    (base / "house.docx").write_bytes(_plain(_dressed))
    ran = planc("house", "check", "house.docx")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("house.docx will do. Name it in planc.yaml: house: house.docx\n")
    assert "; planc's own are used:\n  Small\n  TableText\n" in ran.out


def test_house_check_says_what_is_refused(planc: Planc, base: Path) -> None:
    (base / "house.docx").write_bytes(_with("word/vbaProject.bin"))
    ran = planc("house", "check", "house.docx")
    assert ran.status == 1
    assert ran.out == "house.docx cannot be the house style:\n  word/vbaProject.bin: macros\n"
    assert planc("house", "check", "none.docx").status == 2


def test_what_house_eject_writes_changes_nothing(planc: Planc, base: Path) -> None:
    assert planc("house", "eject", "house.docx").status == 0
    again = planc("house", "eject", "house.docx")
    assert (again.status, again.err) == (
        2,
        "planc: house.docx is there already: name another file.\n",
    )
    raw = (base / "house.docx").read_bytes()
    assert raw == ours().base
    plain, dressed = _opened(emit(every_block())), _opened(emit(every_block(), raw))
    for mine, theirs in (
        (plain.sections[0].header, dressed.sections[0].header),
        (plain.sections[0].footer, dressed.sections[0].footer),
    ):
        assert [p.text for p in mine.paragraphs] == [p.text for p in theirs.paragraphs]
    assert [p.style.name for p in plain.paragraphs] == [p.style.name for p in dressed.paragraphs]


def test_build_takes_the_style_that_the_policy_names(planc: Planc, base: Path) -> None:
    (base / "house.docx").write_bytes(_plain(_dressed))
    policy = base / "planc.yaml"
    policy.write_text(policy.read_text() + "house: house.docx\n")
    assert planc("build", "--as-of", "2026-11-22").status == 0
    paper = Document(str(base / "packs" / "SOC-2026-014-plan-board.docx"))
    assert paper.paragraphs[0].text == "Papers of the board"
    assert paper.sections[0].header.paragraphs[0].text == "OFFICIAL-SENSITIVE"


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (None, "The house style house.docx cannot be opened: no such file or directory."),
        (
            b"x",
            "The house style house.docx cannot be used:\n  the file itself: File is not a zip file",
        ),
    ],
)
def test_build_stops_at_a_style_that_will_not_do(
    planc: Planc, base: Path, raw: bytes | None, told: str
) -> None:
    policy = base / "planc.yaml"
    policy.write_text(policy.read_text() + "house: house.docx\n")
    if raw is not None:
        (base / "house.docx").write_bytes(raw)
    ran = planc("build", "--as-of", "2026-11-22")
    assert (ran.status, ran.err.rstrip()) == (2, f"planc: {told}")
    assert not (base / "packs").exists()


def test_a_house_style_lies_beside_the_policy(planc: Planc, base: Path) -> None:
    policy = base / "planc.yaml"
    policy.write_text(policy.read_text() + "house: ../../etc/house.docx\n")
    ran = planc("build", "--as-of", "2026-11-22")
    assert ran.status == 2
    assert "house.docx" in ran.err


# Order and choice of sections


def test_the_policy_says_which_sections_come_in_which_order(planc: Planc, base: Path) -> None:
    policy = base / "planc.yaml"
    policy.write_text(policy.read_text() + "sections: [decisions, objectives]\n")
    ran = planc("build", "--as-of", "2026-11-22", "--to", "md")
    assert ran.status == 0
    paper = (base / "packs" / "SOC-2026-014-plan-board.md").read_text()
    heads = re.findall(r"^## (.*)$", paper, re.MULTILINE)
    assert heads[:4] == ["Contents", "1 Decisions", "2 Objectives", "Annex A Findings and waivers"]
    found = planc("check", "--as-of", "2026-11-22").out
    assert "sections: the papers leave out tactics, actions, disruptions, threat," in found
