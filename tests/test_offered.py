"""What this repository offers to others: hooks for pre-commit, an action, a job for GitLab."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import NO_OWNER, PLAN, ROOT, change, environment, posix

HOOKS: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
ACTION: Any = yaml.safe_load((ROOT / ".github/actions/check/action.yml").read_text())
GITLAB: Any = yaml.safe_load((ROOT / ".github/gitlab.yml").read_text())


@pytest.fixture
def tools(tmp_path: Path) -> Path:
    """A folder with planc in it, to be put on the PATH, and below it one where an action has it."""
    for folder in (tmp_path / "bin", tmp_path / "planc" / "bin"):
        folder.mkdir(parents=True)
        (folder / "planc").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m planc "$@"\n')
        (folder / "planc").chmod(0o755)
    return tmp_path


def _run(script: str, cwd: Path, tools: Path, **env: str) -> tuple[int, str]:
    path = {"PATH": f"{tools / 'bin'}:{os.environ['PATH']}", "RUNNER_TEMP": str(tools)}
    day = {"SOURCE_DATE_EPOCH": "1795305600"}
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script],
        cwd=cwd,
        env=environment({**path, **day, **env}),
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


@posix
@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
def test_each_hook_for_pre_commit_starts_what_it_says(base: Path, tools: Path) -> None:
    assert [hook["id"] for hook in HOOKS] == ["planc-check", "planc-fix", "planc-words"]
    check, fix, words = (hook["entry"] for hook in HOOKS)
    assert _run(check, base, tools)[0] == 0
    change(base / PLAN, ("due: 2026-12-18", "due: 18/12/2026"))
    assert _run(check, base, tools)[0] == 1
    assert _run(fix, base, tools)[0] == 0
    assert _run(check, base, tools)[0] == 0
    (base / "message").write_text("Rang 07700 900123\n", encoding="utf-8")
    assert _run(f"{words} message", base, tools)[0] == 1


@posix
@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
def test_the_action_checks_and_remarks_beside_the_lines(base: Path, tools: Path) -> None:
    inputs = {name: one["default"] for name, one in ACTION["inputs"].items()}
    _, check = ACTION["runs"]["steps"]
    assert check["env"] == {
        "PATHS": "${{ inputs.paths }}",
        "SINCE": "${{ inputs.since }}",
        "FAIL_ON": "${{ inputs.fail-on }}",
    }
    env = {"PATHS": inputs["paths"], "SINCE": "HEAD", "FAIL_ON": inputs["fail-on"]}
    who = "git -c user.name=SAMPLE -c user.email=sample@planc.invalid"
    assert _run(f"git init -q; git add -A; {who} commit -q -m First", base, tools)[0] == 0
    assert _run(check["run"], base, tools, **env)[0] == 0
    change(base / PLAN, NO_OWNER)
    status, told = _run(check["run"], base, tools, **env)
    assert status == 1
    assert told.startswith("::error file=plans/larch.yaml,line=25")


@posix
@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
def test_the_job_for_gitlab_writes_the_reports_that_it_names(base: Path, tools: Path) -> None:
    job = GITLAB["check-plans"]
    who = "git -c user.name=SAMPLE -c user.email=sample@planc.invalid"
    _run(f"git init -q; git add -A; {who} commit -q -m First", base, tools)
    assert _run(job["script"][0], base, tools)[0] == 0
    assert all((base / name).is_file() for name in job["artifacts"]["reports"].values())


def test_the_action_installs_what_the_lock_names() -> None:
    install, _ = ACTION["runs"]["steps"]
    found = re.findall(r"\$GITHUB_ACTION_PATH/(\S+?)\"", install["run"])
    here = ROOT / ".github" / "actions" / "check"
    assert [(here / name).resolve().relative_to(ROOT.resolve()).as_posix() for name in found] == [
        "locks/users.txt",
        ".",
    ]
