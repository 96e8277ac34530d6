"""Papers are the same to the byte in however many processes they are made."""

import sys
from pathlib import Path

import pytest

from planc.all_papers import PaperName
from planc.check import check
from planc.model.paper_file import NoPaper, PaperFile, PaperRequest
from planc.produce import produce
from planc.repository import open_repository
from tests.benchmarks.corpus import write
from tests.conftest import AS_OF, posix

PLANS = 20
"""So many that new processes pay where they cannot begin as copies of this one."""


FEW = 6


@pytest.fixture(scope="module")
def plans(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Twenty plans; the last of the first six has the same reference as the first."""
    root = write(tmp_path_factory.mktemp("processes").resolve() / "repository", PLANS)
    plans = sorted((root / "plans").iterdir())
    text = plans[FEW - 1].read_text(encoding="utf-8")
    text = text.replace(f"SOC-2026-{FEW:05}", "SOC-2026-00001")
    plans[FEW - 1].write_text(text, encoding="utf-8")
    return plans


def made(
    plans: list[Path], kind: PaperName, jobs: int, only: str | None = None
) -> list[PaperFile | NoPaper]:
    repository = open_repository(plans)
    asked = PaperRequest("author", plan=only)
    return [*produce(repository, check(repository, AS_OF), kind, asked, ("md",), jobs=jobs)]


@pytest.mark.parametrize(("kind", "papers"), [("plan", FEW - 1), ("portfolio", 3)])
def test_they_are_the_same_in_several_processes(
    plans: list[Path], kind: PaperName, papers: int
) -> None:
    alone = made(plans[:FEW], kind, 1)
    assert sum(isinstance(one, PaperFile) for one in alone) == papers
    assert made(plans[:FEW], kind, 3) == alone


@posix
def test_they_are_the_same_where_processes_start_afresh(
    plans: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = made(plans, "portfolio", 1)
    monkeypatch.setattr(sys, "platform", "darwin")
    assert made(plans, "portfolio", 2) == alone


def test_a_plan_that_is_asked_for_alone_knows_of_those_before_it(plans: list[Path]) -> None:
    first, last = made(plans[:FEW], "plan", 1, "SOC-2026-00001")
    assert isinstance(first, PaperFile)
    assert isinstance(last, NoPaper)
    assert "has the same reference" in last.because
