"""Bytes and a change -> bytes: a file with one thing written into it, every other byte as it was.

A splice by position, never a dump. The result is read again, and refused unless its data are those
that were meant: what the splicing does not foresee is never written.
"""

import copy
import re
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any

from planc.errors import EditRefusedError
from planc.model.change import Append, Change, Remove, Set
from planc.model.characters import Characters, Splice
from planc.model.document import Data, Document, Marks, Route, value_at
from planc.wording import yaml_text
from planc.wording.yaml_text import PLAIN, Style, one_line


def edit(raw: bytes, change: Change, parse: Callable[[bytes], Document | None]) -> bytes:
    """The bytes of a file with the change made. Raises EditRefusedError.

    `parse` is how such a file is read; None for one that has a fault, which is mended first.
    """
    document = parse(raw)
    if document is None:
        raise EditRefusedError("The file cannot be read as it stands: planc check says why.")
    meant = _changed(document.data, change)
    try:
        after = _Editor(raw, document).bytes_after(change)
    except UnicodeEncodeError:
        raise EditRefusedError("There are letters in it that cannot be read.") from None
    written = parse(after)
    if written is None or not _same(meant, written.data, change):
        raise EditRefusedError(
            "The file would not say what was meant. Write it in the file by hand."
        )
    return after


def _changed(data: Data, change: Change) -> Data:
    """The data as they are to be after the change. Raises EditRefusedError if it fits nowhere."""
    root: Data = copy.deepcopy(data)
    holder: Any = value_at(root, change.route[:-1]) if change.route else None
    step: Any = change.route[-1] if change.route else None
    in_map = isinstance(holder, dict) and isinstance(step, str)
    if not in_map and not (
        isinstance(holder, list) and isinstance(step, int) and step < len(holder)
    ):
        raise EditRefusedError(_NOWHERE)
    present = holder.get(step) if in_map else holder[step]
    if isinstance(change, Set):
        holder[step] = change.value
    elif isinstance(change, Append) and (present is None or isinstance(present, list)):
        holder[step] = [*(present or []), change.value]
    elif isinstance(change, Remove) and (not in_map or (step in holder and len(holder) > 1)):
        del holder[step]
    else:
        raise EditRefusedError(_NOWHERE)
    return root


_NOWHERE = "There is nothing there that can be changed like this."


def _same(meant: Data, written: Data, change: Change) -> bool:
    """Whether the data are those that were meant, fields in their order but for a new one."""
    if isinstance(change, Set) and isinstance(change.value, str):
        # a text in lines of its own ends with a line end
        now = value_at(written, change.route)
        if now == f"{change.value}\n":
            meant = _changed(meant, Set(change.route, now))
    return bool(_texts(meant) == _texts(written))


def _texts(data: Data) -> Any:
    """The data with each scalar as its text, since its field decides what it is."""
    if isinstance(data, dict):
        return {key: _texts(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_texts(item) for item in data]
    if data is None or isinstance(data, bool):
        return {None: "", True: "true", False: "false"}[data]
    return str(data)


class _Editor:
    """One file, and how each kind of change is spliced into it."""

    def __init__(self, raw: bytes, document: Document) -> None:
        self._raw = raw
        self._chars = Characters(raw)
        self._document = document

    def bytes_after(self, change: Change) -> bytes:
        return self._chars.spliced(self._splices(change))

    def _splices(self, change: Change) -> list[Splice]:
        route, marks = change.route, self._marks(change.route)
        if isinstance(change, Remove):
            return self._removed(route)
        if isinstance(change, Append):
            if marks and isinstance(marks[1], list):
                return self._added(marks, None, change.value)
            if marks:  # "log:" with nothing after it
                return self._replaced(route, marks, [change.value])
            return self._field_added(route, [change.value])
        return (
            self._replaced(route, marks, change.value)
            if marks
            else self._field_added(route, change.value)
        )

    # Places

    def _marks(self, route: Route) -> Marks | None:
        marks = self._document.marks
        for step in route:
            inner: Any = marks[1]
            if isinstance(inner, dict) and step in inner:
                marks = inner[step][1]
            elif isinstance(inner, list) and isinstance(step, int) and step < len(inner):
                marks = inner[step]
            else:
                return None
        return marks

    def _start(self, marks: Marks) -> int:
        return self._chars.at(*marks[0][:2])

    def _end(self, marks: Marks) -> int:
        return self._chars.at(*marks[0][2:])

    def _is_flow(self, marks: Marks) -> bool:
        """Whether it is a list or a map between brackets or braces."""
        return marks[1] is not None and self._chars.text[self._start(marks)] in "[{"

    def _in_flow(self, route: Route) -> bool:
        """Whether the value at the route stands between brackets or braces."""
        holders = (self._marks(route[:depth]) for depth in range(len(route)))
        return any(marks is not None and self._is_flow(marks) for marks in holders)

    # A value that becomes another

    def _replaced(self, route: Route, marks: Marks, value: Data) -> list[Splice]:
        start, end = self._start(marks), self._end(marks)
        old = self._chars.text[start:end]
        flow = self._in_flow(route)
        if not flow and _has_maps(value):
            return self._filled(route, marks, value)
        if marks[1] is not None and (not self._is_flow(marks) or "#" in old or _is_map(value)):
            raise EditRefusedError(
                "Only a text, a number, a date or a list in brackets can be replaced."
            )
        if isinstance(value, str) and not flow and (block := _BLOCK.match(old)):
            return self._block_replaced(block, start, end, value)
        mark = old[:1] if marks[1] is None and not marks[2] and old[:1] in ("'", '"') else ""
        if mark and isinstance(value, str):
            new = yaml_text.quoted(value, mark)  # it keeps the marks that it had
        else:
            new = one_line(value, flow=flow)
        glued = start and self._chars.text[start - 1] in ":-"
        return [Splice(start, end, " " * bool(glued) + new)]

    def _block_replaced(
        self, block: "re.Match[str]", start: int, end: int, value: str
    ) -> list[Splice]:
        """A text in lines of its own, under `|` or `>`, becomes another such text."""
        body = self._chars.text[start:end].split("\n")[1:]
        if "+" in block[2] or not yaml_text.can_be_block(value):
            raise EditRefusedError(
                "A text in lines of its own can only become one that fits there."
            )
        indent = next(len(line) - len(line.lstrip(" ")) for line in body if line.strip())
        if block[1] == ">":
            lines = yaml_text.folded(value, indent, PLAIN.width)
        else:
            lines = value.rstrip("\n").split("\n")
        line_end = "\r\n" if block[0].endswith("\r") else "\n"
        written = "".join(line_end + " " * indent * bool(line) + line for line in lines)
        return [Splice(start + len(block[0].rstrip("\r")), end, written)]

    def _filled(self, route: Route, marks: Marks, value: Data) -> list[Splice]:
        """A field that has nothing yet gets a list of entries, each on lines of its own."""
        old = self._chars.text[self._start(marks) : self._end(marks)]
        if old not in ("", "~", "null") or not isinstance(value, list):
            raise EditRefusedError("What stands in lines of its own can be added to, not replaced.")
        line = marks[0][0]
        written = self._items(value, self._document.indent(route) + 2, line, self._style)
        gone = [Splice(self._start(marks) - 1, self._end(marks), "")] if old else []
        return [*gone, Splice(self._chars.end(line), self._chars.end(line), written)]

    # What is added

    def _field_added(self, route: Route, value: Data) -> list[Splice]:
        holder = self._marks(route[:-1])
        if not holder or not isinstance(holder[1], dict) or not isinstance(route[-1], str):
            raise EditRefusedError(_NOWHERE)
        return self._added(holder, route[-1], value)

    def _added(self, marks: Marks, key: str | None, value: Data) -> list[Splice]:
        """An entry at the end of a map (`key`) or of a list (no key)."""
        if self._is_flow(marks):
            return self._added_in_flow(marks, key, value)
        inner: Any = marks[1]
        if not inner:
            raise EditRefusedError(_NOWHERE)
        if key is None:
            return self._item_added(inner, marks[0][1], value)
        names = list(inner)
        if names[-1] == "log" and marks is self._document.marks and len(names) > 1:
            names.pop()  # the log stays last, for it grows
        last: Marks = inner[names[-1]][1]
        line, column = last[0][2], next(iter(inner.values()))[0][1]
        end, new_line = self._chars.end(line), self._chars.line_end_at(line)
        lead = new_line + " " * (column - 1) + f"{key}:"
        if _has_maps(value) and isinstance(value, list):
            return [Splice(end, end, lead + self._items(value, column + 1, line, self._style))]
        return [Splice(end, end, f"{lead} {one_line(value, flow=False)}")]

    def _item_added(self, items: list[Marks], column: int, value: Data) -> list[Splice]:
        """One more item of a list in lines of its own, in the style of the most."""
        last = items[-1]
        line = last[0][2]
        blank = self._chars.line_end_at(line) if self._blank_before(items) else ""
        in_braces = sum(self._is_flow(item) for item in items)
        own_lines = any(item[1] is not None for item in items) and 2 * in_braces < len(items)
        written = self._items([value], column - 1, line, self._style, own_lines=own_lines)
        end = self._chars.end(line)
        return [Splice(end, end, blank + written)]

    def _added_in_flow(self, marks: Marks, key: str | None, value: Data) -> list[Splice]:
        inner: Any = marks[1]
        start, end = self._start(marks), self._end(marks)
        new = ("" if key is None else f"{key}: ") + one_line(value, flow=True)
        if not inner:
            if key is None and _is_map(value) and self._stands_alone(marks):
                return self._opened(marks, value)
            return [Splice(start + 1, end - 1, new)]
        entries = list(inner.values()) if isinstance(inner, dict) else inner
        last: Marks = entries[-1][1] if isinstance(inner, dict) else entries[-1]
        first = entries[0][0][1]
        after = self._end(last)
        comma = re.match(r"\s*,", self._chars.text[after : end - 1])
        fits = last[0][3] + len(new) + 3 <= PLAIN.width
        gap = " " if fits else self._chars.line_end_at(marks[0][0]) + " " * (first - 1)
        if comma:
            return [Splice(after + comma.end(), after + comma.end(), gap + new)]
        return [Splice(after, after, "," + gap + new)]

    def _stands_alone(self, marks: Marks) -> bool:
        """Whether nothing but the name of a field stands before it on its line."""
        before = self._chars.text[self._chars.start(marks[0][0]) : self._start(marks)]
        return re.fullmatch(r"[ -]*[^\s{,]+: *", before) is not None

    def _opened(self, marks: Marks, value: Data) -> list[Splice]:
        """`log: []` becomes a list in lines of its own; what stands after it on the line stays."""
        line, start, end = marks[0][0], self._start(marks), self._end(marks)
        if line != marks[0][2]:
            raise EditRefusedError("The empty list goes over several lines.")
        before = self._chars.text[self._chars.start(line) : start]
        indent = len(before) - len(before.lstrip(" -"))
        written = self._items([value], indent + 2, line, self._style)
        stop = self._chars.end(line)
        spaces = len(before) - len(before.rstrip(" "))
        return [Splice(start - spaces, end, ""), Splice(stop, stop, written)]

    def _items(
        self, values: list[Data], indent: int, line: int, style: Style, *, own_lines: bool = False
    ) -> str:
        """Items of a list, each from a new line on, with the line ends in use around `line`."""
        new_line = self._chars.line_end_at(line)
        lead, inside = new_line + " " * indent + "- ", new_line + " " * (indent + 2)
        written = []
        for value in values:
            if not isinstance(value, dict) or not value:
                lines = [one_line(value, flow=False, style=style)]
            elif own_lines:
                lines = [f"{k}: {one_line(v, flow=False, style=style)}" for k, v in value.items()]
                written.append(lead + inside.join(lines))
                continue
            else:
                lines = yaml_text.in_braces(value, indent + 2, style)
            written.append(lead + new_line.join(lines))
        return "".join(written)

    def _blank_before(self, items: list[Marks]) -> bool:
        """Whether a blank line stands between the last two items."""
        above = items[-1][0][0] - 1
        return len(items) > 1 and not self._chars.line(above).strip()

    @cached_property
    def _style(self) -> Style:
        """How the file is written: its longest line, and whether its sentences are in quotes."""
        longest = max(map(len, self._chars.text.splitlines()), default=0)
        quoted = plain = 0
        for start, end, is_plain in self._sentences(self._document.marks):
            text = self._chars.text[start:end]
            quoted += text[0] == '"' and yaml_text.is_plain(text[1:-1], flow=True)
            plain += is_plain
        return Style(min(max(longest, PLAIN.width), _WIDEST), quoted > plain)

    def _sentences(self, marks: Marks) -> Iterator[tuple[int, int, bool]]:
        """Where each text of three words or more stands in brackets, and whether unquoted."""
        inner: Any = marks[1]
        for value in [value for _, value in inner.values()] if isinstance(inner, dict) else inner:
            if value[1] is not None:
                yield from self._sentences(value)
            elif self._is_flow(marks):
                start, end = self._start(value), self._end(value)
                if self._chars.text.count(" ", start, end) > 1:
                    yield start, end, value[2]

    # What is removed

    def _removed(self, route: Route) -> list[Splice]:
        holder = self._marks(route[:-1])
        marks = self._marks(route)
        if holder is None or marks is None:
            raise EditRefusedError(_NOWHERE)
        inner: Any = holder[1]
        names: list[str | int] = [*inner] if isinstance(inner, dict) else [*range(len(inner))]
        place = names.index(route[-1])
        if self._is_flow(holder):
            return self._removed_in_flow(holder, names, place)
        if len(names) == 1:
            return self._emptied(route[:-1], holder, marks)
        start = self._entry_start(holder, names[place])
        if start[0] != marks[0][0] and isinstance(inner, list):
            raise EditRefusedError("The item starts on another line than its dash.")
        first_in_item = self._chars.line(start[0])[: start[1] - 1].strip() == "-"
        if first_in_item and isinstance(inner, dict):
            following = self._entry_start(holder, names[place + 1])
            return [Splice(self._chars.at(*start), self._chars.at(*following), "")]
        stop = marks[0][2]
        return [Splice(self._chars.start(start[0]), self._chars.start(stop + 1), "")]

    def _entry_start(self, holder: Marks, name: str | int) -> tuple[int, int]:
        inner: Any = holder[1]
        extent = inner[name][0]
        return (extent[0], extent[1])

    def _removed_in_flow(self, holder: Marks, names: list[str | int], place: int) -> list[Splice]:
        inner: Any = holder[1]
        entry = inner[names[place]]
        value: Marks = entry[1] if isinstance(inner, dict) else entry
        start, end = self._chars.at(*self._entry_start(holder, names[place])), self._end(value)
        if "#" in self._chars.text[start : self._end(holder)]:
            raise EditRefusedError("A comment stands between these brackets.")
        if place + 1 < len(names):
            end = self._chars.at(*self._entry_start(holder, names[place + 1]))
        elif place:
            before = inner[names[place - 1]]
            start = self._end(before[1] if isinstance(inner, dict) else before)
        return [Splice(start, end, "")]

    def _emptied(self, route: Route, holder: Marks, marks: Marks) -> list[Splice]:
        """The only item of a list goes: an empty list in brackets stands for it."""
        key = self._document.span(route)
        if isinstance(holder[1], dict) or not route or not isinstance(route[-1], str):
            raise EditRefusedError("It is the last field of its entry: take out the whole entry.")
        name_end = self._chars.at(key.end_line, key.end_column)
        colon = self._chars.text.index(":", name_end) + 1
        first = self._chars.start(marks[0][0])
        if self._chars.end(key.end_line) >= first:
            raise EditRefusedError("The list starts on the line of its name.")
        stop = self._chars.start(marks[0][2] + 1)
        return [Splice(colon, colon, " []"), Splice(first, stop, "")]


_WIDEST = 160

_BLOCK = re.compile(r"([|>])([-+0-9]*)[ \t]*(?: #[^\n]*)?\r?(?=\n)")


def _is_map(value: Data) -> bool:
    return isinstance(value, dict)


def _has_maps(value: Data) -> bool:
    return isinstance(value, list) and any(isinstance(item, dict) for item in value)
