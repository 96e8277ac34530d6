"""`planc week`: what is gone through, what each key writes, and that Enter writes nothing."""

import sys
from pathlib import Path

import pytest

from tests.cli.terminal import Keys, Terminal
from tests.conftest import LATE, PLAN, Planc, Ran, change, copied, posix

DAY = ("--as-of", "2026-11-22")
LATER = ("--as-of", "2026-12-14")  # PRO-1 and PPR-1 are three days late
KEYS = "Enter, words or a letter: "
HEAD = "  - {date: 2026-11-22, "


@pytest.fixture
def week(planc: Planc, base: Path, monkeypatch: pytest.MonkeyPatch) -> Planc:
    """Goes through the base plan: `week("keys that are typed", "--as", "di-soc-east")`."""

    def run(keys: str, *words: str, cwd: Path = base) -> Ran:
        monkeypatch.setattr(sys, "stdin", Keys(keys))
        return planc("week", *(words or DAY), cwd=cwd)

    return run


def _new_lines(base: Path, before: bytes) -> list[str]:
    """The lines that are new; the base plan has its gaps below the log."""
    head, _, tail = before.partition(b"\ngaps:")
    after = (base / PLAN).read_bytes()
    assert after.startswith(head)
    assert after.endswith(tail)
    return after.removeprefix(head).partition(b"\ngaps:")[0].decode().strip("\n").split("\n")


def test_what_is_late_comes_first_then_what_is_due_next(week: Planc) -> None:
    ran = week("\n" * 5, *LATER)
    assert "Plan 1 of 1: EXAMPLE LARCH. 2 items late, 2 more open." in ran.out
    shown = [line for line in ran.out.splitlines() if line.endswith(" of 5)")]
    assert shown == [
        "PRO-1: Safe-home visits (1 of 5)",
        "PPR-1: Rehousing at short notice (2 of 5)",
        "PUR-1: Closure orders on the flats (3 of 5)",
        "PRE-1: Mentoring for excluded pupils (4 of 5)",
        "The plan as a whole (5 of 5)",
    ]
    assert "  DI SOC West, in progress, due 11 December 2026, 3 days late\n" in ran.out


@pytest.mark.parametrize("keys", ["\n" * 5, "ok\nNo change\nsame\nyes\n\n", "n\n", "q\n", ""])
def test_enter_leaves_every_byte_and_every_clock_as_it_was(
    week: Planc, base: Path, keys: str
) -> None:
    path = base / PLAN
    before, written_at = path.read_bytes(), path.stat().st_mtime_ns
    ran = week(keys)
    assert (ran.status, ran.err) == (0, "")
    assert "\nNothing was written.\n" in ran.out
    assert ran.out.count("Checked 1 plan: ") == 1
    assert (path.read_bytes(), path.stat().st_mtime_ns) == (before, written_at)


@pytest.mark.parametrize(
    ("keys", "entry"),
    [
        ("Four visits made\n", "ref: PRO-1, note: Four visits made}"),
        ("c\nLocks fitted\n", "ref: PRO-1, status: complete, outcome: Locks fitted}"),
        ("Done\nLocks fitted\n", "ref: PRO-1, status: complete, outcome: Locks fitted}"),
        ("d\n2027-01-19\nNo van\n", "ref: PRO-1, due: 2027-01-19, because: No van}"),
        ("d\nfriday\nNo van\n", "ref: PRO-1, due: 2026-11-27, because: No van}"),
        ("s\nongoing\n", "ref: PRO-1, status: ongoing}"),
        ("s\nblo\nNo van\n", "ref: PRO-1, status: blocked, because: No van}"),
        ("blocked\nNo van\n", "ref: PRO-1, status: blocked, because: No van}"),
        (
            "x\nminor\n\nTwo turned away\n",
            "ref: PRO-1, disruption: minor, lead: police, effect: Two turned away}",
        ),
    ],
)
def test_a_letter_or_words_are_one_line(week: Planc, base: Path, keys: str, entry: str) -> None:
    before = (base / PLAN).read_bytes()
    ran = week(f"{keys}q\n")
    assert _new_lines(base, before) == [HEAD + entry]
    assert f"Written:\n   36 | {HEAD}{entry}\n" in ran.out
    assert f"Written: 1 entry in {PLAN}.\n{PLAN}:\n   36 | {HEAD}{entry}\n" in ran.out


@pytest.mark.parametrize(
    ("keys", "entry"),
    [
        ("Nothing heard from the court\n", "note: Nothing heard from the court}"),
        ("v\nStill right\n", "by: di-soc-east, view: Still right}"),
        (
            "k\nDelay\nUnsafe\nGoing now\n\n",
            "id: DEC-001, decision: Delay, by: di-soc-east, because: Unsafe, rejected: Going now}",
        ),
    ],
)
def test_the_plan_as_a_whole_is_asked_about_last(
    week: Planc, base: Path, keys: str, entry: str
) -> None:
    before = (base / PLAN).read_bytes()
    week("\n" * 4 + keys)
    assert _new_lines(base, before) == [HEAD + entry]


@pytest.mark.parametrize(
    ("keys", "entry"),
    [
        ("friday: Two", "date: 2026-11-20, recorded_on: 2026-11-22, ref: PRO-1, note: Two"),
        ("2026-11-19: Two", "date: 2026-11-19, recorded_on: 2026-11-22, ref: PRO-1, note: Two"),
        ("today: Two visits", "date: 2026-11-22, ref: PRO-1, note: Two visits"),
        ("Note: two visits", 'date: 2026-11-22, ref: PRO-1, note: "Note: two visits"'),
    ],
)
def test_what_is_of_an_earlier_day_says_so_and_when_it_was_written(
    week: Planc, base: Path, keys: str, entry: str
) -> None:
    before = (base / PLAN).read_bytes()
    week(f"{keys}\nq\n")
    assert _new_lines(base, before) == [f"  - {{{entry}}}"]


def test_an_action_is_closed_and_its_disruption_is_asked_for_its_strand(
    week: Planc, base: Path
) -> None:
    with (base / PLAN).open("a", encoding="utf-8") as file:
        file.write("actions: [{id: ACT-1, action: Visit, owner: di-soc-east, due: 2026-11-20}]\n")
    before = (base / PLAN).read_bytes()
    week("x\nminor\nprotect\n\nOne moved out\nb\nc\nHe will move\n\nq\n")
    assert _new_lines(base, before) == [
        (
            f"{HEAD}ref: ACT-1, disruption: minor, lead: police, strand: protect,"
            " effect: One moved out}"
        ),
        f"{HEAD}ref: ACT-1, status: closed, outcome: He will move}}",
    ]


@pytest.mark.parametrize("keys", ["c\n\n", "d\n\n", "s\n\n", "x\n\n", "d\n2027-01-19\n\n", "z\n"])
def test_a_key_that_was_not_meant_writes_nothing(week: Planc, base: Path, keys: str) -> None:
    before = (base / PLAN).read_bytes()
    ran = week(f"{keys}q\n")
    assert "It stays as it was." in ran.out or '"z" is not one of the letters' in ran.out
    assert (base / PLAN).read_bytes() == before


def test_what_was_written_last_is_taken_back(week: Planc, base: Path) -> None:
    before = (base / PLAN).read_bytes()
    ran = week("First\nSecond\nu\nu\nu\nq\n")
    assert ran.out.count("Taken back:") == 2
    assert "Nothing was written that could be taken back." in ran.out
    assert (base / PLAN).read_bytes() == before


def test_what_somebody_else_changed_meanwhile_is_not_taken_back(
    planc: Planc, base: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = base / PLAN

    class Meanwhile(Keys):
        def readline(self, size: int = -1, /) -> str:  # type: ignore[override]
            line = super().readline(size)
            if line == "u\n":
                path.write_bytes(path.read_bytes() + b"# from an editor\n")
            return line

    monkeypatch.setattr(sys, "stdin", Meanwhile("First\nu\nq\n"))
    ran = planc("week", *DAY)
    assert f"{PLAN} has changed since. Take the line out of it by hand." in ran.out
    assert path.read_text().endswith("# from an editor\n")
    assert "note: First}" in path.read_text()


def test_what_would_be_refused_is_asked_for_again_and_not_shown(week: Planc, base: Path) -> None:
    before = (base / PLAN).read_bytes()
    ran = week("Ring 07700 900123 first\nRang the landlord\nq\n")
    assert "Nothing was written.\nEnter, words or a letter: " in ran.out
    assert "07700" not in ran.out + ran.err
    assert _new_lines(base, before) == [f"{HEAD}ref: PRO-1, note: Rang the landlord}}"]


def test_a_question_mark_says_what_the_letters_do_and_all_that_the_log_has(
    week: Planc,
) -> None:
    week("First\nq\n")
    ran = week("?\nq\n")
    assert f"{KEYS}c  it is done (complete, or closed)\n" in ran.out
    assert "\n  22 November 2026: First\n" in ran.out


# Whose week it is


def test_who_leads_a_plan_sees_all_of_it_and_who_owns_work_sees_that(
    week: Planc, base: Path
) -> None:
    change(copied(base, "plans/ash.yaml", "SOC-2026-015"), ("lro: di-soc-east", "lro: di-soc-west"))
    ran = week("n\n" * 2, "--as", "soc east", *DAY)
    assert "Plan 1 of 2: EXAMPLE LARCH. 0 items late, 1 more open." in ran.out
    assert "Plan 2 of 2: EXAMPLE LARCH. 0 items late, 4 more open." in ran.out
    assert "The plan as a whole" not in ran.out.partition("Plan 2")[0]


def test_without_a_post_it_asks_which(week: Planc, base: Path) -> None:
    change(copied(base, "plans/ash.yaml", "SOC-2026-015"), ("lro: di-soc-east", "lro: di-soc-west"))
    ran = week("soc\nyouth\nq\n")
    assert ran.out.startswith("Your post, or a word of its title; Enter for every plan: ")
    assert '"soc" fits more than one post: ' in ran.out
    assert ran.out.count("PRE-1: Mentoring for excluded pupils (1 of 1)") == 1


def test_plans_can_be_named(week: Planc, base: Path) -> None:
    copied(base, "plans/ash.yaml", "SOC-2026-015")
    assert "Plan 1 of 1: EXAMPLE LARCH." in week("q\n", "SOC-2026-014", *DAY).out


def test_a_plan_that_cannot_be_read_is_named(week: Planc, base: Path) -> None:
    copied(base, "plans/ash.yaml", "SOC-2026-015").write_text("lro: di-soc-east\n  - x: [\n")
    ran = week("q\n", "--as", "di-soc-east", *DAY)
    assert "plans/ash.yaml cannot be read as it stands, and is left out" in ran.out
    assert "Plan 1 of 1: EXAMPLE LARCH." in ran.out


def test_a_plan_into_which_nothing_can_be_written_is_not_asked_about(
    week: Planc, base: Path
) -> None:
    change(base / PLAN, ("status: active", "status active"))
    ran = week("Words\n")
    assert "Plan 1 of 1: larch.yaml has a fault that is to be mended first.\n" in ran.out
    assert KEYS not in ran.out


def test_a_post_without_plans_is_told_so(week: Planc) -> None:
    ran = week("q\n", "--as", "mentoring-lead", *DAY)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == (
        "planc: There is no plan to go through. Say for which post: --as di-soc-east\n"
    )


def test_where_nobody_can_be_asked_it_says_what_a_script_uses(planc: Planc) -> None:
    ran = planc("week", *DAY)
    assert ran.status == 2
    assert ran.err == "planc: It asks questions, and nobody is here. In a script: planc log\n"


# How it ends


def test_its_status_is_that_of_its_check(week: Planc, base: Path) -> None:
    change(base / PLAN, LATE)
    assert week("q\n", "--as-of", "2027-02-22").status == 1


def test_a_line_that_ends_in_the_middle_of_a_question_writes_nothing(
    week: Planc, base: Path
) -> None:
    before = (base / PLAN).read_bytes()
    ran = week("First\nc\n")
    assert f"Written: 1 entry in {PLAN}." in ran.out
    assert _new_lines(base, before) == [f"{HEAD}ref: PRO-1, note: First}}"]


@posix
def test_broken_off_it_says_what_was_written_and_nothing_else(base: Path) -> None:
    terminal = Terminal(base)
    terminal.press(f"planc week {' '.join(DAY)}\n", KEYS)
    terminal.press("First\n", KEYS)
    shown = terminal.press("\x03")
    terminal.close()
    assert shown.startswith(f"^C\nWritten: 1 entry in {PLAN}.\n{PLAN}:\n   36 | {HEAD}ref: PRO-1")
    assert shown.count("\n") == 5
