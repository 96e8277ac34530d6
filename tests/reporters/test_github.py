"""The commands to the runner of GitHub Actions, as the runner reads them."""

import pytest

from planc.all_reporters import show_as
from planc.model.document import Span
from planc.model.finding import Place, Severity
from planc.model.report import Report, Style
from tests.conftest import CLEAN, PLAN, Checked
from tests.reporters.making import a_finding, a_report
from tests.reporters.reading import Command, commands

REFUSAL, ERROR, WARNING, INFO, PREVIEW = sorted(Severity, reverse=True)


def _shown(report: Report) -> str:
    return show_as(report, "github", Style())


def test_a_command_for_each_finding_and_then_the_summary(checked: Checked) -> None:
    assert _shown(checked("sro: di-soc-east")) == (
        "::error file=plans/larch.yaml,line=8,endLine=8,col=1,endColumn=4,"
        "title=Error%3A lro-equals-sro::plans/larch.yaml:8:1  LRO%0A"
        "The same post is LRO and SRO.%0A"
        "Why: The SRO sets what the LRO is held to; one post cannot hold itself to account.%0A"
        'Do: Name two different posts under "sro:" and "lro:".%0A'
        "Acts: SRO. More: planc explain lro-equals-sro\n"
        "Checked 1 plan: 1 has findings, 0 are fine, 0 files could not be read. Found 1 error."
        " Changes not looked at (no --since).\n"
    )


def test_where_nothing_was_found_the_summary_is_all(checked: Checked) -> None:
    assert _shown(checked()) == CLEAN


def test_the_gravest_come_first_and_then_the_order_of_files_and_lines() -> None:
    findings = [a_finding(severity=severity, rule=f"{severity}-a") for severity in Severity]
    findings += [a_finding(severity=severity, rule=f"{severity}-b") for severity in Severity]
    titles = [(c.name, c.properties["title"]) for c in commands(_shown(a_report(*findings)))]
    assert titles == [
        ("error", "Refusal: refusal-a"),
        ("error", "Refusal: refusal-b"),
        ("error", "Error: error-a"),
        ("error", "Error: error-b"),
        ("warning", "Warning: warning-a"),
        ("warning", "Warning: warning-b"),
        ("notice", "Info: info-a"),
        ("notice", "Info: info-b"),
        ("notice", "Preview: preview-a"),
        ("notice", "Preview: preview-b"),
    ]


@pytest.mark.parametrize(
    ("span", "places"),
    [
        (None, {}),
        (Span(3, 5, 3, 9), {"line": "3", "endLine": "3", "col": "5", "endColumn": "9"}),
        # the runner takes no columns for a place of several lines
        (Span(3, 5, 4, 2), {"line": "3", "endLine": "4"}),
    ],
)
def test_the_place_is_given_as_the_runner_takes_it(
    span: Span | None, places: dict[str, str]
) -> None:
    (command,) = commands(_shown(a_report(a_finding(place=Place(PLAN, span)))))
    title = {"title": "Error: tactic-no-owner"}
    assert command.properties == {"file": PLAN, **places, **title}


def test_what_ends_a_property_or_a_line_is_escaped() -> None:
    finding = a_finding(place=Place("a%,b:c\nd"), crumbs="", wrong="100%\n::error::x: y, z")
    (command,) = commands(_shown(a_report(finding)))
    assert command.properties["file"] == "a%,b:c\\nd"
    first, wrong = command.data.split("\n")[:2]
    assert first == "a%,b:c\\nd"
    assert wrong == "100%\\n::error::x: y, z"
    assert "file=a%25%2Cb%3Ac\\nd,title=" in _shown(a_report(finding))


def test_the_commands_are_found_as_the_runner_finds_them() -> None:
    assert list(commands("x ::error::y\n ::error::y\n::x a=1,b=2%2C3,c==::%25\n##[group]x")) == [
        Command("error", {}, "y"),
        Command("x", {"a": "1", "b": "2,3", "c": ""}, "%"),
        Command("##[", {}, "##[group]x"),
    ]


# What GitHub leaves out


@pytest.mark.parametrize(
    ("severities", "more"),
    [
        ([ERROR] * 10 + [WARNING] * 10 + [INFO] * 10, None),
        ([ERROR] * 11, "1 more finding stands"),
        ([REFUSAL] * 6 + [ERROR] * 6, "2 more findings stand"),
        ([ERROR] * 9 + [WARNING] * 12, "2 more findings stand"),
        ([INFO] * 10 + [PREVIEW] * 1, "1 more finding stands"),
        ([ERROR] * 11 + [WARNING] * 11 + [INFO] * 11, "3 more findings stand"),
    ],
)
def test_the_last_line_says_how_many_findings_github_does_not_show(
    severities: list[Severity], more: str | None
) -> None:
    shown = _shown(a_report(*(a_finding(severity=severity) for severity in severities)))
    assert len(list(commands(shown))) == len(severities)
    last = shown.split("\n")[-2]
    if more is None:
        assert last.startswith("Checked ")
    else:
        assert last == (
            "GitHub shows 10 errors, 10 warnings and 10 notices of a step. "
            f"{more} only in this log. To show all of them on the page of the run: "
            '--output "markdown=$GITHUB_STEP_SUMMARY"'
        )
