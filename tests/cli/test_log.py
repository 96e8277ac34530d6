"""`planc log`: which line is written, what is asked for, and when nothing is written."""

from pathlib import Path

import pytest

from tests.cli.terminal import at_a_terminal
from tests.conftest import PLAN, Planc, change, copied

DAY = ("--as-of", "2026-11-22")
YES = (*DAY, "--yes")


def _new_lines(base: Path, before: bytes) -> list[str]:
    """What was added at the end of the log of the base plan, which has its gaps below the log."""
    after = (base / PLAN).read_bytes()
    head, _, tail = before.partition(b"\ngaps:")
    assert after.startswith(head)
    assert after.endswith(tail)
    return after.removeprefix(head).partition(b"\ngaps:")[0].decode().strip("\n").split("\n")


@pytest.mark.parametrize(
    ("words", "entry"),
    [
        (["PUR-1", "Notices drafted"], "ref: PUR-1, note: Notices drafted"),
        (["pur1", "Notices drafted"], "ref: PUR-1, note: Notices drafted"),
        (["Notices", "drafted"], "note: Notices drafted"),
        (["PUR-1", "See URN #7: it, too"], 'ref: PUR-1, note: "See URN #7: it, too"'),
        (
            ["PUR-1", "--status", "complete", "Two notices served"],
            "ref: PUR-1, status: complete, outcome: Two notices served",
        ),
        (
            ["PUR-1", "--status", "blocked", "No money until January"],
            "ref: PUR-1, status: blocked, because: No money until January",
        ),
        (
            ["PUR-1", "--status", "closed", "Two served"],
            "ref: PUR-1, status: complete, outcome: Two served",
        ),
        (["PUR-1", "--outcome", "Two served"], "ref: PUR-1, outcome: Two served"),
        (["PUR-1", "--status", "In Progress"], "ref: PUR-1, status: in progress"),
        (
            ["PUR-1", "--due", "2027-01-19", "Court listed late"],
            "ref: PUR-1, due: 2027-01-19, because: Court listed late",
        ),
        (
            [
                "PRO-1",
                "--disruption",
                "minor",
                "--lead",
                "housing",
                "--support",
                "police,council",
                "X",
            ],
            "ref: PRO-1, disruption: minor, lead: housing, support: [police, council], effect: X",
        ),
        (
            ["OBJ-1", "--rag", "amber", "--value", "17", "Calls are down"],
            "ref: OBJ-1, rag: amber, value: 17, because: Calls are down",
        ),
        (
            [
                "--decision",
                "Delay",
                "--because",
                "Unsafe",
                "--rejected",
                "Going",
                "--by",
                "Supt_Crime",
            ],
            "id: DEC-001, decision: Delay, by: supt-crime, because: Unsafe, rejected: Going",
        ),
        (["--view", "The plan is still right"], "by: di-soc-east, view: The plan is still right"),
    ],
)
def test_each_kind_of_entry_is_one_line(
    planc: Planc, base: Path, words: list[str], entry: str
) -> None:
    before = (base / PLAN).read_bytes()
    ran = planc("log", "larch", *words, *YES)
    line = f"  - {{date: 2026-11-22, {entry}}}"
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith(f"{PLAN}:\n   36 | {line}\nWritten to {PLAN}.\n")
    assert _new_lines(base, before) == [line]


def test_a_review_is_that_of_the_boards_last_meeting_and_names_the_next(
    planc: Planc, base: Path
) -> None:
    before = (base / PLAN).read_bytes()
    assert planc("log", "larch", "--review", "change", *YES).status == 0
    assert _new_lines(base, before) == [
        (
            "  - {date: 2026-11-04, recorded_on: 2026-11-22, review: change, board: exampleton-ocg,"
            " by: supt-crime, next_review: 2026-12-02}"
        )
    ]


@pytest.mark.parametrize(
    ("typed", "date"),
    [("2026-11-20", "2026-11-20"), ("friday", "2026-11-20"), ("yesterday", "2026-11-21")],
)
def test_what_is_written_later_says_when_it_was_written(
    planc: Planc, base: Path, typed: str, date: str
) -> None:
    before = (base / PLAN).read_bytes()
    assert planc("log", "larch", "PUR-1", "Drafted", "--date", typed, *YES).status == 0
    assert _new_lines(base, before) == [
        f"  - {{date: {date}, recorded_on: 2026-11-22, ref: PUR-1, note: Drafted}}"
    ]


@pytest.mark.parametrize(
    ("words", "entry"),
    [
        (
            ["PUR-1", "Three visits", "--corrects", "friday"],
            "corrects: 2026-11-20, ref: PUR-1, note: Three visits",
        ),
        (
            ["PUR-1", "Too early", "--corrects", "2026-11-20", "--status", "in progress"],
            "corrects: 2026-11-20, ref: PUR-1, status: in progress, note: Too early",
        ),
        (
            ["dec-1", "By telephone", "--corrects", "2026-11-19"],
            "corrects: 2026-11-19, id: DEC-1, note: By telephone",
        ),
    ],
)
def test_a_correction_says_what_it_leaves_standing(
    planc: Planc, base: Path, words: list[str], entry: str
) -> None:
    reasons = ("--because", "Unsafe", "--rejected", "Going", "--by", "supt-crime", "--id", "DEC-1")
    assert planc("log", "larch", "PUR-1", "Two", "--date", "2026-11-20", *YES).status == 0
    early = ("--decision", "Wait", *reasons, "--date", "2026-11-19")
    assert planc("log", "larch", *early, *YES).status == 0
    before = (base / PLAN).read_bytes()
    ran = planc("log", "larch", *words, *YES)
    assert ran.status == 0, ran.err
    assert ran.out.startswith("It corrects, and leaves as it is:\ndate: 2026-11-")
    assert _new_lines(base, before) == [f"  - {{date: 2026-11-22, {entry}}}"]


@pytest.mark.parametrize("name", ["larch", "LARCH", "soc-2026-014", "SOC 2026 014", PLAN])
def test_a_plan_goes_by_its_file_its_reference_or_its_operation(planc: Planc, name: str) -> None:
    assert planc("log", name, "PUR-1", "Drafted", *YES).status == 0


# When nothing is written


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["larch", "PUR-9", "x"], '"PUR-9" is no id here. There are: OBJ-1, PUR-1, '),
        (["elder", "PUR-1", "x"], '"elder" is no plan here. There are: SOC-2026-014.'),
        (["larch", "PUR-1", "--status", "done"], '"done" is no status here. There are: '),
        (["larch", "PUR-1", "--due", "19/01/2027", "x"], '"19/01/2027" is not a day. Write it as'),
        (["larch", "--decision", "Go", "--by", "supt-crme"], "Did you mean supt-crime?"),
        (
            ["larch", "PUR-1", "--due", "2027-01-19"],
            "A new date needs more. Say it with: --because",
        ),
        (
            ["larch", "PUR-1", "Three", "--corrects", "2026-11-04"],
            "The log has no entry of 4 November 2026 about PUR-1. There is none about it",
        ),
        (
            ["larch", "Three", "--corrects", "2026-11-20"],
            "The log has no entry of 20 November 2026 about the plan as a whole. It has: 4 Nov",
        ),
        (
            ["larch", "OBJ-1", "--status", "complete", "Met"],
            "OBJ-1 is no tactic and no action, so the log has no status of it. Rate it: --rag",
        ),
        (["larch", "OBJ-1", "--due", "2027-02-02", "Later"], "so the log has no due of it."),
        (
            ["larch", "--next-review", "2027-01-06", "Moved"],
            "A review needs more. Say it with: --review",
        ),
        (["larch", "PUR-1", "caf\udce9"], "There are letters in it that cannot be read."),
        (["larch"], "A note needs more. Say it with: --note"),
        (["larch", "PRO-1", "--disruption", "minor"], "needs more. Say it with: --lead, --effect"),
    ],
)
def test_what_is_not_certain_or_not_whole_is_not_written(
    planc: Planc, base: Path, words: list[str], said: str
) -> None:
    before = (base / PLAN).read_bytes()
    ran = planc("log", *words, *YES)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err
    assert (base / PLAN).read_bytes() == before


def test_a_plan_that_two_names_fit_is_asked_for_again(planc: Planc, base: Path) -> None:
    change(copied(base, "plans/ash.yaml", "SOC-2026-015"), ("EXAMPLE LARCH", "EXAMPLE ASH"))
    ran = planc("log", "example", "PUR-1", "x", *YES)
    assert ran.status == 2
    assert (
        '"example" fits more than one plan: SOC-2026-015 (EXAMPLE ASH, ash.yaml), SOC-2026-014'
        " (EXAMPLE LARCH, larch.yaml). Say which."
    ) in ran.err


def test_what_would_be_refused_is_not_written_nor_said_again(planc: Planc, base: Path) -> None:
    before = (base / PLAN).read_bytes()
    ran = planc("log", "larch", "PUR-1", "Ring 07700 900123 first", *YES)
    assert ran.status == 2
    assert ran.err.startswith(f"planc: {PLAN} was not changed:\n")
    assert "07700" not in ran.err + ran.out
    assert (base / PLAN).read_bytes() == before


def test_a_file_with_a_fault_is_mended_first(planc: Planc, base: Path) -> None:
    change(base / PLAN, ("status: active", "status: &a active"))
    before = (base / PLAN).read_bytes()
    ran = planc("log", "larch", "PUR-1", "Drafted", *YES)
    assert ran.status == 2
    assert ran.err == (
        f"planc: {PLAN} was not changed. The file cannot be read as it stands: planc check says"
        " why.\n"
    )
    assert (base / PLAN).read_bytes() == before


def test_nothing_is_written_where_nobody_can_be_asked(planc: Planc, base: Path) -> None:
    before = (base / PLAN).read_bytes()
    ran = planc("log", "larch", "PUR-1", "Drafted", *DAY)
    assert ran.status == 2
    assert ran.err == "planc: Nothing was written. To write it without being asked: --yes\n"
    assert (base / PLAN).read_bytes() == before


def test_the_findings_that_a_line_brings_are_said(planc: Planc) -> None:
    ran = planc("log", "larch", "PUR-1", "--date", "2026-12-24", "Drafted", *YES)
    assert ran.status == 0
    assert "planc check now says: " in ran.out


# At a terminal


def test_what_is_missing_is_asked_for_and_the_line_is_shown_before_it_is_written(
    base: Path,
) -> None:
    before = (base / PLAN).read_bytes()
    words = ("log", "larch", "pur 1", "--due", "2027-01-19", *DAY)
    ran = at_a_terminal(base, "Court listed late\n\n", *words)
    assert ran.status == 0
    assert "Because: The reason" in ran.out
    assert "Write it? (Enter for yes, n for no)" in ran.out
    assert _new_lines(base, before) == [
        "  - {date: 2026-11-22, ref: PUR-1, due: 2027-01-19, because: Court listed late}"
    ]


@pytest.mark.parametrize("typed", ["n\n", "\x04"])
def test_no_is_no(base: Path, typed: str) -> None:
    before = (base / PLAN).read_bytes()
    ran = at_a_terminal(base, typed, "log", "larch", "PUR-1", "Drafted", *DAY)
    assert ran.status == 2
    assert ran.out.endswith("planc: Nothing was written.\n")
    assert (base / PLAN).read_bytes() == before
