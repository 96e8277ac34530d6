"""What an officer says happened -> the entry: its kind, what can be known, and what it lacks."""

from dataclasses import replace
from pathlib import Path

import pytest

from planc.model.document import Data
from planc.model.log import Entry
from planc.passes.compose_entry import ORDER, Composed, compose_entry
from planc.resources import schema
from planc.wording.breadcrumbs import field_at
from tests.conftest import AS_OF
from tests.passes.sharing import Sharing
from tests.passes.sharing import sharing as shared

TODAY, BEFORE = "2026-11-22", "2026-11-20"


@pytest.fixture
def sharing(base: Path) -> Sharing:
    return shared(base)


def _composed(sharing: Sharing, asked: dict[str, Data], words: str = "") -> Composed:
    return compose_entry(sharing.plan, sharing.context, asked, words)


def test_the_fields_of_an_entry_all_have_their_place_in_a_line() -> None:
    fields = field_at(schema("plan"), ("log", 0))["properties"].keys()
    assert fields - {"ndm"} <= set(ORDER)
    assert len(ORDER) == len(set(ORDER))


@pytest.mark.parametrize(
    ("asked", "name", "field", "lacking"),
    [
        ({}, "note", "note", ()),
        ({"ref": "PUR-1"}, "note", "note", ()),
        ({"ref": "PUR-1", "status": "in progress"}, "status", "note", ()),
        ({"ref": "PUR-1", "status": "complete"}, "status", "outcome", ()),
        ({"ref": "PUR-1", "status": "blocked"}, "status", "because", ()),
        ({"ref": "PUR-1", "due": "2027-01-19"}, "new date", "because", ()),
        ({"ref": "PUR-1", "next_check": "2027-01-19"}, "next check", "note", ()),
        ({"status": "in progress"}, "status", "note", ("ref",)),
        ({"ref": "OBJ-1", "rag": "red"}, "rating", "because", ()),
        ({"ref": "OBJ-1", "value": 17}, "rating", "because", ("rag",)),
        ({"ref": "PUR-1", "disruption": "minor"}, "disruption", "effect", ("lead",)),
        ({"corrects": "2026-11-20"}, "correction", "note", ()),
        ({"decision": "Delay"}, "decision", "because", ("rejected", "by")),
    ],
)
def test_what_is_asked_makes_the_kind_and_says_where_the_words_go(
    sharing: Sharing, asked: dict[str, Data], name: str, field: str, lacking: tuple[str, ...]
) -> None:
    composed = _composed(sharing, asked, "What happened")
    assert (composed.kind.name, composed.lacking) == (name, lacking)
    assert composed.entry[field] == "What happened"
    assert list(composed.entry) == [name for name in ORDER if name in composed.entry]


def test_without_words_the_field_for_them_is_lacking(sharing: Sharing) -> None:
    assert _composed(sharing, {}).lacking == ("note",)
    assert _composed(sharing, {"ref": "PUR-1", "status": "closed"}).lacking == ("outcome",)


@pytest.mark.parametrize(("date", "recorded"), [(BEFORE, TODAY), (TODAY, None), (None, None)])
def test_what_happened_earlier_says_when_it_was_written(
    sharing: Sharing, date: str | None, recorded: str | None
) -> None:
    entry = _composed(sharing, {"date": date} if date else {}, "x").entry
    assert entry["date"] == (date or TODAY)
    assert entry.get("recorded_on") == recorded


@pytest.mark.parametrize(
    ("ids", "following"),
    [
        ([], "DEC-001"),
        (["DEC-001", "DEC-009"], "DEC-010"),
        (["DEC-9", "DEC-10"], "DEC-11"),
        (["D7", "DEC-002"], "D8"),
        (["2026/3"], "2026/4"),
        (["none", None], "DEC-001"),
    ],
)
def test_a_decision_has_the_number_after_the_highest(
    sharing: Sharing, ids: list[str | None], following: str
) -> None:
    log = tuple(
        Entry(route=("log", n), date=AS_OF, id=id_, decision="x") for n, id_ in enumerate(ids)
    )
    plan = replace(sharing.plan, log=log)
    entry = compose_entry(plan, sharing.context, {"decision": "Delay"}, "").entry
    assert entry["id"] == following


def test_a_review_is_of_the_plans_board_on_the_day_it_last_met(sharing: Sharing) -> None:
    composed = _composed(sharing, {"review": "continue"})
    assert composed.entry == {
        "date": "2026-11-04",
        "recorded_on": TODAY,
        "review": "continue",
        "board": "exampleton-ocg",
        "by": "supt-crime",
        "next_review": "2026-12-02",
    }
    assert composed.lacking == ()


def test_a_review_by_a_board_that_nobody_knows_is_of_today(sharing: Sharing) -> None:
    composed = _composed(sharing, {"review": "continue", "board": "elsewhere"})
    assert composed.entry["date"] == TODAY
    assert composed.lacking == ("next_review",)


def test_the_view_is_the_lros_unless_somebody_else_is_named(sharing: Sharing) -> None:
    assert _composed(sharing, {"view": "Still right"}).entry["by"] == sharing.plan.lro
    by = _composed(sharing, {"view": "Still right", "by": "supt-crime"}).entry["by"]
    assert by == "supt-crime"


def test_nothing_that_was_said_is_changed(sharing: Sharing) -> None:
    asked: dict[str, Data] = {"review": "change", "date": BEFORE, "by": "di-soc-west"}
    before = dict(asked)
    entry = _composed(sharing, asked, "Words").entry
    assert asked == before
    assert entry.items() >= asked.items()
