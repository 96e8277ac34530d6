"""Where children are at risk, Prevent is not left empty.

A reason can stand in for a strand, but not for Prevent where the plan itself says that children
or young people are at risk.

Wrong: Prevent has no live tactic, although the plan says that children are at risk.
Why: HMICFRS asks first what keeps children out of the group's hands; a reason does not keep any out.
Do: Add a tactic under "prevent:", even if it is only a small one that a partner can start now.
Acts: LRO
Source: REC8929

Flagged:
    prevent: []
    ^^^^^^^
    gaps:
      finance: {reason: The group pays in kind, accepted_on: 2026-10-14}
      prevent: {reason: No capacity this quarter, accepted_on: 2026-11-04, look_again: 2027-01-06}
    threat:
      type: ocg
      areas: [drugs]
      cyp_at_risk: true
      tier: force
      assessment: Likely to keep using children to carry drugs.
    protect:
      - {id: PRO-1, tactic: A safe place for each child, kind: safeguarding, serves: OBJ-1, owner: di-soc-west, due: 2026-12-11}
Clean: the reason stands beside a tactic that has begun since
    prevent:
      - {id: PRE-1, tactic: Mentoring for excluded pupils, serves: OBJ-1, owner: council-youth-lead, due: 2027-01-29}
    gaps:
      finance: {reason: The group pays in kind, accepted_on: 2026-10-14}
      prevent: {reason: No capacity this quarter, accepted_on: 2026-10-14, look_again: 2027-01-06}
    threat:
      type: ocg
      areas: [drugs]
      cyp_at_risk: true
      tier: force
      assessment: Likely to keep using children to carry drugs.
    protect:
      - {id: PRO-1, tactic: A safe place for each child, kind: safeguarding, serves: OBJ-1, owner: di-soc-west, due: 2026-12-11}
Clean: no children are at risk
    prevent: []
    gaps:
      finance: {reason: The group pays in kind, accepted_on: 2026-10-14}
      prevent: {reason: All members are over 40, accepted_on: 2026-11-04, look_again: 2027-01-06}
    threat:
      type: ocg
      areas: [drugs]
      cyp_at_risk: false
      tier: force
      assessment: Likely to keep supplying from three rented flats.
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan

SEVERITY = Severity.ERROR


def check(plan: Plan, _context: Context) -> Iterator[Problem]:
    """A reasoned gap in Prevent where children are at risk."""
    if not plan.in_force or not (plan.threat and plan.threat.cyp_at_risk):
        return
    gap = plan.gaps.prevent if plan.gaps else None
    reasoned = gap is not None and gap.reason and gap.accepted_on
    if reasoned and not any(plan.counts(tactic) for tactic in plan.prevent):
        yield problem(("prevent",))
