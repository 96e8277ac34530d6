"""Many plans, read by several processes, are reported as one process reports them."""

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from planc.all_reporters import REPORTERS
from planc.processes import LEAST
from tests.benchmarks.corpus import write
from tests.conftest import environment, process

PLANS = LEAST["fork"] + 8


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Plans of which some have findings, of each kind of rule: also of those about all plans."""
    root = write(tmp_path_factory.mktemp("many") / "repository", PLANS)
    for number, path in enumerate(sorted((root / "plans").iterdir())):
        text = path.read_text(encoding="utf-8")
        if number % 7 == 0:
            text = text.replace("status: active", "status: live", 1)
        if number % 9 == 0:
            text = re.sub(r", owner: [\w-]+", "", text, count=1)
        if number % 11 == 0:
            text = re.sub(r"^ref: .*$", "ref: SOC-2026-00012", text, flags=re.MULTILINE)
        if number % 13 == 0:
            text = text.replace("\nobjectives:", "\nobjectives", 1)
        path.write_text(text, encoding="utf-8")
    policy = (root / "planc.yaml").read_text(encoding="utf-8")
    policy = policy.replace("owner_tactics: 400", "owner_tactics: 10")  # most are read again
    (root / "planc.yaml").write_text(policy, encoding="utf-8")
    return root


def reports(root: Path, out: Path, jobs: int) -> dict[str, bytes]:
    """Every report there is."""
    out.mkdir()
    asked = [word for form in REPORTERS for word in ("-o", f"{form}={out / form}")]
    ran = process("check", "--jobs", str(jobs), *asked, cwd=root)
    assert (ran.status, ran.out, ran.err) == (1, "", "")
    return {form: (out / form).read_bytes() for form in REPORTERS}


def test_every_report_is_the_same_to_the_byte(root: Path, tmp_path: Path) -> None:
    alone = reports(root, tmp_path / "1", 1)
    assert reports(root, tmp_path / "2", 2) == alone
    assert reports(root, tmp_path / "4", 4) == alone
    for rule in (b"unknown-value", b"owner-overload", b"duplicate-ref", b"missing-colon"):
        assert rule in alone["concise"]


@pytest.mark.skipif(sys.platform != "linux", reason="where /proc says which processes there are")
def test_that_a_process_was_ended_is_said_and_nothing_is_lost(root: Path) -> None:
    whole = process("check", "--jobs", "1", cwd=root)
    planc = subprocess.Popen(
        [sys.executable, "-m", "planc", "check", "--jobs", "2"],
        cwd=root,
        env=environment({}),
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    children = Path(f"/proc/{planc.pid}/task/{planc.pid}/children")
    # both, for one alone may be a process that only asks the system something
    while len(started := children.read_text().split()) < 2:
        time.sleep(0.001)
    for child in started:
        os.kill(int(child), signal.SIGKILL)
    out, _ = planc.communicate()
    assert planc.returncode == whole.status
    assert "The system ended a process of planc's, perhaps for want of memory." in out
    assert (
        out.replace(next(line + "\n" for line in out.split("\n") if "--jobs 1" in line), "")
        == whole.out
    )
