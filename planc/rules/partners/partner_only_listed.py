"""A partner that is listed has something to do.

Wrong: {partner} is listed as a partner, but owns and supports nothing.
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
Clean: the LRO is theirs
    lro: health-safeguarding
    partners:
      - {organisation: exampleton-council, since: 2026-09-09}
      - {organisation: exampleton-health, since: 2026-09-09}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.model.tactic import STRANDS

SEVERITY = Severity.WARNING


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """A partner organisation none of whose posts owns or supports anything."""
    if not plan.in_force or context.directory is None:
        return
    active = [context.directory.organisation_of(post) for post in plan.working_posts]
    if None in active:
        return  # it may be that partner's; of an owner that nobody knows, another rule speaks
    busy = {one.id for one in active if one}
    for partner in plan.partners:
        organisation = context.directory.organisation(partner.organisation)
        if organisation is not None and organisation.is_partner and organisation.id not in busy:
            owners = tuple((*item.route, "owner") for item in plan.owned)
            support = tuple((*tactic.route, "support") for tactic in plan.tactics)
            lists = ((name,) for name in (*STRANDS, "actions", "risks", "intelligence_gaps"))
            unless = (*owners, *support, *lists, ("lro",), ("team", "partner_leads"))
            yield problem(partner.route, unless=unless, partner=organisation.name)
