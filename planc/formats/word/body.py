"""The blocks of a paper -> the body of a Word file, as XML text.

It is written as text and parsed once, which is many times faster than building it cell by cell.
Text reaches it only through `_esc`; `Xml` is what has.
"""

import copy
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Any, NewType
from xml.sax.saxutils import escape

from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml

from planc.model.chart import Chart
from planc.model.paper import (
    Block,
    Bullets,
    Callout,
    Cell,
    Contents,
    Heading,
    PageBreak,
    Paper,
    Paragraph,
    Run,
    Table,
)
from planc.model.tone import MEANINGS, Tone

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
EMU = 635  # English metric units in a twentieth of a point
_STRAND = (
    '<w:pBdr><w:left w:val="single" w:sz="36" w:space="6" w:color="1F3864"'
    ' w:themeColor="accent1"/></w:pBdr>'
)
"""What stands at the side of the heading of a strand."""
_KEEP = Xml("<w:keepNext/>")
_CALLOUTS = {Tone.ATTENTION: "CalloutAttention"}


@dataclass(frozen=True)
class Layout:
    """A paper, the ids of its charts' parts, and how wide its lines are, in twentieths of a point:
    on most pages, and on those that lie on their side."""

    paper: Paper
    drawings: Mapping[Chart, str]
    width: int
    landscape_width: int

    @cached_property
    def marks(self) -> Mapping[str, str]:
        """The bookmarks of its headings, by anchor."""
        headings = enumerate(self.paper.headings, 1)
        return {heading.anchor: f"_Toc{number:08}" for number, heading in headings}

    @cached_property
    def labels(self) -> Iterator[str]:
        """What its tables and charts are called, in order."""
        labelled = self.paper.labelled
        return (label for block, label in labelled if isinstance(block, Table | Chart))


def body(layout: Layout, page: Any) -> Any:
    """The body, in sections whose pages are as `page` says, but for those that lie on their side.

    A section says in its last paragraph how its pages are; the last section says it at the end.
    """
    title, subtitle = Run(layout.paper.title), Run(layout.paper.subtitle)
    parts = [_p("Title", _run(title)), _p("Subtitle", _run(subtitle))]
    turned = False
    for wide, blocks in _stretches(layout.paper.printed):
        if wide != turned:
            parts.append(_END)
        # a section starts on a page of its own
        first = 1 if wide != turned and isinstance(blocks[0], PageBreak) else 0
        parts.append(_blocks(blocks[first:], layout))
        turned = wide
    # parsed in one go: to move what was parsed elsewhere takes a time that grows with its square
    content = parse_xml(f"<w:body {_NAMES}>{''.join(parts)}</w:body>")
    wide = False
    for number, end in enumerate(list(content.iter(_END_TAG))):
        _end_section(end, _page(page, wide=wide, first=number == 0))
        wide = not wide
    content.append(_page(page, wide=turned, first=content.find(f".//{qn('w:sectPr')}") is None))
    return content


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
    section = copy.deepcopy(page)
    if not first:  # the first page of the paper is that of its first section
        for title_page in section.findall(qn("w:titlePg")):
            section.remove(title_page)
    size = section.find(qn("w:pgSz"))
    width, height = (size.get(qn(f"w:{side}")) for side in ("w", "h"))
    if wide and int(width) < int(height):
        for name, value in (("w", height), ("h", width), ("orient", "landscape")):
            size.set(qn(f"w:{name}"), value)
    return section


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


def _blocks(blocks: Sequence[Block], layout: Layout) -> Xml:
    parts: list[Xml] = []
    last: Block = PageBreak()
    before = Xml("")
    for block in blocks:
        if isinstance(block, PageBreak):
            before = Xml("<w:pageBreakBefore/>")
            continue
        if isinstance(last, Table) and isinstance(block, Paragraph | Bullets):
            before = Xml('<w:spacing w:before="120"/>')
        parts.append(_block(block, layout, before))
        last, before = block, Xml("")
    return Xml("".join(parts))


def _block(block: Block, layout: Layout, before: Xml) -> Xml:
    """One block; `before` are the properties of its first paragraph."""
    match block:
        case Heading():
            return _heading(block, layout.marks, before)
        case Paragraph():
            return _paragraph(block, "Small" if block.small else "Normal", before)
        case Bullets():
            first, *others = block.items
            items = [_paragraph(item, "ListBullet") for item in others]
            return Xml(_paragraph(first, "ListBullet", before) + "".join(items))
        case Callout():
            return _callout(block, before)
        case Contents():
            return _contents(block, layout, before)
        case Table():
            line = layout.landscape_width if block.wide else layout.width
            return _table(block, line, next(layout.labels), before)
        case Chart():
            return _chart(block, layout, before)
        case PageBreak():
            return Xml("")


def _heading(heading: Heading, marks: Mapping[str, str], before: Xml) -> Xml:
    name = marks[heading.anchor]
    number = int(name.removeprefix("_Toc"))
    start = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'
    runs = Xml(f'{start}{_run(Run(heading.text))}<w:bookmarkEnd w:id="{number}"/>')
    top = '<w:spacing w:before="0"/>' if before else ""
    properties = Xml(before + (_STRAND if heading.strand else "") + top)
    return _p(f"Heading{heading.level}", runs, properties)


def _paragraph(paragraph: Paragraph, style: str, before: Xml = Xml("")) -> Xml:
    return _p(style, Xml("".join(_run(run) for run in paragraph.runs)), before)


def _callout(callout: Callout, before: Xml) -> Xml:
    style = _CALLOUTS.get(callout.tone, "Callout")
    keep = Xml((_KEEP if callout.content else "") + before)
    parts = [_p(style, _run(Run(callout.title, strong=True)), keep)]
    for number, line in enumerate(callout.content, 1):
        keep = _KEEP if number < len(callout.content) else Xml("")
        parts.append(_paragraph(line, style, keep))
    return Xml("".join(parts))


def _contents(contents: Contents, layout: Layout, before: Xml) -> Xml:
    """A table of contents that Word can renew, its rows already there as links.

    Without numbers of pages: only Word knows them, and would ask whether to look.
    """
    if contents.brief:
        return _brief_contents(contents, layout, before)
    rows = [heading for heading in layout.paper.headings if heading.level < 3]
    top = before or Xml('<w:spacing w:before="240"/>')
    parts = [_p("TOCHeading", _run(Run(contents.title)), top)]
    for number, heading in enumerate(rows):
        link = _link(heading, layout)
        start = _TOC_START.format(2) if number == 0 else ""
        end = _FIELD_END if number == len(rows) - 1 else ""
        parts.append(_p(f"TOC{heading.level}", Xml(start + link + end)))
    return Xml("".join(parts))


def _brief_contents(contents: Contents, layout: Layout, before: Xml) -> Xml:
    rows = [_link(heading, layout) for heading in layout.paper.headings if heading.level == 1]
    if not rows:
        return Xml("")
    title = _run(Run(f"{contents.title}: ", strong=True))
    links = _run(Run(" | ")).join(rows)
    return _p("Small", Xml(_TOC_START.format(1) + title + links + _FIELD_END), before)


def _link(heading: Heading, layout: Layout) -> Xml:
    words = _run(Run(heading.text))
    return Xml(f'<w:hyperlink w:anchor="{layout.marks[heading.anchor]}">{words}</w:hyperlink>')


_TOC_START = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-{}" \\h \\n </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
)
_FIELD_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


_CHART_HEIGHT = 2300


def _chart(chart: Chart, layout: Layout, before: Xml) -> Xml:
    """A chart as wide as the text, under its caption and with what it says in words."""
    drawing_id = layout.drawings[chart]
    number = 1000 + int(drawing_id.removeprefix("rId"))  # pictures on a cover come first
    size = f'cx="{layout.width * EMU}" cy="{_CHART_HEIGHT * EMU}"'
    drawn = (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f'<wp:docPr id="{number}" name="Chart {number}" descr="{_esc(chart.alt)}"/>'
        f'<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{_C}">'
        f'<c:chart r:id="{drawing_id}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )
    caption = _caption(next(layout.labels), chart.caption, before)
    return Xml(caption + _p("Normal", Xml(drawn)))


_SHORT = 12
"""A table of so many rows, each of single lines, stays on one page."""
_MOST_LINES = 15
"""A row of more lines may go on on the next page, so that no page is left half empty for it."""
_FEW_LINES = 3
"""No row of so few is alone on a page, at the start of a table or at its end."""
_LETTER = 100  # of ten points, on average, in twentieths of a point


def _lines(cell: Cell, width: int) -> int:
    """How many lines its words take, more or less."""
    most = max(width // _LETTER, 1)
    paragraphs = (
        line
        for part in cell.content
        for line in (part.items if isinstance(part, Bullets) else (part,))
    )
    return sum(1 + sum(len(run.text) for run in line.runs) // most for line in paragraphs)


_SEQUENCE = '<w:fldSimple w:instr=" SEQ {0} \\* ARABIC "><w:r><w:t>{1}</w:t></w:r></w:fldSimple>'


def _caption(label: str, words: str, before: Xml) -> Xml:
    """A caption, with a number that Word counts again when something is put before it."""
    properties = Xml(_KEEP + before)
    if not label:
        return _p("Caption", _run(Run(words)), properties)
    kind, number = label.split(" ")
    runs = _run(Run(f"{kind} ")) + _SEQUENCE.format(kind, number) + _run(Run(f": {words}"))
    return _p("Caption", Xml(runs), properties)


def _table(table: Table, line: int, label: str, before: Xml) -> Xml:
    total = sum(table.widths)
    widths = [line * share // total for share in table.widths]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    caption = _esc(table.caption)
    properties = (
        '<w:tblPr><w:tblStyle w:val="PlancTable"/><w:tblW w:w="5000" w:type="pct"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0"'
        ' w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{caption}"/></w:tblPr>'
    )
    head = "".join(
        _cell(width, _p("TableHead", _run(Run(words))), Tone.PLAIN)
        for words, width in zip(table.header, widths, strict=True)
    )
    small = len(table.rows) <= _SHORT and all(
        len(c.content) == 1 for row in table.rows for c in row
    )
    rows = [f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>"]
    last = len(table.rows)
    for number, row in enumerate(table.rows, 1):
        lines = max(map(_lines, row, widths))
        at_an_end = number in (1, last - 1) and lines <= _FEW_LINES
        keep = _KEEP if number < last and (small or at_an_end) else Xml("")
        cells = "".join(
            _cell(width, _cell_content(cell, keep), cell.tone)
            for cell, width in zip(row, widths, strict=True)
        )
        form = "<w:trPr><w:cantSplit/></w:trPr>" if lines <= _MOST_LINES else ""
        rows.append(f"<w:tr>{form}{cells}</w:tr>")
    title = Xml("") if table.brief else _caption(label, table.caption, before)
    return Xml(f"{title}<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>")


_SHADE = '<w:shd w:val="clear" w:color="auto" w:fill="{}"/>'


def _cell(width: int, content: Xml, tone: Tone) -> Xml:
    meaning = MEANINGS.get(tone)
    shade = _SHADE.format(meaning.light.fill) if meaning else ""
    return Xml(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>{content}</w:tc>')


def _cell_content(cell: Cell, keep: Xml) -> Xml:
    parts: list[Xml] = []
    for part in cell.content:
        if isinstance(part, Bullets):
            parts += [_paragraph(item, "TableBullet", keep) for item in part.items]
        else:
            parts.append(_paragraph(part, "TableSmall" if part.small else "TableText", keep))
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
