"""What is open in a plan: in which order, for whom, and in what words."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from planc.model.log import Entry
from planc.model.plan import Plan
from planc.passes.find_open import find_open, last_word, leads
from tests.passes.sharing import Sharing
from tests.passes.sharing import sharing as shared


@pytest.fixture
def sharing(base: Path) -> Sharing:
    return shared(base)


def _ids(sharing: Sharing, post: str | None = None, plan: Plan | None = None) -> list[str]:
    return [one.id for one in find_open(plan or sharing.plan, sharing.context, post)]


def test_the_latest_comes_first_then_by_the_day(sharing: Sharing) -> None:
    assert _ids(sharing) == ["PRE-1", "ACT-1", "ACT-2", "PRO-1", "PPR-1", "PUR-1", "PRE-2"]
    (tactic,) = sharing.plan.pursue
    late = replace(sharing.plan, pursue=(replace(tactic, due=dt.date(2026, 11, 1)),))
    assert _ids(sharing, plan=late)[0] == "PUR-1"
    no_date = replace(sharing.plan, pursue=(replace(tactic, due=None),))
    assert _ids(sharing, plan=no_date)[-1] == "PUR-1"


def test_who_does_not_lead_sees_what_it_owns(sharing: Sharing) -> None:
    assert _ids(sharing, "di-soc-east") == _ids(sharing)
    assert _ids(sharing, "council-youth-lead") == ["ACT-2", "PRE-2"]
    assert leads(sharing.plan, "di-soc-east")
    assert not leads(sharing.plan, "supt-crime")


def test_what_is_done_is_not_open(sharing: Sharing) -> None:
    done = Entry(route=("log", 9), date=dt.date(2026, 11, 20), ref="PUR-1", status="withdrawn")
    assert "PUR-1" not in _ids(sharing, plan=replace(sharing.plan, log=(done,)))


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ({"note": "Drafted"}, "20 November 2026: Drafted"),
        ({"status": "blocked", "because": "No van"}, "20 November 2026: blocked: No van"),
        (
            {"due": dt.date(2027, 1, 19), "because": "Court"},
            "20 November 2026: moved to 19 January 2027: Court",
        ),
        (
            {"disruption": "minor", "effect": "Two left"},
            "20 November 2026: minor disruption: Two left",
        ),
        ({}, "20 November 2026: an entry without words"),
    ],
)
def test_the_last_word_is_that_of_the_last_entry(entry: dict[str, object], words: str) -> None:
    fields: dict[str, object] = {"date": dt.date(2026, 11, 20), **entry}
    last = Entry(route=("log", 1), **fields)  # type: ignore[arg-type]
    assert last_word([Entry(route=("log", 0), note="Before"), last]) == words
    assert last_word([]) == "Nothing in the log yet"
