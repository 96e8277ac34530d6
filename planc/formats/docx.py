"""Paper -> Word: the body as XML text over templates/reference.docx.

The body is written as text and parsed once, which is many times faster than building it cell by
cell. Text reaches it only through `_esc`; `Xml` is what has.
"""

import copy
import datetime as dt
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from itertools import groupby
from typing import Any, NamedTuple, NewType
from xml.sax.saxutils import escape

from docx import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement, parse_xml

from planc.formats.word import archive, label, read_back
from planc.formats.word.chart import drawing
from planc.formats.word.house_style import ours, read
from planc.formats.word.legibility import FILLS
from planc.formats.word.marking import Lines, faults
from planc.formats.word.watermark import watermark
from planc.model.fingerprint import NONE_YET
from planc.model.paper import (
    Block,
    Bullets,
    Callout,
    Cell,
    Chart,
    Contents,
    Heading,
    PageBreak,
    Paper,
    Paragraph,
    Run,
    Table,
    Tone,
    clip,
)

SUFFIX = ".docx"
STYLED = True
DRAFT = "DRAFT"

Xml = NewType("Xml", str)

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_NAMES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in (("w", _W), ("r", _R), ("wp", _WP), ("a", _A), ("c", _C))
)
_EMU = 635  # English metric units in a twentieth of a point
_STRANDS = {
    strand: f'<w:pBdr><w:left w:val="single" w:sz="36" w:space="6" w:color="{color}"'
    f' w:themeColor="accent{accent}"/></w:pBdr>'
    for strand, accent, color in (
        ("pursue", 1, "1F3864"),
        ("prevent", 2, "9C2A10"),
        ("protect", 5, "2A7F9E"),
        ("prepare", 6, "B8801F"),
    )
}
"""A colour at the side of each strand's heading; as greys they differ too."""
_KEEP = Xml("<w:keepNext/>")
_CALLOUTS = {Tone.RED: "CalloutRed", Tone.GREEN: "CalloutGreen"}


def recognises(raw: bytes) -> bool:
    """Whether it is a package, as Word files are."""
    return raw.startswith(b"PK") or zipfile.is_zipfile(BytesIO(raw))


texts, doubts = read_back.texts, read_back.doubts
stray, sealed, is_as_sealed = archive.stray, archive.sealed, archive.is_as_sealed


def emit(pack: Paper, house: bytes = b"") -> bytes:
    """The Word file, in the force's own style if it has one; the same bytes for the same pack."""
    style = read(house) if house else ours()
    document = Document(BytesIO(style.base))
    _mark(document, pack)
    properties = document.core_properties
    properties.title, properties.subject = clip(pack.title, 255), clip(pack.subject, 255)
    properties.keywords, properties.language = clip(pack.marking, 255), "en-GB"
    properties.identifier = NONE_YET
    properties.created = properties.modified = dt.datetime.combine(pack.as_of, dt.time())
    if pack.label:
        name, package = PackURI(label.PART), document.part.package
        part = Part(name, label.CONTENT_TYPE, label.label_part(pack.label, pack), package)
        package.relate_to(part, label.RELATION)
    body: Any = document.element.body
    *cover, last = body
    made = _body(_paper(pack, document, style.series), last)
    if cover:
        first: Any = made[0].find(qn("w:pPr"))
        first.insert_element_before(OxmlElement("w:pageBreakBefore"), "w:spacing", "w:jc")
    made[:0] = cover
    document.element.replace(body, made)
    out = BytesIO()
    document.save(out)
    return _repeatable(out.getvalue())


def _lines(pack: Paper) -> Lines:
    """The marking as it stands on every page."""
    stamps = pack.stamps
    return Lines(
        pack.marking, " - ".join((*stamps, pack.banner)), " - ".join((*stamps, pack.marking))
    )


def _mark(document: Any, pack: Paper) -> None:
    """Writes the marking into every header and footer, and DRAFT behind the text."""
    lines, section = _lines(pack), document.sections[0]
    headers, footers = [section.header], [section.footer]
    if section.different_first_page_header_footer:
        headers.append(section.first_page_header)
        footers.append(section.first_page_footer)
    for number, header in enumerate(headers, 1):
        marking, banner = header.paragraphs[:2]
        _write(marking, lines.marking)
        if DRAFT in pack.stamps:
            banner._p.append(parse_xml(watermark(DRAFT, number)))
        _write(banner, lines.banner)
    for footer in footers:
        facts, marking = footer.paragraphs[-2:]
        facts.runs[0].text = f"{pack.footer}."
        _write(marking, lines.foot)


def _write(paragraph: Any, text: str) -> None:
    """Words in the paragraph's own letters, which no style can change."""
    run = paragraph.add_run(text)._r
    run.insert(0, copy.deepcopy(paragraph._p.pPr.find(qn("w:rPr"))))


def marking_faults(raw: bytes, paper: Paper) -> list[str]:
    """What is wrong with the marking in a finished file, in words; none if it stands."""
    return faults(raw, _lines(paper), DRAFT if DRAFT in paper.stamps else "")


def _repeatable(raw: bytes) -> bytes:
    """The package with its parts in a fixed order and without the time it was made."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(raw)) as package, zipfile.ZipFile(out, "w") as fixed:
        first = ["[Content_Types].xml", "_rels/.rels"]
        for name in [*first, *sorted(set(package.namelist()) - set(first))]:
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.create_system = 0
            info.compress_type = zipfile.ZIP_DEFLATED
            fixed.writestr(info, package.read(name))
    return out.getvalue()


# Blocks


class _Paper(NamedTuple):
    """A pack, the bookmarks of its headings by anchor, the ids of its charts' parts, and how wide
    its lines are on a page that stands and on one that lies, in twentieths of a point."""

    pack: Paper
    marks: Mapping[str, str]
    drawings: Mapping[Chart, str]
    width: int
    lying: int


def _paper(pack: Paper, document: Any, series: tuple[str, str, str]) -> _Paper:
    marks = {heading.anchor: f"_Toc{number:08}" for number, heading in enumerate(pack.headings, 1)}
    drawings = {}
    for number, chart in enumerate(dict.fromkeys(pack.charts), 1):
        name = PackURI(f"/word/charts/chart{number}.xml")
        drawn = drawing(chart, series)
        part = Part(name, CONTENT_TYPE.DML_CHART, drawn, document.part.package)
        drawings[chart] = document.part.relate_to(part, RELATIONSHIP_TYPE.CHART)
    page = document.sections[0]
    margins = page.left_margin + page.right_margin
    sides = sorted((page.page_width, page.page_height))
    width, lying = ((side - margins) // _EMU for side in (page.page_width, sides[1]))
    return _Paper(pack, marks, drawings, width, lying)


def _body(paper: _Paper, page: Any) -> Any:
    """The body, in sections whose pages are as `page` says, but for those that lie on their side.

    A section says in its last paragraph how its pages are; the last section says it at the end.
    """
    title, subtitle = Run(paper.pack.title), Run(paper.pack.subtitle)
    parts = [_p("Title", _run(title)), _p("Subtitle", _run(subtitle))]
    turned = False
    for wide, blocks in _stretches(paper.pack.blocks):
        if wide != turned:
            parts.append(_END)
        # a section starts on a page of its own
        first = 1 if wide != turned and isinstance(blocks[0], PageBreak) else 0
        parts.append(_blocks(blocks[first:], paper))
        turned = wide
    # parsed in one go: to move what was parsed elsewhere takes a time that grows with its square
    body = parse_xml(f"<w:body {_NAMES}>{''.join(parts)}</w:body>")
    wide = False
    for number, end in enumerate(list(body.iter(_END_TAG))):
        _end_section(end, _page(page, wide=wide, first=number == 0))
        wide = not wide
    body.append(_page(page, wide=turned, first=body.find(f".//{qn('w:sectPr')}") is None))
    return body


_END = Xml("<w:sectEnd/>")  # where a section ends; gone from what is written
_END_TAG = qn("w:sectEnd")


def _end_section(end: Any, page: Any) -> None:
    """A table cannot say how pages are; if the contents do, LibreOffice loses the page numbers."""
    last = end.getprevious()
    if last.tag != qn("w:p") or (last.style or "").startswith("TOC"):
        last = parse_xml(f"<w:body {_NAMES}>{_p('Small', Xml(''))}</w:body>")[0]
        end.addprevious(last)
    end.getparent().remove(end)
    last.get_or_add_pPr().append(page)


def _page(page: Any, *, wide: bool, first: bool) -> Any:
    made = copy.deepcopy(page)
    if not first:  # the first page of the paper is that of its first section
        for title_page in made.findall(qn("w:titlePg")):
            made.remove(title_page)
    size = made.find(qn("w:pgSz"))
    width, height = (size.get(qn(f"w:{side}")) for side in ("w", "h"))
    if wide and int(width) < int(height):
        for name, value in (("w", height), ("h", width), ("orient", "landscape")):
            size.set(qn(f"w:{name}"), value)
    return made


def _stretches(blocks: Sequence[Block]) -> Iterator[tuple[bool, list[Block]]]:
    """The blocks by how their pages lie, true for those on their side.

    A wide table takes along the headings and words that lead to it, and a small paragraph after it.
    """
    lying = [isinstance(block, Table) and block.wide for block in blocks]
    for number in [n for n, wide in enumerate(lying) if wide]:
        lead = number
        while lead and isinstance(blocks[lead - 1], Paragraph):
            lead -= 1
        if lead and isinstance(blocks[lead - 1], Heading):
            while lead and isinstance(blocks[lead - 1], Heading):
                lead -= 1
            lying[lead:number] = [True] * (number - lead)
        match blocks[number + 1 : number + 2]:
            case [Paragraph(small=True)]:
                lying[number + 1] = True
    for wide, group in groupby(range(len(blocks)), lying.__getitem__):
        yield wide, [blocks[number] for number in group]


def _blocks(blocks: Sequence[Block], paper: _Paper) -> Xml:
    parts: list[Xml] = []
    last: Block = PageBreak()
    before = Xml("")
    for block in blocks:
        if isinstance(block, PageBreak):
            before = Xml("<w:pageBreakBefore/>")
            continue
        if isinstance(last, Table) and isinstance(block, Paragraph | Bullets):
            before = Xml('<w:spacing w:before="120"/>')
        parts.append(_block(block, paper, before))
        last, before = block, Xml("")
    return Xml("".join(parts))


def _block(block: Block, paper: _Paper, before: Xml) -> Xml:
    """One block; `before` are the properties of its first paragraph."""
    match block:
        case Heading():
            return _heading(block, paper.marks, before)
        case Paragraph():
            return _paragraph(block, "Small" if block.small else "Normal", before)
        case Bullets():
            first, *others = block.items
            items = [_paragraph(item, "ListBullet") for item in others]
            return Xml(_paragraph(first, "ListBullet", before) + "".join(items))
        case Callout():
            return _callout(block, before)
        case Contents():
            return _contents(block, paper, before)
        case Table():
            return _table(block, paper.lying if block.wide else paper.width, before)
        case Chart():
            return _chart(block, paper, before)
        case PageBreak():
            return Xml("")


def _heading(heading: Heading, marks: Mapping[str, str], before: Xml) -> Xml:
    name = marks[heading.anchor]
    number = int(name.removeprefix("_Toc"))
    start = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'
    runs = Xml(f'{start}{_run(Run(heading.text))}<w:bookmarkEnd w:id="{number}"/>')
    top = '<w:spacing w:before="0"/>' if before else ""
    properties = Xml(before + _STRANDS.get(heading.strand, "") + top)
    return _p(f"Heading{heading.level}", runs, properties)


def _paragraph(held: Paragraph, style: str, before: Xml = Xml("")) -> Xml:
    return _p(style, Xml("".join(_run(run) for run in held.runs)), before)


def _callout(held: Callout, before: Xml) -> Xml:
    style = _CALLOUTS.get(held.tone, "Callout")
    keep = _KEEP
    parts = [
        _p(style, _run(Run(held.title, strong=True)), Xml((keep if held.content else "") + before))
    ]
    for number, line in enumerate(held.content, 1):
        parts.append(_paragraph(line, style, keep if number < len(held.content) else Xml("")))
    return Xml("".join(parts))


def _contents(held: Contents, paper: _Paper, before: Xml) -> Xml:
    """A table of contents that Word can renew, its rows already there as links."""
    rows = [heading for heading in paper.pack.headings if heading.level < 3]
    top = before or Xml('<w:spacing w:before="240"/>')
    parts = [_p("TOCHeading", _run(Run(held.title)), top)]
    for number, heading in enumerate(rows):
        words = _run(Run(heading.text))
        link = f'<w:hyperlink w:anchor="{paper.marks[heading.anchor]}">{words}</w:hyperlink>'
        start = _TOC_START if number == 0 else ""
        end = _FIELD_END if number == len(rows) - 1 else ""
        parts.append(_p(f"TOC{heading.level}", Xml(start + link + end)))
    return Xml("".join(parts))


_TOC_START = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-2" \\h \\n </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
)
_FIELD_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


_CHART_HEIGHT = 2800


def _chart(held: Chart, paper: _Paper, before: Xml) -> Xml:
    """A chart as wide as the text, under its caption and with its numbers in words."""
    drawing_id = paper.drawings[held]
    number = 1000 + int(drawing_id.removeprefix("rId"))  # pictures on a cover come first
    size = f'cx="{paper.width * _EMU}" cy="{_CHART_HEIGHT * _EMU}"'
    drawn = (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f'<wp:docPr id="{number}" name="Chart {number}" descr="{_esc(held.alt)}"/>'
        f'<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{_C}">'
        f'<c:chart r:id="{drawing_id}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )
    caption = _p("Caption", _run(Run(held.caption)), Xml(_KEEP + before))
    return Xml(caption + _p("Normal", Xml(drawn), _KEEP))


_SHORT = 12
"""A table of so many rows, each of single lines, stays on one page."""


def _table(held: Table, line: int, before: Xml) -> Xml:
    total = sum(held.widths)
    widths = [line * share // total for share in held.widths]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    caption = _esc(held.caption)
    properties = (
        '<w:tblPr><w:tblStyle w:val="PlancTable"/><w:tblW w:w="5000" w:type="pct"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0"'
        ' w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{caption}"/></w:tblPr>'
    )
    head = "".join(
        _cell(width, _p("TableHead", _run(Run(words))), Tone.PLAIN)
        for words, width in zip(held.header, widths, strict=True)
    )
    small = len(held.rows) <= _SHORT and all(len(c.content) == 1 for row in held.rows for c in row)
    rows = [f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>"]
    for number, row in enumerate(held.rows, 1):
        keep = _KEEP if small and number < len(held.rows) else Xml("")
        cells = "".join(
            _cell(width, _cell_content(cell, keep), cell.tone)
            for cell, width in zip(row, widths, strict=True)
        )
        rows.append(f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>")
    title = _p("Caption", _run(Run(held.caption)), Xml(_KEEP + before))
    return Xml(f"{title}<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>")


def _cell(width: int, content: Xml, tone: Tone) -> Xml:
    fill = FILLS.get(tone)
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    return Xml(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>{content}</w:tc>')


def _cell_content(cell: Cell, keep: Xml) -> Xml:
    parts = []
    for held in cell.content:
        if isinstance(held, Bullets):
            parts += [_paragraph(item, "TableBullet", keep) for item in held.items]
        else:
            parts.append(_paragraph(held, "TableSmall" if held.small else "TableText", keep))
    return Xml("".join(parts))


# Text


def _p(style: str, runs: Xml, before: Xml = Xml("")) -> Xml:
    named = f'<w:pStyle w:val="{style}"/>' if style != "Normal" else ""
    properties = f"<w:pPr>{named}{before}</w:pPr>" if named or before else ""
    return Xml(f"<w:p>{properties}{runs}</w:p>")


def _run(run: Run) -> Xml:
    bold = '<w:rPr><w:rStyle w:val="Strong"/></w:rPr>' if run.strong else ""
    lines = '</w:t><w:br/><w:t xml:space="preserve">'.join(_esc(t) for t in run.text.split("\n"))
    return Xml(f'<w:r>{bold}<w:t xml:space="preserve">{lines}</w:t></w:r>')


def _esc(text: str) -> Xml:
    """Text as XML. The only way in."""
    return Xml(escape(text, {'"': "&quot;"}))
