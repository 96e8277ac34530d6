"""The numbers of a board's paper are those of its plan, counted by code that is none of planc's."""

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import examples
from tests.formats import read_docx
from tests.papers.generated_plans import write_generated
from tests.papers.reading import SAMPLES, files, papers
from tests.papers.recount import differences

SETTINGS = ("planc", "directory")
EVERY = sorted(path.stem for path in SAMPLES.glob("*.yaml") if path.stem not in SETTINGS)
SOME = ("county-lines", "minimal")


@cache
def _yaml(path: Path) -> Any:
    """A file of YAML with every scalar as its text."""
    return yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - text alone


@cache
def _paper(path: Path) -> str:
    (paper,) = files(papers(path, forms=["docx"]))
    return read_docx.as_read(paper.content)


def _differences(path: Path, paper: str) -> list[str]:
    policy, directory = (_yaml(SAMPLES / f"{name}.yaml") for name in SETTINGS)
    return differences(_yaml(path), policy, directory, paper)


def test_it_shares_no_code_with_planc() -> None:
    source = Path(__file__).with_name("recount.py").read_text(encoding="utf-8")
    assert re.findall(r"^(?:import|from) (\S+)", source, re.MULTILINE) == [
        *("datetime", "re", "collections", "collections.abc", "typing"),
    ]


@pytest.mark.parametrize("name", EVERY if examples(1) > 1 else SOME)
def test_every_number_of_a_sample_is_its_plans(name: str) -> None:
    path = SAMPLES / f"{name}.yaml"
    assert _differences(path, _paper(path)) == []


@pytest.mark.generated
def test_every_number_of_generated_plans_is_theirs(tmp_path: Path) -> None:
    for path in write_generated(tmp_path / "plans", range(examples(2))):
        assert _differences(path, _paper(path)) == [], path.name


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("4 days late", "5 days late"),
        ("1 blocked", "2 blocked"),
        ("46 → 27 → 15", "46 → 26 → 15"),
        ("moved twice", "moved once"),
        ("slipped 39 days (2nd time)", "slipped 38 days (2nd time)"),
        ("No answer, 20 days", "No answer, 21 days"),
        ("panel | 0 | 1 | 2 | 3", "panel | 0 | 1 | 3 | 4"),
        ("2 complete (PUR", "3 complete (PUR"),
        ("Claimed 3 days ago", "Claimed 4 days ago"),
        ("2 of 4 closed", "3 of 4 closed"),
        ("10 held", "11 held"),
        ("53 on 19 Nov 2026", "54 on 19 Nov 2026"),
        ("62 (22 Apr 2026)", "63 (22 Apr 2026)"),
        ("5 live tactics", "6 live tactics"),
        ("£5,600", "£5,700"),
        ("8 Dec 2026 / moved", "9 Dec 2026 / moved"),
    ],
)
def test_a_wrong_number_is_found(right: str, wrong: str) -> None:
    path = SAMPLES / "county-lines.yaml"
    paper = _paper(path)
    assert right in paper
    assert _differences(path, paper.replace(right, wrong, 1))
