"""The words of one part of a Word file, a line for each paragraph.

Words that a reader does not see as they stand (hidden, deleted, struck out, put in by a field) are
told apart from those that he does.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from planc.formats.word.ooxml import A, R, W
from planc.formats.word.package import Package, is_on, marks_of, value
from planc.wording.text import single_spaced

_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_V = "{urn:schemas-microsoft-com:vml}"


def lines_of(name: str, package: Package) -> Iterator[tuple[Any, str]]:
    """Each paragraph of a part, and its words on one line."""
    reader = _Reader(name, package)
    for paragraph in package.parsed(name).iter(f"{W}p"):
        text = reader.line(paragraph)
        row = next(paragraph.iterancestors(f"{W}tr"), None)
        properties = None if row is None else row.find(f"{W}trPr")
        marks = [mark for name, mark in _ROWS.items() if is_on(properties, name)]
        cell = next(paragraph.iterancestors(f"{W}tc"), None)
        if cell is not None and cell.find(f"{W}tcPr/{W}cellDel") is not None:
            marks.append("deleted")
        yield paragraph, f"[{', '.join(marks)}: {text}]" if marks and text else text


_ROWS = {"hidden": "hidden", "del": "deleted"}


@dataclass
class _Field:
    """A field that has begun and not ended: its code, and what it says today."""

    code: str = ""
    result: list[str] = field(default_factory=list)
    is_result: bool = False


_COUNTED = ("PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF")
"""Fields whose figures are another program's to count."""
_PLAIN = (*_COUNTED, "TOC", "HYPERLINK")
"""Fields whose other words are like those around them."""


def _field_text(code: str, result: str) -> str:
    """What a field adds to the words around it."""
    kind = (code.split() or [""])[0].upper()
    if kind in _COUNTED and re.fullmatch(r"\s*[0-9]{0,5}\s*", result):
        return ""
    inward = kind != "HYPERLINK" or re.match(r"\s*HYPERLINK\s+\\l\b", code, re.IGNORECASE)
    return result if kind in _PLAIN and inward else f"[field {single_spaced(code)}: {result}]"


class _Reader:
    """Reads the words of one part; a field may go on from one paragraph to the next."""

    def __init__(self, name: str, package: Package) -> None:
        self._name, self._package = name, package
        self._fields: list[_Field] = []
        self._marks: tuple[str, ...] = ()

    def line(self, paragraph: Any) -> str:
        """What stands in a paragraph, on one line, with the words that its list puts before it."""
        words: list[str] = []
        properties = paragraph.find(f"{W}pPr")
        style = value(properties, "pStyle") if properties is not None else ""
        self._marks = self._marks_around(paragraph, style)
        self._add(paragraph, words)
        for open_field in self._fields:
            if open_field.is_result and _kind(open_field) in _PLAIN:
                words += open_field.result
                open_field.result = []
        return single_spaced(self._bullet(properties, style) + "".join(words))

    def _marks_around(self, paragraph: Any, style: str) -> tuple[str, ...]:
        """What the styles of a paragraph, and of the table that it is in, do to its words."""
        styles = self._package.styles
        table = next(paragraph.iterancestors(f"{W}tbl"), None)
        properties = None if table is None else table.find(f"{W}tblPr")
        around = styles.marks(value(properties, "tblStyle")) if properties is not None else ()
        return (*around, *styles.marks(style))

    def _bullet(self, properties: Any, style: str) -> str:
        """The words in front of an item; none for a dot, a dash or a number."""
        own = properties.find(f"{W}numPr") if properties is not None else None
        listed = own if own is not None else self._package.styles.list_of(style)
        if listed is None:
            return ""
        level = value(listed, "ilvl") or "0"
        text = self._package.bullets.get((value(listed, "numId"), level), "")
        words = re.sub(r"%[0-9]", "", text)
        return f"[{words}] " if len(re.findall(r"\w", words)) > 1 else ""

    def _add(self, node: Any, words: list[str]) -> None:
        for child in node:
            tag = child.tag
            if not isinstance(tag, str) or tag in _NO_WORDS:
                continue
            if tag == f"{W}fldChar":
                self._field(child.get(f"{W}fldCharType"), words)
            elif tag == f"{W}instrText":
                if self._fields:
                    self._fields[-1].code += child.text or ""
            elif tag == f"{W}fldSimple":
                inner: list[str] = []
                self._add(child, inner)
                self._put(_field_text(child.get(f"{W}instr") or "", "".join(inner)), words)
            elif tag in _WORDS:
                self._put(_WORDS[tag](child), words)
            else:
                self._marked(child, self._marks_of(child), words)

    def _marks_of(self, node: Any) -> Sequence[str]:
        """Why a reader does not see the words in an element as they stand."""
        if node.tag == f"{W}r":
            properties = node.find(f"{W}rPr")
            if properties is None:
                return self._marks
            styled = self._package.styles.marks(value(properties, "rStyle"), default=False)
            return tuple(dict.fromkeys((*self._marks, *styled, *marks_of(properties))))
        if node.tag == f"{W}hyperlink" and node.get(f"{R}id"):
            return (f"link to {self._package.link(self._name, node.get(f'{R}id'))}",)
        return _MARKED.get(node.tag, ())

    def _marked(self, node: Any, marks: Sequence[str], words: list[str]) -> None:
        """The words of what holds others, told apart if a reader does not see them as they are."""
        if not marks:
            self._add(node, words)
            return
        inner: list[str] = []
        self._add(node, inner)
        if "".join(inner).strip():
            words.append(f"[{', '.join(marks)}: {''.join(inner)}]")

    def _put(self, text: str, words: list[str]) -> None:
        field = self._fields[-1] if self._fields else None
        if field is None:
            words.append(text)
        elif field.is_result:
            field.result.append(text)

    def _field(self, kind: str | None, words: list[str]) -> None:
        if kind == "begin":
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].is_result = True
        elif kind == "end" and self._fields:
            ended = self._fields.pop()
            self._put(_field_text(ended.code, "".join(ended.result)), words)


def _kind(field: _Field) -> str:
    return (field.code.split() or [""])[0].upper()


_NO_WORDS = {f"{W}{tag}" for tag in ("pPr", "rPr", "sectPr", "p", "tbl", "tblPr", "sdtPr")}
_WORDS: Mapping[str, Any] = {
    **dict.fromkeys((f"{W}t", f"{W}delText", f"{_M}t", f"{A}t"), lambda node: node.text or ""),
    **dict.fromkeys((f"{W}{tag}" for tag in ("tab", "ptab", "br", "cr")), lambda _: " "),
    f"{W}noBreakHyphen": lambda _: "-",
    f"{W}softHyphen": lambda _: "\u00ad",
    f"{W}sym": lambda node: f"[symbol {node.get(f'{W}char')}]",
    f"{_V}textpath": lambda node: node.get("string") or "",
}
_MARKED = {
    **{f"{W}{tag}": ("deleted",) for tag in ("del", "moveFrom")},
    **{f"{W}{tag}": ("turned round",) for tag in ("bdo", "dir")},
}
