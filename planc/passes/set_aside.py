"""Findings -> those that count and those that are set aside, by a waiver or by the baseline.

A waiver takes a finding first. Refusals are never set aside, whatever names them.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from planc.model.baseline import Baseline, Identity, OlderOfPlan
from planc.model.finding import Finding, Severity
from planc.model.set_aside import SetAside, WaiverVerdicts


class Outcome(NamedTuple):
    """What became of the findings of a run, those about waivers among those that count.

    `met` are the plans of the baseline that have findings on their list, in force or not, and how
    many.
    """

    counting: list[Finding]
    aside: list[SetAside]
    met: list[tuple[OlderOfPlan, int]]


def set_aside(
    findings: Iterable[Finding],
    waivers: Sequence[WaiverVerdicts],
    baseline: Baseline,
    as_of: dt.date,
) -> Outcome:
    """Parts the findings of a whole run; each of them is in one of the two lists."""
    ordered = sorted(findings, key=lambda finding: finding.order)
    left, waived, about_waivers = _waive(ordered, waivers, as_of)
    counting, older, met = _pass_over(left, baseline, as_of)
    return Outcome(counting + about_waivers, waived + older, met)


def _waive(
    findings: Iterable[Finding], waivers: Sequence[WaiverVerdicts], as_of: dt.date
) -> tuple[list[Finding], list[SetAside], list[Finding]]:
    """The findings left, those that are waived, and what there is to say of the waivers."""
    by_target: dict[tuple[str, str | None, str | None], WaiverVerdicts] = {}
    for verdicts in waivers:
        waiver = verdicts.waiver
        target = (verdicts.path, waiver.rule, waiver.id)
        rival = by_target.get(target)
        if waiver.complete and (rival is None or rival.until < verdicts.until):
            by_target[target] = verdicts  # of two for one finding, the one that lasts longer
    left: list[Finding] = []
    waived: list[SetAside] = []
    used = set[int]()
    for finding in findings:
        match = by_target.get((finding.place.path, finding.rule, finding.object))
        if match and finding.severity is not Severity.REFUSAL:
            used.add(id(match))
            if as_of <= match.until:
                waived.append(SetAside(finding, match.until, match.waiver))
                continue
        left.append(finding)
    about_waivers = [f for each in waivers for f in (each.used if id(each) in used else each.idle)]
    return left, waived, about_waivers


def _pass_over(
    findings: Iterable[Finding], baseline: Baseline, as_of: dt.date
) -> tuple[list[Finding], list[SetAside], list[tuple[OlderOfPlan, int]]]:
    """The findings left, those that the baseline sets aside, and how many each plan of it has."""
    room = Counter[Identity]()
    lists: dict[str, OlderOfPlan] = {}
    for of_plan in baseline.plans:
        room.update(of_plan.numbers())
        first = lists.setdefault(of_plan.plan or "", of_plan)
        if of_plan.last < first.last:  # a plan has two lists where two people's were merged
            lists[of_plan.plan or ""] = of_plan
    left: list[Finding] = []
    older: list[SetAside] = []
    met = Counter[str]()
    for finding in findings:
        if room[finding.identity] and finding.severity is not Severity.REFUSAL:
            room[finding.identity] -= 1
            met[finding.plan] += 1
            until = lists[finding.plan].last
            if as_of <= until:
                older.append(SetAside(finding, until))
                continue
        left.append(finding)
    return left, older, [(of_plan, met[plan]) for plan, of_plan in lists.items() if met[plan]]
