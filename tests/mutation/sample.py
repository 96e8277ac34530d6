"""A sample plan as text with places: what stands where, told by PyYAML and the schema alone."""

import datetime as dt
import json
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from planc.model.context import Context
from planc.model.plan import Plan
from planc.passes.build import build
from planc.passes.read import read
from planc.repository import open_repository

ROOT = Path(__file__).parents[2]
AS_OF = dt.date(2026, 11, 22)

Route = tuple[str | int, ...]

STRANDS = ("pursue", "prevent", "protect", "prepare")


class Edit(NamedTuple):
    """`text` in place of what stands from `start` to `end`, in characters from 0."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Node:
    """A value. `style` is how it is written: `"`, `'`, `|`, `>`, `{`, `[`, `-` for a block list,
    `:` for a block map, and nothing for a plain scalar. `end` is where its last word ends.
    """

    route: Route
    start: int
    end: int
    style: str
    text: str = ""
    entries: "tuple[Entry, ...]" = ()
    items: "tuple[Node, ...]" = ()

    @property
    def is_scalar(self) -> bool:
        """Whether it is one text, and not a list or a group of fields."""
        return self.style in ("", '"', "'", "|", ">")

    @property
    def sort(self) -> str:
        """What the schema wants here; see `sort_of`."""
        sort = sort_of(self.route)
        return "objective" if sort == "one or many" and self.is_scalar else sort


@dataclass(frozen=True)
class Entry:
    """A key with its value; `holder` is the map that holds it."""

    key: Node
    value: Node
    holder: "Node" = field(repr=False, compare=False)

    @property
    def route(self) -> Route:
        """The way to the value."""
        return self.value.route

    @property
    def name(self) -> str:
        """The key."""
        return self.key.text

    @property
    def in_braces(self) -> bool:
        """Whether it stands between braces."""
        return self.holder.style == "{"


class Sample:
    """A plan, its places, and the repository whose board dates and posts it is read with."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.text = path.read_text(encoding="utf-8")
        self.root = _node(yaml.compose(self.text, yaml.SafeLoader), (), self.text)
        self.entries = list(_entries(self.root))
        self.values = list(_values(self.root))
        self.scalars = [node for node in self.values if node.is_scalar]
        self._entry = {entry.route: entry for entry in self.entries}
        self._node = {node.route: node for node in self.values}
        self._breaks = [at for at, letter in enumerate(self.text) if letter == "\n"]
        self.home = path.parent if (path.parent / "planc.yaml").exists() else path.parents[1]
        self.repository = open_repository([path])
        self.context = Context(AS_OF, self.repository.policy, self.repository.directory)
        document, _ = read(str(path), self.text)
        assert document is not None
        self.plan = build(Plan, document)

    def __str__(self) -> str:
        return self.path.stem

    def line(self, at: int) -> int:
        """The number of the line on which a character stands, from 1."""
        return bisect_left(self._breaks, at) + 1

    def lines(self, node: Node) -> range:
        """The lines over which a value goes."""
        return range(self.line(node.start), self.line(node.end) + 1)

    def column(self, at: int) -> int:
        """How many characters stand before this one on its line."""
        return at - self.text.rfind("\n", 0, at) - 1

    def entry(self, *route: str | int) -> Entry | None:
        """The entry that a route leads to."""
        return self._entry.get(route)

    def node(self, *route: str | int) -> Node | None:
        """The value that a route leads to."""
        return self._node.get(route)

    def line_of(self, *route: str | int, gone: Route = ()) -> int:
        """The line to point at for a route.

        That is the line of its key; of an item, the one it starts on; of something that is not
        there, that of its holder. `gone` is a route that is left out.
        """
        while route:
            node = self.node(*route)
            if node is not None and route[: len(gone)] != (gone or None):
                entry = self.entry(*route)
                if entry:
                    return self.line(entry.key.start)
                first = [e for e in node.entries if e.route != gone]
                return self.line(first[0].key.start if first else node.start)
            route = route[:-1]
        first = [entry for entry in self.root.entries if entry.route != gone]
        return self.line(first[0].key.start)

    def known(self, sort: str) -> set[str | None]:
        """The ids that a reference of this sort can lead to."""
        policy, directory = self.context.policy, self.context.directory
        assert directory is not None
        if sort in ("item", "objective"):
            ids = {n.text: n.route[0] for n in self.scalars if n.sort == "id"}
            return {name for name, held in ids.items() if sort == "item" or held == "objectives"}
        if sort in ("board", "tier"):
            return {board.id for board in policy.boards} | {tier.name for tier in policy.tiers}
        held = directory.organisations if sort == "organisation" else directory.posts
        return {one.id for one in held}

    def edited(self, edits: Sequence[Edit]) -> str:
        """The text with the edits made."""
        text = self.text
        for start, end, new in sorted(edits, reverse=True):
            text = text[:start] + new + text[end:]
        return text


# Reading


def _node(found: Any, route: Route, text: str) -> Node:
    start, end = found.start_mark.index, found.end_mark.index
    end = start + len(text[start:end].rstrip())
    if isinstance(found, yaml.ScalarNode):
        return Node(route, start, end, found.style or "", found.value)
    if isinstance(found, yaml.SequenceNode):
        style = "[" if found.flow_style else "-"
        items = tuple(_node(item, (*route, n), text) for n, item in enumerate(found.value))
        end = end if style == "[" or not items else items[-1].end
        return Node(route, start, end, style, items=items)
    style = "{" if found.flow_style else ":"
    entries: list[Entry] = []
    node = Node(route, start, end, style)
    for key, value in found.value:
        held = _node(value, (*route, key.value), text)
        entries.append(Entry(_node(key, (), text), held, node))
    if style == ":" and entries:
        object.__setattr__(node, "end", entries[-1].value.end)
    object.__setattr__(node, "entries", tuple(entries))
    return node


def _entries(node: Node) -> Iterator[Entry]:
    for entry in node.entries:
        yield entry
        yield from _entries(entry.value)
    for item in node.items:
        yield from _entries(item)


def _values(node: Node) -> Iterator[Node]:
    for entry in node.entries:
        yield entry.value
        yield from _values(entry.value)
    for item in node.items:
        yield item
        yield from _values(item)


# What the schema says


_SCHEMA = json.loads((ROOT / "schemas" / "plan.schema.json").read_text(encoding="utf-8"))


@cache
def field_at(route: Route) -> Mapping[str, Any]:
    """The part of the plan's schema that describes a value."""
    node = whole = _SCHEMA
    for step in route:
        node = _resolved(node, whole)
        node = node["items"] if isinstance(step, int) else node["properties"][step]
    return _resolved(node, whole)


def _resolved(node: Mapping[str, Any], whole: Mapping[str, Any]) -> Mapping[str, Any]:
    if "$ref" not in node:
        return node
    found = whole
    for step in node["$ref"].removeprefix("#/").split("/"):
        found = found[step]
    return {**_resolved(found, whole), **node}


_SORTS = {"array": "list", "object": "map", "integer": "whole", "boolean": "yes or no"}


@cache
def sort_of(route: Route) -> str:
    """What belongs at a route: list, map, whole, yes or no, word, date, text, figure, form, id (one
    that is given to something), one or many, or what a reference leads to: post, owner, board ...
    """
    schema = field_at(route)
    kind = schema.get("type")
    if kind == ["string", "array"]:
        return "one or many"
    if kind == ["string", "number"]:
        return "figure"
    if kind in _SORTS:
        return _SORTS[kind]
    if "enum" in schema:
        return "word"
    if schema.get("format") == "date":
        return "date"
    if "x-refers" in schema:
        return str(schema["x-refers"])
    if "x-defines" in schema:
        return "id"
    return "form" if "pattern" in schema else "text"


REFERENCES = ("post", "owner", "board", "tier", "organisation", "objective", "item")


def path_of(route: Route) -> str:
    """The route without numbers, the four strands as one: `tactics[].owner`."""
    path = ""
    for step in route:
        path += "[]" if isinstance(step, int) else f".{step}"
    head, *rest = path.removeprefix(".").split("[]", 1)
    return "[]".join(["tactics" if head in STRANDS else head, *rest])
