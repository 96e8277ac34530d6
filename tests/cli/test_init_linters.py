"""What `planc init` and `planc new` write, as yamllint, pre-commit's own hooks and the published
schemas of GitHub and GitLab have it. Skipped where they are not installed."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.test_init import ANSWERS
from tests.cli.test_new import WORDS
from tests.conftest import ROOT, Planc
from tests.programs import need

HOOKS = {
    "trailing-whitespace-fixer": "*",
    "end-of-file-fixer": "*",
    "mixed-line-ending": "*",
    "fix-byte-order-marker": "*",
    "check-yaml": "*.y*ml",
    "check-json": "*.json",
    "check-executables-have-shebangs": ".githooks/*",
    "check-shebang-scripts-are-executable": ".githooks/*",
}
SCHEMAS = {
    "github": ("vendor.github-workflows", ".github/workflows/plans.yml"),
    "gitlab": ("vendor.gitlab-ci", ".gitlab-ci.yml"),
}
OWN = {
    "vendor.github-workflows": ".github/workflows/*.yml",
    "vendor.github-actions": ".github/actions/check/action.yml",
    "vendor.gitlab-ci": ".github/gitlab.yml",
    "vendor.github-issue-forms": ".github/ISSUE_TEMPLATE/[!c]*.yml",
}

need("linters", *map(shutil.which, ("yamllint", "check-jsonschema", *HOOKS)))


def _quiet(*words: object, cwd: Path) -> None:
    env = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    command = list(map(str, words))
    done = subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def _fits(schema: str, *paths: Path) -> None:
    transform = ("--data-transform", "gitlab-ci") if "gitlab" in schema else ()
    assert paths
    _quiet("check-jsonschema", "--builtin-schema", schema, *transform, *paths, cwd=ROOT)


@pytest.mark.parametrize("host", ["github", "gitlab", "none"])
def test_what_is_written_passes(planc: Planc, tmp_path: Path, host: str) -> None:
    folder = tmp_path / "plans"
    assert planc("init", folder, "--host", host, *ANSWERS).status == 0
    words = (*WORDS, "--lro", "di crime", "--board", "ocg")
    assert planc("new", "EXAMPLE ASH", *words, cwd=folder).status == 0
    subprocess.run(["git", "init", "-q"], cwd=folder, check=True)
    subprocess.run(["git", "add", "-A"], cwd=folder, check=True)
    _quiet("yamllint", "--strict", ".", cwd=folder)
    for hook, pattern in HOOKS.items():
        listed = ["git", "ls-files", "--", f":(glob)**/{pattern}", f":(glob){pattern}"]
        names = subprocess.run(listed, cwd=folder, capture_output=True, text=True, check=True)
        assert names.stdout, hook
        _quiet(hook, *names.stdout.split(), cwd=folder)
    if host in SCHEMAS:
        schema, name = SCHEMAS[host]
        _fits(schema, folder / name)


@pytest.mark.parametrize("schema", OWN)
def test_what_this_repository_has_for_forges_is_as_they_have_published(schema: str) -> None:
    _fits(schema, *ROOT.glob(OWN[schema]))
