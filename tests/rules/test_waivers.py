"""Waivers: what they set aside and until when, and what is said of them in which words."""

import datetime as dt
import re
from pathlib import Path

import pytest

from planc.all_rules import BASELINE_RULES, EVERY_RULE, WAIVER_RULES
from planc.check import check
from planc.model.finding import Finding, Severity
from planc.model.report import Report
from planc.model.rule import rule_name
from planc.repository import open_repository
from tests.conftest import AS_OF, BASE, PLAN, Checked, change, copied, merged

NO_OWNER = """\
pursue:
  - {id: PUR-1, tactic: Closure orders on the flats, serves: OBJ-1, due: 2027-12-18}
"""
WAIVER = {
    "rule": "tactic-no-owner",
    "id": "PUR-1",
    "reason": "The post is being filled",
    "approver": "supt-crime",
    "until": "2027-01-29",
}


def waivers(*changes: dict[str, str]) -> str:
    """One waiver like WAIVER for each set of changes; a value of nothing leaves the field out."""
    items = [WAIVER | changed for changed in changes]
    lines = [", ".join(f"{name}: {value}" for name, value in i.items() if value) for i in items]
    return "waivers:\n" + "".join(f"  - {{{line}}}\n" for line in lines)


def _rules(found: Report) -> list[str]:
    return [finding.rule for finding in found.findings]


def _aside(found: Report) -> list[tuple[str, str]]:
    return [(aside.finding.rule, aside.finding.object) for aside in found.set_aside]


# What a waiver sets aside


def test_a_waiver_sets_its_finding_aside_and_no_other(checked: Checked) -> None:
    found = checked(f"{NO_OWNER}lro: supt-crime\n{waivers({})}")
    assert _rules(found) == ["lro-equals-sro"]
    assert _aside(found) == [("tactic-no-owner", "PUR-1")]
    (aside,) = found.set_aside
    assert (aside.until, aside.finding.severity) == (dt.date(2027, 1, 29), Severity.ERROR)
    assert aside.waiver
    assert aside.waiver.approver == "supt-crime"


def test_the_same_rule_counts_for_another_object(checked: Checked) -> None:
    two = NO_OWNER + "  - {id: PUR-2, tactic: Warrants, serves: OBJ-1, due: 2027-12-18}\n"
    found = checked(two + waivers({}))
    assert [(f.rule, f.object) for f in found.findings] == [("tactic-no-owner", "PUR-2")]
    assert _aside(found) == [("tactic-no-owner", "PUR-1")]


def test_what_has_no_id_goes_by_its_section(checked: Checked) -> None:
    found = checked("prevent: []\n" + waivers({"rule": "strand-missing", "id": "prevent"}))
    assert (_rules(found), _aside(found)) == ([], [("strand-missing", "prevent")])


def test_a_fault_of_shape_can_be_waived_where_it_is_no_refusal(checked: Checked) -> None:
    found = checked("colour: red\n" + waivers({"rule": "unknown-field", "id": "colour"}))
    assert (_rules(found), _aside(found)) == ([], [("unknown-field", "colour")])


def test_one_waiver_takes_every_finding_of_its_rule_and_object(checked: Checked) -> None:
    piece = "objectives: [{id: OBJ-1, statement: '12', measure: '', baseline: '', target: 1,\n"
    piece += "  by: 2027-03-31, set_on: 2026-10-07}]\n"
    found = checked(f"{piece}{waivers({'rule': 'empty-value', 'id': 'OBJ-1'})}")
    assert _rules(found) == []
    assert _aside(found) == [("empty-value", "OBJ-1")] * 2


# What has no id


TWO = """\
log:
  - {date: 2026-11-20, by: di-soc-east, decision: First, rejected: Nothing}
  - {date: 2026-11-20, by: di-soc-east, decision: A quite different one, rejected: Nothing}
"""


def test_a_waiver_for_one_decision_never_covers_the_next(checked: Checked) -> None:
    first, second = (f.object for f in checked(TWO).findings)
    assert first != second
    found = checked(waivers({"rule": "decision-no-rationale", "id": first}))
    assert _aside(found) == [("decision-no-rationale", first)]
    assert [(f.rule, f.object) for f in found.findings] == [("decision-no-rationale", second)]


def test_it_holds_wherever_the_decision_stands_and_however_it_is_written(base: Path) -> None:
    (first,) = (
        f.object
        for f in _with_log(
            base, "{date: 2026-11-20, by: di-soc-east, decision: First, rejected: None}"
        )
    )
    again = (
        "by: di-soc-east\n    date: 2026-11-20\n    rejected: 'None' # nothing\n    decision: First"
    )
    assert [f.object for f in _with_log(base, again)] == [first]
    changed = again.replace("First", "First of two")
    assert [f.object for f in _with_log(base, changed)] != [first]


def _with_log(base: Path, entry: str) -> tuple[Finding, ...]:
    text = (BASE / PLAN).read_text()
    before = "log:\n  - {date: 2026-11-18, ref: PUR-1, note: One}\n"
    (base / PLAN).write_text(merged(text, f"{before}  - {entry}\n"))
    return check(open_repository([base]), AS_OF).findings


def test_a_waiver_that_names_a_section_covers_nothing_and_is_told_what_to_write(
    checked: Checked,
) -> None:
    first, second = (f.object for f in checked(TWO).findings)
    found = checked(waivers({"rule": "decision-no-rationale", "id": "log"}))
    assert _rules(found) == ["decision-no-rationale"] * 2 + ["waiver-unknown"]
    finding = found.findings[-1]
    assert finding.wrong == (
        '"log" is not one thing: what is added to that section later would be waived as well.'
    )
    assert finding.do == (
        f'Write "{first}" and "{second}": a waiver for each that the approver approved.'
    )
    assert found.set_aside == ()


@pytest.mark.parametrize(
    ("piece", "objects"),
    [
        ("threat: {type: ocg, areas: [drugs], tier: force}\n", ["threat.assessment"]),
        ("gaps: {finance: {reason: ''}}\n", ["gaps.finance.reason"]),
    ],
)
def test_what_stands_in_no_list_goes_by_its_way(
    checked: Checked, piece: str, objects: list[str]
) -> None:
    assert [f.object for f in checked(piece).findings] == objects


def test_partners_of_one_kind_are_told_apart(checked: Checked) -> None:
    piece = "partners: [{organisation: exampleton-counsil}, {organisation: exampleton-counsel}]\n"
    found = [f for f in checked(piece).findings if f.rule == "dangling-id"]
    assert len({f.identity for f in found}) == len(found) == 2


def test_remarks_are_told_apart_and_never_quoted(checked: Checked) -> None:
    found = checked("version: 2 # ask Mr Sample\nsummary: One # or Mrs Larch\n").findings
    assert [f.rule for f in found] == ["personal-data-hint"] * 2
    assert all(re.fullmatch("remark-[0-9a-f]{8}", f.object) for f in found)
    assert found[0].object != found[1].object


def test_what_is_about_a_person_gives_no_digest_to_guess_from(checked: Checked) -> None:
    piece = "subjects: [{key: S1, role: leader, status: soon}, {key: S2, status: soon}]"
    objects = {f.object for f in checked(piece).findings}
    assert all(re.fullmatch("subjects-[0-9a-f]{2}", name) for name in objects)


def test_a_waiver_holds_in_its_own_plan_only(base: Path) -> None:
    change(base / PLAN, (" owner: di-soc-east, status", " status"))
    copied(base, "plans/maple.yaml", "SOC-2026-015")
    with (base / PLAN).open("a") as file:
        file.write(waivers({}))
    found = check(open_repository([base]), AS_OF)
    assert [(f.place.path, f.rule) for f in found.findings] == [
        ("plans/maple.yaml", "tactic-no-owner")
    ]
    assert [aside.finding.place.path for aside in found.set_aside] == [PLAN]


def test_a_finding_of_a_rule_about_all_plans_can_be_waived(base: Path) -> None:
    copy = copied(base, "plans/maple.yaml", "SOC-2026-014")
    with copy.open("a") as file:
        file.write(waivers({"rule": "duplicate-ref", "id": "ref"}))
    found = check(open_repository([base]), AS_OF)
    assert (_rules(found), _aside(found)) == ([], [("duplicate-ref", "ref")])
    change(copy, ("ref: SOC-2026-014", "ref: SOC-2026-015"))
    found = check(open_repository([base]), AS_OF)
    assert (_rules(found), _aside(found)) == (["waiver-unused"], [])


def test_a_waiver_of_a_rule_that_did_not_run_is_not_called_unused(base: Path) -> None:
    copy = copied(base, "plans/maple.yaml", "SOC-2026-015")
    with copy.open("a") as file:
        file.write(waivers({"rule": "duplicate-ref", "id": "ref"}))
    assert _rules(check(open_repository([copy]), AS_OF)) == []
    with (base / "planc.yaml").open("a") as file:
        file.write("rules: {duplicate-ref: {severity: off, reason: Refs are given centrally}}\n")
    assert _rules(check(open_repository([base]), AS_OF)) == []


# The last day


@pytest.mark.parametrize(
    ("day", "counting", "aside"),
    [
        ("2027-01-28", ["waiver-ends-soon"], ["tactic-no-owner"]),
        ("2027-01-29", ["waiver-ends-soon"], ["tactic-no-owner"]),
        ("2027-01-30", ["tactic-no-owner", "waiver-expired"], []),
    ],
)
def test_the_day_named_is_the_last(
    checked: Checked, day: str, counting: list[str], aside: list[str]
) -> None:
    named = ("waiver-ends-soon", "waiver-expired", "tactic-no-owner")
    found = checked(NO_OWNER + waivers({}), as_of=dt.date.fromisoformat(day))
    assert [rule for rule in _rules(found) if rule in named] == counting
    assert [rule for rule, _ in _aside(found)] == aside


@pytest.mark.parametrize(
    ("day", "severities"),
    [
        ("2027-01-21", []),
        ("2027-01-22", ["in 7 days"]),
        ("2027-01-28", ["in 1 day"]),
        ("2027-01-29", ["today"]),
        ("2027-01-30", []),
    ],
)
def test_its_end_is_said_from_a_week_before(
    checked: Checked, day: str, severities: list[str]
) -> None:
    found = checked(NO_OWNER + waivers({}), as_of=dt.date.fromisoformat(day)).findings
    assert [f.wrong for f in found if f.rule == "waiver-ends-soon"] == [
        "The waiver of tactic-no-owner for PUR-1 ends on 29 January 2027,"
        f" {left}; then the finding counts again."
        for left in severities
    ]


def test_the_policy_says_how_far_ahead_is_looked(checked: Checked) -> None:
    days = (dt.date(2027, 1, 29) - AS_OF).days
    piece = NO_OWNER + waivers({}) + f"# planc.yaml\nnumbers: {{waiver_notice_days: {days - 1}}}\n"
    assert _rules(checked(piece)) == []
    assert _rules(checked(f"# planc.yaml\nnumbers: {{waiver_notice_days: {days}}}\n")) == [
        "waiver-ends-soon"
    ]


def test_a_waiver_that_has_ended_says_since_when(checked: Checked) -> None:
    found = checked(NO_OWNER + waivers({"until": "2026-11-21"})).findings
    (message,) = [f.wrong for f in found if f.rule == "waiver-expired"]
    since = "ended on 21 November 2026, and the finding counts again."
    assert message == f"The waiver of tactic-no-owner for PUR-1 {since}"


def test_a_waiver_that_ended_when_all_was_put_right_is_only_unused(checked: Checked) -> None:
    found = checked(waivers({"until": "2026-11-21"}))
    assert [(f.rule, f.severity) for f in found.findings] == [("waiver-unused", Severity.WARNING)]


@pytest.mark.parametrize("order", [1, -1])
def test_of_two_waivers_the_one_that_lasts_longer_counts(checked: Checked, order: int) -> None:
    two = [{"until": "2026-11-21"}, {"until": "2027-01-29"}]
    found = checked(NO_OWNER + waivers(*two[::order]))
    assert _rules(found) == ["waiver-unused"]
    assert [aside.until for aside in found.set_aside] == [dt.date(2027, 1, 29)]


# How long

LATE = """\
pursue:
  - {id: PUR-1, tactic: Closure orders, serves: OBJ-1, owner: di-soc-east, due: 2026-11-20}
"""
OVERDUE = {"rule": "tactic-overdue"}


@pytest.mark.parametrize(
    ("changes", "until", "problem"),
    [
        ({}, "2027-02-19", ""),
        ({}, "2027-02-20", ""),
        ({}, "2027-02-21", "an error ends on 21 February 2027, 91 days"),
        (OVERDUE, "2027-05-22", ""),
        (OVERDUE, "2027-05-23", ""),
        (OVERDUE, "2027-05-24", "a warning ends on 24 May 2027, 183 days"),
        (OVERDUE, "9999-12-31", "a warning ends on 31 December 9999, 2,912,117 days"),
    ],
)
def test_how_long_a_waiver_may_last_depends_on_what_it_waives(
    checked: Checked, changes: dict[str, str], until: str, problem: str
) -> None:
    piece, most = (LATE, 182) if changes else (NO_OWNER, 90)
    found = checked(piece + waivers({**changes, "until": until}))
    words = f"This waiver of {problem} from now; this force allows {most}."
    assert [f.wrong for f in found.findings] == ([words] if problem else [])
    assert len(found.set_aside) == 1


def test_the_policy_says_how_long_and_which_rule_is_an_error(checked: Checked) -> None:
    days = (dt.date(2027, 1, 29) - AS_OF).days
    piece = NO_OWNER + waivers({})
    numbers = f"numbers: {{waiver_error_days: {days - 1}, waiver_warning_days: {days}}}\n"
    found = checked(f"{piece}# planc.yaml\n{numbers}")
    assert [f.rule for f in found.findings] == ["waiver-too-long"]
    lowered = "rules: {tactic-no-owner: {severity: warning, reason: New here}}\n"
    assert _rules(checked(f"# planc.yaml\n{numbers}{lowered}")) == []


# What cannot be waived

REFUSALS = [rule_name(rule) for rule in EVERY_RULE if rule.SEVERITY is Severity.REFUSAL]


@pytest.mark.parametrize("rule", REFUSALS)
def test_no_refusal_can_be_waived(checked: Checked, rule: str) -> None:
    found = checked(f"marking: SECRET\n{waivers({'rule': rule, 'id': 'marking'})}")
    assert _rules(found) == ["marking-too-high", "waiver-not-allowed"]
    assert found.findings[1].wrong == f"{rule} cannot be waived: it is a refusal."
    assert found.set_aside == ()


@pytest.mark.parametrize("rule", [rule_name(rule) for rule in (*WAIVER_RULES, *BASELINE_RULES)])
def test_no_waiver_excuses_waivers(checked: Checked, rule: str) -> None:
    found = checked(waivers({"until": "2027-12-31"}, {"rule": rule}) + NO_OWNER)
    assert _rules(found) == ["waiver-too-long", "waiver-not-allowed"]
    assert found.findings[1].wrong == (
        f"{rule} cannot be waived: it is about setting findings aside."
    )


# What there is not

NO_RULE = "is not the name of a rule."
NO_OBJECT = "is not the id of anything in this plan."
LOOK_UP = "Write the name as planc prints it; planc explain lists them all."
OR_SECTION = "Write the id of what the waiver is about; planc check says it where you write the"

UNKNOWN = [
    ({"rule": "tactic-no-ower"}, f'"tactic-no-ower" {NO_RULE}', "tactic-no-owner"),
    ({"rule": "zzz"}, f'"zzz" {NO_RULE}', LOOK_UP),
    ({"id": "PUR-11"}, f'"PUR-11" {NO_OBJECT}', "PUR-1"),
    ({"id": "prevnt"}, f'"prevnt" {NO_OBJECT}', "prevent"),
    ({"id": "9"}, f'"9" {NO_OBJECT}', f"{OR_SECTION} name of the section. Or take the waiver out."),
]


@pytest.mark.parametrize(("changes", "wrong", "do"), UNKNOWN)
def test_a_rule_or_an_object_that_there_is_not_is_named(
    checked: Checked, changes: dict[str, str], wrong: str, do: str
) -> None:
    found = checked(waivers(changes)).findings
    (finding,) = [f for f in found if f.rule != "quotes-advised"]
    if " " not in do:
        wrong, do = f'{wrong} Did you mean "{do}"?', f'Write "{do}", if that is what you mean.'
    assert (finding.rule, finding.wrong, finding.do, finding.acts) == (
        "waiver-unknown",
        wrong,
        do,
        "LRO",
    )


@pytest.mark.parametrize("thing", ["prevent", "plan", "PUR-1", "OBJ-1", "DEC-1"])
def test_whatever_a_finding_can_be_about_is_known(checked: Checked, thing: str) -> None:
    log = "log:\n  - {id: DEC-1, date: 2026-11-18, decision: Wait, because: Safety, rejected: Go,"
    found = checked(f"{log} by: supt-crime}}\n{waivers({'id': thing})}")
    assert _rules(found) == ["waiver-unused"]


def test_the_id_of_a_waiver_is_not_that_of_something_in_the_plan(checked: Checked) -> None:
    found = checked(waivers({"id": "PUR-7"}, {"id": "PUR-7", "rule": "tactic-no-due"}))
    assert _rules(found) == ["waiver-unknown", "waiver-unknown"]


def test_an_unknown_rule_and_an_unknown_object_are_two_mistakes(checked: Checked) -> None:
    assert _rules(checked(waivers({"rule": "zzz", "id": "ZZZ-1"}))) == ["waiver-unknown"] * 2


# Who approves


@pytest.mark.parametrize(
    ("approver", "what"),
    [
        ("supt-crime", None),
        ("council-youth-lead", None),
        ("di-soc-east", "the LRO"),
        ("di-soc-west", "the deputy LRO"),
        ("council-housing", "the owner of PUR-1"),
    ],
)
def test_nobody_waives_what_they_answer_for(
    checked: Checked, approver: str, what: str | None
) -> None:
    late = LATE.replace("di-soc-east", "council-housing")
    team = "team: {deputy_lro: di-soc-west}\n"
    found = checked(late + team + waivers({"rule": "tactic-overdue", "approver": approver}))
    assert [(f.rule, f.wrong) for f in found.findings] == (
        [("waiver-self-approved", f"{approver} approved this waiver and is {what}.")]
        if what
        else []
    )


def test_the_sro_approves_also_what_the_sro_owns(checked: Checked) -> None:
    late = LATE.replace("di-soc-east", "supt-crime")
    assert _rules(checked(late + waivers({"rule": "tactic-overdue"}))) == []


# Incomplete waivers, and plans that cannot be read as a whole


@pytest.mark.parametrize("field", ["reason", "approver", "until", "rule", "id"])
def test_a_waiver_that_lacks_something_sets_nothing_aside(checked: Checked, field: str) -> None:
    found = checked(NO_OWNER + waivers({field: ""}))
    assert _rules(found) == ["tactic-no-owner", "missing-field"]
    assert found.set_aside == ()


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"approver": "nobody-knows"}, "post-unknown"),
        ({"until": "29/01/2027"}, "impossible-date"),
        ({"until": "2027-02-30"}, "impossible-date"),
        ({"reason": '""'}, "empty-value"),
    ],
)
def test_a_waiver_that_is_misread_sets_nothing_aside(
    checked: Checked, changes: dict[str, str], rule: str
) -> None:
    found = checked(NO_OWNER + waivers(changes))
    assert _rules(found) == ["tactic-no-owner", rule]
    assert found.set_aside == ()


@pytest.mark.parametrize("piece", ["pursue: Closure orders\n", "persue: []\n# without pursue\n"])
def test_a_waiver_is_not_called_unused_where_not_all_could_be_read(
    checked: Checked, piece: str
) -> None:
    rules = _rules(checked(f"{piece}{waivers({}, {'id': 'PUR-7'})}"))
    assert len(rules) == 1
    assert rules[0] in ("wrong-type", "unknown-field")


def test_a_fault_in_one_waiver_does_not_hide_another(checked: Checked) -> None:
    found = checked(waivers({"reason": ""}, {}, {"id": "PUR-7"}))
    assert _rules(found) == ["missing-field", "waiver-unused", "waiver-unknown"]


# Drafts, archived plans, policy


def test_in_a_draft_the_faults_of_waivers_are_warnings(checked: Checked) -> None:
    found = checked(f"status: draft\n{NO_OWNER}{waivers({'until': '2026-11-21'})}")
    assert {(f.rule, f.severity) for f in found.findings} == {
        ("tactic-no-owner", Severity.WARNING),
        ("waiver-expired", Severity.WARNING),
    }


def test_an_archived_plan_keeps_its_waivers(checked: Checked) -> None:
    closure = "closure: {reviewed_on: 2026-11-18, rescored_on: 2026-11-18, reason: Done}\n"
    closure += "learning: [{date: 2026-11-18, lesson: Closures hold if the flats are let again}]\n"
    closure += "signoffs: [{date: 2026-11-18, by: supt-crime, covers: [closure]}]\n"
    assert _rules(checked(f"status: archived\n{closure}{waivers({})}")) == []


def test_a_force_may_switch_a_rule_about_waivers_off(checked: Checked) -> None:
    off = "# planc.yaml\nrules: {waiver-unused: {severity: off, reason: Tidied once a year}}\n"
    assert _rules(checked(waivers({}) + off)) == []
