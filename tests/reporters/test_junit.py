"""The report as results of tests, in the XML of JUnit."""

import datetime as dt
from pathlib import Path
from xml.etree import ElementTree

import pytest

from planc import __version__, check
from planc.all_reporters import show_as
from planc.model.finding import Place, Severity
from planc.model.governance import Waiver
from planc.model.report import FileReport, Report, Style
from planc.model.set_aside import SetAside
from planc.repository import open_repository
from tests.conftest import AS_OF, PLAN, Checked
from tests.reporters.making import a_finding, a_report

INFO, WARNING, ERROR, REFUSAL = (Severity[n] for n in ("INFO", "WARNING", "ERROR", "REFUSAL"))


def _shown(report: Report) -> str:
    return show_as(report, "junit", Style())


def _suite(report: Report) -> ElementTree.Element:
    root = ElementTree.fromstring(_shown(report))  # noqa: S314
    (suite,) = root
    return suite


def _tests(report: Report) -> list[tuple[str, str, str]]:
    """Of each test the file, the name, and what came of it."""
    return [
        (case.attrib["classname"], case.attrib["name"], "".join(outcome.tag for outcome in case))
        for case in _suite(report).iter("testcase")
    ]


def test_a_finding_is_a_failed_test_and_the_other_files_pass(checked: Checked) -> None:
    assert _shown(checked("sro: di-soc-east")) == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<testsuites name="planc">\n'
        '  <testsuite name="planc" tests="3" failures="1" errors="0" skipped="0">\n'
        "    <properties>\n"
        f'      <property name="planc" value="{__version__}" />\n'
        '      <property name="as_of" value="2026-11-22" />\n'
        "    </properties>\n"
        '    <testcase classname="directory.yaml" name="no errors" />\n'
        '    <testcase classname="planc.yaml" name="no errors" />\n'
        '    <testcase classname="plans/larch.yaml" name="lro-equals-sro: lro">\n'
        '      <failure message="Error: The same post is LRO and SRO.">'
        "plans/larch.yaml:8:1  LRO\n"
        "The same post is LRO and SRO.\n"
        "Why: The SRO sets what the LRO is held to; one post cannot hold itself to account.\n"
        'Do: Name two different posts under "sro:" and "lro:".\n'
        "Acts: SRO. More: planc explain lro-equals-sro</failure>\n"
        "    </testcase>\n"
        "    <system-out>Checked 1 plan: 1 has findings, 0 are fine, 0 files could not be read."
        " Found 1 error. Changes not looked at (no --since).</system-out>\n"
        "  </testsuite>\n"
        "</testsuites>\n"
    )


def test_where_nothing_was_found_every_file_has_a_test_that_passes(checked: Checked) -> None:
    report = checked()
    assert _tests(report) == [
        ("directory.yaml", "no errors", ""),
        ("planc.yaml", "no errors", ""),
        (PLAN, "no errors", ""),
    ]
    numbers = {"tests": "3", "failures": "0", "errors": "0", "skipped": "0"}
    assert _suite(report).attrib == {"name": "planc", **numbers}


def test_a_file_that_could_not_be_read_is_an_error_of_the_test(base: Path) -> None:
    (base / PLAN).write_bytes(b"")
    report = check.check(open_repository([base]), AS_OF)
    assert _tests(report)[2:] == [(PLAN, "empty-file: plan", "error")]
    assert _suite(report).attrib["errors"] == "1"
    assert _suite(report).attrib["failures"] == "0"


def test_a_file_that_was_not_checked_never_passes_whatever_was_found_in_it() -> None:
    unread = a_report(a_finding(severity=INFO), checked=False)
    assert _tests(unread) == [
        (PLAN, "no errors", "error"),
        (PLAN, "tactic-no-owner: PUR-1", "system-out"),
    ]
    error = _suite(unread).find(".//error")
    assert error is not None
    assert error.attrib == {"message": "It could not be checked."}


def test_what_is_less_than_an_error_passes_and_is_printed() -> None:
    report = a_report(a_finding(severity=WARNING), a_finding(object="PUR-2", severity=ERROR))
    assert _tests(report) == [
        (PLAN, "tactic-no-owner: PUR-1", "system-out"),
        (PLAN, "tactic-no-owner: PUR-2", "failure"),
    ]
    only = a_report(a_finding(severity=WARNING))
    assert _tests(only) == [
        (PLAN, "no errors", ""),
        (PLAN, "tactic-no-owner: PUR-1", "system-out"),
    ]
    assert _suite(only).attrib["failures"] == "0"
    printed = _suite(only).findtext("testcase/system-out") or ""
    assert printed.split("\n")[:2] == [
        "plans/larch.yaml:25:6  Pursue, PUR-1, Owner",
        "PUR-1 has no owner.",
    ]


@pytest.mark.parametrize(("severity", "word"), [(ERROR, "Error"), (REFUSAL, "Refusal")])
def test_the_message_says_how_much_it_weighs(severity: Severity, word: str) -> None:
    failure = _suite(a_report(a_finding(severity=severity))).find(".//failure")
    assert failure is not None
    assert failure.attrib["message"] == f"{word}: PUR-1 has no owner."


def test_findings_alike_are_numbered_since_a_server_shows_one_for_each_name() -> None:
    report = a_report(a_finding(), a_finding(), a_finding(object="PUR-2"))
    assert [name for _, name, _ in _tests(report)] == [
        "tactic-no-owner: PUR-1",
        "tactic-no-owner: PUR-1 (2)",
        "tactic-no-owner: PUR-2",
    ]


def test_a_finding_that_is_set_aside_is_skipped_and_says_by_whom() -> None:
    waiver = Waiver(route=("waivers", 0), rule="tactic-no-owner", id="PUR-1", approver="supt-crime")
    until = dt.date(2027, 1, 29)
    aside = (SetAside(a_finding(), until, waiver), SetAside(a_finding(object="PUR-2"), until))
    report = a_report(a_finding(), set_aside=aside)
    assert _tests(report) == [
        (PLAN, "tactic-no-owner: PUR-1", "failure"),
        (PLAN, "tactic-no-owner: PUR-1 (2)", "skipped"),
        (PLAN, "tactic-no-owner: PUR-2", "skipped"),
    ]
    assert _suite(report).attrib["failures"] == "1"
    assert _suite(report).attrib["skipped"] == "2"
    assert [(skipped.text or "").split("\n")[0] for skipped in _suite(report).iter("skipped")] == [
        "Set aside by a waiver of supt-crime until 29 January 2027.",
        "Set aside by planc-baseline.yaml until 29 January 2027.",
    ]


def test_a_finding_in_a_file_that_is_not_listed_is_a_failure() -> None:
    report = Report(AS_OF, (a_finding(place=Place("x.yaml")),), (), whole=True)
    assert _tests(report) == [("x.yaml", "tactic-no-owner: PUR-1", "failure")]


def test_notes_and_departures_are_printed_with_the_summary() -> None:
    file = FileReport(PLAN, plan=True, checked=True, open=False, digest="")
    report = Report(AS_OF, (), (file,), True, departures=("tag is off: no",), notes=("First.",))
    assert (_suite(report).findtext("system-out") or "").split("\n")[1:] == [
        "First.",
        "The policy departs from what planc ships in 1 place:",
        "  tag is off: no",
    ]


def test_what_xml_or_a_build_server_would_take_for_its_own_is_text() -> None:
    words = "a < b & c > d \"e\" 'f' ]]> <!-- ##[error] ::x::"
    shown = _shown(a_report(a_finding(wrong=words, why="\x00\x1b\ufffe", crumbs="")))
    assert "##" not in shown
    failure = ElementTree.fromstring(shown).find(".//failure")  # noqa: S314
    assert failure is not None
    assert failure.attrib["message"] == f"Error: {words}"
    assert (failure.text or "").split("\n")[1:3] == [words, "Why: \\x00\\x1b\\ufffe"]
