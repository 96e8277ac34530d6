"""Text -> data and marks, if nothing in it is out of the ordinary; else None, and `read` reads it.

It is the walk of `read` without all that only a mistake, or a rare way of writing, needs. Where it
meets either it gives up: it never says what is wrong. A test holds its answers to those of `read`.
"""

from collections.abc import Callable
from typing import Any

import yaml
from yaml.events import (
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from planc.model.document import Data, Extent, Marks
from planc.resources import field_names
from planc.rules.structure import unclosed_quote
from planc.wording.text import FORBIDDEN
from planc.wording.yaml_text import plain_value

MOST_CHARACTERS = 150_000  # of which fewer parts can be made than `read` takes
MOST_DEPTH = 32

_SURELY_TEXT = frozenset("abcdeghijklmopqrsuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ£")
"""What nothing starts with that stands for anything but itself: as most texts do."""


def read_quick(text: str) -> tuple[Data, Marks] | None:
    """The data and the marks of an ordinary text; None if it is not ordinary."""
    if len(text) > MOST_CHARACTERS or text[:1] == "%" or "\n%" in text or not yaml.__with_libyaml__:
        return None
    parser = yaml.CSafeLoader(text)
    try:
        return _Walk(text, parser.get_event).whole()
    except (_UnusualError, yaml.YAMLError):
        return None
    finally:
        parser.dispose()


class _UnusualError(Exception):
    """Something that `read` has to look at."""


class _Walk:
    """One walk over the parser's events, which gives up at the first that is unusual."""

    __slots__ = ("event", "last", "lines", "names", "starts", "tagged")

    def __init__(self, text: str, event: Callable[[], Any]) -> None:
        self.event = event
        self.lines = text.split("\n")
        self.last, self.names = len(self.lines), field_names()
        self.tagged = any(sign in text for sign in "&!")
        self.starts: list[int] = []
        """The columns of the open maps and lists; 0 between brackets."""

    def whole(self) -> tuple[Data, Marks]:
        """A text that is one map."""
        self.event()  # the stream starts, and the document
        self.event()
        event = self.event()
        if type(event) is not MappingStartEvent:
            raise _UnusualError
        data, marks = self.map(event)
        self.event()  # the document ends
        if type(self.event()) is not StreamEndEvent:
            raise _UnusualError
        return data, marks

    def map(self, start: Any) -> tuple[Data, Marks]:
        """A map whose names are those of fields, each once."""
        flow, next_event, scalar = self.open(start), self.event, self.scalar
        names, tagged = self.names, self.tagged
        data: dict[str, Data] = {}
        inner: dict[str, tuple[Extent, Marks]] = {}
        while type(event := next_event()) is ScalarEvent:
            key = event.value
            if key not in names or key in data or event.style or (tagged and event.anchor):
                raise _UnusualError
            at: Any = event.start_mark
            line, column = at.line + 1, at.column + 1
            place = line, column, line, column + len(key)
            event = next_event()
            if type(event) is ScalarEvent:
                if flow and not event.value and not event.style:
                    raise _UnusualError
                data[key], marks = scalar(event)
            else:
                data[key], marks = self.holder(event)
            inner[key] = place, marks
        if type(event) is not MappingEndEvent:
            raise _UnusualError
        return data, (self.close(start, event, marks[0] if inner else None), inner, False)

    def list(self, start: Any) -> tuple[Data, Marks]:
        """A list of anything."""
        self.open(start)
        data: list[Data] = []
        inner: list[Marks] = []
        while type(event := self.event()) is not SequenceEndEvent:
            if type(event) is ScalarEvent:
                value, marks = self.scalar(event)
            else:
                value, marks = self.holder(event)
            data.append(value)
            inner.append(marks)
        return data, (self.close(start, event, inner[-1][0] if inner else None), inner, False)

    def holder(self, event: Any) -> tuple[Data, Marks]:
        """A map or a list."""
        if type(event) is MappingStartEvent:
            return self.map(event)
        if type(event) is SequenceStartEvent:
            return self.list(event)
        raise _UnusualError

    def open(self, start: Any) -> bool:
        """Begins a map or a list; whether it stands between brackets."""
        if len(self.starts) == MOST_DEPTH or (self.tagged and (start.anchor or start.tag)):
            raise _UnusualError
        flow = bool(start.flow_style)
        self.starts.append(0 if flow else start.start_mark.column + 1)
        return flow

    def close(self, start: Any, end: Any, last: Extent | None) -> Extent:
        """Where a map or a list stands: in block style it ends with the last that it holds."""
        begins = start.start_mark
        if not self.starts.pop():
            ends = end.end_mark
            return begins.line + 1, begins.column + 1, ends.line + 1, ends.column + 1
        if last is None:
            raise _UnusualError
        return begins.line + 1, begins.column + 1, last[2], last[3]

    def scalar(self, event: Any) -> tuple[Data, Marks]:
        """A text, or what one without quotation marks stands for."""
        begins, ends, text, style = event.start_mark, event.end_mark, event.value, event.style
        row = ends.line + 1
        if row > self.last or (self.tagged and (event.anchor or event.tag)):
            raise _UnusualError
        extent = begins.line + 1, begins.column + 1, row, ends.column + 1
        if not style:
            value = text if text[:1] in _SURELY_TEXT else plain_value(text)
            return value, (extent, None, True)
        if style in "|>":
            return text, (self.block(extent), None, False)
        plain = text.isascii() and text.isprintable()
        if style == '"' and not plain and ("\t" in text or FORBIDDEN.search(text)):
            raise _UnusualError
        if extent[0] < row:
            column = next((column for column in reversed(self.starts) if column), 0)
            if unclosed_quote.runs_over(self.lines, extent, column):
                raise _UnusualError
        return text, (extent, None, False)

    def block(self, extent: Extent) -> Extent:
        """A text after | or > ends with its last line that is not blank."""
        line, column, end = extent[0], extent[1], extent[2]
        if extent[3] == 1:
            end -= 1
        while end > line and not self.lines[end - 1].strip():
            end -= 1
        return line, column, end, len(self.lines[end - 1].rstrip()) + 1
