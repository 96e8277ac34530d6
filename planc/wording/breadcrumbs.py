"""The way to a place in words of the plan: "Pursue, PUR-3, Owner"."""

from collections.abc import Iterator, Mapping
from typing import Any

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


def object_id(schema: Mapping[str, Any], data: Data, route: Route) -> str:
    """The id of the nearest object that has one; else the section's name; else `plan`.

    What is about a person has none, whatever was written there.
    """
    for depth in range(len(route), 0, -1):
        item = value_at(data, route[:depth])
        if is_personal(field_at(schema, route[:depth])):
            continue
        if isinstance(item, dict) and isinstance(item.get("id"), str):
            return str(item["id"])
    return str(route[0]) if route else "plan"


def object_ids(data: Data) -> Iterator[str]:
    """Every id that `object_id` can give for a place in the data."""
    if isinstance(data, dict):
        if isinstance(data.get("id"), str):
            yield str(data["id"])
        for value in data.values():
            yield from object_ids(value)
    elif isinstance(data, list):
        for value in data:
            yield from object_ids(value)
