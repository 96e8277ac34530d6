"""`planc check PATH...` says the same whether or not it loads what reads options."""

from pathlib import Path

import pytest

from tests.conftest import NO_OWNER, PLAN, TOO_HIGH, change, process

CASES = {
    "found nothing": (PLAN,),
    "the whole folder": (),
    "a folder by its name": (".",),
    "a file that is not there": ("plans/none.yaml",),
    "a folder without plans": ("empty",),
    "two of them": (PLAN, "plans"),
}


@pytest.mark.parametrize("name", CASES)
def test_both_ways_say_the_same(base: Path, name: str) -> None:
    (base / "empty").mkdir()
    same(base, *CASES[name])


@pytest.mark.parametrize("fault", [NO_OWNER, TOO_HIGH])
def test_they_find_the_same(base: Path, fault: tuple[str, str]) -> None:
    change(base / PLAN, fault)
    assert same(base) == 1


def test_they_refuse_the_same_policy(base: Path) -> None:
    (base / "planc.yaml").write_text("planc: 1\nforce: [x]\n", encoding="utf-8")
    assert same(base) == 2


def test_they_refuse_the_same_environment(base: Path) -> None:
    assert same(base, epoch="soon") == 2


def same(base: Path, *words: str, epoch: str = "") -> int:
    """The status, which is the same both ways, as are all words."""
    plain = process("check", *words, cwd=base, SOURCE_DATE_EPOCH=epoch)
    full = process("check", *words, "--fail-on", "error", cwd=base, SOURCE_DATE_EPOCH=epoch)
    assert plain == full
    return plain.status
