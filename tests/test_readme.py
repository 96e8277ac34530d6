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

from planc.all_papers import ASKED_AS, USUAL
from planc.all_reporters import REPORTERS
from planc.cli.app import command_line
from tests.cli.terminal import at_a_terminal
from tests.conftest import NO_OWNER, PLAN, ROOT, Checked, change, environment, posix, process
from tests.histories import committed
from tests.reporters.reading import commands

README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = (ROOT / "planc" / "cli" / "README.md").read_text(encoding="utf-8")


def section(title: str, text: str = COMMANDS) -> str:
    """What stands under a heading."""
    return text.partition(f"## {title}\n")[2].partition("\n## ")[0]


def example(language: str, words: str, text: str = README) -> str:
    """The first example in a language that has the words in it."""
    blocks: list[str] = re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)
    return next(block for block in blocks if words in block)


def first_column(head: str) -> list[str]:
    """The first cell of each row of the table that has the head."""
    table = COMMANDS.partition(f"{head}\n")[2].partition("\n\n")[0].split("\n")[1:]
    return [row.split("|")[1].strip() for row in table]


# What planc prints


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
    assert set(rows) == commands, "give it its row in planc/cli/README.md"


def test_every_kind_of_paper_has_a_row() -> None:
    rows = "\n".join(first_column("| Command | What it does |"))
    lacking = [word for word in ASKED_AS if word != USUAL and f"build --pack {word}`" not in rows]
    assert lacking == [], "give it its row in planc/cli/README.md"


def test_every_option_that_it_names_there_is() -> None:
    group: Any = typer.main.get_command(command_line())
    known = {"--help", "--require-hashes", "--no-deps", "--no-build-isolation"}
    waiting = [group]
    while waiting:
        command = waiting.pop()
        known |= {flag for parameter in command.params for flag in parameter.opts}
        names = command.list_commands(None) if hasattr(command, "list_commands") else ()
        waiting += (command.get_command(None, name) for name in names)
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", README + COMMANDS)) - known == set()


def test_every_way_to_show_findings_has_a_row() -> None:
    rows = " ".join(first_column("| Format | For |"))
    named = sorted(re.findall(r"`(\w+)`", rows))
    assert named == sorted(REPORTERS), "give it its row in planc/cli/README.md"


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


def test_it_is_two_screens() -> None:
    assert len(README.splitlines()) < 125


# What it says to type


def commands_of(title: str) -> list[str]:
    """The commands under a heading that are not about installing, without what is said of them."""
    blocks = re.findall(r"```sh\n(.*?)```", section(title, README), re.DOTALL)
    lines = [line.partition(" #")[0].strip() for line in "".join(blocks).splitlines()]
    return [line for line in lines if ".venv" not in line]


@posix
def test_an_officers_five_commands_do_what_they_say(tmp_path: Path) -> None:
    folder = tmp_path / "plans"
    words = ("--force", "Exampleton Police", "--board", "Exampleton OCG Board", "--host", "none")
    answers = (*words, "--owner", "x", "--coordinator", "y", "--meeting", "2027-01-13")
    process("init", "plans", *answers, cwd=tmp_path)
    begin, *others = commands_of("You are a Lead Responsible Officer: five things")
    typed = "ocg\ndrugs\nforce\nsupt crime\ndi crime\n\nHalve supply\n"
    ran = at_a_terminal(folder, typed, *shlex.split(begin)[1:])
    assert "Wrote plans/sample-cedar.yaml" in ran.out, ran.out
    assert len(others) == 4
    for command in others:
        ran = at_a_terminal(folder, "\n\n\n", *shlex.split(command)[1:])
        assert ran.status == 0, ran.out
    assert "Walked the flats" in (folder / "plans" / "sample-cedar.yaml").read_text(
        encoding="utf-8"
    )
    assert len(list((folder / "packs").glob("*.docx"))) == 2


@posix
def test_a_coordinators_commands_do_what_they_say(tmp_path: Path) -> None:
    samples = tmp_path / "plans"
    shutil.copytree(ROOT / "plans", samples, ignore=shutil.ignore_patterns("packs"))
    begin, setup, *others = commands_of("You keep the repository: eight things")
    typed = "none\nExampleton Police\nOCG Board\n2027-01-13\nHead of Crime\nexampleton-crime\n"
    (tmp_path / "new").mkdir()
    ran = at_a_terminal(tmp_path / "new", typed, *shlex.split(begin)[1:])
    assert "Wrote 1" in ran.out, ran.out
    assert setup.startswith("sh ")
    assert (tmp_path / "new" / setup.removeprefix("sh ")).is_file()
    assert len(others) == 5
    for command in others:
        ran = at_a_terminal(samples, "\n" * 9, *shlex.split(command)[1:])
        assert ran.status == 0, ran.out
    assert (samples / "issued.jsonl").is_file()
    log = (samples / "county-lines.yaml").read_text(encoding="utf-8")
    assert 'minute_ref: "OCGMB 12/26 item 2"' in log


def test_what_is_typed_in_powershell_is_the_same() -> None:
    words = example("sh", "planc build plans").replace(" &&\n", "\n")
    for here, there in (
        (".venv/bin/", ".venv\\Scripts\\"),
        ("locks/", "locks\\"),
        ("python3", "py"),
    ):
        words = words.replace(here, there)
    assert example("powershell", "planc build plans") == words


# What it says to write


def test_the_waiver_sets_a_finding_aside(checked: Checked) -> None:
    owner = "pursue: [{id: PUR-1, tactic: Closures, serves: OBJ-1, due: 2026-12-18}]\n"
    report = checked(owner + example("yaml", "waivers:", COMMANDS))
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
