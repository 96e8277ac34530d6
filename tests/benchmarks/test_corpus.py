"""Plans that benchmarks run on are plans as officers write them: each its own, and sound."""

import re
from pathlib import Path

import pytest

from tests.benchmarks.corpus import AREA, plan, write
from tests.conftest import process

PLANS = AREA + 16


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("corpus") / "repository", PLANS)


def test_nothing_is_wrong_with_them(root: Path) -> None:
    ran = process("check", cwd=root)
    assert ran.status == 0
    summary = (
        f"Checked {PLANS} plans: 0 have findings, {PLANS} are fine, 0 files could not be read."
    )
    assert ran.out.startswith(f"{summary} Found nothing. Changes not looked at (no --since).\n")


def test_each_has_a_reference_of_its_own(root: Path) -> None:
    texts = [path.read_text(encoding="utf-8") for path in (root / "plans").iterdir()]
    refs = {re.findall(r"^ref: (\S+)$", text, re.MULTILINE)[0] for text in texts}
    assert len(refs) == PLANS


def test_they_differ_in_more_than_that_and_are_the_same_each_time() -> None:
    (_, first), (_, same), (_, other) = plan(1), plan(1), plan(9)
    assert first == same
    assert first.replace("00002", "") != other.replace("00010", "")


def test_the_posts_of_one_area_are_not_those_of_the_next() -> None:
    (_, here), (_, there) = plan(1), plan(AREA + 1)
    (lead,) = re.findall(r"^lro: (\S+)$", here, re.MULTILINE)
    assert re.findall(r"^lro: (\S+)$", there, re.MULTILINE) == [f"{lead}-1"]
