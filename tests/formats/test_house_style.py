"""A force's own Word file: what is taken over, what is refused by name, and what stays ours."""

import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from planc.formats.docx import emit
from planc.formats.word.house_style import ours, read
from tests.conftest import Planc
from tests.formats.every_block import every_block
from tests.formats.house_files import png, with_part


def _plain(*changes: Callable[[Any], None]) -> bytes:
    """A Word file as an officer would save it, without the custom data of the library."""
    document = Document()
    for change in changes:
        change(document)
    saved, out = BytesIO(), BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as package, zipfile.ZipFile(out, "w") as plain:
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
    line.add_run().add_picture(BytesIO(png()), width=Cm(2))
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
        "SAMPLE - DRAFT - POLICE ONLY",
        "Exampleton Constabulary",
    ]
    (shown,) = section.header.part.rels.values()
    assert shown.target_part.blob == png()
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
    for font in (marking.style.font, marking.runs[0].font):
        assert (font.color.rgb, font.size) == (RGBColor(0x1A, 0x1A, 0x1A), Pt(12))
    assert document.sections[0].header_distance.twips == 397


def test_styles_the_file_lacks_are_ours_and_told_by_name() -> None:
    found = read(_plain(_dressed))
    assert found.refused == ()
    (lacks,) = [str(remark) for remark in found.changed if "has not got" in remark.words]
    assert lacks == (
        "It has not got 8 styles that papers use; planc's own are used: Small, TableText,"
        " TableHead, TableSmall, TableBullet, CalloutAttention, Toc 1, Toc 2."
        " In Word: Home > Styles > New Style, under that name."
    )
    document = _opened(emit(every_block(), _plain(_dressed)))
    used = {p.style.name for p in document.paragraphs}
    assert {"Heading 1", "List Bullet", "CalloutAttention", "Caption"} <= used


def test_a_style_is_known_by_its_name_whatever_its_id() -> None:
    def foreign(document: Any) -> None:
        style = document.styles["Heading 1"]
        style.element.set(qn("w:styleId"), "Pennawd1")
        style.font.color.rgb = RGBColor(1, 2, 3)

    document = _opened(emit(every_block(), _plain(foreign)))
    heading = next(p for p in document.paragraphs if p.style.name == "Heading 1")
    assert heading.text == "1 First plain words"
    assert heading.style.font.color.rgb == RGBColor(1, 2, 3)


def test_pale_text_is_given_more_contrast_and_told() -> None:
    def pale(document: Any) -> None:
        document.styles["Caption"].font.color.rgb = RGBColor(0xAA, 0xAA, 0xAA)
        document.styles["Heading 1"].font.color.rgb = RGBColor(0x76, 0x76, 0x76)

    (remark_words,) = [
        str(remark) for remark in read(_plain(pale)).changed if "too pale" in remark.words
    ]
    assert "Caption (#AAAAAA, 2.3:1, now #767676)" in remark_words
    assert "Heading 1" not in remark_words  # 4.54:1
    document = _opened(emit(every_block(), _plain(pale)))
    assert document.styles["Caption"].font.color.rgb == RGBColor(0x76, 0x76, 0x76)


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


# The commands


def test_house_check_says_what_the_file_lacks(planc: Planc, base: Path) -> None:
    (base / "house.docx").write_bytes(_plain(_dressed))
    ran = planc("house", "check", "house.docx")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == (
        "house.docx will do. Name it in planc.yaml: house: house.docx\n"
        "Taken: colours and fonts of its theme, 164 styles, page size and margins, header, footer,"
        " first page as a cover.\n"
        "Taken otherwise than it stands there:\n"
        "  Text that is too pale to be read by everybody is given more contrast: Subtitle (#4F81BD,"
        " 4.0:1, now #4478B6), Heading 2 (#4F81BD, 4.0:1, now #4478B6), Heading 3 (#4F81BD, 4.0:1,"
        " now #4478B6), Caption (#4F81BD, 4.0:1, now #4478B6). In Word: Home > Styles, right-click"
        " the style > Modify > Font Color.\n"
        "  It has not got 8 styles that papers use; planc's own are used: Small, TableText,"
        " TableHead, TableSmall, TableBullet, CalloutAttention, Toc 1, Toc 2. In Word: Home"
        " > Styles > New Style, under that name.\n"
        "  planc cannot see what a picture shows: make sure that none shows a marking. In Word:"
        " Insert > Header > Edit Header.\n"
    )


def test_house_check_says_what_is_refused(planc: Planc, base: Path) -> None:
    (base / "house.docx").write_bytes(with_part("word/vbaProject.bin"))
    ran = planc("house", "check", "house.docx")
    assert ran.status == 1
    assert ran.out == (
        "house.docx cannot be the house style:\nRefused:\n"
        "  It has macros. In Word: File > Save As > Word Document (.docx), which has none.\n"
    )
    ran = planc("house", "check", "none.docx")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == "planc: none.docx cannot be opened: no such file or directory.\n"


def test_house_check_reads_an_ordinary_file_only(planc: Planc, base: Path) -> None:
    (base / "link.docx").symlink_to("planc.yaml")
    for name in ("link.docx", "plans"):
        ran = planc("house", "check", name)
        assert ran.status == 2
        assert ran.err.startswith(f"planc: {name} cannot be opened: ")


def test_an_ending_in_capitals_and_a_template_will_do(planc: Planc, base: Path) -> None:
    policy, text = base / "planc.yaml", (base / "planc.yaml").read_text()
    for name in ("HOUSE.DOCX", "house.dotx"):
        (base / name).write_bytes(ours().base)
        policy.write_text(f"{text}house: {name}\n")
        assert planc("build", "--as-of", "2026-11-22", "--to", "docx").status == 0
    policy.write_text(f"{text}house: house.docm\n")
    assert planc("build", "--as-of", "2026-11-22", "--to", "docx").status == 2


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
    ("raw", "message"),
    [
        (None, "The house style house.docx cannot be opened: no such file or directory."),
        (
            b"x",
            (
                "The house style house.docx cannot be used:\n  This is not a Word document (.docx),"
                " whatever its name ends in. Open it in Word, then File > Save As > Word Document"
                " (.docx)."
            ),
        ),
    ],
)
def test_build_stops_at_a_style_that_will_not_do(
    planc: Planc, base: Path, raw: bytes | None, message: str
) -> None:
    policy = base / "planc.yaml"
    policy.write_text(policy.read_text() + "house: house.docx\n")
    if raw is not None:
        (base / "house.docx").write_bytes(raw)
    ran = planc("build", "--as-of", "2026-11-22")
    assert (ran.status, ran.err.rstrip()) == (2, f"planc: {message}")
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
    assert heads[:2] == ["Contents", "1 Objectives"]
    assert "The threat" not in " ".join(heads)
    assert planc("build", "--as-of", "2026-11-22", "--to", "md", "--edition", "author").status == 0
    paper = (base / "packs" / "SOC-2026-014-plan-author.md").read_text()
    heads = re.findall(r"^## (.*)$", paper, re.MULTILINE)
    assert heads[:4] == ["Contents", "1 Decisions", "2 Objectives", "Annex A Plan checks"]
    found = planc("check", "--as-of", "2026-11-22").out
    assert "sections: the papers leave out tactics, actions, disruptions, threat," in found
