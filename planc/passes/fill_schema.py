"""The plan's schema, and who and what a repository has -> a schema for its editors.

It offers this repository's posts, boards, tiers and organisations with their titles, in each plan
the ids of that plan, and a form for each kind of log entry; and it says in planc's words what is
wrong.
"""

import copy
from collections.abc import Iterable, Iterator, Mapping
from functools import reduce
from operator import getitem
from typing import Any, TypeAlias

from planc.model.marking import DESCRIPTORS, OFFICIAL, RECIPIENTS_ONLY, SENSITIVE
from planc.model.plan import Plan
from planc.model.titles import title_of
from planc.wording.references import REFERENCES
from planc.wording.words import listed

Node: TypeAlias = dict[str, Any]

ENTRIES: Mapping[str, tuple[str, ...]] = {
    "note": ("ref", "note"),
    "status": ("ref", "status", "note"),
    "status, done": ("ref", "status", "outcome"),
    "status, stopped": ("ref", "status", "because"),
    "new date": ("ref", "due", "because"),
    "next check": ("ref", "note", "next_check"),
    "disruption": ("ref", "disruption", "lead", "support", "state", "effect"),
    "decision": ("id", "decision", "by", "because", "rejected"),
    "review": ("review", "board", "by", "next_review", "present"),
    "rating": ("ref", "rag", "value", "because"),
    "LRO's view": ("by", "view"),
    "correction": ("corrects", "ref", "note"),
}
"""For each kind of log entry the fields that its form has beside the date."""

_MARKINGS = (
    OFFICIAL,
    SENSITIVE,
    f"{SENSITIVE} - {RECIPIENTS_ONLY}",
    f"{SENSITIVE} - {DESCRIPTORS[0]}",
    f"{SENSITIVE} - {RECIPIENTS_ONLY} - {DESCRIPTORS[0]}",
)
_TODAY = "$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE"
_WORDS = {
    "date": "Write the year, the month and the day in figures, as in 2026-11-22.",
    "id": "Write letters, a hyphen and figures, as in PUR-1.",
    "directory-id": "Write an id: small letters, figures and hyphens. Never a name.",
    "line": "Write text here; between quotation marks, if it is a number.",
    "prose": "Write text here; between quotation marks, if it is a number.",
    "figure": "Write a number, or a few words.",
    "marking": "Write a marking as it is printed, such as OFFICIAL-SENSITIVE.",
}
"""What is said of a value that is not one of these, by their names under $defs."""

_SHAPES = {
    "array": "Write a list: each on a line of its own after a dash, or all between brackets.",
    "boolean": "Write true or false.",
    "integer": "Write a whole number in figures.",
    "number": "Write a number in figures.",
    "string": "Write text here; between quotation marks, if it is a number.",
}
"""What is said of a value that has another shape than its field."""


def fill_schema(
    plain: Mapping[str, Any], names: Mapping[str, Mapping[str, str]], plans: Iterable[Plan] = ()
) -> Node:
    """The schema `plain`, as its file has it, filled for one repository.

    `names` are what stands around the plans: for each kind its ids, each with its title.
    """
    filled = copy.deepcopy(dict(plain))
    for name, words in _WORDS.items():
        filled["$defs"][name]["errorMessage"] = words
    filled["$defs"]["marking"]["examples"] = list(_MARKINGS)
    for kind, titles in names.items():
        filled["$defs"][kind] = _one_of(kind, titles)
    if "post" in names:
        everybody = {"table": "All organisations under partners"}
        filled["$defs"]["post-or-table"] = _one_of("post", {**names["post"], **everybody})
    _fill(filled, "A plan", frozenset(names))
    log = filled["properties"]["log"]["items"]
    log["defaultSnippets"] = list(_forms(log["properties"]))
    places = list(_places(filled, filled))
    filled["allOf"] = [*filled.get("allOf", []), *(_of_plan(plan, places) for plan in plans)]
    return filled


def _one_of(kind: str, titles: Mapping[str, str]) -> Node:
    reference = REFERENCES[kind]
    words = f"This is not {reference.to}. Write {reference.name}, such as {next(iter(titles))}."
    return {
        "enum": list(titles),
        "enumDescriptions": list(titles.values()),
        "errorMessage": words,
    }


def _fill(node: Node, title: str, names: frozenset[str]) -> None:
    """Fills a part of the schema and all that is in it. `title` is what its fields belong to."""
    title = node.get("title", title)
    node.pop("examples", None)  # an editor would write them as values
    _refer(node, names)
    if isinstance(node.get("type"), str) and node["type"] in _SHAPES:
        node["errorMessage"] = _SHAPES[node["type"]]
    if "enum" in node:
        node["errorMessage"] = f"Write one of these: {listed(node['enum'])}."
    if fields := node.get("properties"):
        node["errorMessage"] = f"In {title} stand its own fields only. Ctrl+Space lists them."
        if required := node.pop("required", ()):
            node["allOf"] = [_needed(name) for name in required]
        for field in fields.values():
            _fill(field, title, names)
    if isinstance(node.get("items"), dict):
        _fill(node["items"], title, names)


def _needed(name: str) -> Node:
    words = f'There is no "{name}" here. With the other fields, add "{name}: ...".'
    return {"required": [name], "errorMessage": words}


def _refer(node: Node, names: frozenset[str]) -> None:
    """What refers to something around the plans may only be one of its ids here."""
    kind = "post" if node.get("x-refers") == "owner" else node.get("x-refers")
    if kind not in names:
        return
    here = {"$ref": f"#/$defs/{kind}" + ("-or-table" if "x-also" in node else "")}
    if isinstance(node.get("type"), list):  # one of them, or a list
        del node["type"], node["pattern"]
        node["anyOf"] = [here, {"type": "array", "items": node.pop("items")}]
        _refer(node["anyOf"][1]["items"], names)
    else:
        node.update(here)


def _forms(fields: Mapping[str, Any]) -> Iterator[Node]:
    """For each kind of log entry a form in braces, with a stop for each of its fields."""
    for label, names in ENTRIES.items():
        stops = [f"{name}: ${stop}" for stop, name in enumerate(names, 1)]
        body = f"{{date: {_TODAY}, {', '.join(stops)}}}"
        if fields.keys() >= set(names):
            yield {
                "label": f"log: {label}",
                "description": f"A log entry: {', '.join(names)}.",
                "body": body,
            }


def _places(node: Node, root: Node, route: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The way to everything that refers to something in the plan, and to which kind of it."""
    if str(node.get("$ref")).startswith("#/properties/"):
        shared = reduce(getitem, node["$ref"].split("/")[1:], root)
        yield from _places(shared, root, route)
        return
    if node.get("x-refers") in ("item", "objective"):
        yield (*route, node["x-refers"])
    for name, field in node.get("properties", {}).items():
        yield from _places(field, root, (*route, "properties", name))
    if isinstance(node.get("items"), dict):
        yield from _places(node["items"], root, (*route, "items"))


def _of_plan(plan: Plan, places: Iterable[tuple[str, ...]]) -> Node:
    """What is offered in one plan: its ids. Another is no mistake, for it may just be written."""
    offers = {"item": _offered(plan.identified), "objective": _offered(plan.objectives)}
    then: Node = {}
    for *route, kind in places:
        node = then
        for step in route:
            node = node.setdefault(step, {})
        node["anyOf"] = [{}, *offers[kind]]
    return {"if": {"required": ["ref"], "properties": {"ref": {"const": plan.ref}}}, "then": then}


def _offered(items: Iterable[Any]) -> list[Node]:
    titles = {item.id: title_of(item) for item in items if item.id}
    return [{"enum": list(titles), "enumDescriptions": list(titles.values())}] if titles else []
