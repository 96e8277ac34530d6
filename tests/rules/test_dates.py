"""Rules that read the calendar: silent the day before and on the day, heard from the day after."""

import datetime as dt

import pytest

from planc.model.report import Report
from tests.conftest import Checked

DUE = """\
pursue:
  - {id: PUR-1, tactic: Closure orders, serves: OBJ-1, owner: di-soc-east, due: 2026-12-10}
"""


def _about(found: Report, rules: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(f.rule, f.wrong) for f in found.findings if f.rule in rules]


OVERDUE = ("tactic-overdue", "tactic-long-overdue")


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2026-12-09", []),
        ("2026-12-10", []),
        ("2026-12-11", [("tactic-overdue", "1 day")]),
        ("2026-12-12", [("tactic-overdue", "2 days")]),
        ("2027-01-06", [("tactic-overdue", "27 days")]),
        ("2027-01-07", [("tactic-overdue", "28 days")]),
        ("2027-01-08", [("tactic-long-overdue", "29 days")]),
    ],
)
@pytest.mark.parametrize(
    ("field", "what"), [("due", "was due"), ("next_check", "was to be checked")]
)
def test_a_tactic_is_late_from_the_day_after_and_long_late_after_28_days(
    checked: Checked, day: str, said: list[tuple[str, str]], field: str, what: str
) -> None:
    piece = DUE.replace("due", field)
    found = checked(
        f"{piece}prevent: []\nprotect: []\nprepare: []", as_of=dt.date.fromisoformat(day)
    )
    assert _about(found, OVERDUE) == [
        (rule, f"PUR-1 {what} on 10 December 2026, {late} ago.") for rule, late in said
    ]


@pytest.mark.parametrize(
    ("most", "day", "rule"),
    [
        (0, "2026-12-10", None),
        (0, "2026-12-11", "tactic-long-overdue"),
        (1, "2026-12-11", "tactic-overdue"),
        (1, "2026-12-12", "tactic-long-overdue"),
    ],
)
def test_the_policy_says_after_how_many_days_a_tactic_is_long_late(
    checked: Checked, most: int, day: str, rule: str | None
) -> None:
    found = checked(
        f"{DUE}# planc.yaml\nnumbers: {{overdue_days: {most}}}\n",
        as_of=dt.date.fromisoformat(day),
    )
    assert [finding.rule for finding in found.findings if finding.object == "PUR-1"] == (
        [rule] if rule else []
    )


@pytest.mark.parametrize(
    ("day", "late"), [("2026-12-17", False), ("2026-12-18", False), ("2026-12-19", True)]
)
def test_a_date_that_the_log_has_moved_is_the_one_that_counts(
    checked: Checked, day: str, late: bool
) -> None:
    moved = "log:\n  - {date: 2026-11-12, ref: PUR-1, due: 2026-12-18, because: The court}\n"
    found = checked(DUE + moved, as_of=dt.date.fromisoformat(day))
    said = [("tactic-overdue", "PUR-1, moved in the log, was due on 18 December 2026, 1 day ago.")]
    assert [pair for pair in _about(found, OVERDUE) if "PUR-1" in pair[1]] == (said if late else [])


REVIEWS = ("review-overdue", "review-missing-next")
NOT_AGREED = """\
# without next_review
# without log
log:
  - {date: 2026-11-04, review: continue, board: exampleton-ocg, by: supt-crime}
"""


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2026-12-01", None),
        ("2026-12-02", None),
        ("2026-12-03", "2 December 2026, 1 day ago, and 1 board met since"),
        ("2026-12-04", "2 December 2026, 2 days ago, and 1 board met since"),
        ("2027-01-06", "2 December 2026, 35 days ago, and 1 board met since"),
        ("2027-01-07", "2 December 2026, 36 days ago, and 2 boards met since"),
    ],
)
def test_a_review_is_late_from_the_day_after_and_the_boards_it_missed_are_counted(
    checked: Checked, day: str, said: str | None
) -> None:
    found = checked(as_of=dt.date.fromisoformat(day))
    assert _about(found, REVIEWS) == (
        [("review-overdue", f"The review was due on {said}.")] if said else []
    )


@pytest.mark.parametrize(
    ("reviewed", "day", "due"),
    [
        # 56 days on is 30 December: the next board is on 6 January, 63 days on
        ("2026-11-04", "2027-01-05", None),
        ("2026-11-04", "2027-01-06", None),
        ("2026-11-04", "2027-01-07", "6 January 2027, 1 day ago, and 1 board met since"),
        # 56 days on is the very day of a board
        ("2026-10-07", "2026-12-02", None),
        ("2026-10-07", "2026-12-03", "2 December 2026, 1 day ago, and 1 board met since"),
        # 56 days on, no board is on the calendar
        ("2026-12-02", "2027-01-27", None),
        ("2026-12-02", "2027-01-28", "27 January 2027, 1 day ago"),
    ],
)
def test_without_a_day_agreed_a_review_is_due_at_the_first_board_after_the_interval(
    checked: Checked, reviewed: str, day: str, due: str | None
) -> None:
    piece = NOT_AGREED.replace("2026-11-04", reviewed)
    found = checked(f"{piece}next_review: 2027-03-03\n", as_of=dt.date.fromisoformat(day))
    assert _about(found, REVIEWS) == (
        [("review-overdue", f"The review was due on {due}.")] if due else []
    )


@pytest.mark.parametrize(
    ("tier", "numbers", "last_fine"),
    [
        ("tier: regional", "", "2026-12-02"),
        ("tier: force", "", "2027-01-06"),
        ("tier: local", "", "2027-01-27"),
        ("victims: Tenants", "", "2027-05-05"),
        ("tier: local", "numbers: {review_cap_days: 30}", "2027-01-06"),
    ],
)
def test_the_interval_is_that_of_the_tier_and_never_above_the_cap(
    checked: Checked, tier: str, numbers: str, last_fine: str
) -> None:
    threat = f"threat:\n  type: ocg\n  areas: [drugs]\n  {tier}\n  assessment: Likely.\n"
    piece = f"{NOT_AGREED}next_review: 2027-12-01\n{threat}# planc.yaml\n{numbers}\n"
    day = dt.date.fromisoformat(last_fine)
    assert _about(checked(piece, as_of=day), REVIEWS) == []
    found = checked(as_of=day + dt.timedelta(1))
    assert [rule for rule, _ in _about(found, REVIEWS)] == ["review-overdue"]


def test_without_a_review_the_interval_runs_from_the_start_and_without_a_threat_to_the_cap(
    checked: Checked,
) -> None:
    piece = "# without log\n# without threat\n# without board\n"
    piece += "starts: 2026-06-01\nnext_review: 2027-01-01\n"
    fine = dt.date(2026, 11, 30)  # 182 days later
    assert _about(checked(piece, as_of=fine), REVIEWS) == []
    late = checked(as_of=fine + dt.timedelta(1))
    said = "The review was due on 30 November 2026, 1 day ago."
    assert _about(late, REVIEWS) == [("review-overdue", said)]


@pytest.mark.parametrize("starts", ["9999-12-31", "9999-11-06", "9999-11-05", "0001-01-01"])
def test_no_day_is_too_late_for_the_calendar(checked: Checked, starts: str) -> None:
    found = checked(f"# without log\n# without next_review\nstarts: {starts}\n")
    early = starts.startswith("0")
    assert [rule for rule, _ in _about(found, REVIEWS)] == ["review-missing-next"] + (
        ["review-overdue"] if early else []
    )
    for day in (dt.date.min, dt.date.max):
        assert checked(as_of=day).as_of == day
