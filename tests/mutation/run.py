"""Runs planc on mutants, and counts what it says."""

import dataclasses
import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from fnmatch import fnmatchcase
from functools import cache
from itertools import groupby, islice
from pathlib import Path
from typing import NamedTuple

from planc.check import check
from planc.repository import open_repository
from tests.mutation.mutant import Mutant, Said
from tests.mutation.operators import OPERATORS
from tests.mutation.sample import AS_OF, ROOT, Sample

MISSES = Path(__file__).with_name("misses.txt")


@cache
def samples() -> tuple[Sample, ...]:
    """The sample plans."""
    paths = sorted((ROOT / "plans").glob("*.yaml"))
    return tuple(Sample(path) for path in paths if path.stem not in ("planc", "directory"))


def mutants(name: str, sample: Sample) -> Iterator[Mutant]:
    """Every mutant of a sample that an operator makes."""
    return (Mutant(name, sample, change) for change in OPERATORS[name](sample))


def judged(found: Iterable[Mutant]) -> Iterator[tuple[Mutant, list[Said]]]:
    """Each mutant, with what planc says of it in a copy of its sample's repository."""
    for sample, mutated in groupby(found, lambda mutant: mutant.sample):
        with tempfile.TemporaryDirectory() as folder:
            shutil.copytree(sample.home, folder, dirs_exist_ok=True)
            path = Path(folder) / sample.path.relative_to(sample.home)
            whole = open_repository([path])
            alone = dataclasses.replace(whole, files=((path, "plan"),), whole=False)
            for mutant in mutated:
                path.write_bytes(mutant.raw)
                report = check(alone, AS_OF)
                spans = ((one.rule, one.place.span) for one in report.findings)
                yield mutant, [Said(rule, span.line if span else 0) for rule, span in spans]


class Count(NamedTuple):
    """How the mutants of one operator, in one sample or in all, came out."""

    name: str
    outcomes: Counter[str]
    misses: dict[str, list[str]]


def _job(name: str, place: int, every: int) -> Count:
    sample = samples()[place]
    count = Count(name, Counter(), {})
    for mutant, said in judged(islice(mutants(name, sample), place % every, None, every)):
        outcome = mutant.outcome(said)
        count.outcomes[outcome] += 1
        if outcome not in ("found", "silent"):
            count.misses.setdefault(mutant.told(said), []).append(mutant.place(said))
    return count


def counted(names: Iterable[str], every: int = 1) -> list[Count]:
    """Every n-th mutant of each operator in each sample, run on all cores, by operator."""
    jobs = [(name, place, every) for name in names for place in range(len(samples()))]
    counts: dict[str, Count] = {}
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        for part in pool.map(_job, *zip(*jobs, strict=True)):
            whole = counts.setdefault(part.name, Count(part.name, Counter(), {}))
            whole.outcomes.update(part.outcomes)
            for told, places in part.misses.items():
                whole.misses.setdefault(told, []).extend(places)
    return list(counts.values())


@cache
def known_misses() -> tuple[str, ...]:
    """The kinds of misses that have a reason, as `Mutant.told` has them; * stands for anything."""
    lines = MISSES.read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and line[0] != "#")


def is_known(told: str) -> bool:
    """Whether a miss is of one of these kinds."""
    return any(fnmatchcase(told, kind) for kind in known_misses())
