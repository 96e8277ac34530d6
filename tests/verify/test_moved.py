"""Papers in which every word is still there, or nearly: moved, cut up, scaled, said otherwise."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.conftest import Planc
from tests.verify.test_altered import (
    DOUBT,
    NOT_THE_FILE,
    WORDS,
    Altered,
    Change,
    field,
    packed,
    part,
    parts,
    run,
    swap,
)
from tests.verify.test_altered import papers as papers_of_the_base

papers = papers_of_the_base
_BODY, _CHART = "word/document.xml", "word/charts/chart1.xml"


def body(change: Callable[[str], str]) -> Change:
    def changed(raw: bytes) -> bytes:
        text = change(raw.decode())
        assert text != raw.decode()
        return text.encode()

    return part("word/document.xml", changed)


def _table_passes_a_line(text: str) -> str:
    """The first table and the paragraph after it change places."""
    found = re.search(r"(<w:tbl>.*?</w:tbl>)(<w:p>.*?</w:p>)", text, re.DOTALL)
    assert found
    return text[: found.start()] + found[2] + found[1] + text[found.end() :]


def _cell_passes_into_next(text: str) -> str:
    """The words of one cell stand in the next one, which shows both."""
    found = re.search(r"(<w:tc>(?:<w:tcPr>.*?</w:tcPr>)?)(<w:p>.*?</w:p>)(</w:tc>)"
                      r"(<w:tc>(?:<w:tcPr>.*?</w:tcPr>)?)", text, re.DOTALL)  # fmt: skip
    assert found
    moved = f"{found[1]}<w:p/>{found[3]}{found[4]}{found[2]}"
    return text[: found.start()] + moved + text[found.end() :]


def _row_ends_earlier(text: str) -> str:
    """The last cell of a row is the first of the next row."""
    found = re.search(r"(<w:tc>(?:(?!<w:tc>).)*?</w:tc>)</w:tr><w:tr>(<w:trPr>.*?</w:trPr>)?", text,
                      re.DOTALL)  # fmt: skip
    assert found
    moved = f"</w:tr><w:tr>{found[2] or ''}{found[1]}"
    return text[: found.start()] + moved + text[found.end() :]


def _picture_passes_a_line(text: str) -> str:
    """The chart stands at the end, and not under its caption."""
    found = re.search(r"<w:p>(?:(?!<w:p>).)*?<w:drawing>.*?</w:p>", text, re.DOTALL)
    assert found
    without = text[: found.start()] + text[found.end() :]
    return without.replace("<w:sectPr", found[0] + "<w:sectPr", 1)


def _in_a_field(code: str) -> Change:
    """Words that were there are what a field says."""
    plain = '<w:r><w:t xml:space="preserve">Rehousing at short notice</w:t></w:r>'
    return body(lambda text: text.replace(plain, field(code, "Rehousing at short notice"), 1))


def _chart(pattern: str, new: str) -> Change:
    return part(_CHART, lambda c: re.sub(pattern.encode(), new.encode(), c))


def _rels_of_chart(raw: bytes) -> bytes:
    outside = '<Relationships><Relationship Id="rId1" Type="http://x/oleObject"'
    outside += ' Target="http://x/y.xlsx" TargetMode="External"/></Relationships>'
    return packed({**parts(raw), "word/charts/_rels/chart1.xml.rels": outside.encode()})


def _page_moved(raw: bytes) -> bytes:
    """Each word of a table's head stands a cell further on; the last stands outside."""
    text = raw.decode()
    found = re.search(r'(?:<th scope="col"[^>]*>[^<]*</th>)+', text)
    assert found
    cells = re.findall(r"(<th[^>]*>)([^<]*)</th>", found[0])
    words: list[str] = ["", *(word for _, word in cells)]
    moved = "".join(f"{tag}{word}</th>" for (tag, _), word in zip(cells, words, strict=False))
    return (text[: found.start()] + moved + words[-1] + text[found.end() :]).encode()


def _line_passes_a_table(raw: bytes) -> bytes:
    found = re.search(rb"\n\n([^|\n]+)\n\n((?:\|[^\n]*\n)+)", raw)
    assert found
    moved: bytes = b"\n\n" + found[2] + b"\n" + found[1] + b"\n"
    return b"".join((raw[: found.start()], moved, raw[found.end() :]))


def _row_passes_on(raw: bytes) -> bytes:
    """The last row of a table stands before the head of the next."""
    found = re.search(rb"(\n\|[^\n]*)(\n\n(?:[^|\n][^\n]*\n+)+?)(\|)", raw)
    assert found
    moved: bytes = found[2] + found[1][1:] + b"\n"
    return b"".join((raw[: found.start()], moved, raw[found.end() - 1 :]))


MOVED: Mapping[str, Altered] = {
    "a table passes a line": Altered("docx", body(_table_passes_a_line), "paragraphs"),
    "words pass into the next cell": Altered("docx", body(_cell_passes_into_next), "tables"),
    "a row ends earlier": Altered("docx", body(_row_ends_earlier), "tables"),
    "a cell is shown as part of the one above": Altered(
        "docx", part(_BODY, swap("<w:tcPr>", "<w:tcPr><w:vMerge/>")), "tables"
    ),
    "a cell goes over two": Altered(
        "docx",
        part(_BODY, swap("<w:tcPr>", '<w:tcPr><w:gridSpan w:val="2"/>')),
        "tables",
    ),
    "a row is deleted, and still there": Altered(
        "docx",
        part(_BODY, swap("<w:trPr>", '<w:trPr><w:del w:id="7" w:author="x"/>')),
        "tables",
    ),
    "a cell is deleted, and still there": Altered(
        "docx", part(_BODY, swap("<w:tcPr>", '<w:tcPr><w:cellDel w:id="7"/>')), "tables"
    ),
    "a chart passes a line": Altered("docx", body(_picture_passes_a_line), "paragraphs"),
    "a link in a field": Altered("docx", _in_a_field(' HYPERLINK "http://x" '), "tables"),
    "a link inwards in a field": Altered(
        "docx", _in_a_field(' HYPERLINK \\l "x" '), "", NOT_THE_FILE
    ),
    "a field that counts captions elsewhere": Altered(
        "docx", _in_a_field(" SEQ Table \\* ARABIC "), "tables"
    ),
    "the number of a caption": Altered(
        "docx",
        part(_BODY, swap('ARABIC "><w:r><w:t>1<', 'ARABIC "><w:r><w:t>2<')),
        "paragraphs",
    ),
    "a caption counted otherwise": Altered(
        "docx", part(_BODY, swap("SEQ Table \\* ARABIC", "SEQ Table \\r 9")), "paragraphs"
    ),
    "a word over another": Altered(
        "docx",
        run("<w:r><w:ruby><w:rt><w:r><w:t>not</w:t></w:r></w:rt><w:rubyBase/></w:ruby></w:r>"),
        "tables",
    ),
    "two readings of a part": Altered(
        "docx",
        run(
            '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/'
            '2006"><mc:Choice Requires="x"><w:r><w:t>Approved</w:t></w:r></mc:Choice>'
            "</mc:AlternateContent>"
        ),
        "tables",
    ),
    "a list to choose from": Altered(
        "docx",
        run("<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>Approved</w:t></w:r></w:sdtContent></w:sdt>"),
        "tables",
    ),
    "words in a form of figures": Altered(
        "docx",
        _chart('formatCode="[^"]*"', 'formatCode="0&quot;9&quot;"'),
        "charts",
    ),
    "figures by the hundred": Altered(
        "docx",
        _chart('formatCode="[^"]*"', 'formatCode="0%"'),
        "charts",
    ),
    "another end of an axis": Altered(
        "docx",
        _chart('<c:min val="0"/>', '<c:min val="3"/>'),
        "charts",
    ),
    "an axis turned": Altered(
        "docx",
        part(
            _CHART,
            lambda c: c.replace(b"</c:scaling>", b'<c:orientation val="maxMin"/></c:scaling>', 1),
        ),
        "charts",
    ),
    "a chart's figures from outside": Altered(
        "docx", _rels_of_chart, "", f"{DOUBT}it takes parts from outside itself"
    ),
    "seal with words after it": Altered(
        "docx",
        part(
            "docProps/core.xml",
            lambda c: c.replace(b"</dc:description>", b" Approved.</dc:description>"),
        ),
        "properties",
    ),
    "words move a cell on": Altered("html", _page_moved, "markup"),
    "a template that is not shown": Altered(
        "html",
        swap("<p>Safe-home visits</p>", "<template><p>Safe-home visits</p></template>"),
        "markup",
    ),
    "another language": Altered("html", swap('lang="en-GB"', 'lang="ar" dir="rtl"'), "markup"),
    "a line passes a table": Altered("md", _line_passes_a_table, "paragraphs"),
    "a row passes into the next table": Altered("md", _row_passes_on, "tables"),
    "struck through": Altered("md", swap(WORDS, f"~~{WORDS}~~"), "paragraphs"),
    "a note at the end": Altered("md", lambda raw: raw + b"\n[^1]: Not approved\n", "paragraphs"),
    "a link's address": Altered("md", lambda raw: raw + b"\n[x]: http://x\n", "paragraphs"),
}


@pytest.mark.parametrize("name", MOVED)
def test_what_was_moved_is_told(
    planc: Planc, tmp_path: Path, papers: Mapping[str, bytes], name: str
) -> None:
    way = MOVED[name]
    raw = way.change(papers[way.form])
    assert raw != papers[way.form]
    (tmp_path / "paper").write_bytes(raw)
    ran = planc("verify", tmp_path / "paper")
    assert ran.status == 1
    assert "Unaltered" not in ran.out
    told = dict(line.strip().rstrip(".").partition(": ")[::2] for line in ran.out.splitlines())
    assert told.get("ALTERED since planc made it", "") == way.altered, ran.out
    assert way.words in ran.out
