"""The end of every report: what was counted, who set what aside, and what else there is to know."""

import datetime as dt

import pytest

from planc.model.finding import Finding, Place, Severity
from planc.model.governance import Waiver
from planc.model.report import FileReport, Report
from planc.model.set_aside import SetAside
from planc.wording.summary import summary
from tests.conftest import Checked
from tests.reporters.making import a_finding


def _summary(*findings: Finding, files: tuple[FileReport, ...] = (), **parts: object) -> str:
    context: dict[str, object] = {"whole": True, **parts}
    report = Report(dt.date(2026, 11, 22), findings, files, **context)  # type: ignore[arg-type]
    return "\n".join(summary(report))


def _file(path: str, *, plan: bool = True, checked: bool = True) -> FileReport:
    return FileReport(path, plan=plan, checked=checked, open=False, digest="")


def _in(path: str, severity: Severity = Severity.ERROR) -> Finding:
    return a_finding(place=Place(path), severity=severity)


A, B, C, D = "plans/a.yaml", "plans/b.yaml", "plans/c.yaml", "plans/d.yaml"
PREVIEW, INFO, WARNING, ERROR, REFUSAL = Severity

TWICE = [(A, REFUSAL), (C, REFUSAL), *[(B, severity) for severity in (INFO, WARNING, ERROR)] * 2]

COUNTED = [
    ([], [], "0 plans: 0 have findings, 0 are fine, 0 files", "nothing"),
    ([_file(A)], [], "1 plan: 0 have findings, 1 is fine, 0 files", "nothing"),
    ([_file(A)], [_in(A)], "1 plan: 1 has findings, 0 are fine, 0 files", "1 error"),
    (
        [_file(A, checked=False), _file(B)],
        [_in(A, REFUSAL), _in(A), _in(B, WARNING)],
        "2 plans: 2 have findings, 0 are fine, 1 file",
        "1 refusal, 1 error, 1 warning",
    ),
    (
        [_file(A, checked=False), _file(B), _file(C, checked=False), _file(D)],
        [_in(path, severity) for path, severity in TWICE],
        "4 plans: 3 have findings, 1 is fine, 2 files",
        "2 refusals, 2 errors, 2 warnings, 2 infos",
    ),
    (
        [_file("directory.yaml", plan=False, checked=False), _file(A), _file(B)],
        [_in("directory.yaml", REFUSAL)],
        "2 plans: 0 have findings, 2 are fine, 1 file",
        "1 refusal",
    ),
    (
        [_file(f"plan-{number}") for number in range(1234)],
        [_in("plan-7")] * 1001,
        "1,234 plans: 1 has findings, 1,233 are fine, 0 files",
        "1,001 errors",
    ),
    (
        [_file(A), _file(B)],
        [_in(A, PREVIEW), _in(A, PREVIEW), _in(B, PREVIEW), _in(B, INFO)],
        "2 plans: 1 has findings, 1 is fine, 0 files",
        "1 info. In preview: 3 findings of new rules",
    ),
]


@pytest.mark.parametrize(("files", "findings", "looked_at", "expected"), COUNTED)
def test_the_summary_counts_in_good_english(
    files: list[FileReport], findings: list[Finding], looked_at: str, expected: str
) -> None:
    message = f"Checked {looked_at} could not be read. Found {expected}."
    assert _summary(*findings, files=tuple(files)) == message


@pytest.mark.parametrize(
    ("looked", "end"), [(True, ""), (None, ""), (False, " Changes not looked at (no --since).")]
)
def test_the_summary_says_that_the_rules_about_changes_did_not_run(
    looked: bool | None, end: str
) -> None:
    line = _summary(_in(A), files=(_file(A),), changes_checked=looked)
    assert line.endswith(f"Found 1 error.{end}")


WAIVER = Waiver(route=("waivers", 0), approver="supt-crime")


def _aside(path: str, waiver: Waiver | None = None) -> SetAside:
    return SetAside(_in(path), dt.date(2027, 1, 29), waiver)


@pytest.mark.parametrize(
    ("aside", "looked_at", "expected"),
    [
        ([_aside(A)], "1 only such as are set aside, 1 is", "1 by planc-baseline.yaml"),
        ([_aside(B)], "2 are", "1 by planc-baseline.yaml"),
        ([_aside(A, WAIVER)], "1 only such as are set aside, 1 is", "1 by a waiver"),
        (
            [*[_aside(A, WAIVER)] * 2, *[_aside(C)] * 1001],
            "2 only such as are set aside, 0 are",
            "2 by waivers, 1,001 by planc-baseline.yaml",
        ),
    ],
)
def test_the_summary_counts_what_is_set_aside(
    aside: list[SetAside], looked_at: str, expected: str
) -> None:
    files = (_file(A), _file(B), _file(C))
    line = _summary(_in(B), files=files, set_aside=tuple(aside)).split("\n")[0]
    assert line == (
        f"Checked 3 plans: 1 has findings, {looked_at} fine, 0 files could not be read."
        f" Found 1 error. Set aside: {expected}."
    )


def test_each_waived_finding_is_named_with_who_waived_it_and_until_when(
    checked: Checked,
) -> None:
    waiver = "rule: tactic-no-owner, id: PUR-1, reason: x, approver: supt-crime, until: 2027-01-29"
    report = checked(
        "pursue:\n  - {id: PUR-1, tactic: Closures, serves: OBJ-1, due: 2026-12-18}\n"
        f"waivers: [{{{waiver}}}]\n"
    )
    what = "tactic-no-owner for PUR-1, plans/larch.yaml:25:6"
    assert summary(report)[-1] == (f"Waived by supt-crime until 29 January 2027: {what}")


def test_notes_and_departures_follow_the_counts() -> None:
    one = _summary(departures=("tag is off: no",), notes=("First.", "Second."))
    assert one.split("\n")[1:] == [
        "First.",
        "Second.",
        "The policy departs from what planc ships in 1 place:",
        "  tag is off: no",
    ]
    two = _summary(departures=("a", "b"))
    assert two.split("\n")[1:] == [
        "The policy departs from what planc ships in 2 places:",
        "  a",
        "  b",
    ]
