"""The words of one part of a Word file, a line for each paragraph.

Words that a reader does not see as they stand (hidden, deleted, struck out, put in by a field) are
told apart from those that he does.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from planc.formats.word.ooxml import A, R, W
from planc.formats.word.package import Package, is_on, marks_of, value
from planc.wording.text import single_spaced

_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_V = "{urn:schemas-microsoft-com:vml}"


class Line(NamedTuple):
    """A paragraph and its words on one line; the innermost cell and the outermost table around."""

    paragraph: Any
    text: str
    cell: Any
    table: Any


class _Place(NamedTuple):
    """What is around paragraphs that stand together, and how their words are to be told apart.

    `styled` is by the style of the table, `marks` by the row and the cell.
    """

    cell: Any
    table: Any
    styled: tuple[str, ...]
    marks: tuple[str, ...]


def lines_of(name: str, package: Package) -> Iterator[Line]:
    """Each paragraph of a part, and its words on one line."""
    root = package.parsed(name)
    reader, places = _Reader(name, package), _Places(package, root)
    for paragraph in root.iter(_PARAGRAPH):
        place = places.of(paragraph)
        text, marks = reader.line(paragraph, place.styled), place.marks
        text = f"[{', '.join(marks)}: {text}]" if marks and text else text
        yield Line(paragraph, text, place.cell, place.table)


class _Places:
    """What is around paragraphs, looked at once for all that stand together."""

    def __init__(self, package: Package, root: Any) -> None:
        self._styles = package.styles
        self._may_be_deleted = next(root.iter(_CELL_DELETED), None) is not None
        self._places: dict[Any, _Place] = {}
        self._styled: dict[Any, tuple[str, ...]] = {None: ()}
        self._rows: dict[Any, tuple[str, ...]] = {None: ()}

    def of(self, paragraph: Any) -> _Place:
        parent = paragraph.getparent()
        place = self._places.get(parent)
        if place is None:
            place = self._places[parent] = self._look(paragraph)
        return place

    def _look(self, paragraph: Any) -> _Place:
        around = [*paragraph.iterancestors(_CELL, _ROW, _TABLE)]
        innermost = {one.tag: one for one in reversed(around)}
        cell, row, table = (innermost.get(tag) for tag in (_CELL, _ROW, _TABLE))
        outermost = next((one for one in reversed(around) if one.tag == _TABLE), None)
        if table not in self._styled:
            self._styled[table] = self._style_of(table)
        if row not in self._rows:
            self._rows[row] = _marks_of_row(row)
        deleted = self._may_be_deleted and cell is not None and _is_deleted(cell)
        marks = self._rows[row] + (("deleted",) if deleted else ())
        return _Place(cell, outermost, self._styled[table], marks)

    def _style_of(self, table: Any) -> tuple[str, ...]:
        """What the style of a table does to the words in it."""
        properties = table.find(f"{W}tblPr")
        return () if properties is None else self._styles.marks(value(properties, "tblStyle"))


def _marks_of_row(row: Any) -> tuple[str, ...]:
    properties = row.find(f"{W}trPr")
    return tuple(mark for name, mark in _ROW_MARKS.items() if is_on(properties, name))


def _is_deleted(cell: Any) -> bool:
    return any(
        next(properties.iterchildren(_CELL_DELETED), None) is not None
        for properties in cell.iterchildren(f"{W}tcPr")
    )


_CELL_DELETED = f"{W}cellDel"
_CELL, _ROW, _TABLE = f"{W}tc", f"{W}tr", f"{W}tbl"
_ROW_MARKS = {"hidden": "hidden", "del": "deleted"}


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


_CAPTION = re.compile(r"SEQ (Table|Figure) \\\* ARABIC", re.IGNORECASE)
"""The number of a caption, which counts those before it and nothing else."""


def _field_text(code: str, result: str, before: Sequence[str]) -> str:
    """What a field adds to the words around it; `before` are those before it."""
    caption = _CAPTION.fullmatch(single_spaced(code).strip())
    if caption and result.strip().isdecimal() and "".join(before).split() == [caption[1]]:
        return result
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
        self._bullets: dict[str, str] = {}

    def line(self, paragraph: Any, around: tuple[str, ...]) -> str:
        """What stands in a paragraph, on one line, with the words that its list puts before it.

        `around` is what the style of the table that it is in does to its words.
        """
        words: list[str] = []
        properties = next(paragraph.iterchildren(_PROPERTIES), None)
        style = value(properties, "pStyle") if properties is not None else ""
        self._marks = (*around, *self._package.styles.marks(style))
        self._add(paragraph, words)
        for open_field in self._fields:
            if open_field.is_result and _kind(open_field) in _PLAIN:
                words += open_field.result
                open_field.result = []
        return single_spaced(self._bullet(properties, style) + "".join(words))

    def _bullet(self, properties: Any, style: str) -> str:
        """The words in front of an item; none for a dot, a dash or a number."""
        own = None if properties is None else next(properties.iterchildren(_NUMBERED), None)
        if own is not None:
            return self._words_before(own)
        if style not in self._bullets:
            listed = self._package.styles.list_of(style)
            self._bullets[style] = "" if listed is None else self._words_before(listed)
        return self._bullets[style]

    def _words_before(self, listed: Any) -> str:
        level = value(listed, "ilvl") or "0"
        text = self._package.bullets.get((value(listed, "numId"), level), "")
        words = re.sub(r"%[0-9]", "", text)
        return f"[{words}] " if len(re.findall(r"\w", words)) > 1 else ""

    def _add(self, node: Any, words: list[str]) -> None:
        for child in node:
            tag = child.tag
            if not isinstance(tag, str) or tag in _NO_WORDS:
                continue
            if tag in _WORDS:
                self._put(_WORDS[tag](child), words)
            elif tag in _FIELDS:
                self._field(child, words)
            else:
                self._marked(child, self._marks_of(child), words)

    def _marks_of(self, node: Any) -> Sequence[str]:
        """Why a reader does not see the words in an element as they stand."""
        if node.tag == _RUN:
            properties = next(node.iterchildren(_RUN_PROPERTIES), None)
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

    def _field(self, node: Any, words: list[str]) -> None:
        if node.tag == f"{W}instrText":
            if self._fields:
                self._fields[-1].code += node.text or ""
        elif node.tag == f"{W}fldSimple":
            inner: list[str] = []
            self._add(node, inner)
            self._put(_field_text(node.get(f"{W}instr") or "", "".join(inner), words), words)
        else:
            self._turn(node.get(f"{W}fldCharType"), words)

    def _turn(self, kind: str | None, words: list[str]) -> None:
        """Where a field begins, comes to its result, or ends."""
        if kind == "begin":
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].is_result = True
        elif kind == "end" and self._fields:
            ended = self._fields.pop()
            self._put(_field_text(ended.code, "".join(ended.result), words), words)


def _kind(field: _Field) -> str:
    return (field.code.split() or [""])[0].upper()


_PARAGRAPH, _PROPERTIES, _NUMBERED = f"{W}p", f"{W}pPr", f"{W}numPr"
_RUN, _RUN_PROPERTIES = f"{W}r", f"{W}rPr"
_FIELDS = {f"{W}{tag}" for tag in ("fldChar", "instrText", "fldSimple")}
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
