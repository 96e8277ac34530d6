"""What the README claims is so: what it shows is what planc prints, and what it names exists."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import typer.main
import yaml

from planc.all_reporters import REPORTERS
from planc.cli.app import command_line
from tests.conftest import NO_OWNER, PLAN, ROOT, Checked, change, environment, posix, process
from tests.histories import committed
from tests.reporters.reading import commands

README = (ROOT / "README.md").read_text(encoding="utf-8")
LEFT_OUT = "# ..."


def section(title: str) -> str:
    """What stands under a heading."""
    return README.partition(f"## {title}\n")[2].partition("\n## ")[0]


def example(language: str, words: str) -> str:
    """The first example in a language that has the words in it."""
    blocks: list[str] = re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)
    return next(block for block in blocks if words in block)


def first_column(head: str) -> list[str]:
    """The first cell of each row of the table that has the head."""
    table = README.partition(f"{head}\n")[2].partition("\n\n")[0].split("\n")[1:]
    return [row.split("|")[1].strip() for row in table]


# What planc prints


def test_the_excerpt_stands_word_for_word_in_the_sample() -> None:
    sample = (ROOT / "plans" / "county-lines.yaml").read_text(encoding="utf-8")
    at = 0
    for piece in example("yaml", "operation: SAMPLE LARCH").split(f"{LEFT_OUT}\n"):
        at = sample.index(piece, at) + len(piece)


def test_the_picture_shows_what_planc_prints(tmp_path: Path) -> None:
    """Its words lie beside it. Where they are no longer the paper's, it is made anew."""
    words = ("build", "plans/county-lines.yaml", "--to", "md", "--out", tmp_path)
    assert process(*words, cwd=ROOT).status == 0
    (paper,) = tmp_path.iterdir()
    pictured = (ROOT / ".github" / "page-one.md").read_text(encoding="utf-8")
    page_one = paper.read_text(encoding="utf-8").partition("\n## ")[0] + "\n"
    assert page_one == pictured, "run .ci/picture, and look at .github/page-one.png"


@posix
def test_the_message_is_what_check_says_on_a_screen(tmp_path: Path) -> None:
    import pty

    shutil.copytree(ROOT / "plans", tmp_path / "plans", ignore=shutil.ignore_patterns("packs"))
    change(
        tmp_path / "plans" / "minimal.yaml",
        ("ds-soc-south, due: 2026-12-18", "ds-soc-south, due: 18/12/2026"),
    )
    screen, terminal = pty.openpty()
    ran = process("check", "plans", cwd=tmp_path, stdout=terminal, NO_COLOR="1")
    os.close(terminal)
    shown = os.read(screen, 1 << 16).decode().replace("\r\n", "\n")
    os.close(screen)
    assert ran.status == 1
    message, _, rest = shown.partition("\n\n")
    assert f"{message}\n" == example("text", "  Wrong: ")
    assert "Found 1 error." in rest


# What it names


def test_every_command_has_a_row() -> None:
    rows = [row.strip("`").split(" ")[1] for row in first_column("| Command | What it does |")]
    commands = set(typer.main.get_command(command_line()).commands)  # type: ignore[attr-defined]
    assert set(rows) == commands, "give it its row in the README's table of commands"


def test_every_option_that_it_names_there_is() -> None:
    group: Any = typer.main.get_command(command_line())
    known = {"--help", "--require-hashes", "--no-deps", "--no-build-isolation"}
    waiting = [group]
    while waiting:
        command = waiting.pop()
        known |= {flag for parameter in command.params for flag in parameter.opts}
        names = command.list_commands(None) if hasattr(command, "list_commands") else ()
        waiting += (command.get_command(None, name) for name in names)
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", README)) - known == set()


def test_every_way_to_show_findings_has_a_row() -> None:
    rows = " ".join(first_column("| Format | For |"))
    named = sorted(re.findall(r"`(\w+)`", rows))
    assert named == sorted(REPORTERS), "give it its row in the README's table of reports"


def test_it_asks_for_the_python_that_planc_needs() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert re.findall(r"With Python (\S+) or later", README) == [
        project["requires-python"].removeprefix(">=")
    ]


def test_it_tells_of_every_sample() -> None:
    sentence = section("Your own repository of plans").partition("all invented: ")[2]
    kinds = re.split(r", and |, ", sentence.partition(".")[0].replace("\n", " "))
    samples = {path.stem for path in (ROOT / "plans").glob("*.yaml")} - {"planc", "directory"}
    assert len(kinds) == len(samples)


def test_findings_are_set_aside_for_as_long_as_it_says() -> None:
    policy = json.loads((ROOT / "schemas" / "policy.schema.json").read_text(encoding="utf-8"))
    thresholds = policy["properties"]["numbers"]["properties"]
    days = re.findall(r"(\d+)(?: days)?\b", section("Findings that are set aside"))
    named = ("waiver_error_days", "waiver_warning_days", "baseline_days")
    shipped = [str(thresholds[name]["default"]) for name in named]
    assert [number for number in days if number in shipped] == shipped


# What it says to write


def test_the_waiver_sets_a_finding_aside(checked: Checked) -> None:
    owner = "pursue: [{id: PUR-1, tactic: Closures, serves: OBJ-1, due: 2026-12-18}]\n"
    report = checked(owner + example("yaml", "waivers:"))
    assert report.findings == ()
    assert [aside.finding.rule for aside in report.set_aside] == ["tactic-no-owner"]


@posix
def test_the_commands_for_build_servers_do_what_it_says(base: Path) -> None:
    github, gitlab = (
        yaml.safe_load(block)
        for block in re.findall(r"```yaml\n(.*?)```", section("On a build server"), re.DOTALL)
    )
    committed(base)
    change(base / PLAN, NO_OWNER)
    page = base.parent / "summary"
    page.touch()  # the runner makes it
    shown = _run(github[1]["run"], base, GITHUB_STEP_SUMMARY=str(page))
    assert [command.name for command in commands(shown)] == ["error"]
    assert "\n## For the LRO\n" in page.read_text(encoding="utf-8")
    (script,) = gitlab["plans"]["script"]
    assert "  Wrong: PUR-1 has no owner.\n" in _run(script, base)
    reports = gitlab["plans"]["artifacts"]["reports"]
    (quality,) = json.loads((base / reports["codequality"]).read_text(encoding="utf-8"))
    assert quality["check_name"] == "tactic-no-owner"
    assert "<failure " in (base / reports["junit"]).read_text(encoding="utf-8")


def _run(command: str, base: Path, **env: str) -> str:
    """What the command prints, in a shell of the day on which the base plan is sound."""
    planc = f"{shlex.quote(sys.executable)} -m planc"
    ended = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", re.sub(r"^planc\b", planc, command)],
        cwd=base,
        env=environment({"SOURCE_DATE_EPOCH": "1795348800", **env}),
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    assert ended.returncode == 1
    return ended.stdout
