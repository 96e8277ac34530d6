"""Days: which forms are read, and how they are written for people."""

import datetime as dt

import pytest

from planc.wording.day import long_day, parse_day, printed_day, short_day, typed_day, ways_to_write

SUNDAY = dt.date(2026, 11, 22)


@pytest.mark.parametrize(
    "text",
    [
        *("", "2026-11-31", "2027-02-29", "2026-1-22", "22-11-2026", "2026/11/22", "20261122"),
        *("2026-11-22T00:00", " 2026-11-22", "2026-11-22\n", "2026-W47-7", "２０２６-11-22"),
        *("0000-01-01", "2026-11--1", "2026-+1-22"),
    ],
)
def test_a_day_has_one_form_and_must_exist(text: str) -> None:
    assert parse_day(text) is None


@pytest.mark.parametrize("text", ["2026-11-22", "2028-02-29", "0001-01-01", "9999-12-31"])
def test_a_day_is_read_as_it_is_written(text: str) -> None:
    day = parse_day(text)
    assert day is not None
    assert day.isoformat() == text


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("today", "2026-11-22"),
        (" Yesterday ", "2026-11-21"),
        ("sat", "2026-11-21"),
        ("Monday", "2026-11-16"),
        ("sunday", "2026-11-15"),  # it is Sunday: the last one, not this
        ("2026-12-01", "2026-12-01"),
        ("mo", None),
        ("mondays", None),
        ("tomorrow", None),
        ("", None),
    ],
)
def test_a_day_may_be_typed_in_words(typed: str, day: str | None) -> None:
    assert typed_day(typed, SUNDAY) == (dt.date.fromisoformat(day) if day else None)


def test_people_get_the_month_in_letters() -> None:
    days = [dt.date(2026, month, 9) for month in range(1, 13)]
    assert long_day(days[8]) == "9 September 2026"
    assert short_day(days[8]) == "9 Sep 2026"
    assert len({long_day(day) for day in days}) == len({short_day(day) for day in days}) == 12


@pytest.mark.parametrize(
    ("day", "written"),
    [
        ("2026-12-08", ["8/12/2026", "08/12/26", "8th of December 2026", "Dec 8 2026", "20261208"]),
        ("2026-12-01", ["1st December 2026", "01 Dec 26"]),
        ("2026-12-22", ["22nd December 2026"]),
        ("2026-12-23", ["23rd of Dec 26"]),
        ("2026-12-11", ["11th December 2026"]),
        ("2026-12-13", ["13th December 2026"]),
    ],
)
def test_other_ways_to_write_a_day_are_known(day: str, written: list[str]) -> None:
    ways = ways_to_write(dt.date.fromisoformat(day))
    assert set(written) <= set(ways)
    assert day not in ways


@pytest.mark.parametrize("day", [SUNDAY, dt.date(2028, 2, 29), dt.date(2026, 5, 1)])
def test_a_day_is_read_as_it_is_printed(day: dt.date) -> None:
    assert printed_day(long_day(day)) == day


@pytest.mark.parametrize(
    "text",
    ["", "22 Nov 2026", "31 November 2026", "022 November 2026", "22 november 2026", "1 May"],
)
def test_nothing_else_is_read_as_a_printed_day(text: str) -> None:
    assert printed_day(text) is None
