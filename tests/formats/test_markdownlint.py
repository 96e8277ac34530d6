"""Markdown papers under markdownlint, with its own rules but for those that the settings name."""

import shutil
import subprocess
from pathlib import Path

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


def test_the_papers_of_the_samples_and_one_with_every_field_are_clean(tmp_path: Path) -> None:
    out = tmp_path / "papers"
    out.mkdir()
    FullPlan().write(tmp_path)
    editions: tuple[Edition, ...] = ("author", "board")
    made = [paper for each in editions for paper in papers(ROOT / "plans", "plan", each)]
    for paper in files([*made, *papers(tmp_path, "plan", "author")]):
        (out / paper.name).write_bytes(paper.content)
    assert len(list(out.iterdir())) == 8 + 8 + 1
    assert _lint(out) == []


def test_no_words_of_an_officer_are_taken_for_bad_markdown(tmp_path: Path) -> None:
    for number, text in enumerate(["plain words", "ends with a space ", "two\nlines", *HOSTILE]):
        (tmp_path / f"{number:02}.md").write_bytes(emit(every_block(text)))
    assert _lint(tmp_path) == []


def test_the_linter_is_awake(tmp_path: Path) -> None:
    (tmp_path / "paper.md").write_text("OFFICIAL\n\n# Title\n### Skipped\n")
    assert {line.split()[2].split("/")[0] for line in _lint(tmp_path)} == {"MD001", "MD022"}
