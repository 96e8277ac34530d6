"""A calendar says on which days something is due, and nothing of what."""

import datetime as dt
from pathlib import Path

import pytest

from planc.model.task import Task
from planc.passes.write_calendar import write_calendar
from tests.conftest import DAY, PLAN, Planc, change

pytest.importorskip("icalendar")
vobject = pytest.importorskip("vobject")

KEY = "four words that nobody guesses"
AS_OF = dt.date(2026, 11, 22)
LATE = Task(dt.date(2026, 12, 18), "SOC-2026-014", "PUR-1", "di-soc-east", False, 0, AS_OF)
DONE = LATE._replace(id="PRO-1", done=True, changes=2)


def _read(raw: bytes) -> list[dict[str, str]]:
    """The events, by another library than wrote them."""
    calendar = vobject.readOne(raw.decode())
    return [
        {name: str(line[0].value) for name, line in event.contents.items()}
        for event in calendar.contents.get("vevent", [])
    ]


def test_another_library_reads_it_and_finds_days_and_two_words() -> None:
    first, second = sorted(_read(write_calendar([LATE, DONE], KEY)), key=lambda e: e["status"])
    assert first.pop("uid") != second.pop("uid")
    assert (first["status"], first["sequence"]) == ("CANCELLED", "2")
    assert second == {
        "summary": "Task due",
        "dtstart": "2026-12-18",
        "dtstamp": "2026-11-22 00:00:00+00:00",
        "class": "PRIVATE",
        "transp": "TRANSPARENT",
        "sequence": "0",
        "status": "CONFIRMED",
    }


def test_the_same_bytes_whatever_the_order_and_the_same_name_after_a_change() -> None:
    raw = write_calendar([LATE, DONE], KEY)
    assert write_calendar([DONE, LATE], KEY) == raw
    moved = write_calendar([LATE._replace(day=dt.date(2027, 1, 8), changes=1)], KEY)
    assert _read(moved)[0]["uid"] in {event["uid"] for event in _read(raw)}
    assert _read(write_calendar([LATE], KEY + "!"))[0]["uid"] not in raw.decode()


def test_nothing_of_the_plan_is_in_it() -> None:
    raw = write_calendar([LATE, DONE], KEY).decode()
    assert not any(word in raw for word in ("SOC-2026", "PUR-1", "di-soc", "LARCH", KEY))


def test_calendars_are_for_police_posts_where_the_policy_asks_for_them(
    planc: Planc, base: Path
) -> None:
    folder = base / "calendars"
    ran = planc("due", "--ics", folder, *DAY)
    assert (ran.status, folder.exists()) == (2, False)
    assert 'No calendar is made unless "calendar_key:" stands in planc.yaml.' in ran.err
    change(base / "planc.yaml", ("planc: 1\n", f"planc: 1\ncalendar_key: {KEY}\n"))
    ran = planc("due", "--ics", folder, *DAY)
    assert ran.status == 0
    assert "What was deleted from a plan cannot be" in ran.out
    assert {path.name for path in folder.iterdir()} == {"di-soc-east.ics", "di-soc-west.ics"}
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert planc("due", "--ics", folder, *DAY).status == 0
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    change(
        base / PLAN,
        ("log:\n", "log:\n  - {date: 2026-11-20, ref: PUR-1, status: complete, outcome: Made}\n"),
    )
    planc("due", "--ics", folder, *DAY)
    (event,) = _read((folder / "di-soc-east.ics").read_bytes())
    assert event["status"] == "CANCELLED"
