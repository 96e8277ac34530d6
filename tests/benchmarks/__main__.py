"""python -m tests.benchmarks [MEASURE ...] [--times N]: how planc compares, as a table in Markdown.

Makes environments for planc and its peers and repositories of made plans below --folder, and runs
whole processes in turn. Ratios are medians over the rounds, with the quartiles; seconds are
medians. `peak` is of the largest process, `summed` of all at once.
"""

import argparse
import os
import platform
import statistics
import sys
from pathlib import Path

from tests.benchmarks.measures import MEASURES, Workplace
from tests.benchmarks.peers import VERSIONS
from tests.benchmarks.race import MIB, Result, race

_HEAD = ("contender", "cpu s", "wall s", "x cpu", "x wall", "peak MiB", "summed MiB")


def main() -> None:
    """Measures what is asked for, or everything."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    parser.add_argument("measures", nargs="*", metavar="MEASURE", help=", ".join(MEASURES))
    parser.add_argument("--times", type=float, default=1, help="so many times the usual rounds")
    parser.add_argument("--folder", type=Path, default=Path("build/benchmarks"))
    arguments = parser.parse_args()
    unknown = set(arguments.measures) - set(MEASURES)
    if unknown:
        parser.error(f"no such measure: {', '.join(sorted(unknown))}")
    at = Workplace(arguments.folder.resolve())
    _say(f"{platform.python_implementation()} {platform.python_version()}, {os.cpu_count()} cores;")
    _say(f"beside {', '.join(VERSIONS)}.")
    for name in arguments.measures or MEASURES:
        measure = MEASURES[name]
        contenders = measure.contenders(at)
        rounds = max(1, round(measure.rounds * arguments.times))
        results = race(contenders, rounds)
        load = " ".join(f"{number:.1f}" for number in os.getloadavg()[:2])
        _say(f"\n**{measure.title}** (`{name}`, {rounds} rounds, load {load})\n")
        _row(*_HEAD)
        _row(*("---" for _ in _HEAD))
        for result in results:
            _row(*_cells(result, results[0]))


def _cells(result: Result, base: Result) -> tuple[str, ...]:
    ratios = ("1", "1")
    if result is not base:
        ratios = (str(result.against(base, "cpu")), str(result.against(base, "wall")))
    return (
        result.contender.name,
        f"{statistics.median(run.cpu for run in result.runs):.3f}",
        f"{statistics.median(run.wall for run in result.runs):.3f}",
        *ratios,
        f"{result.memory.largest / MIB:.0f}",
        f"{result.memory.summed / MIB:.0f}",
    )


def _row(*cells: str) -> None:
    _say(f"| {' | '.join(cells)} |")


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
