"""A waiver has something to set aside.

Wrong: There is nothing left for this waiver to set aside: {rule}, {id}.
Why: A waiver that stays would hide the same fault if it came back.
Do: Take the waiver out.
Acts: LRO
Source: planc's judgement: an exception ends with what it was made for

Flagged: PUR-1 has an owner
    waivers:
      - rule: tactic-no-owner
        ^^^^^^^^^^^^^^^^^^^^^
        id: PUR-1
        reason: The post is being filled
        approver: supt-crime
        until: 2027-01-29
Flagged: a later waiver of the same finding stands above it
    pursue:
      - {id: PUR-1, tactic: Closure orders on the flats, serves: OBJ-1, due: 2026-12-18}
    waivers:
      - {rule: tactic-no-owner, id: PUR-1, reason: More time, approver: supt-crime, until: 2027-01-29}
      - {rule: tactic-no-owner, id: PUR-1, reason: Being filled, approver: supt-crime, until: 2026-11-04}
         ^^^^^^^^^^^^^^^^^^^^^
Clean: PUR-1 has none
    pursue:
      - {id: PUR-1, tactic: Closure orders on the flats, serves: OBJ-1, due: 2026-12-18}
    waivers:
      - rule: tactic-no-owner
        id: PUR-1
        reason: The post is being filled
        approver: supt-crime
        until: 2027-01-29
Clean: the plan is archived
    status: archived
    closure: {reviewed_on: 2026-11-04, rescored_on: 2026-10-30, reason: No calls for three months}
    learning: [{date: 2026-11-04, lesson: Closures hold if the flats are let again within a week}]
    waivers:
      - rule: tactic-no-owner
        id: PUR-1
        reason: The post is being filled
        approver: supt-crime
        until: 2027-01-29
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.set_aside import WaiverCase

SEVERITY = Severity.WARNING


def check(case: WaiverCase, _context: Context) -> Iterator[Problem]:
    """A waiver for which there is no finding, or none that another waiver does not take."""
    waiver = case.waiver
    looked = (
        case.certain
        and case.severity is not None
        and waiver.id in case.objects
        and not case.instead
    )
    if waiver.complete and looked and case.plan.in_force and not case.has_finding:
        yield problem(waiver.route, rule=waiver.rule, id=waiver.id)
