"""What a chart says and where things stand on it."""

import datetime as dt
from dataclasses import replace

import pytest

from planc.model.chart import Chart, Reading
from planc.model.tone import Tone
from tests.formats.every_block import chart


def _moved(days: int) -> Chart:
    """A chart whose last reading is so many days after the one before it."""
    whole = chart("Reports")
    *others, last = (one for one in whole.readings if one.measured)
    return replace(
        whole, readings=(*others, replace(last, day=others[-1].day + dt.timedelta(days)))
    )


@pytest.mark.parametrize(("days", "written"), [(200, ["30", "14"]), (1, ["14"])])
def test_of_figures_that_would_touch_the_newest_is_written(days: int, written: list[str]) -> None:
    drawn = _moved(days)
    measured = drawn.measured
    labels = [
        measured.points[label.number].text
        for label in drawn.labels(40, 0.9)
        if label.series == measured.name and label.number >= len(measured.points) - 2
    ]
    assert sorted(labels, reverse=True) == written


def test_days_are_to_scale() -> None:
    drawn = chart("Reports")
    first, last = drawn.days
    assert (first, last) == (dt.date(2025, 12, 3), dt.date(2027, 3, 31))
    assert drawn.across(first + (last - first) / 2) == pytest.approx(0.5, abs=0.01)


@pytest.mark.parametrize(("years", "apart"), [(0, 3), (1, 6), (2, 12), (5, 24), (40, 84)])
def test_so_many_months_are_named_as_there_is_room_for(years: int, apart: int) -> None:
    drawn = chart("Reports")
    by = drawn.target.day.replace(year=2027 + years)
    drawn = replace(drawn, target=replace(drawn.target, day=by))
    assert drawn.months_apart(6) == apart
    months = list(drawn.months(6))
    assert 2 <= len(months) <= 6
    assert {day.day for day in months} == {15}


@pytest.mark.parametrize(("target", "ends"), [(15, (0, 46)), (-5, (-5, 46))])
def test_the_foot_is_nought_unless_something_is_less(
    target: float, ends: tuple[float, float]
) -> None:
    day = dt.date(2027, 3, 31)
    assert replace(chart("Reports"), target=Reading(day, target, "x")).values == ends


def test_noughts_of_one_day_have_a_place() -> None:
    none = Reading(dt.date(2026, 3, 5), 0, "0", Tone.RED)
    flat = Chart("Reports", None, (none, none), none, "Target 0")
    assert flat.values == (0.0, 1.0)
    assert flat.across(none.day) == 0
