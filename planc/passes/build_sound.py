"""Document -> Plan in one walk, if all of it is as the schema has it; else None.

It is `validate` and `build` in one, without all that only a fault needs. Where it meets a fault, or
what may be one, it gives up: it never says what is wrong. A test holds its answers to theirs.
"""

import datetime as dt
import re
import types
from collections.abc import Callable, Collection, Mapping
from dataclasses import MISSING, fields
from functools import cache
from typing import Any, NamedTuple, TypeVar, Union, get_args, get_origin, get_type_hints

from planc.model.document import Data, Document, Route
from planc.resources import schema as load
from planc.rules.structure import text_after_hash, unopened_mark
from planc.wording.day import parse_day
from planc.wording.yaml_text import is_other_than_text

Noun = TypeVar("Noun")
Known = Mapping[str, Collection[str] | None]


def build_sound(noun: type[Noun], document: Document, kind: str, known: Known) -> Noun | None:
    """The noun in a document without a fault; None if there may be one.

    `kind` is the name of its schema; `known` are the ids to which references can lead.
    """
    if document.spoiled or text_after_hash.cut_texts(document.text):
        return None
    ids = _Ids({}, set(), [])
    try:
        annotated: Any = noun
        built: Noun = _compiled(kind, annotated)(document.data, (), ids)
    except _UnsoundError:
        return None
    for named, name in ids.references:
        leads_to = ids.all if named == "item" else ids.by_kind.get(named, known.get(named, ()))
        if leads_to is not None and name not in leads_to:
            return None
    return built


class _UnsoundError(Exception):
    """Something is, or may be, wrong."""


class _Ids(NamedTuple):
    """The ids that are defined in a file, and what it refers to."""

    by_kind: dict[str, set[str]]
    all: set[str]
    references: list[tuple[str, str]]


_Make = Callable[[Data, Route, _Ids], Any]
_MakeScalar = Callable[[Data, _Ids], Any]


class _Maker(NamedTuple):
    """What makes the value of a field: of what has a route of its own, or of what has none."""

    deep: _Make | None
    scalar: _MakeScalar


@cache
def _compiled(kind: str, noun: Any) -> _Make:
    schema = load(kind)
    return _map(schema, schema["$defs"], noun)


def _compile(node: Mapping[str, Any], defs: Mapping[str, Any], kind: Any) -> _Maker:
    """What makes what a part of the schema describes, as the noun's annotation has it."""
    node = {**defs.get(node.get("$ref", "").removeprefix("#/$defs/"), {}), **node}
    sort = node["type"]
    if get_origin(kind) in (types.UnionType, Union):
        kind = next(arg for arg in get_args(kind) if arg is not types.NoneType)
    if sort == ["string", "array"]:
        return _Maker(None, _one_or_many(_list(node, defs, kind).scalar))
    if sort == "array":
        return _list(node, defs, kind)
    if sort == "object":
        return _Maker(_map(node, defs, kind), _none)
    if sort == "integer":
        return _Maker(None, _whole(node))
    return _Maker(None, _yes_or_no if sort == "boolean" else _text(node, kind))


def _none(_data: Data, _ids: _Ids) -> None:
    raise _UnsoundError


def _one_or_many(many: _MakeScalar) -> _MakeScalar:
    def make(data: Data, ids: _Ids) -> Any:
        return many(data if type(data) is list else [data], ids)

    return make


def _text(node: Mapping[str, Any], kind: Any) -> _MakeScalar:
    if node.get("format") == "date":
        return _day if kind is dt.date else _none
    if "enum" in node:
        return _naming(node, _word(frozenset(node["enum"])))
    if "pattern" in node:
        return _naming(node, _in_form(node))
    return _naming(node, _prose(node, numbers=node["type"] != "string"))


def _word(right: frozenset[str]) -> _MakeScalar:
    def make(data: Data, _ids: _Ids) -> Any:
        if type(data) is not str or data not in right:
            raise _UnsoundError
        return data

    return make


def _day(data: Data, _ids: _Ids) -> dt.date:
    day = parse_day(data) if type(data) is str else None
    if day is None:
        raise _UnsoundError
    return day


def _in_form(node: Mapping[str, Any]) -> _MakeScalar:
    matches = re.compile(re.sub(r"\$$", r"\\Z", node["pattern"])).search

    def make(data: Data, _ids: _Ids) -> Any:
        if type(data) is not str or not matches(data) or data[-1] in _MARKS:
            raise _UnsoundError
        return data

    return make


def _naming(node: Mapping[str, Any], make: _MakeScalar) -> _MakeScalar:
    """The same of a text that is an id: of this thing, or of one that it refers to."""
    refers, defines, also = node.get("x-refers"), node.get("x-defines"), node.get("x-also", ())
    refers = None if refers == "owner" else refers  # owners have a rule of their own

    def make_id(data: Data, ids: _Ids) -> Any:
        name = make(data, ids)
        if refers and name not in also:
            ids.references.append((refers, name))
        if defines:
            if name in ids.all:
                raise _UnsoundError
            ids.all.add(name)
            ids.by_kind.setdefault(defines, set()).add(name)
        return name

    return make_id if refers or defines else make


_MARKS = "\"'])}>"
"""What `unopened_mark` looks for, and more: an id ends with none of them."""
_NUMBER_STARTS = frozenset("+-.0123456789TFN")  # few texts start so, and a look is quicker


def _prose(node: Mapping[str, Any], *, numbers: bool) -> _MakeScalar:
    most = node["maxLength"]

    def make(data: Data, _ids: _Ids) -> Any:
        if type(data) is not str:
            if not numbers or type(data) is not int:
                raise _UnsoundError
            data = str(data)
        if not data or len(data) > most or data.isspace():
            raise _UnsoundError
        if data[-1] in _MARKS and unopened_mark.mark_in(data):
            raise _UnsoundError
        if not numbers and data[0] in _NUMBER_STARTS and is_other_than_text(data):
            raise _UnsoundError
        return data

    return make


def _whole(node: Mapping[str, Any]) -> _MakeScalar:
    const, least = node.get("const"), node.get("minimum", -(10**15))
    most = node.get("maximum", 10**15)

    def make(data: Data, _ids: _Ids) -> Any:
        if type(data) is not int or not least <= data <= most or const not in (None, data):
            raise _UnsoundError
        return data

    return make


def _yes_or_no(data: Data, _ids: _Ids) -> bool:
    if type(data) is not bool:
        raise _UnsoundError
    return data


def _list(node: Mapping[str, Any], defs: Mapping[str, Any], kind: Any) -> _Maker:
    may_be_blank = node.get("x-may-be-blank", False)
    make, make_scalar = _compile(node["items"], defs, get_args(kind)[0])

    def scalars(data: Data, ids: _Ids) -> Any:
        if type(data) is list:
            return tuple([make_scalar(item, ids) for item in data])
        if data is None and may_be_blank:
            return None
        raise _UnsoundError

    if make is None:
        return _Maker(None, scalars)

    def parts(data: Data, route: Route, ids: _Ids) -> Any:
        if type(data) is list:
            return tuple([make(item, (*route, index), ids) for index, item in enumerate(data)])
        if data is None and may_be_blank:
            return None
        raise _UnsoundError

    return _Maker(parts, _none)


def _map(node: Mapping[str, Any], defs: Mapping[str, Any], noun: type) -> _Make:
    hints = get_type_hints(noun)
    makers = {n: _compile(part, defs, hints[n]) for n, part in node["properties"].items()}
    required = frozenset(node.get("required", ()))
    then = frozenset(node.get("then", {}).get("required", ()))
    asked = node.get("if", {}).get("properties", {})
    condition = {(name, field["const"]) for name, field in asked.items()}
    if any(f.default_factory is not MISSING for f in fields(noun)):
        raise TypeError(f"{noun} has a value that is made anew each time")
    empty = {
        f.name: () if get_origin(hints[f.name]) is tuple else None
        for f in fields(noun)
        if f.default is MISSING
    }

    def make(data: Data, route: Route, ids: _Ids) -> Any:
        if type(data) is not dict or not data.keys() >= required:
            raise _UnsoundError
        if condition and not data.keys() >= then and condition <= data.items():
            raise _UnsoundError
        part: Any = object.__new__(noun)  # see `build`
        values = part.__dict__
        values.update(empty)
        values["route"] = route
        for name, value in data.items():
            maker = makers.get(name)
            if maker is None:
                raise _UnsoundError
            deep, scalar = maker
            built = scalar(value, ids) if deep is None else deep(value, (*route, name), ids)
            if built is not None:
                values[name] = built
        return part

    return make
