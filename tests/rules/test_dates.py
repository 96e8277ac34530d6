"""Rules that read the calendar: the day before, the day and the day after each of their turns."""

import ast
import datetime as dt
import inspect
import sys
from typing import NamedTuple

import pytest

from planc.all_rules import BY_NAME
from planc.model.report import Report
from tests.conftest import Checked

DUE = """\
pursue:
  - {id: PUR-1, tactic: Closure orders, serves: OBJ-1, owner: di-soc-east, due: 2026-12-10}
"""
ENFORCEMENT = """\
pursue:
  - {id: PUR-1, tactic: Warrants, kind: enforcement, owner: di-soc-east, due: 2026-12-21}
"""
ORDER = """\
pursue:
  - id: PUR-1
    tactic: Monitor the order
    serves: OBJ-1
    owner: di-soc-east
    next_check: 2027-12-18
    order: {type: SCPO, expires: 2026-12-21}
"""
ALONE = "prevent: []\nprotect: []\nprepare: []\n"
GREEN = """\
log:
  - {date: 2026-10-14, ref: OBJ-1, rag: green, because: Calls are down}
"""
MET = """\
objectives:
  - {id: OBJ-1, statement: Halve supply, by: 2026-12-04, set_on: 2026-09-09}
"""
LOCAL = """\
threat:
  type: ocg
  areas: [drugs]
  tier: local
  assessment: Likely to keep supplying.
"""
ARREST = "id: PUR-1, tactic: Charge them, kind: investigation, owner: di-soc-east, due: 2027-12-21"
AT_RISK = f"{LOCAL}  cyp_at_risk: true\n"
NO_OWNER = """\
pursue:
  - {id: PUR-1, tactic: Closure orders, serves: OBJ-1, due: 2027-12-10}
"""
WAIVED = f"""\
{NO_OWNER}waivers:
  - rule: tactic-no-owner
    id: PUR-1
    reason: The post is being filled
    approver: supt-crime
    until: 2026-12-20
"""
OLDER = f"""\
{NO_OWNER}# planc-baseline.yaml
plans:
  - {{plan: SOC-2026-014, until: 2026-12-20, findings: {{tactic-no-owner: {{PUR-1.owner: 1}}}}}}
"""
SCORE = "{date: 2026-05-24, total: 41}"
CHANGED = "{date: 2026-06-30, total: 41}, {date: 2026-10-25, total: 58}"
NO_REVIEW = "# without log\n"
CHECKED = DUE.replace("due: 2026-12-10", "next_check: 2027-06-28")
TWO = """\
objectives:
  - {id: OBJ-1, statement: Halve supply, set_on: 2026-09-09}
  - {id: OBJ-2, statement: Give the flats back, set_on: 2026-09-09}
"""
RATED = """\
log:
  - {date: 2026-11-04, ref: OBJ-1, rag: amber, because: Two of three flats still trade}
"""
UNREASONED = "log:\n  - {date: 2026-11-04, ref: OBJ-1, rag: red}\n"
VACANT = """\
# directory.yaml
posts: [{{id: {}, title: Detective Inspector, organisation: exampleton-police,
  vacant_since: 2026-12-10}}]
"""
SOUGHT = "lro_since: 2026-12-10\ndecision_sought: {by: di-soc-east}\n"
IMPACT = "community_impact: {ref: CIA-1, date: 2025-12-10}\n"
UNTIERED = "threat: {type: ocg, areas: [drugs], assessment: Likely to keep supplying}\n"
ON = "# planc.yaml\nrules: {{{}: {{severity: info, reason: Tried out}}}}\n"
ACTION = """\
actions:
  - {id: ACT-1, action: Visit, owner: di-soc-west, due: 2026-12-10}
"""
CHILDREN = """\
threat: {type: ocg, areas: [msht], assessment: Likely to keep workers in debt}
"""


class Turn(NamedTuple):
    """A piece of a plan in which a rule fires from the first day to the last; None: for ever."""

    rule: str
    piece: str
    first: str | None
    last: str | None = None


SHARED = (
    "prevent:\n  - {id: PRE-1, tactic: Mentoring, serves: OBJ-1, owner: council-youth-lead,"
    " due: 2027-01-29,\n     share: [council-youth-lead], partner_title: Mentoring,"
    " partner_text: Match the pupils whom schools refer}\n"
)

TURNS = [
    # what is late
    Turn("tactic-overdue", DUE + ALONE, "2026-12-11", "2027-01-07"),
    Turn("tactic-overdue", DUE.replace("due", "next_check") + ALONE, "2026-12-11", "2027-01-07"),
    Turn("tactic-long-overdue", DUE, "2027-01-08"),
    Turn("rag-green-but-late", GREEN + DUE, "2027-01-08"),
    Turn("rag-green-but-late", GREEN + MET, "2026-12-05"),
    Turn(
        "blocked-no-escalation",
        "log:\n  - {date: 2026-11-08, ref: PRO-1, status: blocked, because: No crew}\n",
        "2026-11-23",
    ),
    Turn("tactic-no-status", DUE, "2026-12-03"),
    Turn("strand-stalled", "", "2026-12-03"),
    Turn(
        "strand-stalled",
        "log:\n" + "".join(
            f"  - {{date: 2026-11-10, ref: {ref}, note: Done}}\n"
            for ref in ("PUR-1", "PRE-1", "PRO-1", "PPR-1")
        ),
        "2027-01-06",
    ),
    # what a new plan is not asked for
    Turn("finance-none", "# without gaps\n", "2026-11-26"),
    Turn("deputy-missing", "", "2026-11-26"),
    Turn("soctac-none", "", "2026-11-26"),
    Turn("threat-no-local-profile", "", "2026-11-26"),
    Turn("score-missing", "", "2026-11-26"),
    Turn("gain-not-considered", "", "2026-11-26"),
    Turn(
        "sio-missing",
        f"{ALONE}pursue:\n  - {{{ARREST}}}\n",
        "2026-11-26",
    ),
    Turn("health-or-school-missing", AT_RISK, "2026-11-26"),
    # what gets old
    Turn(
        "investigation-no-deconfliction",
        "investigation: {phase: developing, last_deconfliction: 2026-09-27}\n",
        "2026-11-23",
    ),
    Turn("profile-stale", f"{LOCAL}  local_profile: {{date: 2025-11-22}}\n", "2026-11-23"),
    Turn("score-stale", f"{LOCAL}  scores: [{SCORE}]\n", "2026-11-23", "2027-05-24"),
    Turn("score-long-stale", f"{LOCAL}  scores: [{SCORE}]\n", "2027-05-25"),
    Turn("score-changed-no-review", f"{NO_REVIEW}{LOCAL}  scores: [{CHANGED}]\n", "2026-11-23"),
    Turn(
        "disruption-unmoderated",
        "log:\n  - {date: 2026-10-11, ref: PUR-1, disruption: major, lead: police}\n",
        "2026-11-23",
    ),
    # what is coming
    Turn("order-expiring", ORDER, "2026-11-23"),
    Turn("enforcement-no-safeguarding", ENFORCEMENT, "2026-11-23"),
    Turn("community-impact-missing", ENFORCEMENT, "2026-11-23"),
    Turn("release-no-plan", "subjects: [{key: S1, release: 2027-Q3}]", "2027-01-01", "2027-09-30"),
    Turn("log-future-dated", "log:\n  - {date: 2026-11-23, note: Visited}\n", None, "2026-11-22"),
    # boards and reviews
    Turn(
        "review-missing-next",
        "# without next_review\n# without log\nlog:\n"
        "  - {date: 2026-11-04, review: continue, board: exampleton-ocg, by: supt-crime}\n",
        "2026-11-04",
    ),
    Turn("review-overdue", "", "2026-12-03"),
    Turn(
        "review-without-board",
        f"{NO_REVIEW}next_review: 2027-01-05\n",
        "2026-12-08",
        "2027-01-04",
    ),
    Turn(
        "review-without-board",
        f"{NO_REVIEW}next_review: 2026-12-30\n",
        "2026-12-03",  # the board has met the day before, and meets next in January
        "2026-12-29",
    ),
    Turn(
        "board-action-unanswered",
        "actions:\n  - {id: ACT-1, action: Visit, owner: di-soc-west, raised_on: 2026-10-07,"
        " due: 2026-10-28}\n",
        "2026-11-05",
    ),
    # what was to be looked at, and what is recorded too early
    Turn("review-day-past", "risks: [{id: RSK-1, risk: Harm, review: 2026-12-10}]", "2026-12-11"),
    Turn("review-day-past", "ends: 2026-12-18\n", "2026-12-19"),
    Turn("date-in-future", "signoffs: [{date: 2026-12-02, by: supt-crime}]\n", None, "2026-12-01"),
    Turn("decision-sought-past", "decision_sought: {when: 2026-12-02}", "2026-12-03"),
    Turn("release-past", "subjects: [{key: S1, status: serving, release: 2026-Q4}]", "2027-01-01"),
    Turn("decision-sought-of-lead", SOUGHT, "2026-12-10"),
    Turn("next-check-far", CHECKED, None, "2026-12-27"),
    Turn("objective-overdue", MET, "2026-12-05"),
    Turn("rag-missing", f"{TWO}{RATED}", "2026-12-03"),
    Turn("rag-stale", RATED, "2027-01-07", "2027-03-31"),
    Turn("rag-no-reason", UNREASONED, None, "2027-01-06"),
    Turn("signoff-missing", NO_REVIEW, "2026-12-03"),
    Turn("leader-vacant", VACANT.format("di-soc-east"), "2026-12-10"),
    Turn("owner-vacant", VACANT.format("di-soc-west"), "2027-01-07"),
    Turn("action-overdue", ACTION, "2026-12-11"),
    Turn("tactic-no-kind", "pursue: [{id: PUR-1, tactic: Warrants}]\n", "2026-11-26"),
    Turn("safeguarding-missing", CHILDREN, "2026-11-26"),
    Turn("nrm-not-considered", f"{CHILDREN}safeguarding: {{plan_ref: SGP-1}}\n", "2026-11-26"),
    Turn("request-unanswered", "bids: [{id: BID-1, what: x, asked_on: 2026-10-15}]", "2026-12-11"),
    Turn("community-impact-old", f"{ENFORCEMENT}{IMPACT}", "2026-12-11"),
    Turn("draft-long", f"{NO_REVIEW}status: draft\n", "2026-12-03"),
    Turn("tier-missing", UNTIERED, "2026-11-26"),
    Turn("threat-untyped", UNTIERED.replace("areas: [drugs], ", ""), "2026-11-26"),
    Turn("closure-test-met", "closure_test: [{test: Let again, met_on: 2026-10-07}]", "2026-12-03"),
    # off, unless a force switches them on
    Turn("intel-gap-none", ON.format("intel-gap-none"), "2027-10-09"),
    Turn("review-off-board", f"next_review: 2027-01-05\n{NO_REVIEW}{ON.format('review-off-board')}",
         None, "2027-01-05"),
    # what is set aside
    Turn("waiver-ends-soon", WAIVED, "2026-12-13", "2026-12-20"),
    Turn("waiver-expired", WAIVED, "2026-12-21"),
    Turn("waiver-too-long", WAIVED, None, "2026-09-20"),
    Turn("baseline-expired", OLDER, "2026-12-21"),
    Turn("baseline-too-long", OLDER, None, "2026-06-20"),
    # all plans together
    Turn("board-calendar-ended", "", "2027-01-07"),
    Turn("agreement-expiring", "", "2028-03-03"),
    Turn("partner-no-agreement", SHARED, "2028-04-01"),
]  # fmt: skip

DAY = dt.timedelta(1)


def _around(turn: Turn) -> list[tuple[dt.date, bool]]:
    """The days about the first and the last, each with whether the rule fires on it."""
    days = []
    if turn.first:
        first = dt.date.fromisoformat(turn.first)
        days += [(first - DAY * 2, False), (first - DAY, False), (first, True), (first + DAY, True)]
    if turn.last:
        last = dt.date.fromisoformat(turn.last)
        days += [(last - DAY, True), (last, True), (last + DAY, False), (last + DAY * 2, False)]
    return days


@pytest.mark.parametrize("turn", TURNS, ids=lambda turn: f"{turn.rule}-{turn.first}-{turn.last}")
def test_a_rule_fires_from_its_first_day_to_its_last(checked: Checked, turn: Turn) -> None:
    checked(turn.piece)
    days = _around(turn)
    heard = [turn.rule in {f.rule for f in checked(as_of=day).findings} for day, _ in days]
    assert list(zip((day for day, _ in days), heard, strict=True)) == days


OF_THE_DAY = ("as_of", "two_boards_since", "board_has_seen", "vacant_since", "unanswered_since")


def _reads_the_day(module: str) -> bool:
    nodes = ast.walk(ast.parse(inspect.getsource(sys.modules[module])))
    return any(isinstance(node, ast.Attribute) and node.attr in OF_THE_DAY for node in nodes)


def test_every_rule_that_reads_the_day_has_its_turns() -> None:
    reading = {name for name, rule in BY_NAME.items() if _reads_the_day(rule.__name__)}
    tried = {turn.rule for turn in TURNS}
    assert not reading - tried, "reads context.as_of: write its first and last day into TURNS"
    assert not tried - reading, "reads no day any more: take it out of TURNS"


LAPSES = [("2026-12-20", "lapses"), ("2026-12-21", "lapses"), ("2026-12-22", "lapsed")]
IS_DUE = [("2026-12-20", "is due"), ("2026-12-21", "is due"), ("2026-12-22", "was due")]


@pytest.mark.parametrize(
    ("rule", "piece", "words"),
    [
        ("order-expiring", ORDER, LAPSES),
        ("enforcement-no-safeguarding", ENFORCEMENT, IS_DUE),
        ("community-impact-missing", ENFORCEMENT, IS_DUE),
        (
            "agreement-expiring",
            "",
            [("2028-03-30", "lapses"), ("2028-03-31", "lapses"), ("2028-04-01", "lapsed")],
        ),
    ],
)
def test_what_is_over_is_told_as_over(
    checked: Checked, rule: str, piece: str, words: list[tuple[str, str]]
) -> None:
    checked(piece)
    for day, word in words:
        found = checked(as_of=dt.date.fromisoformat(day)).findings
        (wrong,) = (finding.wrong for finding in found if finding.rule == rule)
        assert f" {word} on " in wrong


def _about(found: Report, rules: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(f.rule, f.wrong) for f in found.findings if f.rule in rules]


OVERDUE = ("tactic-overdue", "tactic-long-overdue")


@pytest.mark.parametrize(
    ("day", "expected"),
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
    checked: Checked, day: str, expected: list[tuple[str, str]], field: str, what: str
) -> None:
    piece = DUE.replace("due", field)
    found = checked(
        f"{piece}prevent: []\nprotect: []\nprepare: []", as_of=dt.date.fromisoformat(day)
    )
    assert _about(found, OVERDUE) == [
        (rule, f"PUR-1 {what} on 10 December 2026, {late} ago.") for rule, late in expected
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
    overdue = [
        ("tactic-overdue", "PUR-1, moved in the log, was due on 18 December 2026, 1 day ago.")
    ]
    assert [pair for pair in _about(found, OVERDUE) if "PUR-1" in pair[1]] == (
        overdue if late else []
    )


REVIEWS = ("review-overdue", "review-missing-next")
NOT_AGREED = """\
# without next_review
# without log
log:
  - {date: 2026-11-04, review: continue, board: exampleton-ocg, by: supt-crime}
"""


@pytest.mark.parametrize(
    ("day", "due"),
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
    checked: Checked, day: str, due: str | None
) -> None:
    found = checked(as_of=dt.date.fromisoformat(day))
    assert _about(found, REVIEWS) == (
        [("review-overdue", f"The review was due on {due}.")] if due else []
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
    message = "The review was due on 30 November 2026, 1 day ago."
    assert _about(late, REVIEWS) == [("review-overdue", message)]
    why = next(finding.why for finding in late.findings if finding.rule == "review-overdue")
    assert why.startswith("That day is 182 days after the plan started, on 1 June 2026, and ")


@pytest.mark.parametrize("starts", ["9999-12-31", "9999-11-06", "9999-11-05", "0001-01-01"])
def test_no_day_is_too_late_for_the_calendar(checked: Checked, starts: str) -> None:
    found = checked(f"# without log\n# without next_review\nstarts: {starts}\n")
    early = starts.startswith("0")
    assert [rule for rule, _ in _about(found, REVIEWS)] == ["review-missing-next"] + (
        ["review-overdue"] if early else []
    )
    for day in (dt.date.min, dt.date.max):
        assert checked(as_of=day).as_of == day


@pytest.mark.parametrize(
    ("top", "agreed", "held", "due"),
    [
        # an agreed day that a review has met is spent, and the day at the top holds
        ("2026-12-16", "2026-11-04", "2026-11-04", "16 December 2026"),
        ("2026-12-16", "2026-11-04", "2026-11-10", "16 December 2026"),
        ("2026-12-16", "2026-11-04", "2026-11-02", "16 December 2026"),
        # an early review of another sort has not met it
        ("2026-12-16", "2026-11-18", "2026-10-14", "18 November 2026"),
        # what stands at the top is spent as well
        ("2026-11-04", "2026-11-04", "2026-11-02", None),
        ("2026-10-21", "2026-11-04", "2026-11-04", None),
    ],
)
def test_a_day_that_a_review_has_met_says_nothing_of_the_next(
    checked: Checked, top: str, agreed: str, held: str, due: str | None
) -> None:
    review = "review: continue, board: exampleton-ocg, by: supt-crime"
    piece = (
        f"# without log\nnext_review: {top}\nlog:\n"
        f"  - {{date: 2026-10-07, {review}, next_review: {agreed}}}\n"
        f"  - {{date: {held}, {review}}}\n"
    )
    found = _about(checked(piece, as_of=dt.date(2026, 12, 20)), REVIEWS)
    rules = [rule for rule, _ in found]
    assert rules == (["review-overdue"] if due else ["review-missing-next"])
    assert due is None or f"due on {due}," in found[0][1]
