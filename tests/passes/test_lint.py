"""The linter: what it makes of the policy, of drafts, of spoiled values and of the calendar."""

import dataclasses
import datetime as dt
import re
from pathlib import Path

import pytest

from planc.all_rules import EVERY_RULE, PORTFOLIO_RULES, RULES, misused_rules
from planc.check import check
from planc.errors import PlancError
from planc.model.context import Context
from planc.model.finding import Finding, Severity
from planc.model.policy import RuleSetting
from planc.model.report import Report
from planc.model.rule import rule_name
from planc.passes.lint import Linter
from planc.repository import open_repository
from tests.conftest import AS_OF, PLAN, Checked, change, copied


def _rules(report: Report) -> list[str]:
    return [finding.rule for finding in report.findings]


def _weighed(report: Report) -> list[tuple[str, str]]:
    return [(finding.rule, str(finding.severity)) for finding in report.findings]


def _check(*paths: Path, as_of: dt.date = AS_OF) -> Report:
    return check(open_repository(paths), as_of)


# What the policy has a say in

NO_OWNER = """\
pursue:
  - {id: PUR-1, tactic: Closure orders on the flats, serves: OBJ-1, due: 2026-12-18}
"""
LATE = """\
pursue:
  - {id: PUR-1, tactic: Closure orders, serves: OBJ-1, owner: di-soc-east, due: 2026-11-20}
"""


def _policy(rule: str, severity: str) -> str:
    return f"# planc.yaml\nrules:\n  {rule}: {{severity: {severity}, reason: Being phased in}}\n"


@pytest.mark.parametrize("severity", ["error", "warning", "info"])
@pytest.mark.parametrize(
    ("rule", "piece"),
    [
        ("tactic-no-owner", NO_OWNER),
        ("tactic-overdue", LATE),
        ("unknown-field", "colour: red\n"),
        ("quotes-advised", "operation: 0123\n"),
    ],
)
def test_a_policy_gives_a_rule_another_severity(
    checked: Checked, rule: str, piece: str, severity: str
) -> None:
    assert _weighed(checked(piece + _policy(rule, severity))) == [(rule, severity)]


@pytest.mark.parametrize(
    ("rule", "piece"),
    [
        ("tactic-no-owner", NO_OWNER),
        ("tactic-overdue", LATE),
        ("unknown-field", "colour: red\n"),
        ("quotes-advised", "operation: 0123\n"),
    ],
)
def test_a_policy_switches_a_rule_off(checked: Checked, rule: str, piece: str) -> None:
    assert _rules(checked(piece)) == [rule]
    assert _rules(checked(_policy(rule, "off"))) == []


def test_a_policy_changes_no_other_rule(checked: Checked) -> None:
    report = checked(f"{NO_OWNER}lro: supt-crime\n{_policy('tactic-no-owner', 'info')}")
    assert _weighed(report) == [("lro-equals-sro", "error"), ("tactic-no-owner", "info")]


REFUSALS = [rule_name(rule) for rule in EVERY_RULE if rule.SEVERITY is Severity.REFUSAL]


@pytest.mark.parametrize("severity", ["off", "info", "warning", "error"])
@pytest.mark.parametrize("rule", REFUSALS)
def test_no_policy_changes_a_refusal(base: Path, rule: str, severity: str) -> None:
    with (base / "planc.yaml").open("a", encoding="utf-8") as file:
        file.write(_policy(rule, severity))
    with pytest.raises(PlancError) as error:
        open_repository([base])
    assert str(error.value) == (
        "planc.yaml cannot be used:\n"
        f'  planc.yaml:17:3: "{rule}" is a refusal, which stays one. Take out this change.'
    )


def test_the_linter_itself_passes_over_a_refusal_that_is_changed(base: Path) -> None:
    change(base / PLAN, ("marking: OFFICIAL-SENSITIVE", "marking: SECRET"))
    repository = open_repository([base])
    changes = {name: RuleSetting(severity="off") for name in ("marking-too-high", "no-such-rule")}
    policy = dataclasses.replace(repository.policy, rules=changes)
    report = check(dataclasses.replace(repository, policy=policy), AS_OF)
    assert _weighed(report) == [("marking-too-high", "refusal")]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("tactic-no-ower", 'is not the name of a rule. Did you mean "tactic-no-owner"?'),
        ("Tactic-No-Owner", 'is not the name of a rule. Did you mean "tactic-no-owner"?'),
        ("tactic_no_owner", 'is not the name of a rule. Did you mean "tactic-no-owner"?'),
        ("zzz", "is not the name of a rule. planc explain lists them."),
        ("tag", "is a refusal, which stays one. Take out this change."),
    ],
)
def test_a_name_that_no_policy_can_change_is_answered(name: str, expected: str) -> None:
    changes = {name: "off", "tactic-no-owner": "info"}
    assert list(misused_rules(changes)) == [(name, f'"{name}" {expected}')]


# Drafts and archived plans


def test_errors_in_a_draft_are_warnings(checked: Checked) -> None:
    piece = f"{NO_OWNER}lro: nobody-knows\ncolour: red\n"
    rules = ["post-unknown", "tactic-no-owner", "unknown-field"]
    assert _weighed(checked(piece)) == [(rule, "error") for rule in rules]
    assert _weighed(checked("status: draft")) == [(rule, "warning") for rule in rules]


def test_what_is_no_error_is_in_a_draft_what_it_always_is(checked: Checked) -> None:
    late = LATE.replace("OBJ-1", "OBJ-7")
    report = checked(f"status: draft\nmarking: SECRET\noperation: 0123\n{late}")
    assert _weighed(report) == [
        ("quotes-advised", "info"),
        ("marking-too-high", "refusal"),
        ("dangling-id", "refusal"),
        ("tactic-overdue", "warning"),
    ]


def test_what_the_policy_makes_an_error_is_a_warning_in_a_draft_too(checked: Checked) -> None:
    report = checked(f"status: draft\n{LATE}{_policy('tactic-overdue', 'error')}")
    assert _weighed(report) == [("tactic-overdue", "warning")]


def test_a_status_that_cannot_be_read_makes_no_draft(checked: Checked) -> None:
    report = checked(f"status: draught\n{NO_OWNER}")
    assert _weighed(report) == [("unknown-value", "error"), ("tactic-no-owner", "error")]


EVERYTHING_MISSING = """\
# without sro
# without lro
# without next_review
# without log
# without prevent
# without protect
# without prepare
# without partners
threat:
  type: ocg
  areas: [drugs]
  cyp_at_risk: true
  tier: force
  assessment: Likely to keep using children to carry drugs.
objectives:
  - {id: OBJ-1, statement: Halve supply, measure: Calls, baseline: 22, target: 11, by: 2027-03-31}
  - {id: OBJ-2, statement: Keep them safe, measure: Runs, baseline: 9, target: 3, by: 2027-03-31}
pursue:
  - {id: PUR-1, tactic: Closure orders, serves: OBJ-1, due: 2026-11-20}
  - {id: PUR-2, tactic: Warrants, serves: OBJ-1, due: 2026-01-20}
  - {id: PUR-3, tactic: Lifetime management, serves: OBJ-1}
"""


ARCHIVED = """\
status: archived
closure: {reviewed_on: 2026-11-18, rescored_on: 2026-11-18}
learning:
  - {date: 2026-11-18, lesson: Ask the landlord first}
signoffs:
  - {date: 2026-11-18, by: supt-crime, covers: [closure]}
"""


def test_an_archived_plan_is_not_held_to_what_a_live_one_must_have(checked: Checked) -> None:
    live = checked(EVERYTHING_MISSING)
    assert sorted(_rules(live)) == [
        "lro-missing",
        "objective-no-sro",
        "objective-no-sro",
        "objective-orphan",
        "partner-none",
        "review-missing-next",
        "sro-missing",
        "strand-missing",
        "strand-missing",
        "strand-missing",
        "tactic-long-overdue",
        "tactic-no-due",
        "tactic-no-owner",
        "tactic-no-owner",
        "tactic-no-owner",
        "tactic-overdue",
        "victim-support-none",
    ]
    assert _rules(checked(ARCHIVED)) == []


def test_an_archived_plan_with_one_post_for_both_parts_is_left_alone(checked: Checked) -> None:
    gap = "{reason: No capacity, accepted_on: 2026-11-04, look_again: 2027-01-06}"
    piece = f"lro: supt-crime\nprevent: []\ngaps: {{prevent: {gap}, finance: {gap}}}\n"
    piece += "threat:\n  type: ocg\n  areas: [drugs]\n  cyp_at_risk: true\n  assessment: Likely.\n"
    assert _rules(checked(piece)) == ["lro-equals-sro", "prevent-none", "victim-support-none"]
    assert _rules(checked(ARCHIVED)) == []


@pytest.mark.parametrize(
    ("piece", "rule"),
    [
        ("# without marking", "marking-missing"),
        ("marking: SECRET", "marking-too-high"),
        ("marking: SENSITIVE", "marking-malformed"),
        ("log:\n  - {date: 2026-11-18, ref: PUR-9, note: Done}", "dangling-id"),
        (NO_OWNER.replace("due", "owner: nobody-knows, due"), "owner-unknown"),
        ("log:\n  - {date: 2026-11-18, ref: PUR-1, status: complete}", "tactic-done-no-outcome"),
    ],
)
def test_an_archived_plan_still_has_a_marking_and_says_what_is_true(
    checked: Checked, piece: str, rule: str
) -> None:
    said = _rules(checked(ARCHIVED + piece))
    assert [name for name in said if name != "archived-live-tactic"] == [rule]


@pytest.mark.parametrize(
    ("piece", "rule"),
    [("marking: SECRET", "marking-too-high"), ("marking: OFFICIAL SENSITIVE", "marking-malformed")],
)
def test_the_marking_of_a_tactic_is_held_to_the_same_rules(
    checked: Checked, piece: str, rule: str
) -> None:
    report = checked(LATE.replace("due: 2026-11-20", f"due: 2026-12-18, {piece}"))
    assert [(f.rule, f.object, f.crumbs) for f in report.findings] == [
        (rule, "PUR-1", "Pursue, PUR-1, Marking")
    ]


# All the plans of a repository together


def test_the_second_and_every_further_plan_with_one_reference_is_named(base: Path) -> None:
    copied(base, "plans/maple.yaml", "SOC-2026-015")
    copied(base, "plans/ash.yaml", "SOC-2026-014B")
    assert _rules(_check(base)) == []
    for name, ref in (("maple", "SOC-2026-015"), ("ash", "SOC-2026-014B")):
        change(base / "plans" / f"{name}.yaml", (f"ref: {ref}", "ref: SOC-2026-014"))
    findings = _check(base).findings
    assert [(str(f.place), f.rule, f.acts) for f in findings] == [
        ("plans/larch.yaml:2:6", "duplicate-ref", "OCG coordinator"),
        ("plans/maple.yaml:2:6", "duplicate-ref", "OCG coordinator"),
    ]
    assert {f.wrong for f in findings} == {"plans/ash.yaml has the reference SOC-2026-014 as well."}


def test_a_rule_about_all_plans_does_not_run_on_some(base: Path) -> None:
    copied(base, "plans/east/maple.yaml", "SOC-2026-014")
    copied(base, "plans/ash.yaml", "SOC-2026-015")
    assert _rules(_check(base)) == ["duplicate-ref"]
    assert _rules(_check(base / "plans" / "east", base / PLAN)) == []
    assert _rules(_check(base / "plans" / "east", base / PLAN, base / "plans" / "ash.yaml")) == [
        "duplicate-ref"
    ]


def test_a_rule_about_all_plans_can_be_changed_and_switched_off(base: Path) -> None:
    copied(base, "plans/maple.yaml", "SOC-2026-014")
    policy = (base / "planc.yaml").read_text(encoding="utf-8")
    for severity, weighed in (("info", [("duplicate-ref", "info")]), ("off", [])):
        changed = policy + _policy("duplicate-ref", severity)
        (base / "planc.yaml").write_text(changed, encoding="utf-8")
        assert _weighed(_check(base)) == weighed


def test_a_rule_about_all_plans_weighs_less_in_a_draft(base: Path) -> None:
    copy = copied(base, "plans/maple.yaml", "SOC-2026-014")
    change(copy, ("status: active", "status: draft"))
    assert _weighed(_check(base)) == [("duplicate-ref", "warning")]


def test_plans_without_a_reference_share_none(base: Path) -> None:
    change(copied(base, "plans/ash.yaml", "SOC-2026-015"), ("ref: SOC-2026-015", "ref: soc/1"))
    change(base / PLAN, ("ref: SOC-2026-014", "ref: soc/1"))
    assert _rules(_check(base)) == ["malformed-value", "malformed-value"]


# Order


def test_findings_stand_in_one_order_whatever_the_order_of_the_paths(base: Path) -> None:
    change(
        base / PLAN, ("lro: di-soc-east", "lro: supt-crime"), ("due: 2026-12-18", "due: 2026-11-20")
    )
    names = ("plans/z.yaml", "plans/A.yaml", "plans/a/b.yaml", "plans/a.yaml")
    paths = [base / PLAN, *(copied(base, name, "SOC-2026-014B") for name in names)]
    change(base / "directory.yaml", ("planc: 1", "planc: one"))
    first, again = _check(*paths), _check(*reversed(paths))
    assert first.findings == again.findings == _check(base).findings
    assert list(dict.fromkeys(f.place.path for f in first.findings)) == [
        "directory.yaml",
        "plans/A.yaml",
        "plans/a.yaml",
        "plans/a/b.yaml",
        "plans/larch.yaml",
        "plans/z.yaml",
    ]
    lines = [f.place.span.line for f in first.findings if f.place.path == PLAN and f.place.span]
    assert len(lines) > 1
    assert lines == sorted(lines)


# Names of places


@pytest.mark.parametrize(
    ("piece", "place", "crumbs", "thing"),
    [
        ("# without lro", "1:1", "LRO", "lro"),
        ("colour: red", "37:1", "colour", "colour"),
        (NO_OWNER, "25:6", "Pursue, PUR-1, Owner", "PUR-1"),
        (LATE.replace("di-soc-east", "x"), "25:63", "Pursue, PUR-1, Owner", "PUR-1"),
        (
            "pursue:\n  - {tactic: Closure orders, colour: red}",
            "25:6",
            "Pursue, number 1, Id",
            "pursue-09848bfc",
        ),
        ("prevent: []", "26:1", "Prevent", "prevent"),
        (
            "partners:\n  - {organisation: exampleton-council, since: soon}",
            "33:47",
            "Partners, exampleton-council, Since",
            "exampleton-council-f2c0cfa5",
        ),
        (
            "log:\n  - {date: 2026-11-18, ref: PUR-9, note: Done}",
            "36:29",
            "Log, entry of 18 November 2026, About",
            "2026-11-18-c69728b5",
        ),
        (
            "log:\n  - {date: 18/11/2026, ref: PUR-1, note: Done}",
            "36:12",
            "Log, entry of 18/11/2026, Date",
            "log-c6c67ed6",
        ),
        (
            "log:\n  - {id: A1, date: 2026-11-18, decision: Go, by: no, because: x, rejected: y}",
            "36:50",
            "Log, A1, By",
            "A1",
        ),
        (
            "subjects:\n  - {key: S1, role: boss}",
            "38:21",
            "Subjects, number 1, Role in the group",
            "subjects-0e",
        ),
        ("threat: {type: gang, assessment: Likely}", "11:16", "Threat, Threat type", "threat.type"),
    ],
)
def test_a_place_is_told_in_words_of_the_plan_and_its_object_by_id(
    checked: Checked, piece: str, place: str, crumbs: str, thing: str
) -> None:
    finding = checked(piece).findings[0]
    assert (str(finding.place), finding.crumbs, finding.object) == (
        f"{PLAN}:{place}",
        crumbs,
        thing,
    )
    assert finding.plan == "SOC-2026-014"


def test_a_plan_without_a_reference_goes_by_its_path(checked: Checked) -> None:
    text = "planc: 1\nstatus: draft\n"
    first, *others = checked(text, whole_file=True).findings
    assert others
    assert {f.plan for f in (first, *others)} == {PLAN}
    assert checked("", whole_file=True).findings[0].plan == PLAN


def test_the_keepers_of_the_settings_act_on_their_faults(checked: Checked) -> None:
    report = checked("# directory.yaml\ncolour: red\n# planc.yaml\nforce: 0123\n")
    assert [(f.place.path, f.rule, f.acts) for f in report.findings] == [
        ("directory.yaml", "unknown-field", "directory keeper"),
        ("planc.yaml", "quotes-advised", "OCG coordinator"),
    ]


def test_the_identity_of_a_finding_does_not_change_with_its_line(checked: Checked) -> None:
    def identity(finding: Finding) -> tuple[str, str, str]:
        return finding.plan, finding.rule, finding.object

    before = checked(f"{NO_OWNER}lro: supt-crime\n").findings
    after = checked("summary: A line more above them all\nversion: 2\n").findings
    moved = checked("threat:\n  type: ocg\n  areas: [drugs]\n  assessment: Likely.\n").findings
    assert [identity(finding) for finding in before] == [
        ("SOC-2026-014", "lro-equals-sro", "lro"),
        ("SOC-2026-014", "tactic-no-owner", "PUR-1"),
    ]
    assert [identity(finding) for finding in after] == [identity(finding) for finding in before]
    assert [identity(finding) for finding in moved] == [identity(finding) for finding in before]
    assert [finding.place for finding in moved] != [finding.place for finding in before]


def test_rules_that_need_a_directory_have_nothing_to_say_without_one(base: Path) -> None:
    change(base / PLAN, ("owner: council-youth-lead", "owner: nobody-knows"))
    change(base / PLAN, ("  - {organisation: exampleton-council, since: 2026-09-09}\n", ""))
    change(base / PLAN, ("partners:\n", "partners: []\n"))
    change(base / PLAN, ("owner: council-housing", "owner: di-soc-west"))
    assert _rules(_check(base)) == ["owner-unknown"]
    change(base / PLAN, ("owner: nobody-knows", "owner: di-soc-east"))
    assert _rules(_check(base)) == ["partner-none"]
    (base / "directory.yaml").unlink()
    assert _rules(_check(base)) == ["directory-missing"]


def test_the_linter_keeps_a_rule_about_all_plans_for_the_end(base: Path) -> None:
    repository = open_repository([base])
    linter = Linter(Context(AS_OF, repository.policy, repository.directory))
    assert linter.problems_together() == {}
    assert len(EVERY_RULE) == len({rule_name(rule) for rule in EVERY_RULE})
    assert set(PORTFOLIO_RULES).isdisjoint(RULES)


# What is about a person


@pytest.mark.parametrize(
    "role",
    ["leader: of line A", "@leader of line A", "[leader] of line A"],
)
def test_a_line_that_may_be_about_a_person_is_quoted_nowhere(checked: Checked, role: str) -> None:
    report = checked(f"subjects:\n  - key: S1\n    role: {role}\n")
    first = report.findings[0]
    assert first.do == 'Put the text in quotation marks: "..."'
    for finding in report.findings:
        assert finding.personal
        assert "line A" not in finding.wrong + finding.why + finding.do


@pytest.mark.parametrize(
    ("piece", "wrong"),
    [
        (
            "role: &Mary leader",
            (
                "The mark &... on this line gives a piece of the plan a name, so that it can be"
                " repeated elsewhere."
            ),
        ),
        ("role: !Mary leader", "... on this line tells the program how to read the value."),
        (
            "Mary: leader\n    Mary: leader",
            '"..." stands twice: on line 39 and again on line 40.',
        ),
    ],
)
def test_no_mark_or_field_that_may_name_a_person_is_quoted(
    checked: Checked, piece: str, wrong: str
) -> None:
    findings = checked(f"subjects:\n  - key: S1\n    {piece}\n").findings
    assert wrong in [finding.wrong for finding in findings]
    assert not [f for f in findings if "Mary" in f.wrong + f.why + f.do + f.crumbs + f.object]


def test_a_finding_about_a_person_does_not_name_them_in_its_place(checked: Checked) -> None:
    piece = (
        "subjects:\n  - {key: Mary Smith, role: x}\n  - id: Mary Smith\n    Mary Smith: leader\n"
    )
    findings = checked(piece).findings
    assert [finding.crumbs for finding in findings] == [
        "Subjects, number 1, Key",
        "Subjects, number 1, Role in the group",
        "Subjects, number 2, Key",
        "Subjects, number 2",
        "Subjects, number 2",
    ]
    assert all(re.fullmatch("subjects-[0-9a-f]{2}", finding.object) for finding in findings)


def test_any_other_line_is_quoted_so_that_it_can_be_pasted(checked: Checked) -> None:
    (finding,) = checked("operation: EXAMPLE: LARCH\n").findings
    assert not finding.personal
    assert finding.do == 'Put the text in quotation marks: "EXAMPLE: LARCH"'
