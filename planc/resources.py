"""Where files that are no code are: in a wheel, in an editable install and in a bare checkout."""

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache, reduce
from operator import getitem
from pathlib import Path
from typing import Any, NamedTuple

_PACKAGE = Path(__file__).resolve().parent


def folder(name: str) -> Path:
    """The folder `name` inside the package if a wheel put it there, else the one beside it."""
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


@cache
def schema(name: str) -> dict[str, Any]:
    """The JSON Schema `plan`, `directory`, `policy`, `baseline`, `report` or `diff`, as data.

    `extended` is that of a policy which another extends: it need not have what is the other's own.
    Never change what it returns. What one field shares with another (the tactics of the four
    strands) is the same object in both; references to `$defs` stay as they are.
    """
    if name == "extended":
        policy = schema("policy")
        fields, required = policy["properties"], policy["required"]
        return {**policy, "required": [n for n in required if not fields[n].get("x-own")]}
    text = (folder("schemas") / f"{name}.schema.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    _share(loaded, loaded)
    return loaded


@cache
def field_names() -> frozenset[str]:
    """The names of all fields of plans and directories, wherever they belong."""
    return frozenset(name for kind in ("plan", "directory") for name in _names(schema(kind)))


@cache
def referring_fields() -> frozenset[str]:
    """The names of all fields of plans whose value is the id of something else."""
    return frozenset(_referring(schema("plan")))


@cache
def source_titles() -> Mapping[str, str]:
    """The publications that rules cite: key -> author, title and date, as SOURCES.md has them."""
    text = (folder("rules") / "SOURCES.md").read_text(encoding="utf-8")
    entries = re.findall(r"^### (\w+)\n\n(.+)$", text, re.MULTILINE)
    return {key: title.replace("*", "") for key, title in entries}


class RepealedPower(NamedTuple):
    """A power that is gone: how it is written, what it was, its successor, what repealed it.

    `was_read` says whether the repeal was read there, or is taken from what is commonly known.
    """

    pattern: re.Pattern[str]
    power: str
    successor: str
    source: str
    was_read: bool


@cache
def repealed_powers() -> tuple[RepealedPower, ...]:
    """The powers that rules know to be repealed, as the file beside the rule has them."""
    text = (folder("rules") / "tactics" / "repealed_powers.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    rows = (line.split(" | ") for line in lines)
    return tuple(
        RepealedPower(
            re.compile(rf"\b(?:{pattern})", re.IGNORECASE), power, successor, source, sure == "read"
        )
        for sure, pattern, power, successor, source in rows
    )


def _names(node: dict[str, Any]) -> Iterator[str]:
    for name, field in node.get("properties", {}).items():
        yield name
        yield from _names(field)
    if isinstance(node.get("items"), dict):
        yield from _names(node["items"])


def _referring(node: dict[str, Any]) -> Iterator[str]:
    for name, field in node.get("properties", {}).items():
        if "x-refers" in field or "x-refers" in field.get("items", {}):
            yield name
        yield from _referring(field)
    if isinstance(node.get("items"), dict):
        yield from _referring(node["items"])


def _share(node: Any, root: dict[str, Any]) -> None:
    if isinstance(node, dict):
        for key, value in node.items():
            reference = value.get("$ref", "") if isinstance(value, dict) else ""
            if reference.startswith("#/properties/"):
                node[key] = reduce(getitem, reference.split("/")[1:], root)
            else:
                _share(value, root)
