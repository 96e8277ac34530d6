"""Word as a person reads it, line by line."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml.ns import qn


def as_read(raw: bytes) -> str:
    """The words of a Word file: a line for each paragraph, and for each row of a table."""
    document = Document(BytesIO(raw))
    section = document.sections[0]
    head, foot = (
        [paragraph.text for paragraph in part.paragraphs]
        for part in (section.header, section.footer)
    )
    return "\n".join([*head, *_lines(document.element.body), "", *foot]) + "\n"


def _lines(body: Any) -> Iterator[str]:
    for part in body:
        if part.tag == qn("w:tbl"):
            yield from (" | ".join(_cells(row)) for row in part.iter(qn("w:tr")))
        elif part.tag == qn("w:p"):
            yield from _paragraph(part)


def _cells(row: Any) -> Iterator[str]:
    for cell in row.iter(qn("w:tc")):
        yield " / ".join(_text(paragraph) for paragraph in cell.iter(qn("w:p")))


def _paragraph(part: Any) -> Iterator[str]:
    style, text = part.style or "", _text(part)
    if part.find(f".//{qn('w:pageBreakBefore')}") is not None:
        yield from ("", "--- new page ---")
    drawn = part.find(f".//{qn('wp:docPr')}")
    if drawn is not None:
        yield f"[{drawn.get('descr')}]"
    elif style == "Title" or style.startswith("Heading"):
        yield from ("", f"{'#' * (1 + int(style[-1]) if style[-1].isdigit() else 1)} {text}")
    elif style == "Caption":
        yield from ("", text)
    elif text:
        yield f"- {text}" if style == "ListBullet" else text


def _text(part: Any) -> str:
    return "".join(t.text or "" for t in part.iter(qn("w:t")))
