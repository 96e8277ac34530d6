"""Files that others call Word files: opened, or told as an officer would say it."""

import zipfile
from io import BytesIO

import pytest

from planc.formats.word.house_style import ours
from tests.formats.house_files import (
    BODY,
    HEADER,
    RELATIONS,
    STYLES,
    edited,
    ejected,
    opened,
    packed,
    paper_in,
    refusals,
    with_part,
)

_SAVE = "Open it in Word, then File > Save As > Word Document (.docx)."
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b"", "The file is empty. Save the template again from Word."),
        (_OLD, f"This is an old Word file (.doc). {_SAVE}"),
        (
            _OLD + "EncryptedPackage".encode("utf-16-le"),
            (
                "The file is locked with a password or by its sensitivity label. Take the lock off"
                " in Word: File > Info > Protect Document."
            ),
        ),
        (b"{\\rtf1\\ansi x}", f"This is a rich text file (.rtf). {_SAVE}"),
        (b"%PDF-1.7", f"This is a PDF. Take the Word file that it was made from. {_SAVE}"),
        (
            b"<html>x</html>",
            f"This is not a Word document (.docx), whatever its name ends in. {_SAVE}",
        ),
        (
            "Llŷr".encode() * 99,
            f"This is not a Word document (.docx), whatever its name ends in. {_SAVE}",
        ),
        (
            b"PK\x03\x04",
            (
                "The file is damaged or was cut short, so it cannot be unpacked. Copy it again, or"
                " open it in Word and save it once more."
            ),
        ),
        (
            packed({"mimetype": b"application/vnd.oasis.opendocument.text"}),
            f"This is an OpenDocument file (.odt). {_SAVE}",
        ),
        (packed({"xl/workbook.xml": b"x"}), f"This is an Excel or PowerPoint file. {_SAVE}"),
        (packed({"a": b""}), f"This is a packed file, but not a Word document (.docx). {_SAVE}"),
    ],
    # a package has the time in it, and two workers would know a test by two names
    ids=lambda value: "" if isinstance(value, bytes) else value[:40],
)
def test_a_file_of_another_kind_is_told_and_what_to_do(raw: bytes, told: str) -> None:
    assert refusals(raw) == told


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_file_that_was_cut_short_is_told(share: float) -> None:
    raw = ours().base
    assert refusals(raw[: int(len(raw) * share)]).startswith("The file is damaged or was cut short")


def test_a_file_with_a_part_that_is_damaged_is_told() -> None:
    raw = bytearray(ours().base)
    with zipfile.ZipFile(BytesIO(raw)) as package:
        start = package.getinfo(STYLES).header_offset
    raw[start + 60 : start + 70] = bytes(10)
    assert refusals(bytes(raw)).startswith("The file is damaged or was cut short")


def test_a_file_too_large_is_told() -> None:
    assert refusals(with_part("word/media/a.png", bytes(20_000_001))).startswith(
        "The file is too large for a house style"
    )


@pytest.mark.parametrize("part", [STYLES, BODY, "word/numbering.xml", "word/theme/theme1.xml"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_no_document_type_is_ever_read(part: str, encoding: str) -> None:
    bomb = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'
    told = refusals(with_part(part, bomb.encode(encoding)))
    assert told == f"{part} cannot be read: it declares a document type. {_SAVE}"


@pytest.mark.parametrize("part", [STYLES, BODY, HEADER, "word/numbering.xml"])
def test_a_part_that_cannot_be_read_is_told(part: str) -> None:
    for content in (b"", b"<x", bytes(9), "<a>é</a>".encode("latin-1")):
        assert refusals(with_part(part, content)) == (
            f"{part} cannot be read: it is not well-formed. {_SAVE}"
        )


_FORCE = (
    b'<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:r>'
    b"<w:t>Exampleshire</w:t></w:r></w:p></w:hdr>"
)


@pytest.mark.parametrize(
    "target",
    ["/word/header1.xml", "./header1.xml", "../word/./header1.xml", "Header1.XML", "%68eader1.xml"],
)
def test_a_part_is_found_however_it_is_named(target: str) -> None:
    raw = edited(RELATIONS, 'Target="header1.xml"', f'Target="{target}"')
    with zipfile.ZipFile(BytesIO(raw)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    paper = opened(paper_in(packed({**parts, HEADER: _FORCE})))
    assert paper.sections[0].header.paragraphs[2].text == "Exampleshire"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('Target="header1.xml"', 'Target="NULL"'),
        ('Target="header1.xml"', ""),
        ('Id="rId5"', 'Id="rId500"'),
        ('Target="header1.xml"', 'TargetMode="External" Target="file:///c:/header1.xml"'),
        ("rId", "rID"),
    ],
)
def test_what_leads_nowhere_is_left_out(old: str, new: str) -> None:
    paper = opened(paper_in(edited(RELATIONS, old, new)))
    assert len(paper.sections[0].header.paragraphs) == 2


def test_the_main_part_may_have_another_name() -> None:
    parts = ejected()
    parts["word/document2.xml"] = parts.pop(BODY)
    parts["word/_rels/document2.xml.rels"] = parts.pop(RELATIONS)
    top = parts["_rels/.rels"].replace(b"document.xml", b"document2.xml")
    paper_in(packed({**parts, "_rels/.rels": top}))


def test_iso_s_strict_form_is_understood() -> None:
    names = {
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main": (
            b"http://purl.oclc.org/ooxml/wordprocessingml/main"
        ),
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships": (
            b"http://purl.oclc.org/ooxml/officeDocument/relationships"
        ),
        b"http://schemas.openxmlformats.org/drawingml/2006/main": (
            b"http://purl.oclc.org/ooxml/drawingml/main"
        ),
    }
    parts = ejected()
    parts[HEADER] = _FORCE
    parts[BODY] = parts[BODY].replace(b'w:top="1304"', b'w:top="3.5cm"')
    for name, content in parts.items():
        for transitional, strict in names.items():
            content = content.replace(transitional, strict)
        parts[name] = content
    section = opened(paper_in(packed(parts))).sections[0]
    assert section.header.paragraphs[2].text == "Exampleshire"
    assert round(section.top_margin.cm, 1) == 3.5


def test_a_file_without_styles_gets_planc_s_own() -> None:
    parts = ejected()
    del parts[STYLES], parts["word/numbering.xml"], parts["word/theme/theme1.xml"]
    paper_in(packed(parts))
