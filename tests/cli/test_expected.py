"""What people expect of a command line: short options, pipes, completion, help, watching."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from planc import __version__
from planc.cli.completion import SHELLS
from planc.cli.grouped_help import EXAMPLES
from tests.conftest import CLEAN, DAY, NO_OWNER, PLAN, Planc, change, environment, posix


def test_short_options_are_those_that_people_know(planc: Planc, base: Path) -> None:
    assert planc("-V").out == f"planc {__version__}\n"
    assert planc("-h").out == planc("--help").out
    assert planc("check", "-h").out == planc("check", "--help").out
    assert planc("check", "-o", "concise", *DAY).out == CLEAN
    assert planc("build", "-o", base / "out", "-q", "--to", "md", *DAY).out == ""
    assert [path.suffix for path in (base / "out").iterdir()] == [".md"]


def test_quiet_leaves_the_exit_status(planc: Planc, base: Path) -> None:
    change(base / PLAN, NO_OWNER)
    ran = planc("check", "-q", "-o", "text", "-o", "json=found.json", *DAY)
    assert ran == (1, "", "")
    assert (base / "found.json").exists()


@pytest.mark.parametrize(("word", "coloured"), [("always", True), ("never", False)])
def test_colour_can_be_asked_for(planc: Planc, base: Path, word: str, coloured: bool) -> None:
    change(base / PLAN, NO_OWNER)
    assert ("\x1b[" in planc("check", "--color", word, *DAY).out) == coloured
    assert '"blue" is not a way' in planc("check", "--color", "blue").err


# Help


def test_alone_it_says_the_two_ways_to_begin(planc: Planc, base: Path, tmp_path: Path) -> None:
    ran = planc(cwd=tmp_path)
    assert (ran.status, ran.out) == (2, "")
    assert "planc init" in ran.err
    assert "planc new" in ran.err
    assert planc(cwd=base).err == planc("--help").out


def test_help_has_each_command_in_a_group_with_an_example(planc: Planc) -> None:
    shown = planc("--help").out
    begin = shown.index("\nBegin:\n")
    assert begin < shown.index("planc init") < shown.index("planc new") < shown.index("planc check")
    listed = {name for group in EXAMPLES.values() for name in group}
    unknown = planc("--nothing")
    assert unknown.status == 2
    for name, example in ((n, e) for group in EXAMPLES.values() for n, e in group.items()):
        assert example.split()[:2] == ["planc", name]
    commands = {line.split()[1] for line in shown.split("\n") if line.startswith("  planc ")}
    assert commands <= listed
    for name in commands:
        assert planc(name, "-h").status == 0


def test_every_command_stands_in_a_group() -> None:
    from typer.main import get_command

    from planc.cli.app import command_line

    names = get_command(command_line()).commands.keys()  # type: ignore[attr-defined]
    assert names <= {name for group in EXAMPLES.values() for name in group}


# What is piped


def _piped(base: Path, text: str, *words: str) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-m", "planc", "check", "-", *words, *DAY],
        cwd=base,
        env=environment({}),
        input=text,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def test_a_plan_can_be_piped(base: Path) -> None:
    text = (base / PLAN).read_text(encoding="utf-8")
    assert _piped(base, text, "-q") == (0, "")
    status, told = _piped(base, text.replace(*NO_OWNER), "--name", PLAN, "-o", "concise")
    assert status == 1
    assert told.startswith(f"{PLAN}:25:6: error tactic-no-owner: ")


@pytest.mark.parametrize("words", [("--name", PLAN), ("-", "--watch")])
def test_what_goes_with_a_pipe_goes_with_nothing_else(planc: Planc, words: tuple[str, ...]) -> None:
    assert planc("check", *words).status == 2


# Completion


@pytest.mark.parametrize("shell", SHELLS)
def test_a_shell_completes_commands_and_options(planc: Planc, base: Path, shell: str) -> None:
    assert "_PLANC_COMPLETE" in planc("completion", shell).out
    asked = {"_PLANC_COMPLETE": f"complete_{shell}", "COMP_WORDS": "planc ch", "COMP_CWORD": "1"}
    asked |= {"_TYPER_COMPLETE_ARGS": "planc ch", "_TYPER_COMPLETE_FISH_ACTION": "get-args"}
    asked |= {"_TYPER_COMPLETE_WORD_TO_COMPLETE": "ch"}
    words = [sys.executable, "-m", "planc"]
    done = subprocess.run(words, cwd=base, env=environment(asked), capture_output=True, text=True)
    assert "check" in done.stdout
    assert "build" not in done.stdout


# Watching


@posix
def test_check_looks_again_when_a_file_changes(base: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "planc", "check", "--watch", *DAY],
        cwd=base,
        env=environment({"PYTHONUNBUFFERED": "1"}),
        stdout=subprocess.PIPE,
        text=True,
    ) as watching:
        assert watching.stdout is not None
        told = [watching.stdout.readline(), watching.stdout.readline()]
        assert told == [CLEAN, "Waiting for a change. Ctrl+C ends it.\n"]
        change(base / PLAN, NO_OWNER)
        assert "tactic-no-owner" in "".join(watching.stdout.readline() for _ in range(7))
        time.sleep(0.1)
        os.kill(watching.pid, signal.SIGINT)
        assert watching.wait(20) == 0
