"""What changed since the board last met, on one page a plan."""

import shutil
from pathlib import Path

import pytest

from tests.conftest import DAY, PLAN, Planc, change, merged
from tests.histories import committed

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
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


@needs_git
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


@needs_git
@pytest.mark.parametrize("since", ["HEAD", "board", "2026-11-04"])
def test_what_was_compared_with_a_revision_is_compared_with_that_again(
    planc: Planc, paper: Path, base: Path, since: str
) -> None:
    change(base / PLAN, TARGET)
    planc(*BUILD, "--since", since)
    committed(base, "2026-11-21")
    ran = planc("verify", paper, "--against", base)
    assert ran.status == 0
    assert "Made again from the plans: the same, to the byte." in ran.out
    change(base / PLAN, ("target: 15", "target: 18"))
    ran = planc("verify", paper, "--against", base)
    assert ran.status == 1
    assert "Made again from the plans, it says something else: paragraphs, tables." in ran.out


@needs_git
def test_where_the_revision_is_not_here_it_is_said_and_fails(
    planc: Planc, paper: Path, base: Path
) -> None:
    planc(*BUILD, "--since", "HEAD")
    for trouble, name in (("is no revision in the history", ".git"), ("no git history here", "")):
        shutil.rmtree(base / ".git")
        if name:
            committed(base, "2026-11-05", "Other plans")
        ran = planc("verify", paper, "--against", base)
        assert ran.status == 2
        assert "Unaltered" in ran.out
        assert "It cannot be made again here, for it compares two moments." in ran.out
        assert trouble in ran.out


def test_what_was_compared_with_the_log_of_a_day_is_compared_with_that_again(
    planc: Planc, paper: Path, base: Path
) -> None:
    shutil.rmtree(base / ".git")
    planc(*BUILD, "--since", "2026-11-11")
    text = paper.read_text(encoding="utf-8")
    assert "11 November 2026, as its log has it: no history is kept" in text
    committed(base, "2026-11-12")
    assert "the same, to the byte" in planc("verify", paper, "--against", base).out


@needs_git
def test_a_paper_of_this_run_in_another_format_is_fresh(
    planc: Planc, paper: Path, base: Path
) -> None:
    change(base / PLAN, TARGET)
    planc(*BUILD, "--since", "HEAD")
    planc("build", "--pack", "changes", "--since", "HEAD", "--to", "html", *DAY)
    assert paper.exists()
    planc("build", "--pack", "changes", "--to", "html", *DAY)
    assert not paper.exists()
    assert paper.with_name(f"STALE-{paper.name}").exists()


def test_a_measure_that_goes_away_from_its_target_is_worse(
    planc: Planc, paper: Path, base: Path
) -> None:
    path = base / PLAN
    for value, kind in ((20, "Done, measured"), (23, "Worse"), (22, "Done, measured")):
        week = f"log:\n  - {{date: 2026-11-12, ref: OBJ-1, rag: amber, value: {value}}}\n"
        path.write_text(merged(path.read_text(encoding="utf-8"), week), encoding="utf-8")
        planc(*BUILD)
        assert f"| {kind} | OBJ-1 | Now at {value} |" in paper.read_text(encoding="utf-8")
        path.write_text(path.read_text(encoding="utf-8").replace(week[5:], ""), encoding="utf-8")


def test_a_reason_is_given_once_and_a_thing_is_named_once(
    planc: Planc, paper: Path, base: Path
) -> None:
    path = base / PLAN
    week = """log:
  - {date: 2026-11-17, ref: PPR-1, due: 2027-02-01, status: in progress, because: No hall is free}
  - {date: 2026-11-18, ref: PPR-1, disruption: minor, lead: police, effect: Two left}
"""
    path.write_text(merged(path.read_text(encoding="utf-8"), week), encoding="utf-8")
    planc(*BUILD)
    text = paper.read_text(encoding="utf-8")
    assert text.count("No hall is free") == 1
    assert "| Recorded | PPR-1 | Disruption: minor: Two left |" in text


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
