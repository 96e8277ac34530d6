# ruff: noqa: E501 - entries stand as an officer would write them
"""What a check says of what changed: edits that somebody should have agreed to, and harmless ones."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from planc.all_rules import CHANGE_NAMES
from planc.check import check
from planc.model.finding import Finding, Severity
from planc.repository import open_repository
from tests.conftest import AS_OF, DAY, NO_OWNER, PLAN, Planc, change, copied, merged
from tests.histories import committed
from tests.rules.examples import as_it_is

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")

BEFORE = """\
risks:
  - {id: RSK-1, risk: Tenants are moved on, likelihood: high, impact: high, owner: di-soc-east, controls: Visits, review: 2026-12-02}
actions:
  - {id: ACT-001, action: Agree a referral form, owner: council-housing, raised_on: 2026-11-04, raised_at: exampleton-ocg, due: 2026-12-01}
signoffs:
  - {date: 2026-10-07, by: supt-crime, covers: [objectives, gaps], minute_ref: OCGMB 10/26 item 2}
log:
  - {date: 2026-11-04, id: DEC-001, decision: Delay the orders, because: Victims are not safe yet, rejected: Go now, by: supt-crime}
  - {date: 2026-11-10, ref: PUR-1, note: Notices drafted}
  - {date: 2026-11-11, note: "The tenants' letter went out"}
  - {date: 2026-11-22, note: A room is bookd}
"""
Edit = Callable[[str], str]


def swap(*pairs: tuple[str, str]) -> Edit:
    def edit(text: str) -> str:
        for old, new in pairs:
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        return text

    return edit


def log(*entries: str) -> Edit:
    return lambda text: merged(text, "log:\n" + "".join(f"  - {{{entry}}}\n" for entry in entries))


def piece(words: str) -> Edit:
    return lambda text: merged(text, words)


def line_with(words: str, count: int = 0) -> Edit:
    """Takes the lines out that hold some words; with `count`, writes them that often."""

    def edit(text: str) -> str:
        lines = text.split("\n")
        return "\n".join(new for one in lines for new in ([one] * count if words in one else [one]))

    return edit


@pytest.fixture
def since(base: Path) -> Callable[[Edit], list[Finding]]:
    """Checks the base plan after an edit, compared with what it was before."""
    path = base / PLAN
    path.write_text(merged(path.read_text(encoding="utf-8"), BEFORE), encoding="utf-8")
    was = as_it_is(base)
    assert check(open_repository([base]), AS_OF, since=was).findings == ()

    def run(edit: Edit) -> list[Finding]:
        path.write_text(edit(path.read_text(encoding="utf-8")), encoding="utf-8")
        return list(check(open_repository([base]), AS_OF, since=was).findings)

    return run


TARGET = ("target: 11", "target: 15")
SHARED = (
    "status: in progress, due: 2027-01-29}",
    "status: in progress, due: 2027-01-29, share: [council-youth-lead], partner_text: Offer mentoring.}",
)
NEW_TACTIC = "  - {id: PRE-2, tactic: Talks in schools, serves: OBJ-1, owner: council-youth-lead, due: 2027-01-29}\n"
SIGNED = "2026-11-19, by: supt-crime, covers: [objectives]"

SIGNED_OFF = "signoffs:\n  - {date: 2026-10-07, by: supt-crime, covers: [objectives, gaps], minute_ref: OCGMB 10/26 item 2"

# What an SRO should have approved: the edits of a first day, each with a rule that notices it.
NOTICED: dict[str, tuple[Edit, str]] = {
    "1 an objective's words and target": (swap(TARGET, ("Halve supply", "Reduce supply")), "objective-changed"),
    "2 a digest from an example": (piece(f"{SIGNED_OFF}, digest: f870aabaf9cd}}\n"), "signoff-digest-unknown"),
    "3 a sign-off by the LRO": (piece(SIGNED_OFF.replace("supt-crime", "di-soc-east") + "}\n"), "signoff-not-sro"),
    "4 a sign-off of a day to come": (piece(SIGNED_OFF.replace("2026-10-07", "2028-10-07") + "}\n"), "date-in-future"),
    "5 set on a day to come": (swap(("set_on: 2026-09-09", "set_on: 2026-12-09")), "date-in-future"),
    "9 a date moved without a reason": (log("date: 2026-11-20, ref: PUR-1, due: 2027-02-18"), "due-moved-no-reason"),
    "14 an entry pasted twice": (line_with("ref: PUR-1, note: Notices drafted", 2), "log-entry-twice"),
    "22 a placeholder": (swap(("statement: Halve supply at the flats", "statement: TBC")), "placeholder"),
    "22 ends before it starts": (piece("ends: 2026-01-01\n"), "ends-before-starts"),
    "4 a sign-off by the LRO does not count": (lambda text: piece("signoffs:\n  - {date: 2026-11-20, by: di-soc-east, covers: [objectives]}\n")(swap(TARGET)(text)), "objective-changed"),
    "5 accepted on a day to come": (swap(("accepted_on: 2026-10-07", "accepted_on: 2026-12-24")), "acceptance-new"),
    "6 a review by the LRO, and the next in six months": (log("date: 2026-11-20, review: continue, board: exampleton-ocg, by: di-soc-east, next_review: 2027-05-19"), "review-stretched"),
    "7 set by the LRO": (swap(("set_on: 2026-09-09", "set_on: 2026-09-09\n    set_by: di-soc-east")), "objective-no-sro"),
    "8 a waiver in the SRO's name": (piece("waivers:\n  - {rule: tactic-no-owner, id: PUR-1, reason: The post is being filled, approver: supt-crime, until: 2027-01-29}\n"), "waiver-changed"),
    "10 a due date in its place": (swap(("due: 2026-12-18", "due: 2027-10-18")), "date-moved-in-place"),
    "11 a tactic deleted": (lambda text: swap(("prevent:\n", "prevent:\n" + NEW_TACTIC))(line_with("id: PRE-1")(text)), "item-deleted"),
    "12 a decision deleted": (line_with("DEC-001"), "record-rewritten"),
    "13 a past entry reworded": (swap(("Notices drafted", "Notices served")), "record-rewritten"),
    "15 another LRO": (swap(("lro: di-soc-east", "lro: di-soc-west")), "lro-changed"),
    "16 another SRO": (swap(("sro: supt-crime", "sro: di-soc-west")), "sro-changed"),
    "17 active back to draft": (swap(("status: active", "status: draft")), "plan-stood-down"),
    "18 monitoring": (swap(("status: active", "status: monitoring")), "plan-stood-down"),
    "20 the marking lowered": (swap(("marking: OFFICIAL-SENSITIVE", "marking: OFFICIAL")), "marking-lowered"),
    "21 archived": (swap(("status: active", "status: archived")), "plan-stood-down"),
    "a risk accepted": (swap(("controls: Visits", "controls: Visits, accepted_on: 2026-11-20")), "acceptance-new"),
    "a new recipient": (swap(SHARED), "recipient-new"),
    "an action deleted": (lambda text: text.replace("actions:\n", "").replace(next(line for line in text.split("\n") if "ACT-001" in line) + "\n", ""), "item-deleted"),
    "a status added to a past note": (swap(("note: Notices drafted", "note: Notices drafted, status: ongoing")), "record-rewritten"),
}  # fmt: skip


# Of the same table, and nobody's to approve, each with why.
NO_APPROVAL: dict[str, Edit] = {
    # the paper prints "no status recorded", and never "approved"
    "19 a tactic without a status": swap(("owner: di-soc-east, status: in progress, due: 2026-12-18", "owner: di-soc-east, due: 2026-12-18")),
    # boards are moved; a force can switch a rule on
    "22 a review on no board day": log("date: 2026-11-18, review: continue, board: exampleton-ocg, by: supt-crime, next_review: 2026-12-02"),
    # a number is for finding it again, and the sensitive log shares them
    "22 a decision without a number": log("date: 2026-11-18, decision: Delay, because: Not safe, rejected: Go, by: supt-crime"),
    # whoever led it is said, if not as an agency
    "22 a post that led a disruption": log("date: 2026-11-18, ref: PUR-1, disruption: minor, lead: di-soc-west, effect: Lost a flat"),
}  # fmt: skip


@pytest.mark.parametrize("name", NO_APPROVAL)
def test_what_is_nobodys_to_approve_is_silent(
    since: Callable[[Edit], list[Finding]], name: str
) -> None:
    assert since(NO_APPROVAL[name]) == []


@pytest.mark.parametrize("name", NOTICED)
def test_what_somebody_should_have_agreed_to_is_noticed(
    since: Callable[[Edit], list[Finding]], name: str
) -> None:
    edit, rule = NOTICED[name]
    found = since(edit)
    assert rule in {one.rule for one in found}


@pytest.mark.parametrize(
    "name", [n for n in NOTICED if n.split()[0] in ("1", "6", "15", "17", "20")]
)
def test_who_must_agree_is_named(since: Callable[[Edit], list[Finding]], name: str) -> None:
    edit, rule = NOTICED[name]
    found = next(one for one in since(edit) if one.rule == rule)
    assert ("Head of Crime" if rule == "marking-lowered" else "Det Supt Crime") in found.do
    assert found.severity is Severity.WARNING


@pytest.mark.parametrize("name", ["12 a decision deleted", "13 a past entry reworded"])
def test_of_the_record_neither_place_nor_words_are_said(
    since: Callable[[Edit], list[Finding]], name: str
) -> None:
    found = next(one for one in since(NOTICED[name][0]) if one.rule == "record-rewritten")
    assert found.place.span is not None
    assert (found.place.span.line, found.place.whole, found.object) == (1, True, "plan")
    said = " ".join((found.wrong, found.why, found.do, found.crumbs))
    assert not any(
        word in said
        for word in (
            "Notices",
            "drafted",
            "served",
            "PUR-1",
            "DEC-001",
            "2026",
            "November",
            "Delay",
        )
    )
    assert "the disclosure officer" in said


HARMLESS: dict[str, Edit] = {
    # layout
    "line ends": lambda text: text.replace("\n", "\r\n"),
    "a comment": swap(("planc: 1\n", "planc: 1\n# kept by the team\n")),
    "a comment less": swap(("          # SAMPLE", "")),
    "quotation marks": swap(("statement: Halve supply at the flats", 'statement: "Halve supply at the flats"')),
    "other quotation marks": swap(("statement: Halve supply at the flats", "statement: 'Halve supply at the flats'")),
    "a text in lines": swap(("statement: Halve supply at the flats", "statement: >-\n      Halve supply\n      at the flats")),
    "a text as it stands": swap(("statement: Halve supply at the flats", "statement: |-\n      Halve supply\n      at the flats")),
    "two spaces": swap(("statement: Halve supply", "statement: Halve  supply")),
    "figures in quotation marks": swap(("target: 11", 'target: "11"')),
    "an entry in lines": swap(("  - {date: 2026-11-10, ref: PUR-1, note: Notices drafted}", "  - date: 2026-11-10\n    ref: PUR-1\n    note: Notices drafted")),
    "spaces in braces": swap(("{date: 2026-11-10, ref: PUR-1,", "{ date: 2026-11-10,  ref: PUR-1,")),
    "fields in another order": swap(("{date: 2026-11-10, ref: PUR-1, note: Notices drafted}", "{note: Notices drafted, ref: PUR-1, date: 2026-11-10}")),
    "the log in another order": lambda text: text.replace("  - {date: 2026-11-10, ref: PUR-1, note: Notices drafted}\n", "").replace("log:\n", "log:\n  - {date: 2026-11-10, ref: PUR-1, note: Notices drafted}\n"),
    "a list in lines": swap(("areas: [drugs]", "areas:\n    - drugs")),
    "a blank line": swap(("objectives:\n", "\nobjectives:\n")),
"curly quotation marks in words": swap(("tenants' letter", "tenants’ letter")),
    # the week
    "a note": log("date: 2026-11-20, ref: PUR-1, note: Served on both flats"),
    "a note of today": log("date: 2026-11-22, note: The team met"),
    "a note about no thing": log("date: 2026-11-20, note: The team met"),
    "a status": log("date: 2026-11-20, ref: PUR-1, status: ongoing, note: Weekly"),
    "closed with an outcome": log("date: 2026-11-20, ref: ACT-001, status: closed, outcome: One form agreed"),
    "complete with an outcome": lambda text: swap(("pursue:\n", "pursue:\n  - {id: PUR-2, tactic: Warrants, serves: OBJ-1, owner: di-soc-east, status: in progress, due: 2026-12-18}\n"))(log("date: 2026-11-20, ref: PUR-1, status: complete, outcome: Three orders made")(text)),
    "moved with a reason": log("date: 2026-11-20, ref: PUR-1, due: 2027-01-15, because: The court is full"),
    "brought forward": log("date: 2026-11-20, ref: PUR-1, due: 2026-12-11, because: The court has room"),
    "brought forward in place": swap(("due: 2026-12-18", "due: 2026-12-11")),
    "a rating": log("date: 2026-11-20, ref: OBJ-1, rag: amber, value: 18, because: Calls are down"),
    "a minor disruption": log("date: 2026-11-20, ref: PUR-1, disruption: minor, lead: police, effect: Lost a flat"),
    "a decision": log("date: 2026-11-20, id: DEC-002, decision: Serve the notices, because: It is safe, rejected: Wait, by: di-soc-east"),
    "a review by the SRO": log("date: 2026-11-20, review: continue, board: exampleton-ocg, by: supt-crime, next_review: 2026-12-02"),
    "a review put off by the SRO": log("date: 2026-11-20, review: continue, board: exampleton-ocg, by: supt-crime, next_review: 2027-03-03"),
    "the LRO's view": log("date: 2026-11-20, by: di-soc-east, view: Weaker"),
    "written down later": log("date: 2026-11-18, recorded_on: 2026-11-20, ref: PUR-1, note: Notices served"),
    "a correction": log("date: 2026-11-20, corrects: 2026-11-10, ref: PUR-1, note: Notices drafted by the council"),
    "blocked with a reason": log("date: 2026-11-20, ref: PUR-1, status: blocked, because: No court time", "date: 2026-11-21, ref: PUR-1, note: Asked the listing officer"),
    # the plan grows
    "a tactic": swap(("prevent:\n", "prevent:\n" + NEW_TACTIC.replace("due:", "status: proposed, due:"))),
    "an action": swap(("actions:\n", "actions:\n  - {id: ACT-002, action: Book a room, owner: di-soc-east, raised_on: 2026-11-20, due: 2026-12-01}\n")),
    "a risk": swap(("risks:\n", "risks:\n  - {id: RSK-2, risk: Reprisals, likelihood: low, impact: high, owner: di-soc-east, controls: Patrols, review: 2026-12-02}\n")),
    "an objective that the SRO set": swap(("objectives:\n", "objectives:\n  - {id: OBJ-2, statement: Rehouse the tenants, measure: Tenants rehoused, baseline: 0, target: 3, by: 2027-03-31, set_on: 2026-11-20}\n"), ("tactic: Closure orders on the flats, serves: OBJ-1", "tactic: Closure orders on the flats, serves: [OBJ-1, OBJ-2]")),
    "a partner": swap(("partners:\n", "partners:\n  - {organisation: exampleton-health, since: 2026-11-20}\n")),
    "what is coming": piece("coming: [{date: 2026-12-18, event: Schools close}]\n"),
    "a lesson": piece("learning: [{date: 2026-11-20, lesson: Letters in two languages}]\n"),
    "a closure test": piece("closure_test: [{test: No calls for three months}]\n"),
    "a bid": piece("bids: [{id: BID-1, what: Locks, cost: \"£500\", asked_on: 2026-11-20, asked_of: Safety fund}]\n"),
    "a request": piece("requests: [{id: REQ-1, kind: advice, what: Orders available, asked_of: SOC Tactical Adviser, asked_on: 2026-11-20, status: sent}]\n"),
    "a team": piece("team: {soctac: di-soc-west}\n"),
    "a decision sought": piece("decision_sought: {decision: Agree the orders, by: supt-crime, when: 2026-12-02, otherwise: The flats stay open}\n"),
    # what is the LRO's
    "another owner": swap(("owner: di-soc-east, status: in progress, due: 2026-12-18", "owner: di-soc-west, status: in progress, due: 2026-12-18")),
    "a better title": swap(("tactic: Closure orders on the flats", "tactic: Full closure orders on the flats")),
    "a detail": swap(("tactic: Closure orders on the flats", "detail: All three, tactic: Closure orders on the flats")),
    "the assessment": swap(("Likely to keep", "Highly likely to keep")),
    "a summary": piece("summary: flats in Exampleton\n"),
    "a version": piece("version: \"2\"\n"),
    "a typing repair outside signed words": swap(("tactic: Mentoring for excluded", "tactic: Mentors for excluded")),
    "controls of a risk": swap(("controls: Visits", "controls: Visits each week")),
    "a gap looked at again": swap(("accepted_on: 2026-10-07", "accepted_on: 2026-10-07, look_again: 2027-01-06")),
    "words for partners of an objective": swap(("    set_on: 2026-09-09", "    set_on: 2026-09-09\n    aim: pursue")),
    "an area more": swap(("areas: [drugs]", "areas: [drugs, firearms]")),
    # agreed to in the same change
    "a target signed off": lambda text: piece(f"signoffs:\n  - {{date: 2026-10-07, by: supt-crime, covers: [objectives, gaps], minute_ref: OCGMB 10/26 item 2}}\n  - {{date: {SIGNED}, minute_ref: OCGMB 11/26 item 2}}\n")(swap(TARGET)(text)),
    "a target set again by the SRO": swap(TARGET, ("set_on: 2026-09-09", "set_on: 2026-11-20")),
    "monitoring, as the board agreed": lambda text: log("date: 2026-11-20, review: change, board: exampleton-ocg, by: supt-crime, next_review: 2026-12-02")(swap(("status: active", "status: monitoring"))(text)),
    "another LRO, as the SRO decided": lambda text: log("date: 2026-11-20, id: DEC-002, decision: DI West leads, because: DI East moves, rejected: Wait, by: supt-crime")(swap(("lro: di-soc-east", "lro: di-soc-west"))(text)),
    "an entry of today put right": swap(("is bookd", "is booked")),
    "an entry of today taken out": line_with("is bookd"),
}  # fmt: skip


def test_there_are_sixty_harmless_edits() -> None:
    assert len(HARMLESS) >= 60


@pytest.mark.parametrize("name", HARMLESS)
def test_a_harmless_edit_is_silent(since: Callable[[Edit], list[Finding]], name: str) -> None:
    found = since(HARMLESS[name])
    assert [(one.rule, one.wrong) for one in found if one.rule in CHANGE_NAMES] == []


# Through git


@pytest.fixture
def kept(base: Path) -> Path:
    """The base repository, with two plans, committed on the day before."""
    copied(base, "plans/maple.yaml", "SOC-2026-099")
    committed(base, "2026-11-20")
    return base


def test_a_pull_request_is_told_who_must_agree(planc: Planc, kept: Path) -> None:
    change(kept / PLAN, TARGET)
    ran = planc("check", "--since", "HEAD", *DAY, "--output", "concise")
    assert ran.status == 0
    assert ran.out.count("objective-changed") == 1
    assert planc("check", "--since", "HEAD", "--fail-on", "warning", *DAY).status == 1
    assert "objective-changed" not in planc("check", *DAY, "--output", "concise").out


def test_a_plan_that_is_gone_is_found_and_one_that_is_renamed_is_not(
    planc: Planc, kept: Path
) -> None:
    (kept / "plans" / "maple.yaml").rename(kept / "plans" / "elm.yaml")
    assert planc("check", "--since", "HEAD", *DAY).out.endswith("Found nothing.\n")
    (kept / "plans" / "elm.yaml").unlink()
    ran = planc("check", "--since", "HEAD", *DAY)
    assert "SOC-2026-099 was in this repository, active, and is not here any more." in ran.out
    assert "Found 1 warning" in ran.out


def test_what_everybody_is_held_to_is_listed(planc: Planc, kept: Path) -> None:
    with (kept / "planc.yaml").open("a", encoding="utf-8") as file:
        file.write("numbers: {overdue_days: 90}\nexercise: {as_of: 2026-11-22, stamp: SAMPLE}\n")
    change(kept / PLAN, NO_OWNER)
    assert planc("baseline", *DAY).status == 0
    out = planc("check", "--since", "HEAD", *DAY).out
    for words in (
        "planc.yaml: numbers.overdue_days is 90 now.",
        "planc.yaml: exercise.as_of is 2026-11-22 now.",
        "planc-baseline.yaml: plans is not as it was.",
    ):
        assert words in out


def test_what_fell_due_overnight_in_a_plan_that_nobody_touched_is_a_warning(
    planc: Planc, kept: Path
) -> None:
    """The review of both plans was due on 2 December; somebody writes a note in one of them."""
    path = kept / PLAN
    path.write_text(log("date: 2026-12-03, note: The team met")(path.read_text(encoding="utf-8")))
    day = ("--as-of", "2026-12-03")
    errors = [
        line.split(":")[0]
        for line in planc("check", *day, "--output", "concise").out.split("\n")
        if ": error " in line
    ]
    assert {"plans/larch.yaml", "plans/maple.yaml"} == set(errors)
    ran = planc("check", "--since", "HEAD", *day, "--output", "concise")
    left = [line.split(":")[0] for line in ran.out.split("\n") if ": error " in line]
    assert (ran.status, set(left)) == (1, {"plans/larch.yaml"})
    assert "review-overdue" in ran.out
    assert (
        "Fell due since then in plans that nobody touched"
        in planc("check", "--since", "HEAD", *day).out
    )
    # what was an error on that day already stays one
    change(kept / "plans" / "maple.yaml", NO_OWNER)
    committed(kept, "2026-11-21")
    ran = planc("check", "--since", "HEAD", *day, "--output", "concise")
    (last,) = (line for line in ran.out.split("\n") if ": error " in line)
    assert last.startswith("plans/maple.yaml:")
    assert " tactic-no-owner: " in last


@pytest.mark.parametrize("since", ["HEAD~1", "nope", "2026-11-01", "2026-11-19"])
def test_missing_history_is_never_green(planc: Planc, kept: Path, since: str) -> None:
    ran = planc("check", "--since", since, *DAY)
    assert (ran.status, ran.out) == (2, "")
    shutil.rmtree(kept / ".git")
    ran = planc("check", "--since", since, *DAY)
    assert (ran.status, ran.out) == (2, "")
    assert "no git history here" in ran.err


def test_a_revision_of_the_day_before_may_be_named_by_its_day(planc: Planc, kept: Path) -> None:
    change(kept / PLAN, TARGET)
    assert "objective-changed" in planc("check", "--since", "2026-11-20", *DAY).out
