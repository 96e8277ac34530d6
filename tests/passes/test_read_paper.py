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
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = f'xmlns:r="{R}" xmlns:c="{C}"'
SEAL = f"Seal: larch-plan-board 2026-11-22 planc-0.1.0 {'0' * 100} {'0' * 10}"


def _zipped(parts: Mapping[str, str | bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


def _document(body: str) -> str:
    return f'<w:document xmlns:w="{W}" {NAMES}><w:body>{body}</w:body></w:document>'


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


WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"


def _rels(**targets: str) -> str:
    lines = [
        f'<Relationship Id="{name}" Type="{R}/{name.rstrip("0123456789")}" Target="{target}"/>'
        for name, target in targets.items()
    ]
    return f"<Relationships>{''.join(lines)}</Relationships>"


def _furniture(*lines: str) -> str:
    return f"<w:x xmlns:w='{W}'>{''.join(_line(_run(line)) for line in lines)}</w:x>"


CHART = (
    f'<w:p><w:r><w:drawing xmlns:wp="{WP}"><wp:inline><wp:docPr descr=" Bars  of" title="Four"/>'
    '<c:chart r:id="chart1"/></wp:inline></w:drawing></w:r></w:p>'
)
NUMBER = "<c:{0}><c:x><c:v>{1}</c:v><c:v>{2}</c:v></c:x></c:{0}>"
BARS = (
    f'<c:chart xmlns:c="{C}" xmlns:a="{A}"><a:t>Stuck</a:t><c:ser>'
    + NUMBER.format("tx", "Live", "")
    + NUMBER.format("val", "4", "5")
    + "</c:ser></c:chart>"
)
REFERENCES = '<w:headerReference w:type="default" r:id="header1"/>'
REFERENCES += '<w:footerReference w:type="default" r:id="footer1"/>'
RELS = {
    "_rels/.rels": _rels(officeDocument="word/document.xml"),
    "word/_rels/document.xml.rels": _rels(
        header1="top.xml", header2="first.xml", footer1="/word/end.xml", chart1="charts/c.xml"
    ),
}


def test_words_are_told_apart_by_the_part_they_stand_in() -> None:
    table = f"<w:tbl><w:tr><w:tc>{_line(_run('22 calls'))}</w:tc></w:tr></w:tbl>"
    core = "<c xmlns:d='x'><d:title> Larch </d:title><d:language>en-GB</d:language><d:x>y</d:x>"
    body = _line(_run("Larch")) + table + _line() + _line(_run(SEAL)) + CHART
    raw = _zipped(
        {
            "word/document.xml": _document(f"{body}<w:sectPr>{REFERENCES}</w:sectPr>"),
            "word/top.xml": _furniture("OFFICIAL", "", "PART A"),
            "word/first.xml": _furniture("unused"),
            "word/end.xml": _furniture("Digest"),
            "word/charts/c.xml": BARS,
            "word/comments.xml": _furniture("Why?"),
            "docProps/core.xml": core + "<d:creator/></c>",
            **RELS,
        }
    )
    paper = read_paper(raw)
    assert paper.texts == {
        "paragraphs": ("Larch", "[|]", "[+]"),
        "tables": ("[-]", "[| ]", "22 calls"),
        "charts": ("tx: Live, ", "cat: ", "val: 4, 5", "words: Stuck"),
        "header": ("OFFICIAL", "PART A"),
        "footer": ("Digest",),
        "properties": ("title: Larch", "language: en-GB"),
        "notes": ("Why?",),
        "pictures": ("chart",),
        "alternative text": ("Four Bars of",),
        "markup": (),
    }
    assert str(paper.seal) == SEAL
    assert (paper.doubts, paper.stray) == ((), 0)


@pytest.mark.parametrize(
    ("sections", "settings", "lines"),
    [
        ([""], "", ("OFFICIAL",)),
        (["<w:titlePg/>"], "", ("OFFICIAL", "[on other pages]", "[none]")),
        (['<w:titlePg w:val="0"/>'], "", ("OFFICIAL",)),
        (["", "<w:headerReference w:type='default' r:id='header2'/>"], "",
         ("OFFICIAL", "[on other pages]", "FIRST")),
        (["", "<w:titlePg/><w:headerReference w:type='first' r:id='header2'/>"], "",
         ("OFFICIAL", "[on other pages]", "FIRST")),
        ([""], "<w:evenAndOddHeaders/>", ("OFFICIAL", "[on other pages]", "[none]")),
        (["<w:headerReference w:type='default' r:id='gone'/>"], "", ("[none]",)),
    ],
)  # fmt: skip
def test_headers_are_those_of_the_pages(
    sections: list[str], settings: str, lines: tuple[str, ...]
) -> None:
    first, *others = (f"<w:sectPr>{REFERENCES}{more}</w:sectPr>" for more in sections)
    others = [one.replace(REFERENCES, "") for one in others]
    raw = _zipped(
        {
            "word/document.xml": _document(first + "".join(others)),
            "word/settings.xml": f"<w:settings xmlns:w='{W}'>{settings}</w:settings>",
            "word/top.xml": _furniture("OFFICIAL"),
            "word/first.xml": _furniture("FIRST"),
            **RELS,
        }
    )
    assert read_paper(raw).texts["header"] == lines


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
        (b"PK\3\4 nothing", "It is a packed file that cannot be opened: File is not a zip file."),
        (_zipped({"notes.txt": b"x"}), "It is a packed file, but no Word file."),
        (_zipped({"word/document.xml": b"<w:p>"}), "word/document.xml in it cannot be read"),
        (_huge(_word(""), 200_000_001), "It is too large, unpacked, to be a paper."),
    ],
    # a package has the time in it, and two workers would know a test by two names
    ids=["picture", "torn", "no Word file", "no document", "large"],
)
def test_what_is_no_paper_is_told_with_the_reason(raw: bytes, why: str) -> None:
    with pytest.raises(PlancError) as error:
        read_paper(raw)
    assert str(error.value).startswith(why)
    assert why.endswith("read") or str(error.value) == why


def _damaged(how: str) -> bytes:
    """A Word file, all of it or a part, in which something does not fit."""
    method = {"bzip2": zipfile.ZIP_BZIP2, "lzma": zipfile.ZIP_LZMA}.get(how, zipfile.ZIP_DEFLATED)
    out, name = BytesIO(), "word/document.xml"
    with zipfile.ZipFile(out, "w", method) as package:
        package.writestr(name, _document(_line(_run("Larch " * 50))))
    raw = bytearray(out.getvalue())
    listed, end = raw.index(b"PK\1\2"), raw.index(b"PK\5\6")
    match how:
        case "enciphered":
            raw[6] = raw[listed + 8] = 1
        case "of a newer kind":
            raw[listed + 6] = 90
        case "its list is elsewhere":
            raw[end + 16 : end + 20] = b"\0\xff\xff\xff"
        case "its part is elsewhere":
            raw[listed + 42 : listed + 46] = b"\xf0\xff\xff\xff"
        case _:
            raw[30 + len(name) + 9] ^= 0xFF
    return bytes(raw)


DAMAGED = [
    *("deflated", "bzip2", "lzma", "enciphered", "of a newer kind"),
    *("its list is elsewhere", "its part is elsewhere"),
]


@pytest.mark.parametrize("how", DAMAGED)
def test_what_is_damaged_is_told_and_in_a_part_passed_over(how: str) -> None:
    raw = _damaged(how)
    with pytest.raises(PlancError, match="It is a packed file that cannot be opened: "):
        read_paper(raw)
    paper = read_paper(_word(_line(_run("Larch")), book=raw))
    assert paper.stored["book.xml"] == raw
    assert paper.texts["paragraphs"] == ("Larch",)


def test_a_packed_part_may_be_half_as_large() -> None:
    inner = _huge(_zipped({"x": b"y"}), 100_000_001)
    with pytest.raises(PlancError, match="too large"):
        read_paper(_word("", book=inner))
    assert read_paper(_word("", book=_huge(_zipped({"x": b"y"}), 100_000_000)))


def test_nothing_in_a_part_is_followed() -> None:
    head = '<!DOCTYPE w [<!ENTITY secret SYSTEM "file:///etc/hostname">]>'
    body = _document(_line(_run("a&secret;b")))
    with pytest.raises(PlancError, match="declares a document type"):
        read_paper(_zipped({"word/document.xml": head + body}))


def test_a_part_that_stands_twice_is_kept_and_doubted() -> None:
    paper = read_paper(_doubled())
    assert {"word/document.xml", "word/document.xml (again)"} <= paper.stored.keys()
    assert paper.doubts[0] == "word/document.xml stands twice in it"


EMPTY = {"word/document.xml": _document(""), "_rels/.rels": RELS["_rels/.rels"]}


@pytest.mark.parametrize("other", ["/word/notes.xml", "word\\notes.xml", "Word/Notes.XML"])
def test_a_name_that_programs_take_for_another_is_that(other: str) -> None:
    (doubt,) = read_paper(_zipped({**EMPTY, "word/notes.xml": "x", other: "y"})).doubts
    assert doubt.casefold() == "word/notes.xml stands twice in it"


def test_one_that_stands_three_times_is_told_of_once() -> None:
    names = ("word/notes.xml", "Word/notes.xml", "word/Notes.xml")
    paper = read_paper(_zipped({**EMPTY, **dict.fromkeys(names, "x")}))
    assert len(paper.doubts) == 1


def test_it_is_doubted_where_another_file_is_shown_among_its_words() -> None:
    shown = _document('<w:altChunk r:id="rId9"/>')
    paper = read_paper(_zipped({**EMPTY, "word/document.xml": shown}))
    assert paper.doubts == ("another file in it is shown among its words",)


def test_what_is_outside_the_parts_is_kept() -> None:
    raw = _word(_line(_run("Larch")))
    assert read_paper(raw).stray == 0
    paper = read_paper(b"before" + raw + b"after")
    assert paper.stored["outside its parts"] == b"beforeafter"
    assert paper.stray == len(b"beforeafter")
    assert paper.texts["paragraphs"] == ("Larch",)


def test_the_names_of_the_parts_are_kept() -> None:
    names = read_paper(_word("", plan="x")).stored["the names of its parts"]
    assert names == b"word/document.xml\nplan.xml"
    stored = read_paper(_word("", book=_zipped({"a": b"x", "b": b"y"}))).stored
    assert stored["book.xml/the names of its parts"] == b"a\nb"


def test_a_packed_part_that_is_damaged_is_kept_as_it_is() -> None:
    inner = _zipped({"x": b"yyyyyyyyyyyy"}).replace(b"yyyyyyyyyyyy", b"zzzzzzzzzzzz")
    assert read_paper(_word("", book=inner)).stored["book.xml"] == inner


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
    words = {part: lines for part, lines in paper.texts.items() if lines}
    markup = words.pop("markup")
    assert words == {
        "paragraphs": ("The plan", "one two & three", "last", "a", "b", "trailing"),
        "tables": ("Calls", "May", "22"),
        "charts": ("<text>", "41"),
        "header": ("OFFICIAL",),
        "footer": ("digest",),
        "properties": ("Larch", "keywords: OFFICIAL", "empty: "),
        "pictures": ("<svg>",),
    }
    assert "p { color: red }" in markup
    assert '<meta charset="utf-8">' in markup
    assert not [line for line in markup if "OFFICIAL" in line or "41" in line]
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
        "paragraphs": ("# Larch", "some \\*words\\*", "[|]"),
        "tables": ("[|]", "| a | b |"),
    }
    assert str(paper.seal) == SEAL


def test_the_last_seal_counts() -> None:
    later = SEAL.replace("larch", "later")
    paper = read_paper(f"{SEAL}\n\n{later}\n".encode())
    assert str(paper.seal) == later
    assert paper.texts["paragraphs"] == (SEAL,)
