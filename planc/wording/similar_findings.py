"""Findings that are alike, as one: many of one rule in one file have one cause."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from planc.model.finding import Finding, Severity
from planc.wording.words import every

_MANY = 3
"""From how many on they are shown as one."""
_NAMED = 7


class Alike(NamedTuple):
    """A finding, and the others of its rule in its file that are shown with it."""

    finding: Finding
    others: tuple[Finding, ...] = ()

    @property
    def wrong(self) -> str:
        """What is wrong with the first one, and what else it is true of, with the lines."""
        lines = dict.fromkeys(str(o.place.span.line) for o in self.others if o.place.span)
        where = f"on {'line' if len(lines) == 1 else 'lines'} {_named(list(lines))}"
        named = all(map(_called, self.others))
        return self._with([_names(self.others)] * named + [where] * bool(lines))

    @property
    def named(self) -> str:
        """The same for a paper, which has no lines: what has no id goes by its way in the plan."""
        return self._with([_names(self.others)])

    def _with(self, parts: list[str]) -> str:
        more = f" Likewise {', '.join(parts)}." if self.others and parts else ""
        return self.finding.wrong + more


def alike(findings: Iterable[Finding]) -> list[Alike]:
    """The findings in their order, those that are alike with the first of them.

    Refusals stay apart, and so does what may be about a person: each has a place of its own.
    """
    findings = list(findings)
    number = Counter(map(_cause, findings))
    groups: dict[object, list[Finding]] = {}
    for place, finding in enumerate(findings):
        cause = _cause(finding)
        apart = finding.severity is Severity.REFUSAL or finding.personal or number[cause] < _MANY
        groups.setdefault(place if apart else cause, []).append(finding)
    return [Alike(first, tuple(others)) for first, *others in groups.values()]


def _cause(finding: Finding) -> tuple[object, ...]:
    """What findings that are alike have in common: all but their object, numbers and days."""
    name = _called(finding)
    wrong = finding.wrong.replace(name, "") if name else finding.wrong
    wrong = re.sub(r"\b(?:\d[\d,]*(?: [A-Z][a-z]{2,8} \d{4}\b)?|days?\b)", "", wrong)
    return finding.place.path, finding.rule, finding.severity, finding.acts, finding.why, wrong


def _called(finding: Finding) -> str:
    """What its object is called in what it says; empty where it is not named there."""
    place = finding.wrong.casefold().find(finding.object.casefold())
    return finding.wrong[place : place + len(finding.object)] if place >= 0 else ""


def _names(findings: Iterable[Finding]) -> str:
    return _named([_called(f) or f.crumbs or f.object for f in findings])


def _named(names: list[str]) -> str:
    more = len(names) - _NAMED
    if more <= 1:
        return every(names) if names else ""
    return f"{', '.join(names[:_NAMED])} and {more} more"
