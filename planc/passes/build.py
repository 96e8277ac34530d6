"""Document -> Plan, Directory, Policy or Baseline: plain data becomes typed nouns."""

import datetime as dt
import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from planc.model.document import Data, Document, Route
from planc.wording.day import parse_day

Noun = TypeVar("Noun")
_Make = Callable[[Data, Route, frozenset[Route]], Any]


def build(noun: type[Noun], document: Document, defaults: Mapping[str, Any] | None = None) -> Noun:
    """The noun that the document holds, field by field, as the noun's own annotations say.

    Total: a value of the wrong type, or one that stands in `document.spoiled`, becomes None (or
    is left out of its list), so that rules run whatever the file holds. `defaults` is a JSON
    Schema whose `default` values fill what the document leaves out.
    """
    data = document.data if isinstance(document.data, dict) else {}
    if defaults is not None:
        data = _filled(data, defaults)
    kind: Any = noun
    built: Noun = _maker(kind)(data, (), document.spoiled)
    return built


def _filled(data: dict[str, Data], schema: Mapping[str, Any]) -> dict[str, Data]:
    filled = dict(data)
    for name, field in schema.get("properties", {}).items():
        if filled.get(name) is None and "default" in field:
            filled[name] = field["default"]
        inner = filled.get(name)
        if isinstance(inner, dict):
            filled[name] = _filled(inner, field)
    return filled


@cache
def _maker(kind: Any) -> _Make:
    """The function that turns data into a value of this annotated type."""
    origin, args = get_origin(kind), get_args(kind)
    if origin in (types.UnionType, Union):
        return _maker(next(arg for arg in args if arg is not types.NoneType))
    if origin is tuple:
        return _many(_maker(args[0]))
    if origin is Mapping:
        return _named(_maker(args[1]))
    return {str: _text, int: _whole, bool: _yes_or_no, dt.date: _day}.get(kind) or _part(kind)


def _text(data: Data, _route: Route, _spoiled: frozenset[Route]) -> str | None:
    if isinstance(data, bool):
        return "true" if data else "false"
    return str(data) if isinstance(data, str | int) else None


def _whole(data: Data, _route: Route, _spoiled: frozenset[Route]) -> int | None:
    return data if isinstance(data, int) and not isinstance(data, bool) else None


def _yes_or_no(data: Data, _route: Route, _spoiled: frozenset[Route]) -> bool | None:
    return data if isinstance(data, bool) else None


def _day(data: Data, _route: Route, _spoiled: frozenset[Route]) -> dt.date | None:
    return parse_day(data) if isinstance(data, str) else None


def _many(make: _Make) -> _Make:
    def many(data: Data, route: Route, spoiled: frozenset[Route]) -> tuple[Any, ...]:
        items = data if isinstance(data, list) else [] if data is None else [data]
        built = (
            make(item, (*route, index), spoiled)
            for index, item in enumerate(items)
            if not spoiled or (*route, index) not in spoiled
        )
        return tuple(item for item in built if item is not None)

    return many


def _named(make: _Make) -> _Make:
    def named(data: Data, route: Route, spoiled: frozenset[Route]) -> dict[str, Any]:
        values = data if isinstance(data, dict) else {}
        built = {
            name: make(value, (*route, name), spoiled)
            for name, value in values.items()
            if (*route, name) not in spoiled
        }
        return {name: value for name, value in built.items() if value is not None}

    return named


def _part(kind: type) -> _Make:
    hints = get_type_hints(kind)
    makers = {f.name: _maker(hints[f.name]) for f in fields(kind) if f.name != "route"}
    required = {
        f.name: makers[f.name](None, (), frozenset())
        for f in fields(kind)
        if f.name in makers and f.default is MISSING and f.default_factory is MISSING
    }
    factories = {f.name: f.default_factory for f in fields(kind) if callable(f.default_factory)}

    def part(data: Data, route: Route, spoiled: frozenset[Route]) -> Any:
        if not isinstance(data, dict):
            return None
        # nouns are frozen: their own __init__ would set field by field, and take five times as long
        noun: Any = object.__new__(kind)
        parts = noun.__dict__
        parts["route"] = route
        parts.update(required)
        for name, default in factories.items():
            parts[name] = default()
        for name, value in data.items():
            if value is None or name not in makers or (spoiled and (*route, name) in spoiled):
                continue
            built = makers[name](value, (*route, name), spoiled)
            if built is not None:
                parts[name] = built
        return noun

    return part
