"""Path -> bytes: what is an ordinary file, and what planc will not open."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import DAY, Planc, copied, not_root, posix

UNREADABLE = (
    "Checked 2 plans: 1 has findings, 1 is fine, 1 file could not be read. Found 1 refusal."
    " Changes not looked at (no --since)."
)


def _assert_unreadable(planc: Planc, name: str, trouble: str) -> None:
    ran = planc("check", *DAY)
    assert (ran.status, ran.err) == (1, "")
    assert ran.out.startswith(f"{name}:1:1 ")
    assert f"  Wrong: {name} cannot be opened: {trouble}.\n" in ran.out
    assert ran.out.splitlines()[-1] == UNREADABLE


@posix
@pytest.mark.parametrize("target", ["larch.yaml", "/etc/hostname", "ash.yaml", "nothing"])
def test_a_plan_that_is_a_link_is_not_followed(planc: Planc, base: Path, target: str) -> None:
    (base / "plans" / "ash.yaml").symlink_to(target)
    _assert_unreadable(planc, "plans/ash.yaml", "it is a link to another file")


@posix
def test_a_plan_that_is_a_pipe_is_not_waited_for(planc: Planc, base: Path) -> None:
    os.mkfifo(base / "plans" / "ash.yaml")
    _assert_unreadable(planc, "plans/ash.yaml", "it is not an ordinary file")


@posix
@not_root
def test_a_plan_that_may_not_be_read(planc: Planc, base: Path) -> None:
    copied(base, "plans/ash.yaml", "SOC-2026-015").chmod(0)
    _assert_unreadable(planc, "plans/ash.yaml", "permission denied")


def test_a_file_of_a_size_that_no_plan_has_is_not_even_read(planc: Planc, base: Path) -> None:
    with (base / "plans" / "ash.yaml").open("wb") as file:
        file.truncate(5 << 30)  # without taking up the room
    _assert_unreadable(planc, "plans/ash.yaml", "it has 5,368,709,120 bytes")


@posix
@pytest.mark.parametrize("make", [os.mkfifo, Path.mkdir, lambda path: path.symlink_to("nothing")])
def test_a_directory_that_is_no_ordinary_file_is_not_taken_for_none(
    planc: Planc, base: Path, make: Callable[[Path], None]
) -> None:
    (base / "directory.yaml").unlink()
    make(base / "directory.yaml")
    ran = planc("check", *DAY)
    assert ran.status == 1
    assert ran.out.startswith("directory.yaml:1:1 ")
    assert "planc explain unreadable-file" in ran.out
    assert "1 is fine, 1 file could not be read. Found 1 refusal." in ran.out


@posix
def test_a_policy_that_is_a_link_is_not_followed(planc: Planc, base: Path) -> None:
    (base / "planc.yaml").rename(base / "policy")
    (base / "planc.yaml").symlink_to("policy")
    ran = planc("check", *DAY)
    assert (ran.status, ran.out) == (2, "")
    assert "planc.yaml cannot be opened: it is a link to another file." in ran.err
