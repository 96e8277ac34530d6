"""Only the rules that were asked for: what is shown, and what the notes say of the rest."""

import json
from pathlib import Path

import pytest

from tests.conftest import (
    CLEAN,
    DAY,
    NO_OWNER,
    PLAN,
    Planc,
    change,
    copied,
)

INFO, WARNING, ERROR, REFUSAL = (
    "quotes-advised",
    "tactic-overdue",
    "tactic-no-owner",
    "marking-too-high",
)


def _shown(planc: Planc, *words: str) -> tuple[set[str], str]:
    """The rules that have findings, and the last of the notes."""
    report = json.loads(planc("check", *DAY, "--output", "json", *words).out)
    return {finding["rule"] for finding in report["findings"]}, (report["notes"] or [""])[-1]


def test_there_is_one_finding_of_each_severity(four: Planc) -> None:
    assert _shown(four) == ({INFO, WARNING, ERROR, REFUSAL}, "")


@pytest.mark.parametrize(
    "words",
    [
        ["--select", f"{ERROR},{WARNING}"],
        ["--select", f" {ERROR} , {WARNING} "],
        ["--select", ERROR, "--select", WARNING],
        ["--select", f"{ERROR},{WARNING},{ERROR}"],
    ],
)
def test_select_shows_these_rules_and_every_refusal(four: Planc, words: list[str]) -> None:
    note = f"Asked for only {ERROR}, {WARNING} and refusals. Not shown: 1 finding."
    assert _shown(four, *words) == ({ERROR, WARNING, REFUSAL}, note)


@pytest.mark.parametrize(
    "words", [["--ignore", f"{ERROR},{INFO}"], ["--ignore", ERROR, "--ignore", INFO]]
)
def test_ignore_leaves_these_rules_out(four: Planc, words: list[str]) -> None:
    note = f"Left out as asked: {ERROR}, {INFO}. Not shown: 2 findings."
    assert _shown(four, *words) == ({WARNING, REFUSAL}, note)


def test_ignore_takes_from_what_select_has_chosen(four: Planc) -> None:
    words = ("--select", f"{ERROR},{WARNING}", "--ignore", WARNING)
    note = (
        f"Asked for only {ERROR}, {WARNING} and refusals. Left out as asked: {WARNING}."
        " Not shown: 2 findings."
    )
    assert _shown(four, *words) == ({ERROR, REFUSAL}, note)


def test_the_summary_does_not_pass_a_part_for_the_whole(planc: Planc, base: Path) -> None:
    change(base / PLAN, NO_OWNER)
    message = f"Asked for only {WARNING} and refusals. Not shown: 1 finding.\n"
    assert planc("check", *DAY, "--select", WARNING) == (0, CLEAN + message, "")


def test_what_is_left_out_does_not_fail_the_check(planc: Planc, base: Path) -> None:
    change(base / PLAN, NO_OWNER)
    assert planc("check", *DAY, "--ignore", ERROR).status == 0
    assert planc("check", *DAY, "--select", ERROR).status == 1


def test_rules_that_compare_plans_can_be_chosen_too(planc: Planc, base: Path) -> None:
    copied(base, "plans/oak.yaml", "SOC-2026-014")
    assert _shown(planc, "--select", "duplicate-ref")[0] == {"duplicate-ref"}
    assert _shown(planc, "--ignore", "duplicate-ref")[0] == set()
