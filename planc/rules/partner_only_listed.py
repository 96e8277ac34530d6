"""A partner that is listed has something to do.

Wrong: {partner} is listed as a partner and owns or supports nothing.
Why: A partner on paper gives the board a comfort that it should not have.
Do: Agree with them what they will do, and make one of their posts owner; or take them off the list.
Acts: LRO
Source: REC8929

Flagged:
    partners:
      - {organisation: exampleton-council, since: 2026-09-09}
      - {organisation: exampleton-health, since: 2026-09-09}
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
Clean: support counts
    partners:
      - {organisation: exampleton-council, since: 2026-09-09}
      - {organisation: exampleton-health, since: 2026-09-09}
    protect:
      - {id: PRO-1, tactic: Safe-home visits, serves: OBJ-1, owner: council-housing, support: [health-safeguarding], due: 2026-12-11}
"""

from collections.abc import Iterator

from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.model.portfolio import Given

SEVERITY = Severity.WARNING


def check(plan: Plan, given: Given) -> Iterator[Problem]:
    """A partner organisation none of whose posts owns or supports anything."""
    if not plan.in_force or given.directory is None:
        return
    posts = {item.owner for item in plan.owned}
    posts |= {post for tactic in plan.tactics for post in tactic.support}
    active = [given.directory.organisation_of(post) for post in posts]
    busy = {organisation.id for organisation in active if organisation}
    for partner in plan.partners:
        held = given.directory.organisation(partner.organisation)
        if held is not None and held.is_partner and held.id not in busy:
            unless = tuple((*item.route, "owner") for item in plan.owned)
            yield problem(partner.route, unless=unless, partner=held.name)
