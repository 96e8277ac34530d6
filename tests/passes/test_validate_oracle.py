"""planc's own walk over the schemas gives the verdicts of a validator that everyone knows."""

import copy
import re
from collections.abc import Mapping
from typing import Any, NamedTuple

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker

from planc.model.document import Data, Document, Route, value_at
from planc.passes.read import read
from planc.passes.validate import validate
from planc.resources import schema
from planc.rules.structure import (
    dangling_id,
    duplicate_id,
    not_a_plan,
    post_unknown,
    quotes_advised,
    unknown_field,
    unknown_value,
)
from planc.wording.words import folded
from tests.conftest import BASE, PLAN, ROOT, examples
from tests.passes.told import KNOWN, NAME

Json = Any


def loaded(text: str) -> Data:
    document, faults = read(NAME, text)
    assert faults == []
    assert document is not None
    return document.data


FILES = [
    ("plan", BASE / PLAN),
    ("directory", BASE / "directory.yaml"),
    ("policy", BASE / "planc.yaml"),
    *(("plan", path) for path in sorted((ROOT / "plans").glob("*.yaml"))),
]
KINDS = {"directory.yaml": "directory", "planc.yaml": "policy"}
WHOLE = [
    (KINDS.get(path.name, kind), loaded(path.read_text(encoding="utf-8"))) for kind, path in FILES
]
BASELINE = """\
planc: 1
plans:
  - plan: SOC-2026-014
    until: 2027-05-23
    findings:
      lro-missing: {lro: 1}
      tactic-overdue: {PUR-1: 2, PUR-2: 1}
"""
WHOLE.append(("baseline", loaded(BASELINE)))
NAMES = [*(path.name for _, path in FILES), "planc-baseline.yaml"]


# The other validator


def as_text(data: Data, node: Mapping[str, Json], defs: Mapping[str, Json]) -> Data:
    """The data as the format means it, for a validator that knows nothing but JSON.

    Four differences are declared. A number or a truth in a text field is the text it was written
    as. A text of no letters is as empty as no text at all, also where no length is asked for. A
    list may be left blank where the schema says so. And a word plainly meant is that word.
    """
    if "$ref" in node:
        node = {**defs[node["$ref"].removeprefix("#/$defs/")], **node}
    if isinstance(data, dict):
        fields, other = node.get("properties", {}), node.get("additionalProperties") or {}
        return {name: as_text(value, fields.get(name, other), defs) for name, value in data.items()}
    if data is None and node.get("x-may-be-blank"):
        return []
    if isinstance(data, list):
        return [as_text(item, node.get("items", {}), defs) for item in data]
    if node.get("type") == "boolean" and isinstance(data, str):
        return {"true": True, "yes": True, "false": False, "no": False}.get(data.casefold(), data)
    if "string" not in (node.get("type") or ""):
        return data
    if isinstance(data, bool | int):
        data = str(data).lower()
    words: dict[str, str] = {folded(word): word for word in node.get("enum", ())}
    if isinstance(data, str) and folded(data) in words:
        return words[folded(data)]
    return data if isinstance(data, str) and data.strip() else None


def expected(kind: str, data: Data) -> set[Route]:
    """The places where jsonschema finds a fault, the fields that are missing among them."""
    whole = schema(kind)
    validator = Draft202012Validator(whole, format_checker=FormatChecker(formats=["date"]))
    places: set[Route] = set()
    for error in validator.iter_errors(as_text(data, whole, whole["$defs"])):
        route: Route = tuple(error.absolute_path)
        inside = error.instance
        if error.validator == "required":
            places |= {(*route, name) for name in error.validator_value if name not in inside}
        elif error.validator == "additionalProperties":
            places |= {(*route, name) for name in inside if name not in error.schema["properties"]}
        else:
            places.add(route)
    return places


# planc

# These say what no JSON Schema says: where an id leads, and what is advised.
BEYOND = (dangling_id, duplicate_id, post_unknown, quotes_advised)


def found(kind: str, data: Data) -> tuple[set[Route], set[Route]]:
    """The places where planc finds a fault of shape, and those it passes over by declaration."""
    document = Document(NAME, "", data, ((1, 1, 1, 1), None, False))
    _, faults = validate(document, kind, KNOWN)
    places: set[Route] = set()
    passed_over: set[Route] = set()
    for rule, fault in faults:
        assert isinstance(fault.at, tuple)
        route: Route = fault.at
        if rule is not_a_plan and isinstance(data, dict):
            # one fault for all that makes a plan a plan; of a file that lacks two, no other is told
            missing = re.findall(r"no ([a-z]+)", fault.blanks["what"])
            places |= {(name,) for name in missing}
            if len(missing) > 1:
                return places, expected(kind, data) - places
        elif rule in BEYOND or (rule is unknown_value and fault.blanks["field"] == "Tier"):
            continue
        else:
            places.add(route)
        if rule is unknown_field:
            # what was misspelt is not missing
            meant = re.search(r'Did you mean "(.+)"', fault.blanks["hint"])
            passed_over |= {(*route[:-1], meant[1])} if meant else set()
    return places, passed_over


def assert_agreed(kind: str, data: Data) -> None:
    places, passed_over = found(kind, data)
    others = expected(kind, data)
    assert bool(places) == bool(others)
    assert places == others - (passed_over - places)


# Whole files


@pytest.mark.parametrize("index", range(len(WHOLE)), ids=NAMES)
def test_both_find_a_good_file_good(index: int) -> None:
    kind, data = WHOLE[index]
    assert found(kind, data) == (set(), set())
    assert expected(kind, data) == set()


# Damaged ones

TEXTS = ["", " ", "x", "judgement", "draft", "2026-02-30", "2026-2-3", "31/12/2026", "OBJ-1"]
TEXTS += ["x" * 61, "x" * 121, "x" * 501, "true", "12", "۱۲", "PUR-99", "S1", "2027-Q1"]
VALUES: list[Data] = [None, *TEXTS, 0, 1, 2, -1, 12, 10_000, True, False]
VALUES += [[], {}, ["x"], [None], {"x": 1}, [[]], [{}]]
NAMES = ["zzz", "id", "owner", "status", "planc", "ref", "date", "judgement", "measure", "kind"]


class Damage(NamedTuple):
    """One thing that is done to a file: how, to which of its values, and what is put there."""

    way: str
    at: int
    value: int
    name: int


DAMAGES = st.builds(
    Damage,
    st.sampled_from(["drop", "replace", "replace", "misspell", "add"]),
    st.integers(0, 9999),
    st.integers(0, len(VALUES) - 1),
    st.integers(0, 99),
)


def routes(data: Data, route: Route = ()) -> list[Route]:
    """The way to every value, the root's among them."""
    ways = [route]
    if isinstance(data, dict):
        for name, value in data.items():
            ways += routes(value, (*route, name))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            ways += routes(value, (*route, index))
    return ways


def misspelt(name: str, how: int) -> str:
    at = how % max(1, len(name))
    return (name[:at] + name[at + 1 :], name[:at] + "x" + name[at:], name.upper())[how % 3]


def damaged(data: Data, damage: Damage) -> Data:
    """The data with one value dropped, put in place of another, added, or under another name."""
    ways = routes(data)
    route, value = ways[damage.at % len(ways)], copy.deepcopy(VALUES[damage.value])
    target, holder = value_at(data, route), value_at(data, route[:-1])
    if damage.way == "add" and isinstance(target, dict):
        target[NAMES[damage.name % len(NAMES)]] = value
    elif damage.way == "add" and isinstance(target, list):
        target.insert(damage.name % (len(target) + 1), value)
    elif not route:
        return value if damage.way == "replace" else data
    elif isinstance(holder, dict) and isinstance(route[-1], str):
        taken_out = holder.pop(route[-1])
        if damage.way == "replace":
            holder[route[-1]] = value
        elif damage.way == "misspell":
            holder[misspelt(route[-1], damage.name)] = taken_out
    elif isinstance(holder, list) and isinstance(route[-1], int):
        holder[route[-1] : route[-1] + 1] = [value] if damage.way == "replace" else []
    return data


# shrinking a whole plan takes minutes, and a failing example names its place anyway
PHASES = set(Phase) - {Phase.shrink, Phase.explain}


@settings(max_examples=examples(150), deadline=None, phases=PHASES)
@given(st.integers(0, len(WHOLE) - 1), st.lists(DAMAGES, min_size=1, max_size=4))
def test_both_find_the_same_faults_in_the_same_places(index: int, damages: list[Damage]) -> None:
    kind, data = WHOLE[index]
    data = copy.deepcopy(data)
    for damage in damages:
        data = damaged(data, damage)
    assert_agreed(kind, data)


@pytest.mark.parametrize(
    ("kind", "data", "places"),
    [
        ("plan", [], {()}),
        ("plan", "x", {()}),
        ("plan", {}, {("planc",), ("ref",), ("status",)}),
        ("plan", {"planc": 1, "ref": "A-1", "status": 1}, {("status",)}),
        (
            "directory",
            {"planc": True, "organisations": {}, "posts": None},
            {("planc",), ("organisations",), ("posts",)},
        ),
        ("policy", None, {()}),
        (
            "policy",
            {"planc": 1, "force": 1, "dpia_ref": "x", "rules": {"x": {"severity": "of"}}},
            {("information_asset_owner",), ("rules", "x", "severity"), ("rules", "x", "reason")},
        ),
    ],
)
def test_the_comparison_sees_what_it_is_to_see(kind: str, data: Data, places: set[Route]) -> None:
    assert expected(kind, data) == places
    assert_agreed(kind, data)
