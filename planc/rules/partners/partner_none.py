"""A partner takes part, or the SRO has accepted why none does yet.

A plan at a covert phase may rightly have no partner. The reason is written down for the SRO; the
paper prints only that there is one.

Wrong: No partner organisation takes part{what}.
Why: The police alone can seldom bring about Prevent, Protect and Prepare.
Do: Add the partner under "partners:"; or under "gaps:" write partners: {reason: …, accepted_on: …}.
Acts: LRO
Source: REC8929; WM24; STF; planc's judgement: at a covert phase there may rightly be none yet

Flagged:
    partners: []
    ^^^^^^^^
    prevent:
      - {id: PRE-1, tactic: Mentoring for excluded pupils, serves: OBJ-1, owner: di-soc-east, due: 2027-01-29}
    prepare:
      - {id: PPR-1, tactic: Rehousing at short notice, serves: OBJ-1, owner: di-soc-west, due: 2026-12-11}
Flagged: a police force is listed, and that is not a partner
    partners:
    ^^^^^^^^
      - organisation: exampleton-police
    prevent:
      - {id: PRE-1, tactic: Mentoring for excluded pupils, serves: OBJ-1, owner: di-soc-east, due: 2027-01-29}
    prepare:
      - {id: PPR-1, tactic: Rehousing at short notice, serves: OBJ-1, owner: di-soc-west, due: 2026-12-11}
Clean: a covert phase
    partners: []
    prevent:
      - {id: PRE-1, tactic: Mentoring for excluded pupils, serves: OBJ-1, owner: di-soc-east, due: 2027-01-29}
    prepare:
      - {id: PPR-1, tactic: Rehousing at short notice, serves: OBJ-1, owner: di-soc-west, due: 2026-12-11}
    gaps:
      finance: {reason: The group pays in kind, accepted_on: 2026-10-14}
      partners: {reason: Partners are told at the end of this phase, accepted_on: 2026-11-04, look_again: 2027-01-06}
Clean: a partner only supports a tactic, and is not on the list
    partners: []
    prevent: []
    prepare:
      - {id: PPR-1, tactic: Rehousing at short notice, serves: OBJ-1, owner: di-soc-west, support: [council-housing], due: 2026-12-11}
    gaps:
      finance: {reason: The group pays in kind, accepted_on: 2026-10-14}
      prevent: {reason: No young people known to be at risk, accepted_on: 2026-11-04, look_again: 2027-01-06}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.document import Route
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.model.tactic import STRANDS

SEVERITY = Severity.ERROR


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """No partner is listed or owns anything, and no accepted reason says why."""
    if not plan.in_force or context.directory is None:
        return
    if any(
        organisation is None or organisation.is_partner
        for organisation in context.taking_part(plan)
    ):
        return
    gap = plan.gaps.partners if plan.gaps else None
    if gap and gap.reason and gap.accepted_on:
        return
    what = ", and the SRO has not accepted the reason" if gap else ", and no reason says why"
    do = "Add a partner; or when the SRO has accepted the reason, add accepted_on to it."
    unless = tuple(_others(plan))
    yield problem(("partners",), unless=unless, what=what, do=do if gap else None)


def _others(plan: Plan) -> Iterator[Route]:
    """Where else a partner would have been found, or the reason why there is none."""
    yield from ((name,) for name in (*STRANDS, "actions", "risks", "intelligence_gaps"))
    yield from (("lro",), ("team", "partner_leads"))
    yield from ((*tactic.route, "support") for tactic in plan.tactics)
    yield from ((*item.route, "owner") for item in plan.owned)
    yield from ((*partner.route, "organisation") for partner in plan.partners)
    yield from (("gaps", "partners", name) for name in ("reason", "accepted_on"))
