"""HTML as a person reads it, line by line."""

from collections.abc import Iterator
from typing import Any

from lxml import html

_HEADINGS = ("h1", "h2", "h3", "h4")


def read_html(raw: bytes) -> Any:
    """The page's root element."""
    return html.document_fromstring(raw.decode())


def as_read(element: Any) -> str:
    """The words of an element: a line for each block and for each row of a table."""
    return "\n".join(_lines(element))


def _lines(element: Any) -> Iterator[str]:
    for part in element:
        if part.tag in _HEADINGS:
            yield from ("", f"{'#' * int(part.tag[1])} {part.text_content()}")
        elif part.tag in ("p", "caption", "figcaption", "a"):
            yield part.text_content()
        elif part.tag == "svg":
            yield f"[{part.get('aria-label')}]"
        elif part.tag == "li":
            inner = part.findall("ul")
            words = part.text_content() if not inner else part[0].text_content()
            yield f"- {words}"
            yield from (f"  {line}" for part in inner for line in _lines(part))
        elif part.tag == "tr":
            yield " | ".join(" / ".join(_lines(cell)) or cell.text_content() for cell in part)
        elif part.tag == "hr":
            yield from ("", "---")
        elif part.tag == "table":
            yield from ("", *_lines(part), "")
        elif part.tag != "head":
            yield from _lines(part)
