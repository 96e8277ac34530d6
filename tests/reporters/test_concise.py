"""The concise report: a line for each finding."""

import pytest

from planc.all_reporters import show_as
from planc.model.finding import Place, Severity
from planc.model.report import Report, Style
from tests.conftest import CLEAN, Checked
from tests.reporters.making import a_finding, a_report


def _lines(report: Report) -> list[str]:
    return show_as(report, "concise", Style()).split("\n")


def test_a_line_for_each_finding_and_then_the_summary(checked: Checked) -> None:
    report = checked("sro: di-soc-east\noperation: 0123")
    assert show_as(report, "concise", Style(colour=True, terminal=True)) == (
        'plans/larch.yaml:3:12: info quotes-advised: "0123" in "Operation" looks like a number to'
        " some programs.\n"
        "plans/larch.yaml:8:1: error lro-equals-sro: The same post is LRO and SRO.\n"
        "Checked 1 plan: 1 has findings, 0 are fine, 0 files could not be read."
        " Found 1 error, 1 info. Changes not looked at (no --since).\n"
    )


def test_where_nothing_was_found_the_summary_is_all(checked: Checked) -> None:
    assert show_as(checked(), "concise", Style()) == CLEAN


def test_a_finding_without_a_place_names_the_file() -> None:
    first = _lines(a_report(a_finding(place=Place("plans/a.yaml"))))[0]
    assert first == "plans/a.yaml: error tactic-no-owner: PUR-1 has no owner."


@pytest.mark.parametrize("severity", Severity)
def test_the_severity_is_said(severity: Severity) -> None:
    word = severity.name.lower()
    assert f": {word} tactic-no-owner: " in _lines(a_report(a_finding(severity=severity)))[0]


def test_a_finding_stays_on_its_line_whatever_is_in_it() -> None:
    finding = a_finding(place=Place("plans/a\nb.yaml"), wrong="x\ry\n::error::z")
    assert _lines(a_report(finding))[0] == (
        "plans/a\\nb.yaml: error tactic-no-owner: x\\ry\\n::error::z"
    )
