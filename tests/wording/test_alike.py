"""Findings that are alike are one line; a long report closes with what matters most."""

from pathlib import Path

import pytest

from planc.model.finding import Finding, Place, Severity
from planc.model.report import Report
from planc.wording.alike import alike
from planc.wording.foremost import foremost
from tests.conftest import DAY, PLAN, Planc
from tests.reporters.making import a_finding, a_report


def _of(name: str, line: int, **parts: object) -> Finding:
    place = Place(PLAN, a_finding().place.span._replace(line=line))  # type: ignore[union-attr]
    return a_finding(object=name, wrong=f"{name} has no owner.", place=place, **parts)


THREE = [_of("PUR-1", 25), _of("PRE-1", 40), _of("PRO-1", 52)]


def test_three_that_are_alike_are_one_with_their_ids_and_lines() -> None:
    (one,) = alike(THREE)
    assert one.finding == THREE[0]
    assert one.wrong == "PUR-1 has no owner. Likewise PRE-1 and PRO-1, on lines 40 and 52."
    assert one.named == "PUR-1 has no owner. Likewise PRE-1 and PRO-1."


def test_days_and_numbers_may_differ() -> None:
    words = "was due on 3 October 2026, {} ago."
    late = [
        a_finding(object=name, wrong=f"{name} {words.format(days)}")
        for name, days in (("PUR-1", "1 day"), ("PUR-2", "50 days"), ("PUR-3", "2 days"))
    ]
    assert len(alike(late)) == 1


@pytest.mark.parametrize(
    "findings",
    [
        THREE[:2],
        [*THREE[:2], _of("PRO-1", 52, rule="tactic-no-due")],
        [*THREE[:2], _of("PRO-1", 52, severity=Severity.INFO)],
        [*THREE[:2], _of("PRO-1", 52, why="Another reason.")],
        [_of(f.object, 1, severity=Severity.REFUSAL) for f in THREE],
        [_of(f.object, 1, personal=True) for f in THREE],
        [a_finding(object=f.object, wrong=f'"{f.object}x" is no post.') for f in THREE[:2]],
    ],
)
def test_others_stay_apart(findings: list[Finding]) -> None:
    assert [one.wrong for one in alike(findings)] == [finding.wrong for finding in findings]


def test_many_are_counted() -> None:
    (one,) = alike([_of(f"PUR-{n}", n) for n in range(1, 14)])
    assert one.wrong == (
        "PUR-1 has no owner. Likewise PUR-2, PUR-3, PUR-4, PUR-5, PUR-6, PUR-7, PUR-8 and 5 more,"
        " on lines 2, 3, 4, 5, 6, 7, 8 and 5 more."
    )


def _report(*severities: str) -> Report:
    named = enumerate(severities)
    return a_report(
        *(a_finding(rule=f"rule-{n}", wrong=f"{s} {n}.", severity=Severity[s]) for n, s in named)
    )


def test_a_long_report_closes_with_the_three_gravest() -> None:
    head, *lines = foremost(_report("INFO", "WARNING", "ERROR", "REFUSAL", "WARNING"))
    assert head == "What matters most for the next board:"
    said = [line.partition(": ")[2] for line in lines]
    assert said == ["REFUSAL 3.", "ERROR 2.", "WARNING 1."]


@pytest.mark.parametrize(
    "severities", [(), ("ERROR",) * 3, ("ERROR", "WARNING", "INFO", "PREVIEW")]
)
def test_a_short_one_does_not(severities: tuple[str, ...]) -> None:
    assert foremost(_report(*severities)) == ()


def test_check_says_it_with_the_day_of_the_board(planc: Planc, base: Path) -> None:
    path = base / PLAN
    text = path.read_text(encoding="utf-8")
    for owner in ("di-soc-east, status", "di-soc-west, status", "council-housing, status"):
        assert f"owner: {owner}" in text
        text = text.replace(f"owner: {owner}", "status")
    for line in ("board: exampleton-ocg", "lro: di-soc-east"):
        assert f"\n{line}\n" in text
    text = text.replace("measure: Calls a month from residents\n", "aim: Quiet\n")
    text = text.replace("\nlro: di-soc-east\n", "\n").replace("set_on: 2026-09-09", "aim_two: x")
    path.write_text(text.replace("aim_two: x", "set_by: supt-crime"), encoding="utf-8")
    out = planc("check", *DAY).out
    assert "Wrong: PUR-1 has no owner. Likewise PRO-1 and PPR-1, on lines " in out
    assert "What matters most for the board of 2 December 2026:\n  1. SOC-2026-014: " in out
    concise = planc("check", *DAY, "--output", "concise").out
    assert concise.count("error tactic-no-owner") == 3
    assert "Likewise" not in concise
