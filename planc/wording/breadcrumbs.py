"""The way to a place in words of the plan: "Pursue, PUR-3, Owner"."""

import hashlib
import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from planc.model.document import Data, Route, value_at
from planc.wording.day import long_day, parse_day

_NAMES = ("id", "key", "organisation", "rule", "name", "plan")
"""The fields that name an item of a list, in the order in which they are looked for."""


def field_at(schema: Mapping[str, Any], route: Route) -> Mapping[str, Any]:
    """The part of a JSON Schema that describes the value at `route`; empty if none does."""
    node: Mapping[str, Any] = schema
    for step in route:
        if isinstance(step, int):
            node = node.get("items", {})
        else:
            other = node.get("additionalProperties") or {}
            node = node.get("properties", {}).get(step, other)
    return node


def is_personal(node: Mapping[str, Any]) -> bool:
    """Whether the fields of this part of a schema are about a person."""
    return any(field.get("x-personal") for field in node.get("properties", {}).values())


def crumbs(schema: Mapping[str, Any], data: Data, route: Route) -> str:
    """The steps of the route by their titles, items by their id: "Pursue, PUR-3, Owner".

    Nothing that was written about a person is in them, neither as a name nor as a field.
    """
    words = []
    for depth, step in enumerate(route, 1):
        here, holder = route[:depth], field_at(schema, route[: depth - 1])
        if isinstance(step, int):
            item = None if is_personal(field_at(schema, here)) else value_at(data, here)
            words.append(item_name(item, step))
        else:
            # a name that the schema leaves open, as that of a rule, stands for itself
            title = holder.get("properties", {}).get(step, {}).get("title")
            if title or not is_personal(holder):
                words.append(title or step)
    return ", ".join(words)


def item_crumbs(schema: Mapping[str, Any], data: Data, route: Route) -> str:
    """The way to the item of a list that the route leads into: "Pursue, number 2"."""
    items = [depth for depth, step in enumerate(route, 1) if isinstance(step, int)]
    return crumbs(schema, data, route[: items[0]] if items else route)


def item_name(item: Data, index: int) -> str:
    """What to call an item of a list: its id, its date, or its number, counted from 1."""
    if isinstance(item, dict):
        for name in _NAMES:
            if isinstance(item.get(name), str | int):
                return str(item[name])
        day = item.get("date")
        if isinstance(day, str):
            read = parse_day(day)
            return f"entry of {long_day(read) if read else day}"
    return f"number {index + 1}"


class Object(NamedTuple):
    """What a finding is about: its name, and the field of it, empty where the name says all."""

    name: str
    field: str


_LABEL = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,62}\Z")
_DIGITS, _DIGITS_OF_A_PERSON = 8, 2
"""How much of a digest stands in a name. Two digits tell neighbours apart, and confirm no guess."""


def object_at(
    schema: Mapping[str, Any],
    data: Data,
    route: Route,
    shown: Callable[[str], str] = lambda text: text,
) -> Object:
    """The nearest object on the route that has an id, else the nearest item of a list.

    An item without an id goes by its date or name and a digest of all that it says; what is in no
    list by its way, as in `threat.assessment`; the whole file is `plan`. What is about a person
    has no more of a digest than tells two neighbours apart, and what `shown` does not let through
    is in none: a digest confirms a guess.
    """
    name, steps = "", list[str]()
    for depth, step in enumerate(route, 1):
        if isinstance(step, str):
            holder = field_at(schema, route[: depth - 1])
            if step in holder.get("properties", {}) or not is_personal(holder):
                steps.append(step)
            continue
        item, section = value_at(data, route[:depth]), steps[-1] if steps else ""
        hidden = is_personal(field_at(schema, route[:depth]))
        id_field = field_at(schema, (*route[:depth], "id"))
        own = "x-defines" in id_field or id_field.get("$ref") == "#/$defs/id"
        id_ = item.get("id") if isinstance(item, dict) and own and not hidden else None
        name = id_ if isinstance(id_, str) else _by_digest(_shown(item, shown), section, hidden)
        steps = []
    return Object(name, ".".join(steps)) if name else Object(".".join(steps) or "plan", "")


def _shown(item: Data, shown: Callable[[str], str]) -> Data:
    if isinstance(item, dict):
        return {name: _shown(value, shown) for name, value in item.items()}
    if isinstance(item, list):
        return [_shown(value, shown) for value in item]
    return shown(item) if isinstance(item, str) else item


def _by_digest(item: Data, section: str, hidden: bool) -> str:
    """`2026-11-20-5f0c9a2b`, `exampleton-council-5f0c9a2b` or `tags-5f0c9a2b`."""
    written = json.dumps(item, sort_keys=True, ensure_ascii=True)
    digest = hashlib.sha256(written.encode()).hexdigest()
    if hidden:
        return f"{section}-{digest[:_DIGITS_OF_A_PERSON]}"
    fields = item if isinstance(item, dict) else {}
    names = (fields.get(name) for name in (*_NAMES[1:], "date"))  # an id here is another's
    label = next((str(value) for value in names if _LABEL.match(str(value or ""))), section)
    return f"{label}-{digest[:_DIGITS]}"


def objects_in(schema: Mapping[str, Any], data: Data, route: Route = ()) -> Iterator[str]:
    """The name of every object that a place in the data can be about."""
    yield object_at(schema, data, route).name
    value = value_at(data, route)
    steps = (
        value.keys()
        if isinstance(value, dict)
        else range(len(value) if isinstance(value, list) else 0)
    )
    for step in steps:
        yield from objects_in(schema, data, (*route, step))
