"""What will be late when a day comes: by its own day, by a rule, once, and nothing that is late."""

import datetime as dt
from pathlib import Path

import pytest

from planc.check import check
from planc.foresight import Foresight
from planc.model.parsed_file import PLAN as KIND
from planc.model.upcoming import Upcoming
from planc.repository import open_repository, parse_file, source_of
from tests.conftest import AS_OF, PLAN, merged

BOARD = dt.date(2026, 12, 2)


def _upcoming(base: Path, piece: str, by: dt.date = BOARD) -> tuple[Upcoming, ...]:
    path = base / PLAN
    path.write_text(merged(path.read_text(), piece))
    repository = open_repository([base])
    file = parse_file(source_of(path, repository.root), KIND, repository.known)
    today = check(repository, AS_OF).about(file.path)[0]
    return Foresight(repository, AS_OF).by(file, today, by)


def _shown(upcoming: tuple[Upcoming, ...]) -> list[tuple[str, str, str]]:
    return [(u.name, str(u.due or ""), u.finding.rule if u.finding else "") for u in upcoming]


def test_what_is_late_is_not_told_again_and_what_will_be_is_told_with_its_day(base: Path) -> None:
    plan = """pursue:
  - {id: PUR-1, tactic: A, serves: OBJ-1, owner: di-soc-east, due: 2026-11-21}
  - {id: PUR-2, tactic: B, serves: OBJ-1, owner: di-soc-east, due: 2026-11-22}
  - {id: PUR-3, tactic: C, serves: OBJ-1, owner: di-soc-east, next_check: 2026-12-01}
  - {id: PUR-4, tactic: D, serves: OBJ-1, owner: di-soc-east, due: 2026-12-02}
  - {id: PUR-5, tactic: E, serves: OBJ-1, owner: di-soc-east, due: 2026-11-27}
"""
    court = "log:\n  - {date: 2026-11-20, ref: PUR-5, status: awaiting court}\n"
    found = _shown(_upcoming(base, plan + court))
    assert [one for one in found if one[0].startswith("PUR")] == [
        ("PUR-2", "2026-11-22", "tactic-overdue"),
        ("PUR-3", "2026-12-01", "tactic-overdue"),
    ]


def test_what_no_rule_speaks_of_yet_is_told_all_the_same(base: Path) -> None:
    """The board that raised it has not met since."""
    actions = """actions:
  - id: ACT-1
    action: Visit the landlord
    owner: di-soc-east
    raised_on: 2026-11-04
    raised_at: exampleton-ocg
    due: 2026-11-27
"""
    assert ("ACT-1", "2026-11-27", "") in _shown(_upcoming(base, actions))


def test_what_a_rule_alone_knows_of_has_the_name_of_its_part_and_no_day(base: Path) -> None:
    found = _upcoming(base, "", dt.date(2027, 3, 1))
    assert ("Prevent", "", "strand-stalled") in _shown(found)


def test_what_is_waived_until_then_is_told_by_its_day_alone(base: Path) -> None:
    plan = """pursue:
  - {id: PUR-1, tactic: A, serves: OBJ-1, owner: di-soc-east, due: 2026-11-27}
waivers:
  - rule: tactic-overdue
    id: PUR-1
    until: 2026-12-02
    approver: supt-crime
    reason: The court has no earlier date
"""
    assert ("PUR-1", "2026-11-27", "") in _shown(_upcoming(base, plan))


@pytest.mark.parametrize("by", [AS_OF, AS_OF - dt.timedelta(1)])
def test_of_a_day_that_is_not_to_come_nothing_is_told(base: Path, by: dt.date) -> None:
    assert _upcoming(base, "", by) == ()


def test_of_an_archived_plan_nothing_is_told(base: Path) -> None:
    assert _upcoming(base, "status: archived\n") == ()
