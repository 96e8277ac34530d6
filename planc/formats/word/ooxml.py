"""Office Open XML as planc reads and writes it: names, parsing, writing."""

from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
REL = "{http://schemas.openxmlformats.org/package/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
KINDS = f"{R[1:-1]}/"
"""What the kinds of relationships begin with."""

_STRICT = "{http://purl.oclc.org/ooxml/"
_TRANSITIONAL = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/main", A[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", WP[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/picture", PIC[1:-1].encode()),
)
"""The names of ISO's strict form, which Word can save too, and those that everybody reads."""


def parsed(content: bytes) -> Any:
    """The root of an XML part, in transitional names.

    Nothing is loaded or expanded. Raises ValueError, in words, if it is no XML or declares a
    document type.
    """
    try:
        root = etree.fromstring(content, _parser())
    except (etree.XMLSyntaxError, ValueError):
        raise ValueError("it is not well-formed") from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise ValueError("it declares a document type")
    if not root.tag.startswith(_STRICT):
        return root
    plain = etree.tostring(root)
    for strict, transitional in _TRANSITIONAL:
        plain = plain.replace(strict, transitional)
    return etree.fromstring(plain, _parser())


def _parser() -> etree.XMLParser:
    # comments and instructions are words that nobody sees
    return etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )


def written(root: Any) -> bytes:
    """An XML part; names that nothing uses are not declared."""
    etree.cleanup_namespaces(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def local(element: Any) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def value(element: Any, path: str = "") -> str | None:
    """The `w:val` of an element, or of the one at `path` below it, if there is one."""
    target = element.find("/".join(f"{W}{name}" for name in path.split("/"))) if path else element
    return None if target is None else target.get(f"{W}val")
