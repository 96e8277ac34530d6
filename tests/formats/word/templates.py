"""Two templates as scientists of a government agency have them, made anew with invented words.

One has no headings of its own and a page of the United States. The other is a report that was saved
as a template: it holds everything for which one might be turned down.
"""

import zipfile
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.section import WD_SECTION
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml import parse_xml
from docx.shared import Inches

from tests.formats.house_files import NAMES, png

SAMPLE = "SAMPLE Exampleshire report"
_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_MORE = {
    "docProps/custom.xml": (
        f'<Properties xmlns="{_PROPERTIES}" xmlns:vt="{_TYPES}"><property'
        ' fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="bibliography">'
        "<vt:lpwstr>sample.bib</vt:lpwstr></property></Properties>"
    ),
    "word/comments.xml": f"<w:comments {NAMES}><w:comment w:id='0' w:author='A Sample'><w:p/>"
    "</w:comment></w:comments>",
    "word/footnotes.xml": f"<w:footnotes {NAMES}><w:footnote w:id='2'><w:p/></w:footnote>"
    "</w:footnotes>",
}


def without_headings() -> bytes:
    """Body text, a table style and a US page; no heading, no title, no list."""
    document: Any = Document()
    for style in list(document.styles):
        if style.name.startswith(("Heading", "Title", "Subtitle", "List", "toc", "Caption")):
            style.delete()
    page = document.sections[0]
    page.page_width, page.page_height = Inches(8.5), Inches(11)
    page.header.paragraphs[0].text = SAMPLE
    return _saved(document)


def report() -> bytes:
    """A report with all that a report has."""
    document: Any = Document()
    document.add_heading(SAMPLE, level=1)
    body = document.add_paragraph("Words of the report, which no paper is to have.")
    there = document.part.relate_to("https://example.org/", RT.HYPERLINK, is_external=True)
    _append(body, f'<w:hyperlink r:id="{there}"><w:r><w:t>a link</w:t></w:r></w:hyperlink>')
    _append(body, '<w:r><w:footnoteReference w:id="2"/></w:r>')
    _append(body, '<w:r><w:commentReference w:id="0"/></w:r>')
    document.add_section(WD_SECTION.NEW_PAGE)
    header = document.sections[0].header
    line = header.paragraphs[0]
    line.text = "Exampleshire "
    for kind in ("begin", "words", "end"):
        field = f'<w:fldChar w:fldCharType="{kind}"/>'
        words = "<w:instrText> DOCPROPERTY bibliography </w:instrText>"
        _append(line, f"<w:r>{words if kind == 'words' else field}</w:r>")
    _append(line, "<w:r><w:pict/></w:r>")
    line.add_run().add_picture(BytesIO(png()), width=Inches(0.5))
    line.add_run().add_picture(BytesIO(png()), width=Inches(0.5))
    drawn = list(line._p.iter("{*}inline"))
    for element in line._p.iter("{*}docPr"):
        element.set("descr", "")
    blip = next(line._p.iter("{*}blip"))
    dpi = '<a14:useLocalDpi xmlns:a14="http://schemas.microsoft.com/office/drawing/2010/main"'
    blip.append(parse_xml(f'<a:extLst {NAMES}><a:ext uri="x">{dpi} val="0"/></a:ext></a:extLst>'))
    drawn[1].tag = drawn[1].tag.replace("inline", "anchor")
    return _saved(document, _MORE)


def _append(paragraph: Any, inner: str) -> None:
    box = parse_xml(f"<w:p {NAMES}>{inner}</w:p>")
    paragraph._p.extend(list(box))


def _saved(document: Any, more: dict[str, str] | None = None) -> bytes:
    out = BytesIO()
    document.save(out)
    with zipfile.ZipFile(out, "a") as package:
        for name, text in (more or {}).items():
            package.writestr(name, text)
    return out.getvalue()
