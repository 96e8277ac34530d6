"""A comparison as it is shown: what may be said where, and in which form."""

import json
from typing import get_args

import pytest
from jsonschema import Draft202012Validator

from planc.model.difference import (
    Comparison,
    Difference,
    DifferenceKind,
    PlanChange,
    Reading,
    SettingChange,
)
from planc.model.plan import Plan
from planc.passes.show_changes import ChangesForm, show_changes
from planc.resources import schema
from tests.reporters.reading import closed, described

WORDS = "Halve | supply"
TARGET = Difference(
    kind="changed", section="objectives", id="OBJ-1", field="target", before="11", after="15"
)
NEW = Difference(kind="added", section="objectives", id="OBJ-2", after=WORDS)
CHANGE = PlanChange(None, Reading("plans/a_b.yaml", Plan(ref="SOC-1"), True, ""), (TARGET, NEW))
SAME = PlanChange(None, Reading("plans/c.yaml", Plan(ref="SOC-2"), True, ""), ())
FOUND = Comparison(
    "the end of 4 November 2026",
    (CHANGE, SAME),
    (SettingChange("planc.yaml", "numbers.overdue_days", "7", "14"), SettingChange("a.yaml", "x")),
    ("A note.",),
)


def _text(form: ChangesForm, *, shown: bool = True) -> str:
    return show_changes(FOUND, form, lambda _: shown)


def test_as_text() -> None:
    assert _text(ChangesForm.TEXT) == (
        "SOC-1 (plans/a_b.yaml)\n"
        "  OBJ-1: target 15, was 11\n"
        "  OBJ-2: new objective: Halve | supply\n"
        "\n"
        "Settings\n"
        "  planc.yaml: numbers.overdue_days 14, was 7\n"
        "  a.yaml: x changed\n"
        "\n"
        "Compared with the end of 4 November 2026: 2 differences in 1 plan, 1 unchanged.\n"
        "A note.\n"
    )


def test_as_markdown_words_are_no_markup() -> None:
    text = _text(ChangesForm.MARKDOWN)
    assert text.startswith("**SOC-1 (plans/a\\_b.yaml)**\n\n- OBJ-1: target 15, was 11\n")
    assert "- OBJ-2: new objective: Halve \\| supply\n" in text


PUBLISHED = Draft202012Validator(closed(schema("diff")))


def test_the_published_schema_of_the_json_is_one_and_says_what_each_part_is() -> None:
    Draft202012Validator.check_schema(schema("diff"))
    assert described(schema("diff"))
    kinds = schema("diff")["$defs"]["difference"]["properties"]["kind"]["enum"]
    assert tuple(kinds) == get_args(DifferenceKind)


@pytest.mark.parametrize("shown", [True, False])
def test_every_sort_of_change_fits_the_published_schema_and_not_with_a_field_more(
    *, shown: bool
) -> None:
    data = json.loads(_text(ChangesForm.JSON, shown=shown))
    PUBLISHED.validate(data)
    data["plans"][0]["differences"][0]["more"] = ""
    assert not PUBLISHED.is_valid(data)
    every = [
        Difference(kind=kind, section="pursue", id="PUR-1", field="due", days=-7, times=2)
        for kind in get_args(DifferenceKind)
    ]
    gone = Comparison(
        "HEAD", (PlanChange(CHANGE.after, None, (Difference(kind="deleted"), *every)),)
    )
    PUBLISHED.validate(json.loads(show_changes(gone, ChangesForm.JSON, lambda _: shown)))


def test_as_json() -> None:
    data = json.loads(_text(ChangesForm.JSON))
    assert data["format_version"] == 1
    assert [plan["ref"] for plan in data["plans"]] == ["SOC-1", "SOC-2"]
    first, second = data["plans"][0]["differences"]
    assert (first["id"], first["field"], first["before"], first["after"]) == (
        *("OBJ-1", "target"),
        *("11", "15"),
    )
    assert second["after"] == WORDS
    assert data["settings"][0]["after"] == "14"


@pytest.mark.parametrize("form", ChangesForm)
def test_where_words_may_not_be_shown_what_changed_is_told_all_the_same(
    form: ChangesForm,
) -> None:
    text = _text(form, shown=False)
    assert "OBJ-1: target changed" in text
    assert "OBJ-2: new objective" in text
    assert "supply" not in text
    assert "15" not in text


KINDS: dict[DifferenceKind, str] = {"added": "a new plan", "deleted": "no longer here"}


@pytest.mark.parametrize("kind", KINDS)
def test_a_plan_comes_and_goes(kind: DifferenceKind) -> None:
    change = PlanChange(CHANGE.after, None, (Difference(kind=kind),))
    found = Comparison("HEAD", (change,))
    assert show_changes(found, ChangesForm.TEXT, lambda _: True).split("\n")[:2] == [
        "SOC-1 (plans/a_b.yaml)",
        f"  {KINDS[kind]}",
    ]
