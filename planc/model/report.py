"""What a run has to say: findings, and what was and was not looked at."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from planc.model.baseline import BASELINE
from planc.model.finding import Finding, Place, Severity
from planc.model.noun import noun
from planc.model.rule import Declared
from planc.model.set_aside import SetAside


@dataclass(frozen=True, slots=True)
class FileReport:
    """One file of the run.

    `name` is what its findings call their plan: its reference, else the path. `plan` is false for
    the directory, the policy and the baseline. `checked` says whether it could be read, and
    `sound` whether all of it could, so that every rule could look at every part of it. `open` says
    whether lines of it may be shown in a log: its marking is OFFICIAL and nothing more. `digest` is
    that of its bytes. `board_meets` is when its board meets next. `text` is kept only where there
    may be findings to show in it.
    """

    path: str
    plan: bool
    checked: bool
    open: bool
    digest: str
    text: str | None = None
    name: str = ""
    sound: bool = True
    board_meets: dt.date | None = None


@noun(frozen=True)
class Report:
    """Every finding of a run that counts, in order, and every file that was asked for.

    `set_aside` are those that do not count, in order. `whole` says whether these are all the plans
    of the repository, so that the portfolio rules could run. `departures` are the places where the
    policy departs from what planc ships, and `notes` whatever else the reader must know, each as a
    sentence. `rules` are those that the files were held to. Paths are from the folder `root`.
    `changes_checked` says whether the rules about changes ran; None where nobody need be told.
    """

    as_of: dt.date
    findings: tuple[Finding, ...]
    files: tuple[FileReport, ...]
    whole: bool
    set_aside: tuple[SetAside, ...] = ()
    departures: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    rules: tuple[Declared, ...] = ()
    root: Path = Path()
    changes_checked: bool | None = None

    def renamed(self, name: Callable[[str], str]) -> "Report":
        """The report with each place's path by another name; what findings are known by stays."""

        def place(old: Place) -> Place:
            return replace(old, path=name(old.path))

        def finding(old: Finding) -> Finding:
            related = tuple((place(at), word) for at, word in old.related)
            return replace(old, place=place(old.place), related=related)

        return replace(
            self,
            findings=tuple(map(finding, self.findings)),
            files=tuple(replace(file, path=name(file.path)) for file in self.files),
            set_aside=tuple(replace(a, finding=finding(a.finding)) for a in self.set_aside),
        )

    @property
    def worst(self) -> Severity | None:
        """The highest severity among the findings."""
        return max((finding.severity for finding in self.findings), default=None)

    def counts(self) -> Mapping[Severity, int]:
        """How many findings there are of each severity, the highest first."""
        severities = [finding.severity for finding in self.findings]
        return {severity: severities.count(severity) for severity in sorted(Severity, reverse=True)}

    def by_rule(self) -> Mapping[str, int]:
        """How many findings each rule has that has any, the most frequent first."""
        counted = Counter(sorted(finding.rule for finding in self.findings))
        return dict(counted.most_common())

    def file(self, path: str) -> FileReport | None:
        """The file with this path."""
        return self._by_path.get(path)

    @cached_property
    def _by_path(self) -> Mapping[str, FileReport]:
        return {file.path: file for file in self.files}

    def refused(self, path: str) -> bool:
        """Whether no paper may be made from this file."""
        return path in self._refused

    @cached_property
    def _refused(self) -> frozenset[str]:
        return frozenset(f.place.path for f in self.findings if f.severity is Severity.REFUSAL)

    def about(self, path: str) -> tuple[tuple[Finding, ...], tuple[SetAside, ...]]:
        """The findings in a file that count, and those that are set aside."""
        return tuple(self._found_in[path]), tuple(self._set_aside_in[path])

    @cached_property
    def _found_in(self) -> Mapping[str, list[Finding]]:
        by_path = defaultdict[str, list[Finding]](list)
        for finding in self.findings:
            by_path[finding.place.path].append(finding)
        return by_path

    @cached_property
    def _set_aside_in(self) -> Mapping[str, list[SetAside]]:
        aside = defaultdict[str, list[SetAside]](list)
        for one in self.set_aside:
            aside[one.finding.place.path].append(one)
        return aside

    @property
    def refused_settings(self) -> str:
        """The directory or the policy, if it has a refusal: then no paper can be made."""
        settings = (file.path for file in self.files if not file.plan and file.path != BASELINE)
        return next((path for path in settings if self.refused(path)), "")

    def doubt(self, plan: str) -> str:
        """Why partners can have nothing of a plan: something in it, or the settings, is unreadable.

        What cannot be read may be the end of an agreement, or that something is withdrawn.
        """
        file = self.file(plan)
        path = self._unsound_settings or (plan if file is not None and not file.sound else "")
        return f"something in {path} cannot be read as it is written" if path else ""

    @cached_property
    def _unsound_settings(self) -> str:
        settings = (file for file in self.files if not file.plan and file.path != BASELINE)
        return next((file.path for file in settings if not file.sound), "")


def numbered(findings: Iterable[Finding]) -> Iterator[tuple[Finding, int]]:
    """The findings, each with its number among those of the same identity."""
    seen = Counter[tuple[str, str, str]]()
    for finding in findings:
        seen[finding.identity] += 1
        yield finding, seen[finding.identity]


@noun(frozen=True)
class Style:
    """How a report may look where it is going.

    `colour` allows escape codes. `terminal` says that one person reads it on a screen, so that
    lines of any plan may be shown; elsewhere only those of plans marked OFFICIAL are. `stats`
    asks for a count of the findings of each rule, where there is room for one. `most_bytes` is
    how long a page for a code forge may be: GitHub drops a longer one whole.
    """

    colour: bool = False
    terminal: bool = False
    stats: bool = False
    most_bytes: int = 1_000_000
