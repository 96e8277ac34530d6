"""The schema for editors: what it takes, what it offers, and what it does not hold."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from planc.passes.compose_entry import kind_of
from planc.passes.fill_schema import ENTRIES, fill_schema
from planc.resources import folder

PLAIN = json.loads((folder("schemas") / "plan.schema.json").read_text(encoding="utf-8"))
NAMES = {"post": {"di-east": "DI East"}, "board": {"ocg": "OCG Board"}, "tier": {"force": ""}}
FILLED = fill_schema(PLAIN, NAMES)
VALIDATOR = Draft202012Validator(FILLED)
WHOLE: dict[str, Any] = {"planc": 1, "ref": "SOC-2026-001", "status": "draft"}


def _nodes(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        yield node
    for value in node.values() if isinstance(node, dict) else node:
        if isinstance(value, dict | list):
            yield from _nodes(value)


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(FILLED)


@pytest.mark.parametrize(
    "part",
    [
        {},
        {"lro": "di-east", "board": "ocg", "threat": {"tier": "force"}},
        {"pursue": [{"id": "PUR-1", "tactic": "x", "owner": "di-east", "share": "table"}]},
        {"pursue": [{"id": "PUR-1", "tactic": "x", "share": ["di-east"], "serves": ["OBJ-1"]}]},
        {"log": [{"date": "2026-11-22", "ref": "ANY-1", "note": "x"}]},
    ],
)
def test_what_is_right_passes(part: dict[str, Any]) -> None:
    assert [error.message for error in VALIDATOR.iter_errors(WHOLE | part)] == []


@pytest.mark.parametrize(
    "part",
    [
        {"lro": "di-west"},
        {"team": {"deputy_lro": "di-west"}},
        {"board": "gco"},
        {"threat": {"tier": "national"}},
        {"pursue": [{"id": "PUR-1", "tactic": "x", "owner": "table"}]},
        {"pursue": [{"id": "PUR-1", "tactic": "x", "share": "tables"}]},
        {"prevent": [{"id": "PRE-1", "tactic": "x", "share": ["di-west"]}]},
        {"protect": [{"id": "PRO-1"}]},
        {"owwner": "di-east"},
    ],
)
def test_what_is_wrong_does_not(part: dict[str, Any]) -> None:
    (error,) = VALIDATOR.iter_errors(WHOLE | part)
    schema: Any = error.schema
    branches = schema.get("anyOf", [schema])
    assert any("errorMessage" in branch or "$ref" in branch for branch in branches)


def test_where_there_is_no_directory_any_post_passes() -> None:
    schema = fill_schema(PLAIN, {"tier": {"force": ""}})
    assert list(Draft202012Validator(schema).iter_errors(WHOLE | {"lro": "di-west"})) == []


def test_no_example_is_there_that_an_editor_would_write_but_for_markings() -> None:
    assert [node["examples"][0] for node in _nodes(FILLED) if "examples" in node] == ["OFFICIAL"]


def test_nothing_that_refers_to_what_stands_around_the_plan_is_left_open() -> None:
    open_ones = [node for node in _nodes(FILLED) if node.get("x-refers") in ("owner", "post")]
    assert len(open_ones) >= 38
    ends = {"#/$defs/post", "#/$defs/post-or-table"}
    assert all({branch.get("$ref") for branch in node.get("anyOf", [node])} & ends
               for node in open_ones)  # fmt: skip


def test_each_kind_of_log_entry_has_a_form() -> None:
    forms = FILLED["properties"]["log"]["items"]["defaultSnippets"]
    values = {"status, done": {"status": "complete"}, "status, stopped": {"status": "blocked"}}
    for label, names in ENTRIES.items():
        kind = kind_of({**dict.fromkeys(names, "x"), **values.get(label, {})})
        assert kind.name == label.split(",")[0]
        assert set(kind.needs) <= set(names)
    assert {form["label"] for form in forms} <= {f"log: {label}" for label in ENTRIES}
    assert forms[0]["body"] == (
        "{date: $CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE, ref: $1, note: $2}"
    )
