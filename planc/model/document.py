"""A YAML file as plain data, with the place of every key and value."""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple, TypeAlias

from planc.model.noun import noun

Data: TypeAlias = "bool | int | str | list[Data] | dict[str, Data] | None"

Route: TypeAlias = tuple[str | int, ...]
"""The way from the root to a value: `("pursue", 2, "owner")`."""

Extent: TypeAlias = tuple[int, int, int, int]
"""Line, column, end line, end column: from 1, in characters, the end exclusive."""

Point: TypeAlias = tuple[int, int]
"""Line and column, from 1."""

Marks: TypeAlias = tuple[Extent, "dict[str, tuple[Extent, Marks]] | list[Marks] | None", bool]
"""The places of one value: its own; those of what it holds (each key with its value, each item,
or None for a scalar); and whether it is a scalar without quotation marks. Plain tuples, since a
plan has some 600 of them and few are ever looked at."""


class Span(NamedTuple):
    """Where something stands in a file; see `Extent`."""

    line: int
    column: int
    end_line: int
    end_column: int


@noun(frozen=True)
class Document:
    """One file, read: data, places and the text they point into.

    `text` has no byte order mark; its lines end in `\\n`. `spoiled` names the routes whose value
    could not be taken as written and is reported already, so that nothing is said of them twice.
    """

    path: str
    text: str
    data: Data
    marks: Marks
    spoiled: frozenset[Route] = frozenset()

    def line(self, number: int) -> str:
        """Line `number`, from 1, without its end; empty past the last one."""
        lines = self.text.split("\n")
        return lines[number - 1] if 0 < number <= len(lines) else ""

    def span(self, route: Route, *, value: bool = False) -> Span:
        """Where to point for `route`: its key, or the value itself if `value` is true.

        An item of a list has no key, and the root neither: their first entry (`id: PUR-1`) stands
        for them, as it does for a value of several lines. Where the route leads to nothing, the
        nearest holder is pointed at.
        """
        marks, key = self._follow(route)
        if key is not None and not value:
            return Span(*key)
        if marks[1] and not (value and key and marks[0][0] == marks[0][2]):
            return Span(*_first_entry(marks))
        return Span(*marks[0])

    def extent(self, route: Route) -> Span:
        """From the start of the key (or of the item) to the end of the value."""
        marks, key = self._follow(route)
        return Span(*(key or marks[0])[:2], *marks[0][2:])

    def indent(self, route: Route) -> int:
        """How many characters stand before the key of `route`, or before the item."""
        return self.span(route).column - 1

    def plain(self, route: Route) -> bool:
        """Whether the scalar at `route` stands without quotation marks."""
        return self._follow(route)[0][2]

    def texts_at(self, places: Sequence[Point]) -> Iterator[tuple[Route | Span, str, Extent]]:
        """Each name and value that any of these places lies in; the places are in order.

        With each, where it stands: a value's route, or the span of a name; and its extent.
        """
        return _texts_at(places, self.data, self.marks, ())

    def spoiled_at(self, places: Collection[Route | Span]) -> "Document":
        """The document, what stands at the spans among the places spoiled: its key or scalar."""
        points = sorted(at[:2] for at in places if isinstance(at, Span))
        touched = _touched(self.marks, (), points) if points else ()
        return replace(self, spoiled=self.spoiled.union(touched))

    def _follow(self, route: Route) -> tuple[Marks, Extent | None]:
        marks, key = self.marks, None
        for step in route:
            inner = marks[1]
            if isinstance(inner, dict) and isinstance(step, str) and step in inner:
                key, marks = inner[step]
            elif isinstance(inner, list) and isinstance(step, int) and step < len(inner):
                key, marks = None, inner[step]
            else:
                break
        return marks, key


def _touched(marks: Marks, route: Route, places: Sequence[Point]) -> Iterator[Route]:
    inner = marks[1]
    if isinstance(inner, dict):
        for name, (key, value) in inner.items():
            if _holds_any(key, places) or _holds_any(_blank_after(key, value), places):
                yield (*route, name)
            yield from _touched(value, (*route, name), places)
    elif inner is not None:
        for number, item in enumerate(inner):
            yield from _touched(item, (*route, number), places)
    elif _holds_any(marks[0], places):
        yield route


def _blank_after(key: Extent, value: Marks) -> Extent:
    """Where something may stand that cannot be seen: from a key to where its value is missing."""
    line, column, *end = value[0]
    empty = end == [line, column] and line == key[2]
    return (*key[2:], line, column + 2) if empty else (*key[2:], *key[2:])


def _first_entry(marks: Marks) -> Extent:
    inner = marks[1]
    if isinstance(inner, dict) and inner:
        key, value = next(iter(inner.values()))
        one_line = value[1] is None and value[0][2] == key[0]
        return (*key[:2], *value[0][2:]) if one_line else key
    if isinstance(inner, list) and inner:
        return _first_entry(inner[0])
    return marks[0]


def _texts_at(
    places: Sequence[Point], data: Data, marks: Marks, route: Route
) -> Iterator[tuple[Route | Span, str, Extent]]:
    extent, inner, _ = marks
    if isinstance(data, dict) and isinstance(inner, dict):
        for name, (key, value_marks) in inner.items():
            if not _holds_any((*key[:2], *value_marks[0][2:]), places):
                continue
            if _holds_any(key, places):
                yield Span(*key), name, key
            if _holds_any(value_marks[0], places):
                yield from _texts_at(places, data.get(name), value_marks, (*route, name))
    elif isinstance(data, list) and isinstance(inner, list):
        for index, value_marks in enumerate(inner):
            if _holds_any(value_marks[0], places):
                yield from _texts_at(places, data[index], value_marks, (*route, index))
    elif isinstance(data, str | int):
        yield route, str(data), extent


def _holds_any(extent: Extent, places: Sequence[Point]) -> bool:
    first = bisect_left(places, extent[:2])
    return first < len(places) and places[first] < extent[2:]


def value_at(data: Data, route: Route) -> Data:
    """The value at `route`, or None where the route leads to nothing."""
    for step in route:
        if isinstance(data, dict) and isinstance(step, str):
            data = data.get(step)
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        else:
            return None
    return data
