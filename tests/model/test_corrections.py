"""A correction: which entry it means, and what then counts, when both stand in the log."""

import datetime as dt

import pytest

from planc.model.log import Entry, as_corrected, corrections
from planc.model.plan import Plan
from planc.model.tactic import Tactic

TACTIC = Tactic(route=("pursue", 0), id="PUR-1", tactic="Visits", due=dt.date(2026, 12, 18))


def _day(number: int) -> dt.date:
    return dt.date(2026, 8, number)


def _log(*entries: dict[str, object]) -> list[Entry]:
    """Entries about PUR-1, unless they say otherwise; days are numbers of August."""
    made = []
    for number, fields in enumerate(entries):
        days = {name: _day(day) for name, day in fields.items() if isinstance(day, int)}
        made.append(Entry(route=("log", number), **{"ref": "PUR-1", **fields, **days}))  # type: ignore[arg-type]
    return made


def _plan(*entries: dict[str, object]) -> Plan:
    return Plan(pursue=(TACTIC,), log=tuple(_log(*entries)))


WRONG: dict[str, object] = {"date": 3, "status": "complete", "outcome": "Both flats shut"}


@pytest.mark.parametrize(
    ("entries", "meant"),
    [
        ([{"date": 3}, {"date": 4, "corrects": 3}], 0),
        ([{"date": 3}, {"date": 3, "corrects": 3}], 0),  # on the same day, further down
        ([{"date": 3, "corrects": 3}, {"date": 3}], None),
        ([{"date": 4}, {"date": 5, "corrects": 3}], None),
        ([{"date": 3, "ref": "PUR-2"}, {"date": 4, "corrects": 3}], None),
        ([{"date": 3, "ref": None}, {"date": 4, "corrects": 3}], None),
        ([{"date": 3, "ref": None}, {"date": 4, "corrects": 3, "ref": None}], 0),
        ([WRONG, {"date": 3, "note": "x"}, {"date": 4, "corrects": 3, "status": "blocked"}], 0),
        ([WRONG, {"date": 3, "note": "x"}, {"date": 4, "corrects": 3, "note": "y"}], 1),
        (
            [
                {"date": 3, "ref": None, "id": "DEC-1", "decision": "Wait"},
                {"date": 4, "corrects": 3, "ref": None, "id": "DEC-1", "note": "By telephone"},
            ],
            0,
        ),
    ],
)
def test_it_means_the_earlier_entry_of_that_day_about_the_same_thing(
    entries: list[dict[str, object]], meant: int | None
) -> None:
    log = _log(*entries)
    found = [corrected for _, corrected in corrections(log)]
    assert found == [None if meant is None else log[meant]]


def test_a_correction_in_words_leaves_a_status_as_it_is() -> None:
    plan = _plan(WRONG, {"date": 5, "corrects": 3, "note": "Three flats, not two"})
    assert plan.status_of(TACTIC) == "complete"
    assert plan.outcome_of(TACTIC) == "Both flats shut"
    assert len(plan.entries) == 2  # both are printed


def test_what_was_written_between_still_counts_after_it() -> None:
    between: dict[str, object] = {"date": 4, "status": "awaiting court"}
    plan = _plan(WRONG, between, {"date": 5, "corrects": 3, "status": "in progress"})
    assert plan.status_of(TACTIC) == "awaiting court"
    plan = _plan(WRONG, {"date": 5, "corrects": 3, "status": "in progress"})
    assert plan.status_of(TACTIC) == "in progress"


def test_a_date_that_was_typed_wrong_was_moved_once() -> None:
    wrong: dict[str, object] = {"date": 3, "due": dt.date(2062, 1, 19), "because": "Court"}
    plan = _plan(wrong, {"date": 4, "corrects": 3, "due": dt.date(2027, 1, 19)})
    (move,) = plan.moves_of(TACTIC)
    assert (move.on, move.after, move.because) == (_day(3), dt.date(2027, 1, 19), "Court")


def test_a_disruption_counts_once_at_its_own_day() -> None:
    claim: dict[str, object] = {"date": 3, "disruption": "major", "lead": "police", "effect": "X"}
    plan = _plan(claim, {"date": 9, "corrects": 3, "disruption": "minor"})
    (counted,) = plan.disruptions
    assert (counted.date, counted.disruption, counted.lead) == (_day(3), "minor", "police")
    assert plan.corrections_of(plan.entries[0]) == [plan.entries[1]]


def test_the_last_correction_holds_and_a_correction_can_be_corrected() -> None:
    first: dict[str, object] = {
        "date": 4,
        "corrects": 3,
        "status": "blocked",
        "because": "No money",
    }
    twice = _plan(WRONG, first, {"date": 5, "corrects": 3, "status": "withdrawn"})
    assert twice.status_of(TACTIC) == "withdrawn"
    chain = _plan(WRONG, first, {"date": 5, "corrects": 4, "status": "ongoing"})
    assert chain.status_of(TACTIC) == "ongoing"
    assert [entry.because for entry in chain.standing] == ["No money"]


def test_why_something_was_decided_stays_as_it_was_written() -> None:
    decision: dict[str, object] = {"date": 3, "decision": "Wait", "because": "Unsafe"}
    (stands,) = as_corrected(_log(decision, {"date": 4, "corrects": 3, "because": "Too dear"}))
    assert stands.because == "Unsafe"


def test_one_that_points_at_nothing_is_an_entry_like_any_other() -> None:
    plan = _plan({"date": 5, "corrects": 3, "status": "complete"})
    assert plan.status_of(TACTIC) == "complete"


def test_many_corrections_take_no_longer_for_each_than_few() -> None:
    again: dict[str, object] = {"date": 3, "corrects": 3, "due": 9}
    assert len(as_corrected(_log(WRONG, *[again] * 20_000))) == 1
