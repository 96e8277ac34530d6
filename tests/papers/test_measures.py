"""Each objective's chart: what is drawn, and when nothing is."""

import datetime as dt

import pytest

from planc.model.chart import Chart
from planc.model.source import Source
from planc.papers.objective_chart import chart_of
from planc.repository import parse_file
from tests.conftest import BASE, PLAN, merged

TEXT = (BASE / PLAN).read_text(encoding="utf-8")


def _chart(*entries: str, text: str = TEXT) -> Chart | None:
    log = "".join(f"  - {{ref: OBJ-1, date: 2026-{entry}}}\n" for entry in entries)
    known = dict.fromkeys(("board", "tier", "post", "organisation"))
    plan = parse_file(
        Source("larch.yaml", merged(text, f"log:\n{log}").encode()), "plan", known
    ).plan
    assert plan is not None
    return chart_of(plan, plan.objectives[0])


TWICE = ("10-01, value: 20, rag: red, because: x", "11-01, value: 15, rag: amber, because: x")


def test_a_measure_is_drawn_from_its_start_to_the_day_of_its_target() -> None:
    drawn = _chart(*TWICE)
    assert drawn is not None
    assert drawn.caption == "OBJ-1: Calls a month from residents"
    assert drawn.words == (
        "Start: 22 on 9 Sep 2026. Readings: 20 on 1 Oct 2026, rated red; 15 on 1 Nov 2026, rated"
        " amber. Target 11 by 31 Mar 2027."
    )
    assert drawn.days == (dt.date(2026, 9, 9), dt.date(2027, 3, 31))


def test_the_last_rating_is_drawn_though_nothing_was_measured_that_day() -> None:
    drawn = _chart(*TWICE, "11-20, rag: red, because: Line B is back")
    assert drawn is not None
    *_, last = drawn.readings
    assert (last.value, last.text, last.measured) == (15, "not measured", False)
    assert "rated red on 20 Nov 2026, not measured. Target" in drawn.words
    assert [one.value for one in drawn.measured.points] == [20, 15]


def test_a_measure_rated_in_another_entry_of_its_day_is_one_point() -> None:
    drawn = _chart(*TWICE, "11-20, value: 14", "11-20, rag: green, because: x")
    assert drawn is not None
    assert drawn.words.endswith("; 14 on 20 Nov 2026, rated green. Target 11 by 31 Mar 2027.")


@pytest.mark.parametrize(
    ("entries", "old", "new"),
    [
        ((), "", ""),
        (TWICE[:1], "", ""),
        ((TWICE[0], "11-01, rag: red, because: x"), "", ""),  # the second was not measured
        (("10-01, value: 20", "11-01, value: fewer than before"), "", ""),
        (TWICE, "target: 11", "target: fewer"),
        (TWICE, "    target: 11\n", ""),
    ],
)
def test_what_cannot_be_drawn_truly_is_not_drawn(
    entries: tuple[str, ...], old: str, new: str
) -> None:
    assert _chart(*entries, text=TEXT.replace(old, new)) is None


def test_a_baseline_without_a_number_is_no_point() -> None:
    drawn = _chart(*TWICE, text=TEXT.replace("baseline: 22", "baseline: about twenty"))
    assert drawn is not None
    assert drawn.start is None
