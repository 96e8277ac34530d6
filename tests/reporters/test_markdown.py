"""The report for officers, in Markdown."""

from pathlib import Path

import pytest

from planc.all_reporters import show_as
from planc.check import check
from planc.model.finding import Place, Severity
from planc.model.report import Report, Style
from planc.repository import open_repository
from tests.conftest import AS_OF, LATE, NO_OWNER, PLAN, Checked, change, copied
from tests.reporters.making import a_finding, a_report
from tests.reporters.reading import Page

HEAD = "| Where | What is wrong | What to do | Rule |\n| --- | --- | --- | --- |\n"


def _shown(report: Report) -> str:
    return show_as(report, "markdown", Style())


def test_what_is_wrong_stands_under_the_post_that_acts_and_then_the_plan(base: Path) -> None:
    copied(base, "plans/ash.yaml", "SOC-2026-015")
    change(base / "plans" / "ash.yaml", ("lro: di-soc-east", "lro: supt-crime"))
    change(base / PLAN, NO_OWNER, LATE)
    assert _shown(check(open_repository([base]), AS_OF)) == (
        "**Checked 2 plans: 2 have findings, 0 are fine, 0 files could not be read."
        " Found 2 errors, 1 warning. Changes not looked at (no --since).**\n"
        "\n"
        "## For the LRO\n"
        "\n"
        "### SOC-2026-014, plans/larch.yaml\n"
        "\n"
        f"{HEAD}"
        "| Pursue, PUR-1, Owner, line 25 | PUR-1 has no owner. | Under PUR-1 add"
        ' "owner:" and one post from directory.yaml. | **Error** tactic-no-owner |\n'
        "\n"
        "## For the SRO\n"
        "\n"
        "### SOC-2026-015, plans/ash.yaml\n"
        "\n"
        f"{HEAD}"
        "| LRO, line 8 | The same post is LRO and SRO. | Name two different posts under"
        ' "sro:" and "lro:". | **Error** lro-equals-sro |\n'
        "\n"
        "## For the owner\n"
        "\n"
        "### SOC-2026-014, plans/larch.yaml\n"
        "\n"
        f"{HEAD}"
        "| Pursue, PUR-1, Due, line 25 | PUR-1 was due on 20 November 2026, 2 days ago. | In the"
        ' log write "ref: PUR-1" with "status: complete" and "outcome:", or with a later "due:"'
        ' and "because:". | **Warning** tactic-overdue |\n'
    )


def test_where_nothing_was_found_the_summary_is_all(checked: Checked) -> None:
    assert _shown(checked()) == (
        "**Checked 1 plan: 0 have findings, 1 is fine, 0 files could not be read."
        " Found nothing. Changes not looked at (no --since).**\n"
    )


def test_notes_and_departures_are_a_list_under_the_summary() -> None:
    shown = Page(_shown(a_report(notes=("First.", "Second."), departures=("tag is off: no",))))
    assert [text for tag, text in shown.texts if tag == "li"] == [
        "First.",
        "Second.",
        "The policy departs from what planc ships in 1 place:",
        "tag is off: no",
    ]


def test_the_post_with_the_gravest_finding_comes_first() -> None:
    acts = [("LRO", "INFO"), ("SRO", "WARNING"), ("owner", "WARNING"), ("board", "REFUSAL")]
    findings = [a_finding(acts=post, severity=Severity[name]) for post, name in acts]
    findings.append(a_finding(acts="owner", severity=Severity.ERROR))
    shown = Page(_shown(a_report(*findings)))
    assert [text for tag, text in shown.texts if tag == "h2"] == [
        "For the board",
        "For the owner",
        "For the SRO",
        "For the LRO",
        "What matters most for the next board",
    ]


@pytest.mark.parametrize(
    ("crumbs", "line", "where"),
    [("Pursue", "line 25", "Pursue, line 25"), ("", "line 25", "line 25"), ("", "", "the file")],
)
def test_the_place_is_told_in_words(crumbs: str, line: str, where: str) -> None:
    place = a_finding().place if line else Place(PLAN)
    shown = Page(_shown(a_report(a_finding(crumbs=crumbs, place=place))))
    assert next(text for tag, text in shown.texts if tag == "td") == where


def test_a_plan_without_a_reference_goes_by_its_path() -> None:
    shown = Page(_shown(a_report(a_finding(plan=PLAN))))
    assert [text for tag, text in shown.texts if tag == "h3"] == [PLAN]


def test_signs_at_the_end_of_a_heading_stay() -> None:
    for path in ("plans/C #", "plans/C ##  #", "#"):
        shown = Page(_shown(a_report(a_finding(place=Place(path), plan=path))))
        assert [text for tag, text in shown.texts if tag == "h3"] == [path]
