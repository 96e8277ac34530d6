"""Prevent is not left to the police.

Wrong: Every live tactic under Prevent is owned by police.
Why: Schools, youth services and charities reach those whom a uniform does not.
Do: Agree a Prevent tactic with a partner and make one of their posts its owner.
Acts: LRO
Source: REC8929

Flagged:
    prevent:
    ^^^^^^^
      - {id: PRE-1, tactic: Mentoring for excluded pupils, serves: OBJ-1, owner: di-soc-west, due: 2027-01-29}
    protect:
      - {id: PRO-1, tactic: Safe-home visits, serves: OBJ-1, owner: council-housing, due: 2026-12-11}
Clean: one of two, and the other is the police's
    prevent:
      - {id: PRE-1, tactic: Mentoring for excluded pupils, serves: OBJ-1, owner: di-soc-west, due: 2027-01-29}
      - {id: PRE-2, tactic: Youth club nights, serves: OBJ-1, owner: council-youth-lead, due: 2027-01-29}
Clean: a charity is as good a partner as a council
    prevent:
      - {id: PRE-1, tactic: Mentoring for excluded pupils, serves: OBJ-1, owner: di-soc-west, due: 2027-01-29, status: withdrawn}
      - {id: PRE-2, tactic: Youth club nights, serves: OBJ-1, owner: mentoring-lead, due: 2027-01-29}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan

SEVERITY = Severity.WARNING


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """Live Prevent tactics, all of whose owners are known to be police."""
    if not plan.in_force or context.directory is None or not context.partners_of(plan):
        return  # of a plan without any partner, another rule speaks
    live = [tactic for tactic in plan.prevent if plan.counts(tactic)]
    owners = [context.directory.organisation_of(tactic.owner) for tactic in live]
    if owners and all(organisation and organisation.is_police for organisation in owners):
        routes = [route for tactic in plan.prevent for route in plan.told_by(tactic)]
        yield problem(("prevent",), unless=tuple(routes))
