"""Runs planc on mutants, and counts what it says."""

import dataclasses
import random
import shutil
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from planc import pipeline
from tests.mutation.facts import AS_OF
from tests.mutation.mutant import Answer, Mutant
from tests.mutation.operators import OPERATORS
from tests.mutation.sample import ROOT, Sample

_FOLDERS = ("plans", "tests/base", "tests/awkward")


def samples() -> list[Sample]:
    """Every sample plan there is."""
    paths = (path for folder in _FOLDERS for path in sorted((ROOT / folder).rglob("*.yaml")))
    return [Sample(path) for path in paths if path.stem not in ("planc", "directory")]


def mutants(found: Iterable[Sample], names: Iterable[str] = OPERATORS) -> Iterator[Mutant]:
    """Every mutant of the samples."""
    for name in names:
        for sample in found:
            for changed in OPERATORS[name](sample):
                yield Mutant(name, sample, changed)


def some(found: Iterable[Mutant], most: int, seed: int) -> list[Mutant]:
    """At most so many of each operator, drawn by lot."""
    held: defaultdict[str, list[Mutant]] = defaultdict(list)
    for mutant in found:
        held[mutant.operator].append(mutant)
    lot = random.Random(seed)  # noqa: S311
    return [one for group in held.values() for one in lot.sample(group, min(most, len(group)))]


class Bench:
    """A copy of each sample's repository, in which one plan after another is put."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._held: dict[Path, pipeline.Repository] = {}

    def findings(self, sample: Sample, raw: bytes) -> list[Answer]:
        """What planc says of a plan that stands in the sample's place."""
        repository = self._repository(sample)
        path, _ = repository.files[0]
        path.write_bytes(raw)
        found = pipeline.check(repository, AS_OF).findings
        return [Answer(one.rule, one.place.span.line if one.place.span else 0) for one in found]

    def _repository(self, sample: Sample) -> pipeline.Repository:
        if sample.path not in self._held:
            copy = self._root / str(len(self._held))
            shutil.copytree(sample.home, copy)
            path = copy / sample.path.relative_to(sample.home)
            whole = pipeline.open_repository([path])
            alone = dataclasses.replace(whole, files=((path, "plan"),), whole=False)
            self._held[sample.path] = alone
        return self._held[sample.path]


class Verdict(NamedTuple):
    """What came of a mutant: found, elsewhere (another rule or line), missed; or false alarm."""

    mutant: Mutant
    findings: Sequence[Answer]

    @property
    def outcome(self) -> str:
        """In one word."""
        answers = self.mutant.change.answers
        if not answers:
            return "false alarm" if self.findings else "silent"
        if answers & set(self.findings):
            return "found"
        return "elsewhere" if self.findings else "missed"

    @property
    def alone(self) -> bool:
        """Whether it is found, and nothing else is said."""
        return self.outcome == "found" and len(self.findings) == 1

    def __str__(self) -> str:
        wanted = " or ".join(f"{rule}:{line}" for rule, line in sorted(self.mutant.change.answers))
        got = ", ".join(f"{rule}:{line}" for rule, line in self.findings) or "nothing"
        place = f"{self.mutant.sample}:{self.mutant.line}"
        return f"{self.mutant.operator}, {place}: {wanted or 'silence'}; got {got}"


def judged(found: Iterable[Mutant], root: Path) -> Iterator[Verdict]:
    """Each mutant with what planc says of it. `root` is an empty folder."""
    bench = Bench(root)
    for mutant in found:
        yield Verdict(mutant, bench.findings(mutant.sample, mutant.raw))


class Tally:
    """The verdicts, counted by operator."""

    def __init__(self, verdicts: Iterable[Verdict]) -> None:
        self.counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self.faults: list[Verdict] = []
        self.several: list[Verdict] = []
        for verdict in verdicts:
            counts = self.counts[verdict.mutant.operator]
            counts[verdict.outcome] += 1
            counts["alone"] += verdict.alone
            if verdict.outcome not in ("found", "silent"):
                self.faults.append(verdict)
            elif verdict.outcome == "found" and not verdict.alone:
                self.several.append(verdict)

    def total(self, *outcomes: str) -> int:
        """How many verdicts were one of these."""
        return sum(counts[outcome] for counts in self.counts.values() for outcome in outcomes)

    @property
    def share(self) -> float:
        """The share of the defects injected that was found."""
        return self.total("found") / max(1, self.total("found", "elsewhere", "missed"))

    def table(self) -> str:
        """A line for each operator, and one for all."""
        rows = [(name, counts) for name, counts in self.counts.items()]
        whole = sum((counts for _, counts in rows), Counter())
        lines = [_HEAD, *(_row(name, counts) for name, counts in [*rows, ("all", whole)])]
        return "\n".join(lines)


_COLUMNS = ("found", "alone", "elsewhere", "missed", "silent", "false alarm")
_HEAD = f"{'operator':34}{'injected':>9}" + "".join(f"{name:>12}" for name in _COLUMNS)


def _row(name: str, counts: Counter[str]) -> str:
    injected = sum(number for outcome, number in counts.items() if outcome != "alone")
    return f"{name:34}{injected:9}" + "".join(f"{counts[column] or '':>12}" for column in _COLUMNS)
