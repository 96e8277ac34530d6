"""Paper -> Word: the house style, or templates/reference.docx, with marking, charts and text."""

import copy
import datetime as dt
import zipfile
from io import BytesIO
from typing import Any

from docx import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement, parse_xml

from planc.formats.word import archive, read_back, sensitivity_label
from planc.formats.word.body import EMU, Layout, body
from planc.formats.word.chart import drawing
from planc.formats.word.house_style import ours, read
from planc.formats.word.marking import Lines, faults
from planc.formats.word.text_size import in_size
from planc.formats.word.watermark import watermark
from planc.model.fingerprint import NONE_YET
from planc.model.paper import USUAL_SIZE, Paper, clip

SUFFIX = ".docx"
STYLED = True
PAGED = True
DRAFT = "DRAFT"


def recognises(raw: bytes) -> bool:
    """Whether it is a package, as Word files are."""
    return raw.startswith(b"PK") or zipfile.is_zipfile(BytesIO(raw))


texts, doubts = read_back.texts, read_back.doubts
stray, sealed, is_as_sealed = archive.stray, archive.sealed, archive.is_as_sealed


def emit(paper: Paper, style: bytes = b"") -> bytes:
    """The Word file, in the force's own style if it has one; the same bytes for the same paper."""
    house = read(style) if style else ours()
    document = Document(BytesIO(in_size(house.base, paper.text_size)))
    _mark(document, paper)
    properties = document.core_properties
    properties.title, properties.subject = clip(paper.title, 255), clip(paper.subject, 255)
    properties.keywords, properties.language = clip(paper.marking, 255), "en-GB"
    properties.identifier = NONE_YET
    if paper.seal:  # python-docx takes no more than 255 letters
        properties._element.get_or_add_description().text = paper.seal
    properties.created = properties.modified = dt.datetime.combine(paper.as_of, dt.time())
    if paper.label:
        name, package = PackURI(sensitivity_label.PART), document.part.package
        content = sensitivity_label.label_part(paper.label, paper)
        part = Part(name, sensitivity_label.CONTENT_TYPE, content, package)
        package.relate_to(part, sensitivity_label.RELATION)
    template: Any = document.element.body
    *cover, page = template
    content = body(_layout(paper, document), page)
    if cover:
        first: Any = content[0].find(qn("w:pPr"))
        first.insert_element_before(OxmlElement("w:pageBreakBefore"), "w:spacing", "w:jc")
    content[:0] = cover
    document.element.replace(template, content)
    out = BytesIO()
    document.save(out)
    return _repeatable(out.getvalue())


def _layout(paper: Paper, document: Any) -> Layout:
    """The paper with its charts put into the document."""
    drawings = {}
    for number, chart in enumerate(dict.fromkeys(paper.charts), 1):
        name = PackURI(f"/word/charts/chart{number}.xml")
        content = drawing(chart, 9 if paper.text_size == USUAL_SIZE else paper.text_size)
        part = Part(name, CONTENT_TYPE.DML_CHART, content, document.part.package)
        drawings[chart] = document.part.relate_to(part, RELATIONSHIP_TYPE.CHART)
    page = document.sections[0]
    margins = page.left_margin + page.right_margin
    sides = sorted((page.page_width, page.page_height))
    width, landscape_width = ((side - margins) // EMU for side in (page.page_width, sides[1]))
    return Layout(paper, drawings, width, landscape_width)


def _lines(paper: Paper) -> Lines:
    """The marking as it stands on every page."""
    stamps = paper.stamps
    return Lines(
        paper.marking, " - ".join((*stamps, paper.banner)), " - ".join((*stamps, paper.marking))
    )


def _mark(document: Any, paper: Paper) -> None:
    """Writes the marking into every header and footer, and DRAFT behind the text."""
    lines, section = _lines(paper), document.sections[0]
    headers, footers = [section.header], [section.footer]
    if section.different_first_page_header_footer:
        headers.append(section.first_page_header)
        footers.append(section.first_page_footer)
    for number, header in enumerate(headers, 1):
        marking, banner = header.paragraphs[:2]
        _write(marking, lines.marking)
        if DRAFT in paper.stamps:
            banner._p.append(parse_xml(watermark(DRAFT, number)))
        _write(banner, lines.banner)
    for footer in footers:
        facts, marking = footer.paragraphs[-2:]
        facts.runs[0].text = f"{paper.footer}."
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
