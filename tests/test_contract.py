"""The schemas and the model say the same, and a paper shows every field."""

import datetime as dt
import json
import re
import types
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest

from planc import check
from planc.model.baseline import Baseline
from planc.model.directory import Directory
from planc.model.finding import Severity
from planc.model.paper_file import PaperRequest
from planc.model.plan import Plan
from planc.model.policy import Policy
from planc.model.tactic import STATUSES
from planc.model.view import AUTHOR
from planc.produce import produce
from planc.repository import open_repository
from planc.resources import schema
from planc.wording.breadcrumbs import field_at
from planc.wording.references import REFERENCES
from tests.conftest import AS_OF
from tests.full import FullPlan, spoken
from tests.papers.reading import text_of

NOUNS: dict[str, type] = {
    "plan": Plan,
    "directory": Directory,
    "policy": Policy,
    "baseline": Baseline,
}
EDITIONS = {"board", "owner", "partners", "recipient"}


def _parts(noun: type, node: Mapping[str, Any], path: str) -> Iterator[tuple[str, type, Any]]:
    """Every dataclass reachable from a noun, with the part of the schema it stands for."""
    yield path, noun, node
    for name, kind in get_type_hints(noun).items():
        inner, item = kind, field_at(node, (name,))
        while get_origin(inner) in (types.UnionType, Union, tuple, Mapping):
            if get_origin(inner) is Mapping:
                item = item["additionalProperties"]
            elif get_origin(inner) is tuple:
                item = item.get("items", {})
            inner = next(
                arg for arg in reversed(get_args(inner)) if arg not in (types.NoneType, Ellipsis)
            )
        if is_dataclass(inner) and isinstance(inner, type):
            yield from _parts(inner, item, f"{path}.{name}")


PARTS = [part for kind, noun in NOUNS.items() for part in _parts(noun, schema(kind), kind)]


@pytest.mark.parametrize(("path", "noun", "node"), PARTS, ids=[part[0] for part in PARTS])
def test_the_model_has_the_fields_of_the_schema(path: str, noun: type, node: Any) -> None:
    assert {field.name for field in fields(noun)} - {"route"} == node["properties"].keys(), path


SORTS: dict[Any, set[str]] = {
    str: {"string", "number"},
    int: {"integer"},
    bool: {"boolean"},
    dt.date: {"string"},
}


@pytest.mark.parametrize(("path", "noun", "node"), PARTS, ids=[part[0] for part in PARTS])
def test_the_model_has_the_types_of_the_schema(path: str, noun: type, node: Any) -> None:
    kind = path.split(".")[0]
    for name, hint in get_type_hints(noun).items():
        if name == "route":
            continue
        field = _resolved(field_at(node, (name,)), kind)
        sorts = field["type"] if isinstance(field["type"], list) else [field["type"]]
        plain = next((a for a in get_args(hint) if a is not types.NoneType), hint)
        if get_origin(hint) is tuple:
            assert "array" in sorts, f"{path}.{name}"
        elif get_origin(hint) is Mapping or is_dataclass(plain):
            assert sorts == ["object"], f"{path}.{name}"
        else:
            assert set(sorts) <= SORTS[plain], f"{path}.{name}"
            assert (plain is dt.date) == (field.get("format") == "date"), f"{path}.{name}"


def _resolved(node: Mapping[str, Any], kind: str) -> dict[str, Any]:
    if "$ref" not in node:
        return dict(node)
    shared: dict[str, Any] = schema(kind)["$defs"][node["$ref"].rpartition("/")[2]]
    return {**shared, **node}


def _fields(node: Any, path: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    if isinstance(node, Mapping):
        for name, field in node.get("properties", {}).items():
            yield f"{path}.{name}", field
        for key, inner in node.items():
            if key not in ("$defs", "if", "then"):
                deeper = f"{path}.{key}" if key not in ("properties", "items") else path
                yield from _fields(inner, deeper)


FIELDS = [pair for kind in NOUNS for pair in _fields(schema(kind), kind)]


def test_every_field_says_what_it_is() -> None:
    for path, field in FIELDS:
        assert field["title"][0].isupper(), path
        assert field["description"].endswith((".", "?")), path
        unknown = set(field.get("x-audience", ())) - EDITIONS
        assert not unknown, f"{path} can be for {sorted(EDITIONS)}; the author has every field"
        if not path.startswith("plan."):
            assert "x-audience" not in field, path


def test_what_a_field_refers_to_can_be_put_into_words() -> None:
    everywhere = (json.dumps(schema(kind)) for kind in ("plan", "directory", "policy"))
    referred = set(re.findall(r'"x-refers": "(\w+)"', " ".join(everywhere)))
    assert referred == REFERENCES.keys(), "say in planc/wording/references.py what it leads to"


@pytest.mark.parametrize("kind", NOUNS)
def test_shared_definitions_grant_nothing(kind: str) -> None:
    def keys(node: Any) -> Iterator[str]:
        if isinstance(node, Mapping):
            yield from node
            for inner in node.values():
                yield from keys(inner)

    assert "x-audience" not in set(keys(schema(kind)["$defs"]))


@pytest.mark.parametrize("kind", NOUNS)
def test_every_group_of_fields_is_closed_and_no_choice_is_ambiguous(kind: str) -> None:
    groups = [node for path, _, node in PARTS if path.split(".")[0] == kind]
    assert all(node["additionalProperties"] is False or "rules" in node for node in groups)
    text = json.dumps(schema(kind))
    assert not any(f'"{word}"' in text for word in ("oneOf", "anyOf", "unevaluatedProperties"))


def test_the_statuses_of_a_tactic_are_those_of_the_schema() -> None:
    statuses = schema("plan")["properties"]["pursue"]["items"]["properties"]["status"]["enum"]
    assert tuple(statuses) == STATUSES


# Fields that no paper shows, each with the reason.
NOT_SHOWN = {
    "planc": "the version of the file format says nothing of the plan",
}


def test_every_field_is_shown_in_the_authors_pack_or_declared(tmp_path: Path) -> None:
    full = FullPlan()
    full.write(tmp_path)
    repository = open_repository([tmp_path])
    report = check.check(repository, AS_OF)
    assert not [f for f in report.findings if f.severity is Severity.REFUSAL]
    (paper,) = produce(repository, report, "plan", PaperRequest(AUTHOR), ["md"])
    text = text_of(paper)
    missing = [
        path
        for path, token in full.tokens.items()
        if not any(form in text for form in spoken(token))
    ]
    assert missing == [], "give it a place in a section, or a reason in NOT_SHOWN"
    assert {path for path in full.plan if path in NOT_SHOWN} == set(NOT_SHOWN)
