"""Policies -> one policy: what the nearest file leaves open, a farther one says."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from planc.model.document import Data, Document, Route
from planc.model.finding import Place
from planc.model.policy import Origins
from planc.resources import schema
from planc.wording.breadcrumbs import field_at

_IDENTITIES = ("id", "name")
"""The fields by which an item of a list is known to be that of another file."""

_Node = Mapping[str, Any]
_Leaf = tuple[Route, Route, Data]


def merge_policies(files: Sequence[Document]) -> tuple[dict[str, Data], Origins]:
    """What the files say together, and where each value comes from.

    `files` are planc.yaml and then what it extends, the nearest first, and all of them sound.
    Groups of fields are merged field by field, and lists of groups by the id or name of each; of
    anything else the nearest value holds. A field that is marked `x-own` in the schema is taken
    from planc.yaml alone.
    """
    node = schema("policy")
    values: dict[Route, Data] = {}
    places: dict[Route, Place] = {}
    for file in reversed(files):
        for route, there, value in _leaves(node, file.data, (), ()):
            if file is files[0] or not field_at(node, route[:1]).get("x-own"):
                values[route] = value
                places.pop(route, None)  # so that the nearest file comes last
                places[route] = Place(file.path, file.span(there))
    return _grown(node, values), Origins(places)


def _leaves(node: _Node, data: Data, at: Route, there: Route) -> Iterator[_Leaf]:
    """Every value that is not merged any further: its way by ids, its way in the file, itself."""
    identity = _identity(node)
    if isinstance(data, dict) and "properties" in node:
        for name, value in data.items():
            yield from _leaves(field_at(node, (name,)), value, (*at, name), (*there, name))
    elif isinstance(data, dict):
        for name, value in data.items():
            yield (*at, name), (*there, name), value
    elif isinstance(data, list) and identity:
        for number, item in enumerate(data):
            name = str(item[identity]) if isinstance(item, dict) else ""
            yield from _leaves(node["items"], item, (*at, name), (*there, number))
    else:
        yield at, there, data


def _identity(node: _Node) -> str | None:
    fields = node.get("items", {}).get("properties", {})
    return next((name for name in _IDENTITIES if name in fields), None)


def _grown(node: _Node, values: Mapping[Route, Data]) -> dict[str, Data]:
    """The tree that the leaves are from."""
    tree: dict[str, Any] = {}
    for route, value in values.items():
        branch = tree
        for step in route[:-1]:
            branch = branch.setdefault(str(step), {})
        branch[str(route[-1])] = value
    for name, section in tree.items():
        if _identity(field_at(node, (name,))):
            tree[name] = list(section.values())
    return tree
