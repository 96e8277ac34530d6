"""Papers altered in many ways: nothing of them is called unaltered or the same that is not."""

import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import pytest

from planc.all_formats import FORMATS
from tests.conftest import DAY, PLAN, Planc, merged

NAME = "SOC-2026-014-plan-author"
RICH = """\
threat:
  type: ocg
  areas: [drugs]
  tier: force
  assessment: Likely to keep supplying Class A from three rented flats.
  scores:
    - {date: 2026-04-08, scheme: MoRiLE tactical, total: 44, confidence: medium}
    - {date: 2026-10-14, scheme: MoRiLE tactical, total: 42, confidence: medium}
log:
  - {date: 2026-10-28, ref: OBJ-1, value: 17, rag: amber, because: Fewer calls}
  - {date: 2026-11-18, ref: OBJ-1, value: 41, rag: red, because: A bad month}
"""
BYTES: dict[str, bytes] = {}


@pytest.fixture
def papers(planc: Planc, base: Path) -> Mapping[str, bytes]:
    """The author's papers of the base plan by their formats; made once."""
    if not BYTES:
        (base / PLAN).write_text(merged((base / PLAN).read_text(), RICH))
        assert planc("build", *DAY, "--edition", "author", "--to", ",".join(FORMATS)).status == 0
        BYTES.update({form: (base / "packs" / f"{NAME}.{form}").read_bytes() for form in FORMATS})
    return BYTES


# Ways to change a file

Change = Callable[[bytes], bytes]


def swap(old: str | bytes, new: str | bytes) -> Change:
    """The first of what is there in another form."""
    before, after = (text.encode() if isinstance(text, str) else text for text in (old, new))

    def change(raw: bytes) -> bytes:
        assert before in raw, before
        return raw.replace(before, after, 1)

    return change


def parts(raw: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(raw)) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(contents: Mapping[str, bytes], comment: bytes = b"") -> bytes:
    """A package of these parts, as planc packs them."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, content in contents.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.create_system = 0
            if name != "docProps/core.xml":
                info.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(info, content)
        package.comment = comment
    return out.getvalue()


def part(name: str, change: Change) -> Change:
    """A Word file with one part changed."""
    return lambda raw: packed({n: change(c) if n == name else c for n, c in parts(raw).items()})


def more(**contents: str) -> Change:
    """A Word file with more parts in it; `_` stands for `/` in their names."""
    named = {name.replace("_", "/") + ".xml": text.encode() for name, text in contents.items()}
    return lambda raw: packed({**parts(raw), **named})


def body(old: str, new: str) -> Change:
    return part("word/document.xml", swap(old, new))


def both(*changes: Change) -> Change:
    def change(raw: bytes) -> bytes:
        for one in changes:
            raw = one(raw)
        return raw

    return change


RUN = "Safe-home visits</w:t></w:r>"
"""The end of a run in a table."""
WORDS = "three rented flats"
"""Words in a paragraph."""


def run(xml: str) -> Change:
    """A Word file with more in one of its paragraphs."""
    return body(RUN, RUN + xml)


def text(words: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{words}</w:t></w:r>"


def field(code: str, result: str) -> str:
    begin, middle, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    )
    return f"{begin}<w:r><w:instrText>{code}</w:instrText></w:r>{middle}{text(result)}{end}"


def doubled(raw: bytes) -> bytes:
    """The body stands twice: the second is the one that counts, or the first."""
    contents = parts(raw)
    other = contents["word/document.xml"].replace(b"three rented", b"four rented")
    raw = packed({**contents, "word/document.xm_": other})
    return raw.replace(b"word/document.xm_", b"word/document.xml")


def appended_archive(raw: bytes) -> bytes:
    """As an archive that was added to: what it held before is still there."""
    contents = parts(raw)
    out = BytesIO(raw)
    with zipfile.ZipFile(out, "a") as package:
        package.writestr("customXml/item1.xml", b"<plan/>")
    assert parts(out.getvalue()).keys() > contents.keys()
    return out.getvalue()


def between(raw: bytes) -> bytes:
    """Bytes between the last part and the list of parts."""
    with zipfile.ZipFile(BytesIO(raw)) as package:
        at = package.start_dir
    end = raw.rindex(b"PK\5\6") + 16
    hidden = b"the whole plan"
    moved = struct.pack("<I", at + len(hidden))
    return raw[:at] + hidden + raw[at:end] + moved + raw[end + 4 :]


def entry_remark(raw: bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(raw)) as package, zipfile.ZipFile(out, "w") as changed:
        for info in package.infolist():
            info.comment = b"the whole plan" if info.filename == "word/styles.xml" else b""
            changed.writestr(info, package.read(info))
    return out.getvalue()


def packed_otherwise(raw: bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(raw)) as package, zipfile.ZipFile(out, "w") as changed:
        for info in package.infolist():
            changed.writestr(info, package.read(info), compresslevel=1)
    return out.getvalue()


def other_order(raw: bytes) -> bytes:
    first, second, *others = parts(raw).items()
    return packed(dict([first, *reversed(others), second]))


def elsewhere(raw: bytes) -> bytes:
    """The words that a program shows are in a part of another name."""
    contents = parts(raw)
    other = contents["word/document.xml"].replace(b"three rented", b"four rented")
    rels = contents["_rels/.rels"].replace(b"word/document.xml", b"word/document2.xml")
    contents["word/_rels/document2.xml.rels"] = contents["word/_rels/document.xml.rels"]
    return packed({**contents, "word/document2.xml": other, "_rels/.rels": rels})


def header_elsewhere(raw: bytes) -> bytes:
    """The header that a program shows is a part of another name."""
    contents = parts(raw)
    rels = contents["word/_rels/document.xml.rels"]
    (old,) = set(re.findall(rb'Target="(header\d*\.xml)"', rels))
    other = contents[f"word/{old.decode()}"].replace(b"OFFICIAL-SENSITIVE", b"OFFICIAL")
    contents["word/_rels/document.xml.rels"] = rels.replace(old, b"top.xml")
    return packed({**contents, "word/top.xml": other})


def first_page_without_header(raw: bytes) -> bytes:
    """The first page has a header of its own, and there is none."""
    return body("<w:pgMar ", "<w:titlePg/><w:pgMar ")(raw)


PICTURE = "<wp:inline><wp:docPr id='99' name='x' descr='{}'/></wp:inline>"
PICTURE = f"<w:r><w:drawing>{PICTURE}</w:drawing></w:r>"
CUSTOM = (
    '<w:sdt><w:sdtPr><w:dataBinding w:xpath="/a"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>'
)
NOTE = (
    '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    "<w:footnote><w:p><w:r><w:t>Approved</w:t></w:r></w:p></w:footnote></w:footnotes>"
)


class Altered(NamedTuple):
    """A way to alter a paper, and what is to be said: parts that are altered, or other words."""

    form: str
    change: Change
    altered: str = ""
    words: str = ""


OUTSIDE = (
    '<Relationships><Relationship Id="rId1" Type="http://x/attachedTemplate"'
    ' Target="http://x/y" TargetMode="External"/></Relationships>'
)
STRAY = "outside its parts: they were not compared."
DOUBT = "What it says cannot be vouched for: "
NOT_THE_FILE = "Not the file that planc wrote"

WORD: Mapping[str, Altered] = {
    # what LEAKS.md calls by these numbers
    "07 simple field": Altered(
        "docx", run(f'<w:fldSimple w:instr="TITLE">{text("Approved")}</w:fldSimple>'), "tables"
    ),
    "08 field": Altered("docx", run(field(" DOCPROPERTY x ", "Approved by the Chief")), "tables"),
    "09 symbols": Altered(
        "docx", run('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'), "tables"
    ),
    "11 hidden": Altered(
        "docx",
        body(
            f'<w:r><w:t xml:space="preserve">{"Safe-home visits"}',
            f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>{'Safe-home visits'}",
        ),
        "tables",
    ),
    "15 deleted": Altered("docx", run(f'<w:del w:id="9">{text("not approved")}</w:del>'), "tables"),
    "19 remark of the archive": Altered(
        "docx", lambda raw: packed(parts(raw), b"the whole plan"), "", STRAY
    ),
    "20 appended": Altered("docx", lambda raw: raw + b"the whole plan", "", STRAY),
    "22 parts in another order": Altered("docx", other_order, "", NOT_THE_FILE),
    "31 title of a chart": Altered(
        "docx",
        part(
            "word/charts/chart1.xml",
            swap(
                "<c:plotArea>",
                "<c:title><c:tx><c:rich><a:p xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'><a:r><a:t>Approved</a:t></a:r></a:p></c:rich></c:tx></c:title><c:plotArea>",
            ),
        ),
        "charts",
    ),
    "32 alternative text": Altered(
        "docx", body('descr="', 'descr="Approved. '), "alternative text"
    ),
    "35 the seal's digests": Altered(
        "docx",
        part(
            "docProps/core.xml",
            lambda c: re.sub(rb"(planc-[0-9.]+ )[0-9a-f]{10}", rb"\g<1>0123456789", c),
        ),
        "",
        "Its seal does not hold",
    ),
    "40 hyphen": Altered(
        "docx",
        body("three rented flats", "three rented</w:t><w:noBreakHyphen/><w:t>flats"),
        "paragraphs",
    ),
    "41 bullets": Altered(
        "docx",
        both(
            part(
                "word/numbering.xml",
                lambda c: re.sub(rb'w:lvlText w:val="[^"]*"', b'w:lvlText w:val="NOT"', c),
            ),
            run('</w:p><w:p><w:pPr><w:pStyle w:val="ListBullet"/></w:pPr>'),
        ),
        "paragraphs, tables",
    ),
    # around the archive
    "before": Altered("docx", lambda raw: b"the whole plan\n" + raw, "", STRAY),
    "between": Altered("docx", between, "", STRAY),
    "remark of a part": Altered("docx", entry_remark, "", STRAY),
    "packed otherwise": Altered("docx", packed_otherwise, "", NOT_THE_FILE),
    "appended archive": Altered("docx", appended_archive, "", NOT_THE_FILE),
    "a part of another name": Altered("docx", more(plan="<plan>words</plan>"), "", NOT_THE_FILE),
    "a part that is not of Word's": Altered(
        "docx", lambda raw: packed({**parts(raw), "x.yaml": b"plan"}), "", NOT_THE_FILE
    ),
    "a newer time": Altered(
        "docx", lambda raw: raw.replace(b"\0\0\x21\0", b"\0\0\x22\0"), "", NOT_THE_FILE
    ),
    "doubled": Altered("docx", doubled, "", f"{DOUBT}word/document.xml stands twice in it."),
    "doubled in capitals": Altered(
        "docx",
        lambda raw: packed({**parts(raw), "word/Document.XML": b"<x/>"}),
        "",
        f"{DOUBT}word/Document.XML stands twice",
    ),
    "superseded": Altered(
        "docx", elsewhere, "", f"{DOUBT}its words are not where planc puts them."
    ),
    # words
    "word": Altered("docx", body(WORDS, "four rented flats"), "paragraphs"),
    "word in a table": Altered("docx", body("Safe-home visits", "Safe home visits"), "tables"),
    "letter like another": Altered("docx", body(WORDS, "three rented fl\u0430ts"), "paragraphs"),
    "no space": Altered("docx", body(WORDS, "threerented flats"), "paragraphs"),
    "unseen character": Altered("docx", body(WORDS, "three rented\u200b flats"), "paragraphs"),
    "hidden by a style": Altered(
        "docx",
        part(
            "word/styles.xml",
            lambda c: re.sub(
                rb'(w:styleId="TableText".*?</w:pPr>)',
                rb"\1<w:rPr><w:vanish/></w:rPr>",
                c,
                count=1,
                flags=re.DOTALL,
            ),
        ),
        "tables",
    ),
    "hidden by default": Altered(
        "docx",
        part("word/styles.xml", swap("<w:rPrDefault><w:rPr>", "<w:rPrDefault><w:rPr><w:vanish/>")),
        "paragraphs, tables, header, footer",
    ),
    "struck out": Altered(
        "docx",
        body(
            '<w:r><w:t xml:space="preserve">Safe-home',
            "<w:r><w:rPr><w:strike/></w:rPr><w:t>Safe-home",
        ),
        "tables",
    ),
    "hidden row": Altered(
        "docx",
        body("<w:tr><w:trPr><w:cantSplit/></w:trPr>", "<w:tr><w:trPr><w:hidden/></w:trPr>"),
        "tables",
    ),
    "inserted": Altered("docx", run(f'<w:ins w:id="9">{text("Approved")}</w:ins>'), "tables"),
    "page number that is words": Altered("docx", run(field("PAGE", "Approved")), "tables"),
    "formula": Altered(
        "docx",
        run(
            '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>Approved</m:t></m:r></m:oMath>'
        ),
        "tables",
    ),
    "text box": Altered(
        "docx",
        run(
            f"<w:r><w:pict><w:txbxContent><w:p>{text('Approved')}</w:p></w:txbxContent></w:pict></w:r>"
        ),
        "tables, pictures",
    ),
    "lettering": Altered(
        "docx",
        run(
            '<w:r><w:pict><v:textpath xmlns:v="urn:schemas-microsoft-com:vml" string="Approved"/>'
            "</w:pict></w:r>"
        ),
        "tables, pictures",
    ),
    "picture": Altered("docx", run(PICTURE.format("Approved")), "pictures, alternative text"),
    "footnote": Altered("docx", more(word_footnotes=NOTE), "notes"),
    "comment": Altered("docx", more(word_comments=NOTE.replace("footnote", "comment")), "notes"),
    "link": Altered(
        "docx",
        both(
            run(f'<w:hyperlink r:id="rIdX">{text("")}</w:hyperlink>'),
            body("Safe-home visits</w:t>", "Safe-home visits</w:t>"),
            body(
                '<w:r><w:t xml:space="preserve">Rehousing at short notice</w:t></w:r>',
                f'<w:hyperlink r:id="rIdX">{text("Rehousing at short notice")}</w:hyperlink>',
            ),
        ),
        "tables",
    ),
    "words from another file": Altered(
        "docx",
        body("<w:sectPr", '<w:altChunk r:id="rId99"/><w:sectPr'),
        "",
        f"{DOUBT}another file in it is shown",
    ),
    "words put in when it is opened": Altered(
        "docx", run(CUSTOM.format(text(""))), "", f"{DOUBT}words in it are replaced"
    ),
    "from outside": Altered(
        "docx",
        part(
            "word/_rels/document.xml.rels",
            swap(
                "</Relationships>",
                '<Relationship Id="rIdY" Type="http://x/attachedTemplate"'
                ' Target="http://x/y" TargetMode="External"/></Relationships>',
            ),
        ),
        "",
        f"{DOUBT}it takes parts from outside itself",
    ),
    "program": Altered(
        "docx",
        lambda raw: packed({**parts(raw), "word/vbaProject.bin": b"x"}),
        "",
        f"{DOUBT}it has a program in it",
    ),
    "turned round": Altered(
        "docx", run(f'<w:bdo w:val="rtl">{text("Approved")}</w:bdo>'), "tables"
    ),
    "turned round by a property": Altered("docx", run(text("Approved", "<w:rtl/>")), "tables"),
    "template from outside": Altered(
        "docx",
        lambda raw: packed({**parts(raw), "word/_rels/settings.xml.rels": OUTSIDE.encode()}),
        "",
        f"{DOUBT}it takes parts from outside itself",
    ),
    # beside the words
    "figure of a chart": Altered(
        "docx", part("word/charts/chart1.xml", swap("<c:v>41</c:v>", "<c:v>31</c:v>")), "charts"
    ),
    "header": Altered(
        "docx", part("word/header1.xml", swap("OFFICIAL-SENSITIVE", "OFFICIAL")), "header"
    ),
    "header elsewhere": Altered("docx", header_elsewhere, "header, notes"),
    "no header on page one": Altered("docx", first_page_without_header, "header, footer"),
    "footer": Altered(
        "docx", part("word/footer1.xml", swap("OFFICIAL-SENSITIVE", "OFFICIAL")), "footer"
    ),
    "marking among the properties": Altered(
        "docx", part("docProps/core.xml", swap("OFFICIAL-SENSITIVE", "OFFICIAL")), "properties"
    ),
    "look": Altered(
        "docx",
        part("word/styles.xml", swap('w:val="1F3864"', 'w:val="FFFFFF"')),
        "",
        "Not compared: how it looks",
    ),
    # the seal itself
    "name in the seal": Altered(
        "docx",
        part("docProps/core.xml", swap(f"Seal: {NAME}", "Seal: SOC-2026-002-plan-author")),
        "",
        "Its seal does not hold",
    ),
    "day in the seal": Altered(
        "docx",
        part("docProps/core.xml", swap(f"Seal: {NAME} 2026-11-22", f"Seal: {NAME} 2020-01-01")),
        "",
        "Its seal does not hold",
    ),
}
PAGE: Mapping[str, Altered] = {
    "52 style hides all": Altered("html", swap("<style>", "<style>main{display:none}"), "markup"),
    "53 style says words": Altered(
        "html", swap("<style>", '<style>h1::after{content:" APPROVED"}'), "markup"
    ),
    "55 hidden": Altered(
        "html", swap("<p>Safe-home visits", "<p hidden>Safe-home visits"), "markup"
    ),
    "57 label on a telephone": Altered(
        "html", swap('data-head="', 'data-head="Approved '), "markup"
    ),
    "60 picture": Altered(
        "html",
        swap("<p>Safe-home visits", '<img alt="Approved"><p>Safe-home visits'),
        "pictures, markup",
    ),
    "63 end of a line": Altered(
        "html",
        lambda raw: re.sub(rb'(<line class="measured" [^>]*y2=")[0-9.]+', rb"\g<1>9", raw, count=1),
        "charts",
    ),
    "another sign": Altered("html", swap('href="#_square"', 'href="#_circle"'), "charts"),
    "65 style in the body": Altered(
        "html", swap("<main", "<style>p{content:'x'}</style><main"), "markup"
    ),
    "word on a page": Altered("html", swap(WORDS, "four rented flats"), "paragraphs"),
    "word in a cell of a page": Altered(
        "html", swap("<p>Safe-home visits", "<p>Safe-home visit"), "tables"
    ),
    "program in a page": Altered("html", swap("</body>", "<script>x()</script></body>"), "markup"),
    "remark in a page": Altered("html", swap("<main", "<!-- approved --><main"), "markup"),
    "link in a page": Altered(
        "html", swap("<p>Safe-home visits", '<p><a href="http://x">Safe-home visits</a>'), "markup"
    ),
    "label of a chart": Altered(
        "html", swap('aria-label="', 'aria-label="Approved '), "pictures, markup"
    ),
    "title of a page": Altered("html", swap("<title>", "<title>Approved "), "properties"),
    "keywords of a page": Altered(
        "html", swap('content="OFFICIAL-SENSITIVE', 'content="OFFICIAL'), "properties"
    ),
    "after a page": Altered("html", lambda raw: raw + b"<!-- the whole plan -->", "markup"),
    "words after a page": Altered(
        "html", lambda raw: raw + b"the whole plan", "paragraphs, markup"
    ),
    "line ends of a page": Altered(
        "html", lambda raw: raw.replace(b"\n", b"\r\n"), "", NOT_THE_FILE
    ),
    "white space of a page": Altered("html", lambda raw: raw + b"\n", "", NOT_THE_FILE),
    "seal in a page": Altered(
        "html",
        swap(f"Seal: {NAME}", "Seal: SOC-2026-002-plan-author"),
        "",
        "Its seal does not hold",
    ),
    "Markdown word": Altered("md", swap(WORDS, "four rented flats"), "paragraphs"),
    "Markdown cell": Altered("md", swap("Safe-home visits", "Safe-home visit"), "tables"),
    "Markdown link": Altered("md", swap(WORDS, "[three rented flats](http://x)"), "paragraphs"),
    "Markdown tag": Altered("md", swap("# ", "<style>p{display:none}</style>\n\n# "), "paragraphs"),
    "Markdown escape": Altered("md", swap(WORDS, "three \\rented flats"), "paragraphs"),
    "Markdown remark": Altered("md", lambda raw: raw + b"<!-- the whole plan -->\n", "paragraphs"),
    "Markdown line ends": Altered("md", lambda raw: raw.replace(b"\n", b"\r\n"), "", NOT_THE_FILE),
    "Markdown seal": Altered(
        "md",
        swap(f"Seal: {NAME} 2026-11-22", f"Seal: {NAME} 2020-01-01"),
        "",
        "Its seal does not hold",
    ),
}
ALTERED: Mapping[str, Altered] = {**WORD, **PAGE}


def test_there_are_ways_enough() -> None:
    assert len(ALTERED) >= 80


@pytest.mark.parametrize("form", FORMATS)
def test_planc_made_it_and_nobody_touched_it(
    planc: Planc, tmp_path: Path, papers: Mapping[str, bytes], form: str
) -> None:
    (tmp_path / "paper").write_bytes(papers[form])
    ran = planc("verify", tmp_path / "paper")
    assert (ran.status, ran.err) == (0, "")
    assert "Unaltered: every byte of it is as planc wrote it." in ran.out


@pytest.mark.parametrize("name", ALTERED)
def test_an_altered_paper_is_told_of_as_it_is(
    planc: Planc, tmp_path: Path, papers: Mapping[str, bytes], name: str
) -> None:
    way = ALTERED[name]
    raw = way.change(papers[way.form])
    assert raw != papers[way.form]
    (tmp_path / "paper").write_bytes(raw)
    ran = planc("verify", tmp_path / "paper")
    assert (ran.status, ran.err) == (1, "")
    assert "Unaltered" not in ran.out
    verdict = dict(line.strip().rstrip(".").partition(": ")[::2] for line in ran.out.splitlines())
    altered = verdict.get("ALTERED since planc made it", "")
    assert altered == way.altered, ran.out
    same = verdict.get("Compared, and the same", "").split(", ")
    assert not [one for one in same if one in way.altered.split(", ") and one]
    assert way.words in ran.out, ran.out
    if DOUBT in ran.out or "does not hold: the line" in ran.out:
        assert "the same" not in ran.out
    if "does not hold: the line" in ran.out:
        assert "SOC-2026" not in ran.out.partition("\n")[2]


def test_the_sum_of_a_part_is_looked_at(papers: Mapping[str, bytes]) -> None:
    """The fingerprint lies beside a sum that changes with it, and is not covered by it."""
    from planc.formats.word.archive import is_as_sealed

    raw = papers["docx"]
    total = struct.pack("<I", zlib.crc32(parts(raw)["docProps/core.xml"]))
    assert is_as_sealed(raw)
    assert raw.count(total) == 2
    assert not is_as_sealed(raw.replace(total, b"\0\0\0\0"))
