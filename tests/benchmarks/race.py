"""Runs whole programs in turn, and says how they compare: time, processor time and memory.

Each round runs every contender once, so that what else the machine does falls on all of them; a
ratio is the median of the ratios within the rounds. Processor time is the same on a busy machine
only as a ratio.
"""

import os
import statistics
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

MIB = 1 << 20
_LOOK = 0.005


class Contender(NamedTuple):
    """A command: its words, the folder it runs in, the exit status that it must have.

    `units` is of how many plans (or rows) it makes something, where contenders differ in that.
    """

    name: str
    words: tuple[str, ...]
    folder: Path
    status: int = 0
    units: int = 1


class Run(NamedTuple):
    """One run of a process with all that it started: seconds."""

    wall: float
    cpu: float


class Memory(NamedTuple):
    """The most memory a run has, in bytes: its largest process, and all at once.

    What processes share counts once in the sum.
    """

    largest: int
    summed: int


class Spread(NamedTuple):
    """The median of some numbers, and the quartiles around it."""

    median: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.median:.2f} ({self.low:.2f} to {self.high:.2f})"


def spread(numbers: Sequence[float]) -> Spread:
    """What half of the numbers lie within."""
    if len(numbers) < 3:
        return Spread(statistics.median(numbers), min(numbers), max(numbers))
    low, median, high = statistics.quantiles(numbers, n=4, method="inclusive")
    return Spread(median, low, high)


class Result(NamedTuple):
    """How a contender did in each round."""

    contender: Contender
    runs: tuple[Run, ...]
    memory: Memory

    def against(self, base: "Result", measure: str) -> Spread:
        """The ratio to another contender in `wall` or `cpu` by unit, round by round."""
        units = base.contender.units / self.contender.units
        pairs = zip(self.runs, base.runs, strict=True)
        return spread(
            [getattr(one, measure) / getattr(other, measure) * units for one, other in pairs]
        )


def race(contenders: Sequence[Contender], rounds: int) -> list[Result]:
    """Every contender in every round, after one for memory alone; the first is the base."""
    memory = [weigh(one) for one in contenders]
    timed = zip(*([run(one) for one in contenders] for _ in range(rounds)), strict=True)
    return [Result(*each) for each in zip(contenders, timed, memory, strict=True)]


def run(contender: Contender) -> Run:
    """Runs it once, to its end, with nothing in its way."""
    started = time.perf_counter()
    process = _start(contender)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    _finish(contender, process, status)
    return Run(wall, usage.ru_utime + usage.ru_stime)


def weigh(contender: Contender) -> Memory:
    """Runs it once, and looks again and again at how much memory its processes have.

    The system's own count of a child's memory has that of its parent in it.
    """
    process, largest, summed = _start(contender), 0, 0
    while True:
        ended, status, _ = os.wait4(process.pid, os.WNOHANG)
        if ended:
            _finish(contender, process, status)
            return Memory(largest, summed)
        family = _family(process.pid)
        largest = max(largest, *(_kept(one, "status", "VmHWM:") for one in family))
        summed = max(summed, sum(_kept(one, "smaps_rollup", "Pss:") for one in family))
        time.sleep(_LOOK)


def _family(pid: int) -> list[int]:
    """A process, its children and theirs."""
    family = [pid]
    for one in family:
        for children in Path(f"/proc/{one}/task").glob("*/children"):
            try:
                family += map(int, children.read_text().split())
            except OSError:  # it has ended
                continue
    return family


def _kept(pid: int, file: str, name: str) -> int:
    """A number of bytes that the system knows of a process; 0 if it has ended."""
    try:
        lines = Path(f"/proc/{pid}/{file}").read_text().split("\n")
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith(name))


def _start(contender: Contender) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        contender.words,
        cwd=contender.folder,
        env=_environment(os.environ),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _environment(outer: Mapping[str, str]) -> dict[str, str]:
    """What a user has: nothing that steers Python, or planc, otherwise."""
    steering = ("PYTHON", "COVERAGE", "SOURCE_DATE_EPOCH", "FORCE_COLOR")
    return {name: value for name, value in outer.items() if not name.startswith(steering)}


def _finish(contender: Contender, process: subprocess.Popen[bytes], status: int) -> None:
    process.returncode = os.waitstatus_to_exitcode(status)
    words = " ".join(contender.words)
    assert process.returncode == contender.status, f"exit status {process.returncode}: {words}"
