"""Work that is spread over processes comes back whole and in order, whatever becomes of them."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from planc.processes import LEAST, spread
from tests.conftest import ROOT, posix

HERE = os.getpid()
THINGS = range(LEAST["fork"] + 11)


def squares(numbers: Sequence[int]) -> list[int]:
    return [number * number for number in numbers]


def places(numbers: Sequence[int]) -> list[int]:
    return [os.getpid() for _ in numbers]


def ended_elsewhere(numbers: Sequence[int]) -> list[int]:
    """What the system does to a process that takes too much memory."""
    if 40 in numbers and os.getpid() != HERE:
        os.kill(os.getpid(), signal.SIGKILL)
    return squares(numbers)


def at_fault(numbers: Sequence[int]) -> list[int]:
    return [1 // (number - 40) for number in numbers]


def never() -> None:
    raise AssertionError("nothing was lost")


def flat(results: object) -> list[int]:
    assert hasattr(results, "__iter__")
    return [number for some in results for number in some]


@pytest.mark.parametrize("jobs", [1, 2, 4])
def test_what_comes_of_it_is_in_order(jobs: int) -> None:
    assert flat(spread(squares, THINGS, jobs, never)) == squares(THINGS)


def test_processes_that_start_afresh_do_the_same() -> None:
    things = range(LEAST["spawn"])
    assert flat(spread(list, things, 2, never, "spawn")) == [*things]


@posix
def test_it_is_done_elsewhere_where_that_pays() -> None:
    assert HERE not in flat(spread(places, THINGS, 2, never, "fork"))
    assert {*flat(spread(places, THINGS[: LEAST["fork"] - 1], 2, never))} == {HERE}
    assert {*flat(spread(places, THINGS, 1, never))} == {HERE}


@posix
def test_what_a_lost_process_had_is_done_here() -> None:
    lost = list[bool]()
    results = spread(ended_elsewhere, THINGS, 2, lambda: lost.append(True), "fork")
    assert flat(results) == squares(THINGS)
    assert lost == [True]


def test_a_fault_in_the_work_is_told_and_not_taken_for_a_lost_process() -> None:
    with pytest.raises(ZeroDivisionError):
        flat(spread(at_fault, THINGS, 2, never))


_FORBIDDEN = """
import sys
sys.modules["_multiprocessing"] = None  # as where a sandbox has no semaphores
from planc.processes import spread
print(*spread(sum, range(96), 2, lambda: print("lost")))
"""


def test_where_there_can_be_no_processes_it_is_done_in_this_one_without_a_word() -> None:
    words = [sys.executable, "-c", _FORBIDDEN]
    ran = subprocess.run(words, cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    assert sum(map(int, ran.stdout.split())) == sum(range(96))
    assert ran.stderr == ""


@posix
def test_none_is_left_when_the_rest_is_not_wanted() -> None:
    results = spread(places, THINGS, 2, never, "fork")
    started = next(results)[0]
    results.close()  # type: ignore[attr-defined]
    until = time.monotonic() + 20
    while Path(f"/proc/{started}").exists() and time.monotonic() < until:
        time.sleep(0.01)
    with pytest.raises(ProcessLookupError):
        os.kill(started, 0)
