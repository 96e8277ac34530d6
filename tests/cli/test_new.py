"""`planc new` and `planc activate`: from a few answers to a draft, and to an active plan."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import DAY, PLAN, Planc, change, environment, listing, posix

ASH = "plans/example-ash.yaml"
WORDS = (
    *("--type", "ocg", "--areas", "drugs,firearms", "--sro", "supt crime", "--lro", "di soc east"),
    *("--board", "exampleton ocg", "--objective", "Halve supply at the flats", *DAY),
)


def test_a_plan_begins_with_a_draft_that_says_what_it_owes(planc: Planc, base: Path) -> None:
    ran = planc("new", "EXAMPLE ASH", *WORDS)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith(f"Wrote {ASH}, which is SOC-2026-015.\nAs an active plan this one ")
    text = (base / ASH).read_text(encoding="utf-8")
    assert "\nsro: supt-crime\nlro: di-soc-east\nboard: exampleton-ocg\n" in text
    assert "  areas: [drugs, firearms]\n" in text
    assert planc("check", ASH, *DAY).status == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "A plan needs more. Say it with: --operation, --type, --lro, --objective"),
        (("EXAMPLE ASH", *WORDS, "--lro", "soc"), '"soc" fits more than one post'),
        (("EXAMPLE ASH", *WORDS, "--type", "gang"), '"gang" is no type here'),
        (("EXAMPLE ASH", *WORDS, "--ref", "SOC-2026-014"), "There is a plan SOC-2026-014"),
        (("EXAMPLE ASH", *WORDS, "--marking", "SECRET"), "Nothing was written:"),
        (("Ring 07700 900123", *WORDS), "Nothing was written:"),
    ],
)
def test_what_will_not_do_is_said_and_nothing_written(
    planc: Planc, base: Path, words: tuple[str, ...], said: str
) -> None:
    before = listing(base)
    ran = planc("new", *words)
    assert ran.status == 2
    assert said in ran.err
    assert "07700" not in ran.err
    assert listing(base) == before


def test_it_wants_a_repository(planc: Planc, tmp_path: Path) -> None:
    assert "To begin a plans repository: planc init" in planc("new", "X", cwd=tmp_path).err


@posix
def test_at_a_terminal_it_asks_and_lists_what_can_be_written(base: Path) -> None:
    pty = pytest.importorskip("pty")
    screen, keys = pty.openpty()
    typed = "EXAMPLE ASH\n?\nocg\ndrugs\n\nsupt crime\nsoc\nsoc east\n\nHalve supply\n"
    os.write(screen, typed.encode())
    done = subprocess.run(
        [sys.executable, "-m", "planc", "new", *DAY],
        cwd=base,
        env=environment({}),
        stdin=keys,
        capture_output=True,
        text=True,
        check=False,
    )
    os.close(screen)
    os.close(keys)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "priority individual\nvulnerability\n" in done.stdout
    assert '"soc" fits more than one post' in done.stdout
    assert "\nlro: di-soc-east\n" in (base / ASH).read_text(encoding="utf-8")


def test_the_only_board_there_is_need_not_be_named(planc: Planc, tmp_path: Path) -> None:
    words = ("--force", "E", "--board", "OCG Board", "--meeting", "2026-12-16", "--host", "none")
    planc("init", tmp_path / "one", *words, "--owner", "x", "--coordinator", "y", *DAY)
    at = WORDS.index("--board")
    fitting = (*WORDS[:at], *WORDS[at + 2 :], "--lro", "di crime")
    ran = planc("new", "EXAMPLE ASH", *fitting, cwd=tmp_path / "one")
    assert "\nboard: ocg-board\n" in (tmp_path / "one" / ASH).read_text(encoding="utf-8"), ran.err


def test_a_draft_that_lacks_something_stays_one(planc: Planc, base: Path) -> None:
    planc("new", "EXAMPLE ASH", *WORDS)
    before = listing(base)
    ran = planc("activate", "ash", "--yes", *DAY)
    assert (ran.status, ran.err) == (1, "")
    first, *lacking = ran.out.splitlines()
    assert first == f"{ASH} is not ready: {len(lacking)} things must be there first."
    assert any("Prevent has no live tactic, and no reason why. Add a tactic" in x for x in lacking)
    assert listing(base) == before


def test_a_draft_that_has_all_becomes_active(planc: Planc, base: Path) -> None:
    change(base / PLAN, ("status: active", "status: draft"))
    ran = planc("activate", "larch", "--yes", *DAY)
    assert ran.status == 0
    assert "   5 | status: active" in ran.out
    assert "\nstatus: active\n" in (base / PLAN).read_text(encoding="utf-8")
    assert "is active already" in planc("activate", "larch", *DAY).err
