"""Markdown papers under markdownlint, with its own rules but for those that the settings name."""

import shutil
import subprocess
from pathlib import Path

import pytest

from planc.formats.markdown import emit
from planc.model.view import Edition
from tests.conftest import ROOT
from tests.formats.every_block import HOSTILE, every_block
from tests.full import FullPlan
from tests.papers.reading import files, papers
from tests.programs import MODULES, NODE, need

LINTER = MODULES / "markdownlint-cli2" / "markdownlint-cli2-bin.mjs"
SETTINGS = NODE / "papers.markdownlint-cli2.jsonc"

need("node", shutil.which("node"), LINTER.exists())


def _lint(folder: Path) -> list[str]:
    """What the linter says of the papers in the folder."""
    papers = len(list(folder.glob("*.md")))
    command = ["node", str(LINTER), "--config", str(SETTINGS), "*.md"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    assert f"Linting: {papers} file(s)\n" in done.stdout
    return done.stderr.splitlines()


@pytest.mark.parametrize("edition", ["author", "board"])
def test_the_papers_of_the_samples_are_clean(tmp_path: Path, edition: Edition) -> None:
    for paper in files(papers(ROOT / "plans", "plan", edition)):
        (tmp_path / paper.name).write_bytes(paper.content)
    assert len(list(tmp_path.iterdir())) == 8
    assert _lint(tmp_path) == []


def test_a_paper_with_every_field_and_findings_is_clean(tmp_path: Path) -> None:
    FullPlan().write(tmp_path)
    (paper,) = files(papers(tmp_path, "plan", "author"))
    (tmp_path / paper.name).write_bytes(paper.content)
    assert _lint(tmp_path) == []


def test_no_words_of_an_officer_are_taken_for_bad_markdown(tmp_path: Path) -> None:
    for number, text in enumerate(["plain words", "ends with a space ", "two\nlines", *HOSTILE]):
        (tmp_path / f"{number:02}.md").write_bytes(emit(every_block(text)))
    assert _lint(tmp_path) == []


def test_the_linter_is_awake(tmp_path: Path) -> None:
    (tmp_path / "paper.md").write_text("OFFICIAL\n\n# Title\n### Skipped\n")
    assert {line.split()[2].split("/")[0] for line in _lint(tmp_path)} == {"MD001", "MD022"}
