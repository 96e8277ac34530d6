"""What is written down is true: manuals made from code are fresh, and named files exist."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from planc.passes.explain_fields import fields_manual
from planc.passes.explain_rules import rules_manual

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
