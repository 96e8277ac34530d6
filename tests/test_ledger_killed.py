"""Killed, or told by the system that it cannot, at every step that changes the disk.

There is never a paper without its line; and after the next run the ledgers and the papers agree.
"""

import errno
import hashlib
import json
import os
import shutil
import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from planc.cli.app import run
from planc.cli.recording import ledgers
from planc.model.issue import ISSUES, Issue
from planc.model.ledger import parse_ledger, standing
from planc.model.release import RELEASES, Release
from tests.conftest import Planc, posix
from tests.test_ledger import RELEASE
from tests.test_ledger import shared as shared_repository

shared = shared_repository
pytestmark = posix

ISSUE = (
    *("issue", "--board", "exampleton-ocg", "--issued-by", "di-soc-west"),
    *("--as-of", "2026-11-22", "--to-format", "md"),
)
COMMANDS = {"release": RELEASE, "issue": ISSUE}
STEPS = ("open", "write", "fsync", "replace", "rename", "unlink", "ftruncate", "mkdir")
NOT_REACHED = 99
CHANGES_FILES = os.O_CREAT | os.O_WRONLY | os.O_RDWR


Work = Callable[[], None]


def _in_a_process(root: Path, work: Work, step: int = 0, how: str = "") -> int:
    """Does something in a process of its own; at a step it is killed, or the step fails.

    Returns its exit status, or NOT_REACHED if there are fewer steps.
    """
    child = os.fork()
    if child:
        _, status = os.waitpid(child, 0)
        return os.waitstatus_to_exitcode(status)
    try:
        os.chdir(root)
        nowhere = os.open(os.devnull, os.O_RDWR)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
        sys.stdout, sys.stderr = os.fdopen(1, "w"), os.fdopen(2, "w")
        taken = _stop_at(step, how)
        try:
            work()
        except SystemExit as ended:
            status = int(str(ended.code or 0))
        except OSError:
            status = 2
        else:
            status = 0
        os._exit(status if not step or taken() >= step else NOT_REACHED)
    finally:
        os._exit(70)


def _command(words: Sequence[str]) -> Work:
    def work() -> None:
        sys.argv = ["planc", *words]
        run()

    return work


def _publication(kind: str, text: str) -> Work:
    """What `release` and `issue` do once they have the paper."""

    def work() -> None:
        content = text.encode()
        sha256 = hashlib.sha256(content).hexdigest()
        packs = Path("packs").absolute()
        with ledgers(Path.cwd(), "2026-11-22", packs) as both:
            if kind == "release":
                name = f"partner-youth-{sha256[:8]}.md"
                release = Release(kind="released", on="2026-11-22", plan="S", to="y", sha256=sha256)
                both.releases.publish(release, packs / name, content)
            else:
                name = f"ocg-portfolio-board-2026-12-02-{sha256[:8]}.md"
                issue = Issue(
                    kind="issued",
                    on="2026-11-22",
                    paper="p",
                    board="b",
                    meeting="2026-12-02",
                    sha256=sha256,
                )
                both.issues.publish(issue, packs / name, content)

    return work


def _stop_at(step: int, how: str) -> Callable[[], int]:
    """Lets one of the steps of this process be its last, or fail."""
    taken = 0

    def watched(name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*words: Any, **more: Any) -> Any:
            nonlocal taken
            if name != "open" or (len(words) > 1 and words[1] & CHANGES_FILES):
                taken += 1
                if taken == step:
                    if how == "kill":
                        os.kill(os.getpid(), signal.SIGKILL)
                    raise OSError(errno.ENOSPC, "No space left on device", str(words[0]))
            return real(*words, **more)

        return call

    for name in STEPS:
        setattr(os, name, watched(name, getattr(os, name)))
    return lambda: taken


def _sums(root: Path, pattern: str) -> set[str]:
    papers = (root / "packs").glob(pattern)
    return {hashlib.sha256(path.read_bytes()).hexdigest() for path in papers}


def _papers(root: Path) -> set[str]:
    """The digests of the papers that have left the force, or seem to have."""
    released = {
        hashlib.sha256(path.read_bytes()).hexdigest()
        for path in (root / "packs").glob("partner-*")
        if "NOT RELEASED" not in path.read_text()
    }
    return released | _sums(root, "*-portfolio-*-2026-*")


def _on_record(root: Path) -> set[str]:
    found: set[str] = set()
    for name, kind in ((RELEASES, Release), (ISSUES, Issue)):
        if (root / name).exists():
            text = (root / name).read_text()
            found |= {record.sha256 for record in standing(parse_ledger(text, kind))}
    return found


@pytest.mark.parametrize("how", ["kill", "error"])
@pytest.mark.parametrize("kind", ["release", "issue"])
def test_at_every_step_of_putting_it_on_record(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, how: str
) -> None:
    for step in range(1, 40):
        first = tmp_path / f"{step}"
        first.mkdir()
        status = _in_a_process(first, _publication(kind, "First"), step, how)
        if status == NOT_REACHED:
            assert 8 < step < 30
            return
        assert status in ((-signal.SIGKILL,) if how == "kill" else (0, 2)), step
        assert _papers(first) <= _on_record(first), step
        if status == 0:  # a folder that cannot be synced stops nothing
            assert _papers(first) == _on_record(first), step
        for following in COMMANDS:  # either command ends what was begun
            root = shutil.copytree(first, tmp_path / f"{step}-{following}")
            monkeypatch.chdir(root)
            _publication(following, "Second")()
            assert _papers(root) == _on_record(root) != set(), step
            left = [path.name for path in (root / "packs").iterdir() if path.name[0] == "."]
            assert left == [], step


@pytest.mark.parametrize("command", list(COMMANDS))
def test_at_steps_of_the_commands(planc: Planc, shared: Path, tmp_path: Path, command: str) -> None:
    """The same, of the commands themselves: from the record to the name of the paper."""
    once = shutil.copytree(shared, tmp_path / "once")
    assert planc(*COMMANDS[command], cwd=once).status == 0  # no process has to import it all anew
    for step in range(4, 8):
        status = _in_a_process(shared, _command(COMMANDS[command]), step, "kill")
        assert status == -signal.SIGKILL
        assert _papers(shared) <= _on_record(shared), step
    assert _in_a_process(shared, _command(COMMANDS[command])) == 0
    assert _papers(shared) == _on_record(shared) != set()


def test_what_was_not_made_is_said_in_the_ledger(tmp_path: Path) -> None:
    for step in range(1, 40):
        if _in_a_process(tmp_path, _publication("release", "First"), step, "error") == NOT_REACHED:
            break
    lines = [json.loads(line) for line in (tmp_path / RELEASES).read_text().splitlines()]
    said = next(line for line in lines if line["kind"] == "not made")
    assert said["because"] == "no space left on device"
    assert _papers(tmp_path) == _on_record(tmp_path)
