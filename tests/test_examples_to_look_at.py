"""Papers to look at without installing planc are those that it makes today."""

import subprocess
import sys

import yaml

from tests.conftest import ROOT


def test_the_examples_are_what_planc_makes() -> None:
    command = [sys.executable, ".ci/examples.py", "--check"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_every_form_for_issues_says_first_never_to_paste_a_plan() -> None:
    forms = [
        path for path in (ROOT / ".github" / "ISSUE_TEMPLATE").iterdir() if path.stem != "config"
    ]
    assert len(forms) == 2
    for path in forms:
        first, *_, last = yaml.safe_load(path.read_text(encoding="utf-8"))["body"]
        assert first["attributes"]["value"].startswith("**Never paste a plan**"), path
        assert last["attributes"]["options"][0]["required"], path
