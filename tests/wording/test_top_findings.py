"""A long report closes with what matters most for the next board."""

from pathlib import Path

import pytest

from planc.model.finding import Severity
from planc.model.report import Report
from planc.wording.top_findings import foremost
from tests.conftest import DAY, PLAN, Planc
from tests.reporters.making import a_finding, a_report


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
