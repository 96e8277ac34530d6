"""Document -> faults of shape: a walk over data and JSON Schema together.

The schemas use a part of draft 2020-12, chosen so that each mistake shows once and in one place;
a keyword outside that part is refused when the schema is compiled. The verdicts are those of any
validator of JSON Schema, to which the tests hold them, but for three things that the format
promises: a number in a text field is that text, a date is a day of the calendar, and a list on
whose being empty a rule has something to say may be left blank. And a word that is plainly one of
those that its field can hold, such as AMBER, Covert or Yes, is taken for it.
"""

import dataclasses
import math
import re
from collections.abc import Callable, Collection, Mapping
from functools import cache
from typing import Any, NamedTuple

from planc.model.document import Data, Document, Route, value_at
from planc.model.finding import Problem
from planc.model.rule import Declared
from planc.resources import schema as load
from planc.rules.structure import (
    dangling_id,
    duplicate_id,
    empty_value,
    impossible_date,
    malformed_value,
    missing_field,
    not_a_plan,
    post_unknown,
    quotes_advised,
    text_after_hash,
    too_large,
    too_long,
    unknown_field,
    unknown_value,
    unopened_mark,
    wrong_type,
)
from planc.wording.breadcrumbs import crumbs, is_personal
from planc.wording.day import parse_day
from planc.wording.references import REFERENCES
from planc.wording.words import folded, listed, nearest
from planc.wording.yaml_text import is_other_than_text

Known = Mapping[str, Collection[str] | None]
"""For each kind of reference that leads out of the file (board, tier, post, organisation), the
ids it can lead to, with their names where those are known; None where there is nothing to look
them up in."""


MOST_GUESSES = 20_000
"""How many ids, in all, are compared with those that lead nowhere: to guess takes time."""

_APART = ("board", "organisation", "post")
"""The kinds of thing that references name, so that an id of one may be that of another too."""


class Validation(NamedTuple):
    """The document with its faulty routes marked as spoiled, and the faults.

    Its data holds each word as its field has it, wherever another way to write it is plain.
    """

    document: Document
    faults: list[tuple[Declared, Problem]]


def validate(document: Document, kind: str, known: Known) -> Validation:
    """Holds a document against the schema `plan`, `directory`, `policy` or `baseline`."""
    walk = _Walk(document, load(kind), known)
    try:
        _compiled(kind)(walk, document.data, ())
        if () not in walk.spoiled:
            walk.resolve(known)
    except _EnoughError:
        pass  # it is said; what comes after is not looked at
    foreign = [fault for fault in walk.faults if fault[0] is not_a_plan]
    if () in walk.spoiled and foreign:  # it is something else, so nothing of it is worth a word
        walk.faults = foreign[:1]
    spoiled, data = frozenset(walk.spoiled), document.data
    for route, word in walk.meant.items():
        data = _with_value(data, route, word)
    return Validation(dataclasses.replace(document, data=data, spoiled=spoiled), walk.faults)


def _with_value(data: Data, route: Route, value: Data) -> Data:
    """A copy of the data, as deep as it must be, with another value at `route`."""
    if not route:
        return value
    step = route[0]
    if isinstance(data, dict) and isinstance(step, str):
        return {**data, step: _with_value(data[step], route[1:], value)}
    if isinstance(data, list) and isinstance(step, int):
        return [*data[:step], _with_value(data[step], route[1:], value), *data[step + 1 :]]
    return data


class _EnoughError(Exception):
    """There are more faults than anyone would read."""


class _Walk:
    """What one walk has found so far."""

    def __init__(self, document: Document, schema: Mapping[str, Any], known: Known) -> None:
        self.document, self.schema = document, schema
        self.known = known
        self.faults: list[tuple[Declared, Problem]] = []
        self.spoiled = set(document.spoiled)
        self.meant: dict[Route, Data] = {}
        self._references: list[tuple[str, str, Route]] = []
        self._misnamed: list[tuple[int, str, str, str, Route, bool]] = []
        self._ids: dict[str, dict[str, Route]] = {}
        self._misplaced: set[str] = set()
        self._nameless: float = 0
        self._cut_texts = text_after_hash.cut_texts(document.text)

    def lost_at(self, route: Route) -> tuple[str, int] | None:
        """What a # cuts off the text at `route`, and the line on which it ends; None if nothing."""
        if not self._cut_texts or route in self.spoiled:
            return None
        end = self.document.span(route, value=True)[2:]
        rest = self._cut_texts.get(end)
        return (rest, end[0]) if rest else None

    def fault(self, rule: Declared, route: Route, problem: Problem) -> None:
        """A fault in the value at `route`, of which nothing else is said then."""
        if route not in self.spoiled:
            self.spoiled.add(route)
            self.say(rule, problem)

    def say(self, rule: Declared, problem: Problem) -> None:
        """Something about a value, which is as good as it was. Raises _EnoughError at the limit."""
        if len(self.faults) == too_large.MOST_FAULTS:
            self.faults.append((too_large, too_large.too_many(problem.at)))
            raise _EnoughError
        self.faults.append((rule, problem))

    def misplace(self, data: Data) -> None:
        """Something is nowhere that planc looks; what refers to an id in it is not at fault."""
        if isinstance(data, dict | list):
            for value in data.values() if isinstance(data, dict) else data:
                self.misplace(value)
        elif isinstance(data, str):
            self._misplaced.add(data)

    def lose(self, defines: str | None) -> None:
        """Something has no id that could be read; what refers to it is not at fault."""
        self._nameless += defines is not None

    def lose_all(self, of_ids: bool) -> None:
        """What was to be a list is none; nobody knows how many things with ids were in it."""
        self._nameless = math.inf if of_ids else self._nameless

    def refer(self, kind: str, name: str, route: Route) -> None:
        """Something refers to an id, which may come later in the file."""
        self._references.append((kind, name, route))

    def bettered(
        self, node: Mapping[str, Any], text: str, route: Route, fault: tuple[Declared, Problem]
    ) -> tuple[Declared, Problem]:
        """The fault, told better where a text plainly means something that is known.

        Of what the plan itself holds, `resolve` tells it, once all ids are known.
        """
        refers, field = node.get("x-refers"), node.get("title", "")
        if fault[0] is not malformed_value:
            return fault
        if refers in ("item", "objective"):
            many = "x-many" in node
            self._misnamed.append((len(self.faults), refers, field, text, route, many))
        kind = "post" if refers == "owner" else refers
        known = self.known.get(kind or "")
        if kind not in _APART or not known:
            return fault
        data = self.document.data
        return malformed_value, malformed_value.among(route, field, text, kind, known, data)

    def _titles(self, ids: Collection[str]) -> Mapping[str, str]:
        """The ids, each with what it is called."""
        routes = ids if isinstance(ids, Mapping) else {}
        items = {name: value_at(self.document.data, at[:-1]) for name, at in routes.items()}
        return {
            name: next((str(item[f]) for f in _TITLES if f in item), "")
            for name, item in items.items()
            if isinstance(item, dict)
        }

    def _better_misnamed(self) -> None:
        for place, kind, field, text, route, many in self._misnamed:
            titles = self._titles(self._leads_to(kind, self.known) or ())
            if titles and place < len(self.faults) and self.faults[place][1].at == route:
                fault = malformed_value.inside(route, field, text, kind, titles, many=many)
                self.faults[place] = (malformed_value, fault)

    def holder(self, route: Route) -> str:
        """What the fields at `route` belong to, in words."""
        whole = "the plan" if "x-identifies" in self.schema else self.document.path
        return crumbs(self.schema, self.document.data, route) or whole

    def define(self, kind: str, name: str, route: Route) -> None:
        """An id is given to something."""
        others = (kind,) if kind in _APART else self._ids.keys()
        for other in others:
            first = self._ids.get(other, {}).get(name)
            if first is not None:
                line = self.document.span(first).line
                self.fault(duplicate_id, route, duplicate_id.at(route, name, first, line))
                self.lose(kind)
                return
        self._ids.setdefault(kind, {})[name] = route

    def _leads_to(self, kind: str, known: Known) -> Collection[str] | None:
        """The ids that a reference of this kind can lead to."""
        if kind == "item":
            return {name: route for ids in self._ids.values() for name, route in ids.items()}
        return self._ids.get(kind, known.get(kind, ()))

    def resolve(self, known: Known) -> None:
        """Holds each reference against the ids it can lead to."""
        self._better_misnamed()
        kinds = {kind for kind, _, _ in self._references}
        leads_to = {kind: self._leads_to(kind, known) for kind in kinds}
        lost = [
            (kind, name, route, ids)
            for kind, name, route in self._references
            if (ids := leads_to[kind]) is not None
            and name not in ids
            and name not in self._misplaced
        ]
        inside = {name for kind, name, _, _ in lost if kind not in known}
        if len(inside) <= self._nameless:  # as many things have no id as there are ids of nothing
            lost = [one for one in lost if one[0] in known]
        guesses = MOST_GUESSES
        for kind, name, route, ids in lost:
            guesses -= len(ids)
            among = ids if guesses >= 0 else ()
            if kind == "post":
                self.fault(post_unknown, route, post_unknown.at(route, name, among))
            elif kind == "tier" and (word := _plainly(name, among)):
                self.meant[route] = word
            elif kind == "tier":
                self.fault(unknown_value, route, unknown_value.at(route, "Tier", name, among))
            else:
                self.fault(dangling_id, route, dangling_id.at(route, kind, name, among))
                self._miss(name, ids)

    def _miss(self, name: str, ids: Collection[str]) -> None:
        """The lists with ids like this one are not whole: what they seem to lack may be this."""
        letters = name.rstrip("0123456789")
        routes = ids if isinstance(ids, Mapping) else {}
        tops = {at[0] for one, at in routes.items() if one.rstrip("0123456789") == letters}
        self.spoiled.update((top, -1) for top in tops)


_TITLES = ("tactic", "action", "statement", "risk", "what", "decision")
"""The fields that say what something with an id is."""


def _plainly(text: str, words: Collection[str]) -> str | None:
    """The word that is meant by another way to write it."""
    return next((word for word in words if folded(word) == folded(text)), None)


# The schema, compiled into one function for each of its parts

_Check = Callable[[_Walk, Data, Route], None]
_EVERYWHERE = {
    *("$schema", "$id", "$defs", "$ref", "title", "description", "examples", "default", "type"),
}
_KEYWORDS = {
    "string": {"enum", "pattern", "format", "minLength", "maxLength"},
    "number": set[str](),
    "integer": {"const", "minimum", "maximum"},
    "boolean": set[str](),
    "array": {"items"},
    "object": {
        *("properties", "additionalProperties", "required", "if", "then"),
    },
}


@cache
def _compiled(kind: str) -> _Check:
    schema = load(kind)
    return _compile(schema, schema["$defs"])


def _compile(node: Mapping[str, Any], defs: Mapping[str, Any]) -> _Check:
    if "$ref" in node:
        node = {**defs[node["$ref"].removeprefix("#/$defs/")], **node}
    sort = node["type"]
    read = _EVERYWHERE.union(
        *(_KEYWORDS[one] for one in ([sort] if isinstance(sort, str) else sort))
    )
    unknown = {key for key in node if not key.startswith("x-")} - read
    if unknown:
        raise ValueError(f"planc does not read these keywords of JSON Schema: {sorted(unknown)}")
    if sort == ["string", "array"]:
        one = _compile({"title": node.get("title", ""), "x-many": True, **node["items"]}, defs)
        return _one_or_many(one, _list(node, defs))
    if sort == ["string", "number"]:
        return _text(node, numbers=True)
    if sort == "string":
        return _text(node, numbers=False)
    if sort == "array":
        return _list(node, defs)
    if sort == "object":
        return _map(node, defs)
    return _whole(node) if sort == "integer" else _yes_or_no(node)


def _name(node: Mapping[str, Any]) -> str:
    """The definition that a part of the schema refers to, if any."""
    return str(node.get("$ref", "")).removeprefix("#/$defs/")


def _one_or_many(one: _Check, many: _Check) -> _Check:
    def check(walk: _Walk, data: Data, route: Route) -> None:
        (many if isinstance(data, list) else one)(walk, data, route)

    return check


def _text(node: Mapping[str, Any], *, numbers: bool) -> _Check:
    field = node.get("title", "")
    refers, defines = node.get("x-refers"), node.get("x-defines")
    also = node.get("x-also", ())  # words that may stand in the place of an id
    wrong = _wrong_text(node)
    words = {folded(word): word for word in node.get("enum", ())}
    right = frozenset(words.values())
    is_prose = not {"enum", "pattern", "format"} & node.keys()
    advise = is_prose and not numbers and refers is None

    def check(walk: _Walk, data: Data, route: Route) -> None:
        text = data if isinstance(data, str) else str(data).lower()
        if words and text not in right and (word := words.get(folded(text))):
            walk.meant[route] = text = data = word
        if is_prose and not isinstance(data, list | dict | int) and (lost := walk.lost_at(route)):
            problem = text_after_hash.at(route, "" if data is None else text, *lost)
            walk.fault(text_after_hash, route, problem)
            return
        if fault := _no_text(route, field, data) or wrong(route, text):
            fault = walk.bettered(node, text, route, fault)
            walk.fault(fault[0], route, fault[1])
            walk.lose(defines)
            return
        if route in walk.spoiled:
            pass  # what can be said about its quotation marks has been said
        elif advise and (data is not text or _reads_otherwise(text, walk.document, route)):
            walk.say(quotes_advised, quotes_advised.at(route, field, text))
        elif (mark := unopened_mark.mark_in(text)) and walk.document.plain(route):
            line = walk.document.span(route).line
            walk.say(unopened_mark, unopened_mark.at(route, mark, line))
        if refers and refers != "owner" and text not in also:  # owners have a rule of their own
            walk.refer(refers, text, route)
        if defines:
            walk.define(defines, text, route)

    return check


_Fault = tuple[Declared, Problem] | None
_Wrong = Callable[[Route, str], _Fault]


def _no_text(route: Route, field: str, data: Data) -> _Fault:
    if data is None or (isinstance(data, str) and (not data or data.isspace())):
        return empty_value, empty_value.at(route, field)
    if isinstance(data, list | dict):
        problem = wrong_type.at(route, field, data, "text", "Write one line of text.")
        return wrong_type, problem
    return None


def _wrong_text(node: Mapping[str, Any]) -> _Wrong:
    """The function that says what is wrong with a text, by the one thing its field asks of it."""
    if "enum" in node:
        return _not_allowed(node)
    if node.get("format") == "date":
        return _no_day
    return _not_in_form(node) if "pattern" in node else _over_long(node)


def _not_allowed(node: Mapping[str, Any]) -> _Wrong:
    field, allowed, personal = node.get("title", ""), node["enum"], node.get("x-personal", False)

    def wrong(route: Route, text: str) -> _Fault:
        if text in allowed:
            return None
        return unknown_value, unknown_value.at(route, field, text, allowed, personal=personal)

    return wrong


def _no_day(route: Route, text: str) -> _Fault:
    return None if parse_day(text) else (impossible_date, impossible_date.at(route, text))


def _not_in_form(node: Mapping[str, Any]) -> _Wrong:
    field, refers = node.get("title", ""), node.get("x-refers")
    # what is no id of a post may be the name of a person
    personal = node.get("x-personal", False) or refers in ("post", "owner")
    # $ would let a line feed pass at the end
    matches = re.compile(re.sub(r"\$$", r"\\Z", node["pattern"])).search
    like = node.get("examples", ["di-soc-east"])[0]
    signs = "" if "." in like else ", with letters, figures and hyphens only"
    if "-Q[" in node["pattern"]:
        signs = ": the year, a hyphen, and the quarter from Q1 to Q4"
    do = f"Write it like {like}{signs}."
    if refers:
        never = ". Never a name" if refers in ("post", "owner") else ""
        do = f"Write {REFERENCES[refers].name}, such as {REFERENCES[refers].like}{never}."

    many = node.get("x-many", False)

    def wrong(route: Route, text: str) -> _Fault:
        if matches(text):
            return None
        meant = None if personal else malformed_value.meant_by(text, matches, many=many)
        two = malformed_value.several(text, matches) if refers == "item" else ()
        alone = f"Write one id here, {two[0]}, and a line of its own for each other." if two else do
        return malformed_value, malformed_value.at(
            route, field, text, alone, personal=personal, meant=meant
        )

    return wrong


def _over_long(node: Mapping[str, Any]) -> _Wrong:
    field, most = node.get("title", ""), node["maxLength"]

    def wrong(route: Route, text: str) -> _Fault:
        if len(text) <= most:
            return None
        return too_long, too_long.at(route, field, len(text), most)

    return wrong


def _reads_otherwise(text: str, document: Document, route: Route) -> bool:
    return is_other_than_text(text) and document.plain(route)


def _whole(node: Mapping[str, Any]) -> _Check:
    field, const = node.get("title", ""), node.get("const")
    least, most = node.get("minimum", -(10**15)), node.get("maximum", 10**15)

    def check(walk: _Walk, data: Data, route: Route) -> None:
        if data is None:
            walk.fault(empty_value, route, empty_value.at(route, field))
        elif not isinstance(data, int) or isinstance(data, bool):
            write = "Write it in figures, such as 12, without quotation marks."
            problem = wrong_type.at(route, field, data, "a whole number", write)
            walk.fault(wrong_type, route, problem)
        elif const is not None and data != const:
            do = f"Write {const}: this planc reads no other."
            walk.fault(malformed_value, route, malformed_value.at(route, field, str(data), do))
        elif not least <= data <= most:
            because = f": it must be from {least:,} to {most:,}"
            problem = malformed_value.at(route, field, str(data), "Check the figure.", because)
            walk.fault(malformed_value, route, problem)

    return check


_ID = re.compile(r"[A-Z]{2,4}-?[0-9]+\Z")

_YES_OR_NO = {"true": True, "yes": True, "false": False, "no": False}


def _yes_or_no(node: Mapping[str, Any]) -> _Check:
    field = node.get("title", "")

    def check(walk: _Walk, data: Data, route: Route) -> None:
        answer = _YES_OR_NO.get(data.casefold()) if isinstance(data, str) else None
        if answer is not None:
            walk.meant[route] = answer
        elif data is None:
            walk.fault(empty_value, route, empty_value.at(route, field))
        elif not isinstance(data, bool):
            write = "Write true or false."
            problem = wrong_type.at(route, field, data, "true or false", write)
            walk.fault(wrong_type, route, problem)

    return check


def _list(node: Mapping[str, Any], defs: Mapping[str, Any]) -> _Check:
    field, may_be_blank = node.get("title", ""), node.get("x-may-be-blank", False)
    item = {**defs.get(_name(node["items"]), {}), **node["items"]}
    check_item = _compile({"title": field, **item}, defs)
    of_ids = "x-defines" in item.get("properties", {}).get("id", {})

    def check(walk: _Walk, data: Data, route: Route) -> None:
        if isinstance(data, list):
            for index, value in enumerate(data):
                check_item(walk, value, (*route, index))
        elif data is None:
            if not may_be_blank:  # else a rule says what it means that nothing is there
                walk.fault(empty_value, route, empty_value.at(route, field))
                walk.lose_all(of_ids)
        else:
            write, meant = _as_list(item, data)
            problem = wrong_type.at(route, field, data, "a list", write, meant)
            walk.fault(wrong_type, route, problem)
            walk.lose_all(of_ids)

    return check


def _as_list(item: Mapping[str, Any], data: Data) -> tuple[str, str | None]:
    """What to write in place of a text where a list belongs, and the list that is plainly meant."""
    pattern, words = item.get("pattern"), item.get("enum", ())
    if isinstance(data, str) and (pattern or words):
        right = re.compile(pattern.replace("$", r"\Z")).search if pattern else words.__contains__
        meant = malformed_value.meant_by(data, right, many=True)
        if meant:
            meant = meant if meant.startswith("[") else f"[{meant}]"
            return f"Put it between square brackets: {meant}", meant
        if words:
            return f"Write one or more of these between square brackets: {listed(words, 20)}.", None
    if isinstance(data, str) and data.casefold() in wrong_type.NONE:
        return 'Delete what stands here; why there is none goes under "gaps:", with a reason.', None
    return "Write a list: each item on a line of its own, after a dash and a space.", None


def _map(node: Mapping[str, Any], defs: Mapping[str, Any]) -> _Check:
    field = node.get("title", "")
    checks = {name: _compile(part, defs) for name, part in node.get("properties", {}).items()}
    other = node["additionalProperties"]
    check_other = _compile(other, defs) if other else None
    parts = {
        n: {**defs.get(_name(part), {}), **part} for n, part in node.get("properties", {}).items()
    }
    required, identity = node.get("required", []), node.get("x-identifies", [])
    condition, then = node.get("if"), node.get("then", {}).get("required", [])
    personal = is_personal(node)
    defines = node.get("properties", {}).get("id", {}).get("x-defines")

    def check(walk: _Walk, data: Data, route: Route) -> None:
        if not isinstance(data, dict):
            if data is None and route:
                walk.fault(empty_value, route, empty_value.at(route, field))
            elif identity:
                walk.fault(not_a_plan, route, not_a_plan.without_fields(walk.document.path))
            else:
                named = field or walk.holder(route)
                write = wrong_type.as_group(data, parts)
                problem = wrong_type.at(route, named, data, "a group of fields", write)
                walk.fault(wrong_type, route, problem)
            walk.lose(defines)
            return
        for name, value in data.items():
            check_one = checks.get(name, check_other)
            if check_one is not None:
                check_one(walk, value, (*route, name))
            elif defines and "id" not in data and _ID.match(name):
                problem = unknown_field.id_for_name((*route, name), value, [*checks])
                walk.fault(unknown_field, (*route, name), problem)
                walk.misplace([name, value])
                walk.spoiled.add((*route, "id") if value is None else route)
            else:
                _unknown(walk, (*route, name), data, [*checks], personal=personal)
        missing = [name for name in required if name not in data]
        if condition and _holds(condition, data):
            missing += [name for name in then if name not in data]
        if missing and route not in walk.spoiled:
            _report_missing(walk, missing, route, node, identity)

    return check


def _unknown(
    walk: _Walk, route: Route, data: Mapping[str, Data], names: Collection[str], *, personal: bool
) -> None:
    """A field of `data` with none of the names that there are."""
    name = str(route[-1])
    near = nearest(name, [field for field in names if field not in data])
    holder = walk.holder(route[:-1])
    problem = unknown_field.at(route, holder, near, names, data.get("id"), personal=personal)
    walk.fault(unknown_field, route, problem)
    walk.misplace(data[name])
    if near:  # what was meant is not missing, it is misspelt
        walk.spoiled.add((*route[:-1], near))


def _holds(condition: Mapping[str, Any], data: Mapping[str, Data]) -> bool:
    return all(data.get(name) == field["const"] for name, field in condition["properties"].items())


def _report_missing(
    walk: _Walk,
    missing: list[str],
    route: Route,
    node: Mapping[str, Any],
    identity: Collection[str],
) -> None:
    absent = [name for name in missing if (*route, name) not in walk.spoiled]
    lost = [name for name in absent if name in identity]
    if lost:
        walk.say(not_a_plan, not_a_plan.without(walk.document.path, lost))
        if len(lost) > 1:
            walk.spoiled.add(route)
    line = walk.document.span(route).line
    for name in absent:
        if name not in lost:
            title = node["properties"][name]["title"]
            problem = missing_field.at((*route, name), title, walk.holder(route), line)
            walk.say(missing_field, problem)
            walk.lose(node["properties"][name].get("x-defines"))
        walk.spoiled.add((*route, name))
