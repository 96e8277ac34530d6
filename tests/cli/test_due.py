"""What is late and what will be, as check will say it then."""

import re
from pathlib import Path

import pytest

from planc.cli.due import UNTOLD
from planc.due import due
from planc.repository import open_repository
from tests.conftest import AS_OF, DAY, PLAN, ROOT, Planc, change
from tests.papers.reading import papers, text_of

SAMPLES = ROOT / "plans"
HEAD = f"{UNTOLD}:"


def _lines(planc: Planc, *words: object, cwd: Path) -> list[str]:
    ran = planc("due", *words, cwd=cwd)
    assert (ran.status, ran.err) == (0, "")
    return ran.out.rstrip("\n").split("\n")


def test_the_samples_are_late_with_nothing_and_will_be_with_seven_things(planc: Planc) -> None:
    whole = _lines(planc, "--by", "2026-12-02", "--all", cwd=SAMPLES)
    assert whole[0] == "By 2 December 2026:"
    assert whole[8] == HEAD
    before = whole[:8]
    after = _lines(planc, "--as-of", "2026-12-02", "--by", "2026-12-02", "--all", cwd=SAMPLES)
    assert after[: after.index(HEAD)] == ["Late now:", *before[1:]]
    said = planc("check", "--as-of", "2026-12-02", cwd=SAMPLES).out.replace("\n         ", " ")
    for line in before[1:]:
        assert line.partition(": ")[2].rpartition(" (")[0] in said


def test_what_is_late_and_no_finding_is_about_is_told_last(planc: Planc) -> None:
    """Its board meets on the day, and has not met since."""
    lines = _lines(planc, "--by", "2026-12-02", "--all", cwd=SAMPLES)
    untold = lines[lines.index(HEAD) + 1 :]
    late = "  SAMPLE LARCH: ACT-006 was due on 18 November 2026. (youth-justice-lead)"
    coming = "  SAMPLE LARCH: ACT-008 is due on 27 November 2026. (community-safety-manager)"
    assert {late, coming} <= set(untold)
    assert len(untold) == 10
    mine = _lines(planc, "--by", "2026-12-02", "--owner", "youth-justice-lead", cwd=SAMPLES)
    assert mine == [HEAD, late]


@pytest.mark.parametrize("repository", ["plans", "tests/correct", "tests/awkward"])
def test_page_one_names_what_is_said_to_be_due_by_the_board_and_nothing_else(
    repository: str,
) -> None:
    told: dict[str, set[str]] = {}
    for one in due(open_repository([ROOT / repository]), AS_OF, None):
        if not one.now:
            told.setdefault(one.plan, set()).add(one.name)
    shown = {}
    for text in map(text_of, papers(ROOT / repository)):
        line = re.search(r"\*\*Due before you meet:\*\* ([^*\n]*)", text)
        if line:
            days = r"\d+ \w+ \d{4}|The plan checks then ask about:"
            names = re.split(r",| and |;", re.sub(days, ",", line[1]))
            title = re.search(r"^# (.+?)(:|$)", text, re.MULTILINE)
            assert title
            shown[title[1]] = {name.strip(" .") for name in names} - {""}
    assert shown == told
    assert told


def test_ten_lines_at_most_unless_asked(planc: Planc) -> None:
    short = _lines(planc, "--by", "28d", cwd=SAMPLES)
    whole = _lines(planc, "--by", "28d", "--all", cwd=SAMPLES)
    assert len(short) <= 10 < len(whole)
    assert short[:-1] == whole[: len(short) - 1]
    assert short[-1] == f"and {len(whole) - len(short) + 1} more lines: planc due --all"


def test_what_one_post_has_to_act_on(planc: Planc, base: Path) -> None:
    change(
        base / PLAN,
        ("status: in progress, due: 2026-12-18", "status: in progress, due: 2026-11-01"),
    )
    words = ("--by", "28d", *DAY)
    assert _lines(planc, *words, "--owner", "di-soc-east", cwd=base)[:2] == [
        "Late now:",
        "  EXAMPLE LARCH: PUR-1 was due on 1 November 2026, 21 days ago. (di-soc-east)",
    ]
    mine = _lines(planc, *words, "--owner", "council-housing", cwd=base)
    assert mine == [
        "By 20 December 2026:",
        "  EXAMPLE LARCH: PPR-1 was due on 11 December 2026, 9 days ago. (council-housing)",
    ]
    assert planc("due", "--owner", "di-soc-north", *DAY).status == 2


def test_by_the_board_is_when_each_plans_own_board_meets(planc: Planc, base: Path) -> None:
    change(base / PLAN, ("due: 2026-12-18", "due: 2026-11-25"))
    line = "  EXAMPLE LARCH: PUR-1 was due on 25 November 2026, 7 days ago. (di-soc-east)"
    lines = _lines(planc, *DAY, cwd=base)
    assert lines[0] == "By 2 December 2026:"
    assert line in lines
    change(base / "planc.yaml", ("2026-11-04, 2026-12-02", "2026-11-04, 2026-11-25"))
    assert _lines(planc, *DAY, cwd=base) == [
        "Nothing is late, and nothing will be when the boards meet next."
    ]


def test_nothing_is_said_in_words(planc: Planc, base: Path) -> None:
    assert _lines(planc, "--by", "1d", *DAY, cwd=base) == [
        "Nothing is late, and nothing will be by 23 November 2026."
    ]


@pytest.mark.parametrize("by", ["2026-11-21", "soon", "-3d"])
def test_a_day_that_is_over_or_none_is_refused(planc: Planc, by: str) -> None:
    assert planc("due", f"--by={by}", *DAY).status == 2
