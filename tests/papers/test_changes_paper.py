"""What changed since the board last met, on one page a plan."""

import shutil
from pathlib import Path

import pytest

from tests.conftest import DAY, PLAN, Planc, change, merged
from tests.histories import committed

TARGET = ("target: 11", "target: 15")
BUILD = ("build", "--pack", "changes", "--to", "md", *DAY)
WEEK = """\
log:
  - {date: 2026-11-10, ref: PUR-1, due: 2027-01-08, because: The court is full}
  - {date: 2026-11-12, ref: OBJ-1, rag: red, value: 25, because: Calls are up}
  - {date: 2026-11-13, ref: PRE-1, status: blocked, because: No mentors}
  - {date: 2026-11-16, ref: PRE-1, note: Asked for two}
"""


@pytest.fixture
def paper(base: Path) -> Path:
    """The paper of the base plan, after a week; what it was at the board is committed."""
    committed(base, "2026-11-04")
    path = base / PLAN
    path.write_text(merged(path.read_text(encoding="utf-8"), WEEK), encoding="utf-8")
    return base / "packs" / "SOC-2026-014-changes-board.md"


def test_the_log_alone_says_what_became_of_the_plan(planc: Planc, paper: Path, base: Path) -> None:
    change(base / PLAN, TARGET)
    assert planc(*BUILD).status == 0
    text = paper.read_text(encoding="utf-8")
    assert "4 November 2026, as the log of the plan has it, and nothing but its log" in text
    for line in (
        "| PUR-1 | Due 8 January 2027, 21 days later: The court is full |",
        "| OBJ-1 | Rated red: Calls are up |",
        "| PRE-1 | Status blocked, was in progress: No mentors |",
        "| OBJ-1 | Now at 25 |",
    ):
        assert line in text
    assert "target" not in text


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_with_a_revision_what_was_agreed_to_comes_first(
    planc: Planc, paper: Path, base: Path
) -> None:
    change(base / PLAN, TARGET)
    for since in ("HEAD", "board", "2026-11-04"):
        assert planc(*BUILD, "--since", since).status == 0
        text = paper.read_text(encoding="utf-8")
        assert "**Compared with the plan of:** 4 November 2026 (revision " in text
        head = text.index("| The SRO's to agree | OBJ-1 | Target 15, was 11 |")
        assert head < text.index("| PUR-1 | Due 8 January 2027")


def test_the_same_paper_twice(planc: Planc, paper: Path) -> None:
    planc(*BUILD)
    first = paper.read_bytes()
    planc(*BUILD)
    assert paper.read_bytes() == first
    assert planc("verify", paper).status == 0


def test_nothing_is_said_in_words(planc: Planc, base: Path) -> None:
    planc(*BUILD)
    paper = base / "packs" / "SOC-2026-014-changes-board.md"
    assert "Nothing that the plan says is another than it was." in paper.read_text()


def test_what_the_edition_may_not_see_is_in_neither_of_the_two(
    planc: Planc, paper: Path, base: Path
) -> None:
    change(base / PLAN, ("log:\n", "annexes: [ANX-77]\nlog:\n"))
    committed(base, "2026-11-05")
    change(base / PLAN, ("annexes: [ANX-77]\n", ""), TARGET)
    assert planc(*BUILD, "--since", "HEAD").status == 0
    assert "ANX" not in paper.read_text(encoding="utf-8")


def test_a_page_that_would_be_two_counts_what_it_leaves_out(
    planc: Planc, paper: Path, base: Path
) -> None:
    path = base / PLAN
    many = "".join(
        f"  - {{date: 2026-11-18, id: DEC-{n:03}, decision: Step {n}, by: supt-crime}}\n"
        for n in range(1, 90)
    )
    path.write_text(merged(path.read_text(encoding="utf-8"), f"log:\n{many}"), encoding="utf-8")
    planc(*BUILD)
    text = paper.read_text(encoding="utf-8")
    assert "| PUR-1 | Due 8 January 2027" in text
    assert "more lines: planc diff shows them all" in text


def test_since_goes_with_no_other_paper(planc: Planc) -> None:
    ran = planc("build", "--since", "board", *DAY)
    assert ran.status == 2
    assert "--pack changes" in ran.err
