"""`planc check`: how it counts the findings of each rule."""

from pathlib import Path

from tests.conftest import (
    CLEAN,
    DAY,
    PLAN,
    Planc,
    change,
    copied,
)


def test_stats_counts_the_findings_of_each_rule_after_the_summary(four: Planc, base: Path) -> None:
    copied(base, "plans/oak.yaml", "SOC-2026-015")
    change(base / PLAN, ("marking: SECRET", "marking: OFFICIAL-SENSITIVE"))
    plain, counted = four("check", *DAY), four("check", *DAY, "--stats")
    assert counted.status == plain.status
    assert counted.out == plain.out + (
        "\n"
        "Findings of each rule:\n"
        "     2  quotes-advised\n"
        "     2  tactic-no-owner\n"
        "     2  tactic-overdue\n"
        "     1  marking-too-high\n"
    )


def test_stats_of_nothing(planc: Planc) -> None:
    stats = "\nFindings of each rule:\n  none\n"
    assert planc("check", *DAY, "--stats") == (0, CLEAN + stats, "")


def test_stats_stand_in_a_text_that_goes_to_a_file_and_change_no_other_form(
    four: Planc, base: Path
) -> None:
    plain = four("check", *DAY, "--output", "json").out
    words = ("--stats", "--output", "text=../found.txt", "--output", "json")
    assert four("check", *DAY, *words).out == plain
    written = (base.parent / "found.txt").read_text(encoding="utf-8")
    assert written.endswith("\n     1  tactic-overdue\n")
