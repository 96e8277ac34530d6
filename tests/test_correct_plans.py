"""Plans of another force, right as they stand, of which planc finds nothing to say.

They are unlike the samples: references with dots and strokes, words in capitals, a weekly board
whose chair stands above the SRO, a partner as LRO, a plan in monitoring, one archived, and one on
exploited children that is written in block form throughout, its dates between quotation marks.
"""

from pathlib import Path

import pytest

from planc.check import check
from planc.model.finding import Severity
from planc.repository import open_repository
from tests.conftest import AS_OF, ROOT, process

CORRECT = ROOT / "tests" / "correct"
PLANS = sorted((CORRECT / "plans").glob("*.yaml"))


@pytest.mark.parametrize("plan", PLANS, ids=lambda path: path.stem)
def test_nothing_is_found(plan: Path) -> None:
    found = check(open_repository([plan]), AS_OF).findings
    assert [finding for finding in found if finding.severity >= Severity.WARNING] == []


def test_nothing_is_found_in_them_together() -> None:
    found = check(open_repository([CORRECT]), AS_OF)
    assert [finding for finding in found.findings if finding.severity >= Severity.WARNING] == []
    assert len(found.files) == len(PLANS) + 2
    assert len(PLANS) == 5


def test_none_of_them_needs_an_exception() -> None:
    words = "".join(path.read_text(encoding="utf-8") for path in CORRECT.rglob("*.yaml"))
    assert "waivers:" not in words
    assert "rules:" not in words


def test_they_make_papers(tmp_path: Path) -> None:
    ran = process("build", "--to", "md", "--out", tmp_path, cwd=CORRECT)
    assert (ran.status, ran.err) == (0, "")
    names = {path.name for path in tmp_path.iterdir()}
    assert {"CYB-26-004-plan-board.md", "ENV-2026-014-plan-board.md"} <= names
    paper = (tmp_path / "ENV-2026-014-plan-board.md").read_text(encoding="utf-8")
    assert "Plan checks met" in paper
