"""A paper that the plans no longer give never passes for a fresh one, whoever it is for."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import DAY, PLAN, Planc, change
from tests.test_ledger import BY, shared

__all__ = ["shared"]

POST = "council-youth-lead"
FOR_POST = ("--edition", f"recipient:{POST}")
BUILD = ("build", *DAY, *FOR_POST, "--to", "md")


def _names(root: Path) -> list[str]:
    return sorted(path.name for path in (root / "packs").iterdir())


def _words(root: Path) -> None:
    change(root / PLAN, ("Match the pupils whom", "Match pupils whom"))


def _share(root: Path) -> None:
    change(root / PLAN, ("share: [council-youth-lead]", "share: [mentoring-lead]"))


def _agreement(root: Path) -> None:
    change(root / "directory.yaml", ("expires: 2028-03-31", "expires: 2026-10-31"))


def _marking(root: Path) -> None:
    change(root / PLAN, ("marking: OFFICIAL-SENSITIVE", "marking: OFFICIAL"))


def _refusal(root: Path) -> None:
    change(root / PLAN, ("Closure orders on the flats", "Ring 07700 900123"))


def _deleted(root: Path) -> None:
    shutil.copy(root / PLAN, root / "plans" / "maple.yaml")
    change(root / "plans" / "maple.yaml", ("SOC-2026-014", "SOC-2026-015"))
    change(
        root / "plans" / "maple.yaml", ("share: [council-youth-lead]", "share: [council-housing]")
    )
    (root / PLAN).unlink()


CHANGES = (_words, _share, _agreement, _marking, _refusal, _deleted)


@pytest.mark.parametrize("alter", CHANGES)
@pytest.mark.parametrize("released", [False, True])
def test_a_partners_paper_of_yesterday_is_stale(
    planc: Planc, shared: Path, alter: Callable[[Path], None], released: bool
) -> None:
    words = ("release", PLAN, "--to", POST, *DAY, *BY, "--to-format", "md")
    assert planc(*(words if released else BUILD)).status == 0
    (old,) = _names(shared)
    alter(shared)
    ran = planc(*BUILD)
    names = _names(shared)
    assert old not in names
    assert f"STALE-{old}" in names
    assert f"{old} is out of date, and is now called STALE-{old}." in ran.err
    # what is given now is made, or it is said why there is none
    assert len(names) == (2 if alter in (_words, _marking) else 1)


def test_of_one_plan_alone_too_and_the_papers_of_others_are_left_alone(
    planc: Planc, shared: Path
) -> None:
    other = (shared / PLAN).read_text().replace("SOC-2026-014", "SOC-2026-015")
    other = other.replace("partner_title: Mentoring", "partner_title: Holiday club")
    (shared / "plans" / "maple.yaml").write_text(other)
    planc(*BUILD)
    before = {name: (shared / "packs" / name).read_text() for name in _names(shared)}
    assert len(before) == 2
    change(shared / PLAN, ("Match the pupils whom", "Match pupils whom"))
    planc("build", PLAN, *BUILD[1:])
    (stale,) = [name for name in _names(shared) if name.startswith("STALE-")]
    assert "# Mentoring" in (shared / "packs" / stale).read_text()
    (kept,) = [name for name, text in before.items() if "# Holiday club" in text]
    assert kept in _names(shared)


@pytest.mark.parametrize("edition", [FOR_POST, ("--edition", "board"), ("--pack", "tasks")])
def test_another_format_is_stale_from_the_next_day_on(
    planc: Planc, shared: Path, edition: tuple[str, ...]
) -> None:
    planc("build", *DAY, *edition, "--to", "html")
    old = _names(shared)
    planc("build", *DAY, *edition, "--to", "md")
    assert [name for name in _names(shared) if name.endswith(".html")] == old
    planc("build", "--as-of", "2026-11-23", *edition, "--to", "md")
    html = [name for name in _names(shared) if name.endswith(".html")]
    assert html == [f"STALE-{name}" for name in old]
    assert [name for name in _names(shared) if name.endswith(".md")] != []


def test_the_paper_of_a_plan_that_is_gone_is_stale(planc: Planc, shared: Path) -> None:
    other = (shared / PLAN).read_text().replace("SOC-2026-014", "SOC-2026-015")
    (shared / "plans" / "maple.yaml").write_text(other)
    planc("build", *DAY, "--to", "md")
    (shared / "plans" / "maple.yaml").unlink()
    planc("build", *DAY, "--to", "md")
    assert _names(shared) == ["SOC-2026-014-plan-board.md", "STALE-SOC-2026-015-plan-board.md"]


def test_what_planc_did_not_make_is_left_alone(planc: Planc, shared: Path) -> None:
    planc("build", *DAY, "--to", "md")
    (shared / "packs" / "notes-plan-board.md").write_text("Mine.\n")
    (shared / "packs" / "minutes.md").write_text("Mine.\n")
    planc("build", *DAY, "--to", "md")
    assert {"notes-plan-board.md", "minutes.md"} <= {*_names(shared)}


def test_a_release_leaves_no_older_one_as_if_fresh(planc: Planc, shared: Path) -> None:
    words = ("release", PLAN, "--to", POST, *DAY, *BY, "--to-format", "md")
    planc(*words)
    (old,) = _names(shared)
    _words(shared)
    ran = planc(*words)
    assert ran.status == 0
    assert f"{old} is out of date, and is now called STALE-{old}." in ran.err
    names = _names(shared)
    assert len(names) == 2
    assert f"STALE-{old}" in names
