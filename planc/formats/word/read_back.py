"""The words of a Word file, by the part of the paper in which they stand.

Reads what planc wrote, and what somebody has changed since. Nothing in the file is followed,
loaded or run.
"""

from collections.abc import Mapping
from typing import Any

from planc.errors import PlancError
from planc.wording.text import single_spaced

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def texts(stored: Mapping[str, bytes]) -> Mapping[str, list[str]]:
    """The lines of each of `seal.PARTS`; `stored` are the parts of the package by their names."""
    if "word/document.xml" not in stored:
        raise PlancError("It is a packed file, but no Word file.")
    body = _parsed(stored["word/document.xml"])
    drawn = [name for name in sorted(stored) if "charts/chart" in name]
    lines = {
        "paragraphs": [_text(p) for p in body.iter(f"{_W}p") if not _in_table(p)],
        "tables": [_text(p) for p in body.iter(f"{_W}p") if _in_table(p)],
        "charts": [line for name in drawn for line in _chart(stored[name])],
        "header": _furniture(stored, "word/header"),
        "footer": _furniture(stored, "word/footer"),
        "properties": _properties(stored),
    }
    return {part: [line for line in found if line] for part, found in lines.items()}


def _parsed(content: bytes) -> Any:
    from lxml import etree

    try:
        return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        raise PlancError(f"A part of it cannot be read: {error}.") from None


def _in_table(paragraph: Any) -> bool:
    return next(paragraph.iterancestors(f"{_W}tbl"), None) is not None


def _text(paragraph: Any) -> str:
    """What stands in a paragraph; not what its fields say today, such as a page number."""
    said, depth = [], 0
    for element in paragraph.iter(f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}fldChar"):
        if element.tag == f"{_W}fldChar":
            depth += {"begin": 1, "end": -1}.get(element.get(f"{_W}fldCharType"), 0)
        elif next(element.iterancestors(f"{_W}fldSimple"), None) is None and not (
            depth and next(element.iterancestors(f"{_W}hyperlink"), None) is None
        ):
            said.append(element.text or " ")
    return single_spaced("".join(said))


def _chart(content: bytes) -> list[str]:
    """The name, the categories and the numbers of each series."""
    lines = []
    for series in _parsed(content).iter(f"{_C}ser"):
        for kind in ("tx", "cat", "val"):
            held = series.find(f"{_C}{kind}")
            values = [] if held is None else [value.text or "" for value in held.iter(f"{_C}v")]
            lines.append(f"{kind}: {', '.join(values)}")
    return lines


def _furniture(stored: Mapping[str, bytes], lead: str) -> list[str]:
    """The words of all headers or of all footers, each once."""
    names = [name for name in sorted(stored) if name.startswith(lead) and name.endswith(".xml")]
    lines = [_text(p) for name in names for p in _parsed(stored[name]).iter(f"{_W}p")]
    return list(dict.fromkeys(line for line in lines if line))


_PROPERTIES = ("title", "subject", "keywords", "language", "creator", "description", "category")


def _properties(stored: Mapping[str, bytes]) -> list[str]:
    if "docProps/core.xml" not in stored:
        return []
    root = _parsed(stored["docProps/core.xml"])
    held = {str(e.tag).rpartition("}")[2]: single_spaced(e.text or "") for e in root}
    return [f"{name}: {held[name]}" for name in _PROPERTIES if held.get(name)]
