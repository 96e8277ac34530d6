"""Runs planc on mutants, and counts what it says."""

import dataclasses
import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from planc import pipeline
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


def judged(found: Iterable[Mutant], sample: Sample) -> Iterator[tuple[Mutant, list[Said]]]:
    """Each mutant of a sample, with what planc says of it."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(sample.home, folder, dirs_exist_ok=True)
        path = Path(folder) / sample.path.relative_to(sample.home)
        whole = pipeline.open_repository([path])
        alone = dataclasses.replace(whole, files=((path, "plan"),), whole=False)
        for mutant in found:
            path.write_bytes(mutant.raw)
            report = pipeline.check(alone, AS_OF)
            spans = ((one.rule, one.place.span) for one in report.findings)
            said = [Said(rule, span.line if span else 0) for rule, span in spans]
            yield mutant, said


class Count(NamedTuple):
    """How the mutants of one operator, in one sample or in all, came out."""

    name: str
    outcomes: Counter[str]
    misses: dict[str, list[str]]


def _job(name: str, place: int, every: int) -> Count:
    sample = samples()[place]
    count = Count(name, Counter(), {})
    for mutant, said in judged(islice(mutants(name, sample), place % every, None, every), sample):
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


def known_misses() -> dict[str, str]:
    """What is not found as it should be, as `Mutant.told` has it, each with the reason above it."""
    misses, reason, held = {}, "", False
    for line in MISSES.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            reason = line[2:] if held else f"{reason} {line[2:]}".lstrip()
        elif line:
            misses[line] = reason
        held = not line.startswith("# ")
    return misses
