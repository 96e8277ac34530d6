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
_LINES = 10
"""How many lines a plan may have before what belongs together is joined further."""


class Alike(NamedTuple):
    """A finding, and the others of its rule in its file that are shown with it."""

    finding: Finding
    others: tuple[Finding, ...] = ()
    also: tuple["Alike", ...] = ()
    """What else is said with it, in words of its own."""

    @property
    def all(self) -> tuple[Finding, ...]:
        """Every finding of which it speaks."""
        return (self.finding, *self.others, *(one for more in self.also for one in more.all))

    @property
    def do(self) -> str:
        """What to do about it; of what else is said, for the first that a rule says."""
        by_rule = {one.finding.rule: one.finding.do for one in reversed((self, *self.also))}
        by_rule.pop(self.finding.rule)
        return " ".join((self.finding.do, *reversed(by_rule.values())))

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
        return self.finding.wrong + more + "".join(map(_further, self.also))


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


def in_few_lines(findings: Iterable[Finding]) -> list[Alike]:
    """Those that are alike as one; of a plan with many lines still, what belongs together is one.

    That is first what one rule says, then what rules say of tactics, actions and objectives alike
    (no owner, late), then what one post has to do about the same things. It goes on only until the
    lines are few, so that a short report is never made shorter.
    """
    lines = alike(findings)
    for together in (_by_rule, _by_lack, _by_post):
        number = Counter(line.finding.place.path for line in lines)
        groups: dict[object, list[Alike]] = {}
        for place, line in enumerate(lines):
            first = line.finding
            apart = first.severity is Severity.REFUSAL or first.personal
            few = number[first.place.path] <= _LINES
            key = place if apart or few else (first.place.path, *together(line))
            groups.setdefault(key, []).append(line)
        lines = [_joined(group) for group in groups.values()]
    return lines


def _by_rule(line: Alike) -> tuple[object, ...]:
    """The rule, and what it says to do but for the object and the names of fields."""
    finding = line.finding
    do = re.sub(r'(?:"[a-z_]+:"|,| and\b)', "", finding.do.replace(_called(finding) or "\0", ""))
    return finding.rule, finding.acts, " ".join(do.split())


def _by_lack(line: Alike) -> tuple[object, ...]:
    """What a rule finds lacking, whatever it is that lacks it: `no-owner`, `orphan`, `overdue`."""
    thing, _, lack = line.finding.rule.partition("-")
    common = thing in ("tactic", "action", "objective")
    return ("", lack.removeprefix("long-")) if common else (line,)


def _by_post(line: Alike) -> tuple[object, ...]:
    """The post that acts, and the things that it has to act upon."""
    return line.finding.acts, *sorted({one.object for one in line.all})


def _further(line: Alike) -> str:
    span = line.finding.place.span
    return f" Also, on line {span.line}: {line.wrong}" if span else f" Also: {line.wrong}"


def _joined(lines: list[Alike]) -> Alike:
    first, *more = sorted(lines, key=lambda line: -line.finding.severity)
    same = [line for line in more if _cause(line.finding) == _cause(first.finding)]
    others = tuple(finding for line in same for finding in line.all)
    also = tuple(line for line in more if line not in same)
    return Alike(first.finding, (*first.others, *others), (*first.also, *also))


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
