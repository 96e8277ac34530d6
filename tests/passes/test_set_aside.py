"""Setting findings aside: nothing is lost, refusals stay, and the baseline holds to its day."""

import dataclasses
import datetime as dt
import shutil
import tempfile
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planc import check
from planc.all_rules import BASELINE_RULES, FIXED, WAIVER_RULES
from planc.model.baseline import BASELINE
from planc.model.finding import Finding
from planc.model.report import Report
from planc.repository import open_repository
from tests.conftest import AS_OF, BASE, PLAN, Checked, copied, merged
from tests.papers.reading import files, papers

NO_OWNER = """\
pursue:
  - {id: PUR-1, tactic: Closure orders on the flats, serves: OBJ-1, due: 2027-12-18}
"""
OLD = ("tactic-no-owner", "PUR-1.owner")


def _list(*findings: tuple[str, str], until: str = "2027-05-23", plan: str = "SOC-2026-014") -> str:
    """The part of a baseline for one plan."""
    rules: dict[str, list[str]] = {}
    for (rule, thing), number in Counter(findings).items():
        rules.setdefault(rule, []).append(f"{thing}: {number}")
    lines = [f"      {rule}: {{{', '.join(numbers)}}}" for rule, numbers in rules.items()]
    listed = "\n".join(lines) if lines else "      {}"
    return f"  - plan: {plan}\n    until: {until}\n    findings:\n{listed}\n"


def _with(*lists: str) -> str:
    return f"# {BASELINE}\nplanc: 1\nplans:\n" + "".join(lists)


def _rules(report: Report) -> list[str]:
    return [finding.rule for finding in report.findings]


def _aside(report: Report) -> list[tuple[str, str]]:
    return [(aside.finding.rule, aside.finding.about) for aside in report.set_aside]


# What the baseline sets aside


def test_the_baseline_sets_aside_what_is_on_it_and_nothing_else(checked: Checked) -> None:
    report = checked(f"{NO_OWNER}lro: supt-crime\n{_with(_list(OLD))}")
    assert (_rules(report), _aside(report)) == (["lro-equals-sro"], [OLD])
    (aside,) = report.set_aside
    assert (aside.until, aside.waiver) == (dt.date(2027, 5, 23), None)


@pytest.mark.parametrize(
    "other",
    [
        _list(("tactic-no-due", "PUR-1")),
        _list(("tactic-no-owner", "PUR-2")),
        _list(OLD, plan="SOC-2026-015"),
        _list(OLD, plan=PLAN),
    ],
)
def test_rule_object_and_plan_must_all_be_the_same(checked: Checked, other: str) -> None:
    report = checked(NO_OWNER + _with(other))
    assert (_rules(report), _aside(report)) == (["tactic-no-owner"], [])


def test_a_file_that_has_no_reference_goes_by_its_path(checked: Checked) -> None:
    piece = "# directory.yaml\ncolour: red\n"
    report = checked(piece + _with(_list(("unknown-field", "colour"), plan="directory.yaml")))
    assert (_rules(report), _aside(report)) == ([], [("unknown-field", "colour")])


# exactly the same twice
TWO = "log:" + "\n  - {date: 2026-11-18, decision: Go, by: di-soc-east, rejected: No}" * 2 + "\n"
OBJECTIVE = "id: OBJ-1, statement: Halve it, target: 1, by: 2027-03-31, set_on: 2026-10-07"
SAME = "2026-11-18-288b4c29.decision"


@pytest.mark.parametrize(("listed", "aside", "left"), [(1, 1, 1), (2, 2, 0), (3, 2, 0)])
def test_as_many_are_set_aside_as_are_listed(
    checked: Checked, listed: int, aside: int, left: int
) -> None:
    report = checked(TWO + _with(_list(*[("decision-no-rationale", SAME)] * listed)))
    rules = ["log-entry-twice", *["decision-no-rationale"] * left]
    assert (len(report.set_aside), _rules(report)) == (aside, rules)
    if left:
        first, second = report.set_aside[0].finding.place.span, report.findings[-1].place.span
        assert first
        assert second
        assert first < second


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (  # an entry put right, and another got wrong
            "coming: [{date: soon, event: A}]",
            "coming: [{date: soon, event: B}]",
        ),
        (  # one field of an objective filled in, and another left blank
            f"objectives: [{{{OBJECTIVE}, measure: '', baseline: 22}}]",
            f"objectives: [{{{OBJECTIVE}, measure: Calls, baseline: ''}}]",
        ),
        (  # a decision given its reason, and another made without
            "log:\n  - {date: 2026-11-18, decision: Go, by: di-soc-east, rejected: No}",
            "log:\n  - {date: 2026-11-18, decision: Halt, by: di-soc-east, rejected: No}",
        ),
    ],
)
def test_a_new_finding_is_not_swallowed_where_an_old_one_of_its_kind_is_gone(
    base: Path, old: str, new: str
) -> None:
    plan, text = base / PLAN, (base / PLAN).read_text()
    plan.write_text(merged(text, old))
    before = check.check(open_repository([base]), AS_OF).findings
    listed = check.list_findings(open_repository([base]), AS_OF)
    listed.path.write_bytes(listed.content)
    assert check.check(open_repository([base]), AS_OF).set_aside
    plan.write_text(merged(text, new))
    after = check.check(open_repository([base]), AS_OF)
    assert {f.rule for f in after.findings} >= {f.rule for f in before}
    assert not after.set_aside


def test_a_waiver_takes_a_finding_first(checked: Checked) -> None:
    waiver = (
        "waivers: [{rule: tactic-no-owner, id: PUR-1, reason: Soon, approver: supt-crime,"
        " until: 2027-01-29}]\n"
    )
    report = checked(NO_OWNER + waiver + _with(_list(OLD)))
    assert [aside.waiver is not None for aside in report.set_aside] == [True]
    assert report.notes == (f"1 finding in {BASELINE} can be taken out. Run: planc baseline",)


def test_no_refusal_is_set_aside_by_a_list_that_names_it(checked: Checked) -> None:
    report = checked("marking: SECRET\n" + _with(_list(("marking-too-high", "marking"))))
    assert (_rules(report), _aside(report)) == (["marking-too-high"], [])


def test_nothing_about_waivers_is_set_aside_by_a_list_that_names_it(checked: Checked) -> None:
    whose = "id: PUR-1, reason: The owner is ill, approver: supt-crime, until: 2027-01-29"
    waiver = f"waivers: [{{rule: zzz, {whose}}}]"
    report = checked(f"{waiver}\n{_with(_list(('waiver-unknown', 'PUR-1')))}")
    assert (_rules(report), _aside(report)) == (["waiver-unknown"], [])


def test_a_finding_about_all_plans_can_be_on_the_list(base: Path) -> None:
    copied(base, "plans/maple.yaml", "SOC-2026-014")
    (base / BASELINE).write_text(_with(_list(("duplicate-ref", "ref"))))
    report = check.check(open_repository([base]), AS_OF)
    assert (_rules(report), _aside(report), report.notes) == ([], [("duplicate-ref", "ref")], ())
    part = check.check(open_repository([base / PLAN]), AS_OF)
    assert len(part.notes) == 1  # only that such rules did not run


# Its days


@pytest.mark.parametrize(
    ("day", "counting", "aside"),
    [
        ("2027-05-22", [], [OLD]),
        ("2027-05-23", [], [OLD]),
        ("2027-05-24", ["baseline-expired", "tactic-no-owner"], []),
    ],
)
def test_the_day_named_is_the_last(
    checked: Checked, day: str, counting: list[str], aside: list[tuple[str, str]]
) -> None:
    report = checked(NO_OWNER + _with(_list(OLD)), as_of=dt.date.fromisoformat(day))
    named = ("baseline-expired", "tactic-no-owner")
    assert [rule for rule in _rules(report) if rule in named] == counting
    assert _aside(report) == aside


def test_a_day_that_is_over_is_one_finding_for_all_that_it_was_for(base: Path) -> None:
    text = merged((base / PLAN).read_text(), NO_OWNER + "lro: supt-crime\n")
    for number in (14, 15, 16):
        path = base / "plans" / f"p{number}.yaml"
        path.write_text(text.replace("SOC-2026-014", f"SOC-2026-0{number}"))
    (base / PLAN).unlink()
    both = (OLD, ("lro-equals-sro", "lro"))
    lists = [
        _list(*both, until="2026-11-20"),
        _list(*both, until="2026-11-20", plan="SOC-2026-015"),
        _list(OLD, until="2026-11-21", plan="SOC-2026-016"),
    ]
    (base / BASELINE).write_text(_with(*lists))
    report = check.check(open_repository([base]), AS_OF)
    findings = [f for f in report.findings if f.place.path == BASELINE]
    assert [(str(f.place), f.crumbs, f.wrong, f.acts) for f in findings] == [
        (
            f"{BASELINE}:5:5",
            "Plans, SOC-2026-014, Until",
            "4 findings on this list were set aside until 20 November 2026, and count again.",
            "OCG coordinator",
        ),
        (
            f"{BASELINE}:15:5",
            "Plans, SOC-2026-016, Until",
            "1 finding on this list was set aside until 21 November 2026, and counts again.",
            "OCG coordinator",
        ),
    ]
    assert len(report.findings) == 2 + 6
    assert report.set_aside == ()


def test_nothing_is_said_of_a_day_that_is_over_where_all_is_put_right(checked: Checked) -> None:
    report = checked(_with(_list(OLD, until="2026-11-20")))
    assert _rules(report) == []
    assert report.notes == (f"1 finding in {BASELINE} can be taken out. Run: planc baseline",)


@pytest.mark.parametrize(
    ("until", "expected"),
    [("2027-05-22", ""), ("2027-05-23", ""), ("2027-05-24", "24 May 2027, 183 days from now")],
)
def test_the_policy_says_how_far_ahead_the_day_may_lie(
    checked: Checked, until: str, expected: str
) -> None:
    report = checked(NO_OWNER + _with(_list(OLD, until=until)))
    words = f"This list sets findings aside until {expected}; this force allows 182."
    assert [f.wrong for f in report.findings] == ([words] if expected else [])
    assert _aside(report) == [OLD]
    days = (dt.date.fromisoformat(until) - AS_OF).days
    assert _rules(checked(f"# planc.yaml\nnumbers: {{baseline_days: {days}}}\n")) == []
    assert _rules(checked(f"# planc.yaml\nnumbers: {{baseline_days: {days - 1}}}\n")) == [
        "baseline-too-long"
    ]


def test_of_two_lists_for_one_plan_the_earlier_day_holds(checked: Checked) -> None:
    lists = [
        _list(OLD, until="2026-11-20"),
        _list(("lro-equals-sro", "lro"), until="2027-05-23"),
    ]
    piece = f"{NO_OWNER}lro: supt-crime\n"
    for order in (lists, lists[::-1]):
        report = checked(piece + _with(*order))
        assert sorted(_rules(report)) == ["baseline-expired", "lro-equals-sro", "tactic-no-owner"]


# Faults in the file


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("planc: 1\nplan: []\n", ["unknown-field"]),
        ("planc: 1\nplans: soon\n", ["wrong-type"]),
        ("planc: 1\n", ["missing-field"]),
        (_with(_list(OLD)).replace("2027-05-23", "23/05/2027"), ["impossible-date"]),
        (_with(_list(OLD)).replace("    until: 2027-05-23\n", ""), ["missing-field"]),
        (_with(_list(OLD)).replace("{PUR-1.owner: 1}", "PUR-1"), ["wrong-type"]),
        (_with(_list(OLD)).replace("{PUR-1.owner: 1}", ""), ["empty-value"]),
        (_with(_list(OLD)).replace("PUR-1.owner: 1", "PUR-1: one"), ["wrong-type"]),
        (_with(_list(OLD)).replace("PUR-1.owner: 1", "PUR-1: 0"), ["malformed-value"]),
        (_with(_list(OLD)).replace("PUR-1.owner: 1", "PUR-1: 1, PUR-1: 2"), ["duplicate-key"]),
        ("planc: 1\nplans: &all []\n", ["anchor"]),
        ("", ["empty-file"]),
    ],
)
def test_a_fault_is_told_as_in_any_file_and_the_coordinator_acts(
    base: Path, text: str, expected: list[str]
) -> None:
    (base / BASELINE).write_text(text)
    findings = check.check(open_repository([base]), AS_OF).findings
    assert [f.rule for f in findings if f.place.path == BASELINE] == expected
    assert {f.acts for f in findings} == {"OCG coordinator"}


def test_nothing_is_set_aside_by_a_list_whose_day_cannot_be_read(checked: Checked) -> None:
    report = checked(NO_OWNER + _with(_list(OLD, until="soon")))
    assert sorted(_rules(report)) == ["impossible-date", "tactic-no-owner"]


def test_a_list_that_cannot_be_read_stops_no_pack(base: Path) -> None:
    (base / BASELINE).write_text("planc: 1\nplans: [\n")
    assert len(files(papers(base))) == 1


def test_it_is_never_taken_for_a_plan(base: Path) -> None:
    shutil.move(base / PLAN, base / "larch.yaml")
    (base / "plans").rmdir()
    (base / BASELINE).write_text(_with(_list(OLD)))
    report = check.check(open_repository([base]), AS_OF)
    assert [(file.path, file.plan) for file in report.files] == [
        ("directory.yaml", False),
        ("planc.yaml", False),
        (BASELINE, False),
        ("larch.yaml", True),
    ]
    named = open_repository([base / BASELINE])
    assert [kind for _, kind in named.files] == ["directory", "policy", "baseline", "plan"]


# Nothing is lost

DEFECTS: Mapping[str, tuple[str, str]] = {
    "no owner": (" owner: di-soc-east, status", " status"),
    "late": ("due: 2026-12-18", "due: 2026-11-20"),
    "no prevent": (
        "  - {id: PRE-1, tactic: Mentoring for excluded pupils, serves: OBJ-1,",
        "  - {",
    ),
    "two posts in one": ("lro: di-soc-east", "lro: supt-crime"),
    "a field unknown": ("next_review: 2026-12-02\nthreat", "colour: red\nthreat"),
    "too high": ("marking: OFFICIAL-SENSITIVE", "marking: SECRET"),
    "dangling": ("serves: OBJ-1, owner: di-soc-west", "serves: OBJ-9, owner: di-soc-west"),
    "a day unknown": ("date: 2026-11-04", "date: 4 Nov"),
}
ABOUT_SETTING_ASIDE = {r.__name__.rpartition(".")[2] for r in (*WAIVER_RULES, *BASELINE_RULES)}
OBJECTS = ["PUR-1", "PRE-1", "PRO-1", "lro", "prevent", "marking", "colour", "log", "next_review"]
RULES = [
    *("tactic-no-owner", "tactic-overdue", "lro-equals-sro", "unknown-field", "marking-too-high"),
    *("dangling-id", "impossible-date", "missing-field", "review-overdue", "no-such-rule"),
]
UNTIL = st.sampled_from(["2026-11-21", "2026-11-22", "2027-01-29", "soon"])
WAIVERS = st.lists(st.tuples(st.sampled_from(RULES), st.sampled_from(OBJECTS), UNTIL), max_size=5)
LISTED = st.lists(
    st.tuples(st.sampled_from(RULES), st.sampled_from(OBJECTS), st.integers(1, 3)), max_size=6
)


def _plain(findings: list[Finding]) -> Counter[Finding]:
    """The findings that are not about setting aside, and not in the part with the waivers."""
    rules = {name.replace("_", "-") for name in ABOUT_SETTING_ASIDE}
    return Counter(
        finding
        for finding in findings
        if finding.rule not in rules
        and finding.place.path != BASELINE
        and not finding.crumbs.startswith("Waivers")
    )


@settings(deadline=None)
@given(
    st.sets(st.sampled_from(sorted(DEFECTS))),
    WAIVERS,
    st.lists(st.tuples(UNTIL, LISTED), max_size=3),
    st.sampled_from(["active", "draft", "archived"]),
)
def test_what_is_set_aside_and_what_is_left_are_what_there_is_without(
    defects: set[str],
    waived: list[tuple[str, str, str]],
    lists: list[tuple[str, list[tuple[str, str, int]]]],
    status: str,
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder) / "repository"
        shutil.copytree(BASE, base)
        text = (base / PLAN).read_text().replace("status: active", f"status: {status}")
        for name in sorted(defects):
            text = text.replace(*DEFECTS[name])
        (base / PLAN).write_text(text)
        without = check.check(open_repository([base]), AS_OF)
        waivers = "".join(
            f"  - {{rule: {rule}, id: {thing}, reason: x, approver: supt-crime, until: {until}}}\n"
            for rule, thing, until in waived
        )
        (base / PLAN).write_text(text + (f"waivers:\n{waivers}" if waived else ""))
        blocks = [
            _list(*[(r, o) for r, o, n in aside for _ in range(n)], until=until)
            for until, aside in lists
        ]
        (base / BASELINE).write_text(_with(*blocks) if lists else "planc: 1\nplans: []\n")
        report = check.check(open_repository([base]), AS_OF)
    findings_aside = [aside.finding for aside in report.set_aside]
    assert _plain([*report.findings, *findings_aside]) == _plain(list(without.findings))
    assert not {finding.rule for finding in findings_aside} & FIXED.keys()
    assert all(aside.until >= AS_OF for aside in report.set_aside)


def test_the_comparison_sees_what_it_is_to_see(checked: Checked) -> None:
    one = checked(NO_OWNER).findings[0]
    other = dataclasses.replace(one, object="PUR-2")
    assert _plain([one]) != _plain([one, one])
    assert _plain([one]) != _plain([other])
