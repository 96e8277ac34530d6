"""What is written down is true: manuals made from code are fresh, and named files exist."""

import json
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from planc.check import check
from planc.model.report import Style
from planc.passes.explain_fields import fields_manual
from planc.passes.explain_rules import rules_manual
from planc.passes.report import REPORTERS, report
from planc.repository import open_repository
from tests.conftest import AS_OF, NO_OWNER, PLAN, Checked, change, environment, posix
from tests.reporters.reading import commands

ROOT = Path(__file__).parents[1]
PROSE = ["README.md", "CHANGELOG.md", ".github/CONTRIBUTING.md", "planc/rules/SOURCES.md"]


def test_the_rules_manual_is_fresh() -> None:
    written = (ROOT / "planc" / "rules" / "README.md").read_text(encoding="utf-8")
    assert written == rules_manual(), "planc explain --rules > planc/rules/README.md"


def test_the_fields_manual_is_fresh() -> None:
    written = (ROOT / "schemas" / "README.md").read_text(encoding="utf-8")
    assert written == fields_manual(), "planc explain --fields > schemas/README.md"


def test_the_word_template_is_what_its_maker_makes() -> None:
    done = subprocess.run(
        [sys.executable, ".ci/reference.py", "--check"], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("name", PROSE)
def test_files_that_prose_links_to_exist(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", text)
    missing = [link for link in links if not (ROOT / name).parent.joinpath(link).exists()]
    assert missing == []


@pytest.mark.parametrize("name", PROSE)
def test_files_that_prose_names_exist(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    named = re.findall(r"`((?:planc|schemas|templates|tests|\.ci|\.github)/[\w./-]+)`", text)
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_the_message_in_the_readme_is_what_planc_prints(tmp_path: Path) -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = re.search(r"```text\n(plans/larch\.yaml.*?)```", text, re.DOTALL)
    assert shown
    root = tmp_path / "repository"
    for path in (ROOT / "tests" / "base").rglob("*.yaml"):
        target = root / path.relative_to(ROOT / "tests" / "base")
        target.parent.mkdir(parents=True, exist_ok=True)
        plan = path.read_text(encoding="utf-8")
        target.write_text(plan.replace(" owner: di-soc-east, due: 2026-12-18", " due: 2026-12-18"))
    found = check(open_repository([root]), AS_OF)
    printed = report(found, "text", Style(terminal=True))
    block = printed.split("\n\n")[0]
    # the file stands as an officer would write it, not on one line
    assert _words(block) == _words(shown[1])


@posix
def test_the_commands_for_build_servers_do_what_the_readme_says(base: Path) -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    section = text.partition("## On a build server\n")[2].partition("\n## ")[0]
    github, gitlab = (
        yaml.safe_load(held) for held in re.findall(r"```yaml\n(.*?)```", section, re.DOTALL)
    )
    change(base / PLAN, NO_OWNER)
    page = base.parent / "summary"
    page.touch()  # the runner makes it
    shown = _run(github[0]["run"], base, GITHUB_STEP_SUMMARY=str(page))
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
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", re.sub(r"^planc\b", planc, command)],
        cwd=base,
        env=environment({"SOURCE_DATE_EPOCH": "1795348800", **env}),
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    assert done.returncode == 1
    return done.stdout


def test_the_readme_names_every_way_to_show_findings() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    table = text.partition("| Format | For |\n")[2].partition("\n\n")[0]
    named = [
        name for row in table.split("\n") for name in re.findall(r"`(\w+)`", row.split("|")[1])
    ]
    assert sorted(named) == sorted(REPORTERS)


def _words(block: str) -> list[str]:
    """The message without the snippet, whose line depends on how the plan is broken into lines."""
    lines = [line for line in block.strip().split("\n") if " | " not in line]
    return [re.sub(r":\d+:\d+", "", line) for line in lines[1:]]


def test_the_waiver_in_the_readme_sets_a_finding_aside(checked: Checked) -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = re.search(r"```yaml\n(waivers:.*?)```", text, re.DOTALL)
    assert shown
    owner = "pursue: [{id: PUR-1, tactic: Closures, serves: OBJ-1, due: 2026-12-18}]\n"
    found = checked(owner + shown[1])
    assert found.findings == ()
    assert [aside.finding.rule for aside in found.set_aside] == ["tactic-no-owner"]
