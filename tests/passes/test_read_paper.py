"""The words of finished papers, by the part in which they stand, in files made by hand."""

import struct
import zipfile
from collections.abc import Mapping
from io import BytesIO

import pytest

from planc.errors import PlancError
from planc.passes.read_paper import format_of, read_paper

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
SEAL = f"Seal: larch-plan-board 2026-11-22 planc-0.1.0 {'0' * 72} {'0' * 64}"


def _zipped(parts: Mapping[str, str | bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


def _document(body: str) -> str:
    return f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'


def _run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def _line(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def _word(body: str, **parts: str | bytes) -> bytes:
    named = {name.replace("_", "/") + ".xml": content for name, content in parts.items()}
    return _zipped({"word/document.xml": _document(body), **named})


def _paragraphs(body: str) -> tuple[str, ...]:
    return read_paper(_word(body)).texts["paragraphs"]


# Word


def test_words_are_told_apart_by_the_part_they_stand_in() -> None:
    table = f"<w:tbl><w:tr><w:tc>{_line(_run('22 calls'))}</w:tc></w:tr></w:tbl>"
    number = "<c:{0}><c:x><c:v>{1}</c:v><c:v>{2}</c:v></c:x></c:{0}>"
    series = number.format("tx", "Live", "") + number.format("val", "4", "5")
    core = "<c xmlns:d='x'><d:title> Larch </d:title><d:language>en-GB</d:language><d:x>y</d:x>"
    paper = read_paper(
        _word(
            _line(_run("Larch")) + table + _line() + _line(_run(SEAL)),
            word_header2=f"<w:hdr xmlns:w='{W}'>{_line(_run('OFFICIAL'))}</w:hdr>",
            word_header1=f"<w:hdr xmlns:w='{W}'>{_line(_run('OFFICIAL'))}{_line()}</w:hdr>",
            word_footer1=f"<w:ftr xmlns:w='{W}'>{_line(_run('Digest'))}</w:ftr>",
            word_charts_chart1=f"<c:chart xmlns:c='{C}'><c:ser>{series}</c:ser></c:chart>",
            docProps_core=core + "<d:creator/></c>",
        )
    )
    assert paper.texts == {
        "paragraphs": ("Larch",),
        "tables": ("22 calls",),
        "charts": ("tx: Live, ", "cat: ", "val: 4, 5"),
        "header": ("OFFICIAL",),
        "footer": ("Digest",),
        "properties": ("title: Larch", "language: en-GB"),
    }
    assert str(paper.seal) == SEAL


def test_the_words_of_split_runs_are_one_line() -> None:
    assert _paragraphs(_line(_run("Fl"), _run("ats "), _run("  now"))) == ("Flats now",)
    assert _paragraphs(_line(_run("a"), "<w:r><w:tab/></w:r>", _run("b"))) == ("a b",)
    assert _paragraphs(_line(_run("a"), "<w:r><w:br/></w:r>", _run("b"))) == ("a b",)


def test_a_file_without_charts_headers_or_properties_has_none() -> None:
    texts = read_paper(_word(_line(_run("Larch")))).texts
    assert {part: lines for part, lines in texts.items() if lines} == {"paragraphs": ("Larch",)}


def test_all_that_is_stored_is_kept_by_its_name() -> None:
    inner = _zipped({"deep/notes.txt": b"Larch", "more.zip": _zipped({"x": b"y"})})
    stored = read_paper(_word("", book=inner)).stored
    assert stored["book.xml/deep/notes.txt"] == b"Larch"
    assert stored["book.xml/more.zip/x"] == b"y"
    assert stored["book.xml"] == inner


# Files that are no paper


def _huge(raw: bytes, size: int) -> bytes:
    """The archive, in which one part claims a size."""
    at = raw.index(b"PK\1\2") + 24
    return raw[:at] + struct.pack("<I", size) + raw[at + 4 :]


def _doubled() -> bytes:
    raw = _zipped({"word/document.xml": _document(""), "word/document.xm_": b"x"})
    return raw.replace(b"document.xm_", b"document.xml")


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"\x89PNG\xff", "It is no Word, HTML or Markdown file that planc can read."),
        (b"PK\3\4 nothing", "It is a packed file that cannot be opened"),
        (_zipped({"notes.txt": b"x"}), "It is a packed file, but no Word file."),
        (_zipped({"word/document.xml": b"<w:p>"}), "A part of it cannot be read"),
        (_doubled(), "a part stands twice"),
        (_huge(_word(""), 200_000_001), "It is too large, unpacked, to be a paper."),
    ],
)
def test_what_is_no_paper_is_told_with_the_reason(raw: bytes, why: str) -> None:
    with pytest.raises(PlancError) as error:
        read_paper(raw)
    assert why in str(error.value)


def test_a_packed_part_may_be_half_as_large() -> None:
    inner = _huge(_zipped({"x": b"y"}), 100_000_001)
    with pytest.raises(PlancError, match="too large"):
        read_paper(_word("", book=inner))


def test_nothing_in_a_part_is_followed() -> None:
    head = '<!DOCTYPE w [<!ENTITY secret SYSTEM "file:///etc/hostname">]>'
    body = _document(_line(_run("a&secret;b")))
    (line,) = read_paper(_zipped({"word/document.xml": head + body})).texts["paragraphs"]
    assert line == "a"


# HTML


PAGE = f"""<!DOCTYPE html>
<html><head><title>Larch</title>
<meta name="keywords" content="OFFICIAL"><meta charset="utf-8"><meta name="empty">
<style>p {{ color: red }}</style></head>
<body><header><p>OFFICIAL</p></header>
<main><h1>The <b>plan</b></h1><p>one<br>two&nbsp;&amp; three</p><p>last</p>
<ul><li>a</li><li>b</li></ul>
<table><caption>Calls</caption><tr><th>May</th><td><p>22</p></td></tr></table>
<svg><text>41</text></svg>trailing</main>
<footer><p>digest</p></footer><p>{SEAL}</p></body></html>"""


def test_a_page_is_told_apart_by_its_parts() -> None:
    paper = read_paper(PAGE.encode())
    assert format_of(PAGE.encode()) == "html"
    assert paper.stored == {"the file": PAGE.encode()}
    assert paper.texts == {
        "paragraphs": ("The plan", "one two & three", "last", "a", "b", "trailing"),
        "tables": ("Calls", "May", "22"),
        "charts": ("41",),
        "header": ("OFFICIAL",),
        "footer": ("digest",),
        "properties": ("Larch", "keywords: OFFICIAL", "empty: "),
    }
    assert str(paper.seal) == SEAL


@pytest.mark.parametrize("start", ["\ufeff<!doctype html>", "\n  <!DOCTYPE HTML>"])
def test_a_page_is_known_by_its_first_words(start: str) -> None:
    assert format_of(f"{start}<p>x".encode()) == "html"


# Markdown


def test_markdown_is_told_apart_by_its_lines() -> None:
    raw = f"\ufeff# Larch\r\n\r\nsome  \\*words\\* \n| a | b |\n{SEAL}\n".encode()
    paper = read_paper(raw)
    assert (format_of(raw), paper.stored) == ("md", {"the file": raw})
    assert {part: lines for part, lines in paper.texts.items() if lines} == {
        "paragraphs": ("# Larch", "some *words*"),
        "tables": ("| a | b |",),
    }
    assert str(paper.seal) == SEAL


def test_the_last_seal_counts() -> None:
    later = SEAL.replace("larch", "later")
    paper = read_paper(f"{SEAL}\n\n{later}\n".encode())
    assert str(paper.seal) == later
    assert paper.texts["paragraphs"] == (SEAL,)
