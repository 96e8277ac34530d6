"""Where people are exploited or children are at risk, somebody has thought about their safety.

For threats of child sexual abuse and exploitation, modern slavery and organised immigration crime,
and wherever children are at risk. Not asked of plans that are still settling. A lead alone is no
record.

Wrong: The threat is to people, and no safeguarding plan or strategy discussion is recorded.
Why: It is the first thing a serious case review will ask for, and the hardest to write afterwards.
Do: Add "safeguarding:" with strategy_discussion, or plan_ref; no case detail.
Acts: LRO
Source: MAID; S0

Flagged:
    starts: 2026-08-05
    requests:
      - {id: REQ-1, kind: GAIN, what: Firms that rent the flats, status: considered}
    threat:
      type: ocg
      areas: [msht]
      ^^^^^
      tier: local
      assessment: Likely to keep workers in debt.
      local_profile: {ref: Exampleton profile 2026, date: 2026-03-18}
      mapping: {status: pending}
    prepare:
      - {id: PPR-1, tactic: Rehousing at short notice, kind: victim support, serves: OBJ-1, owner: council-housing, status: in progress, due: 2026-12-11}
    log:
      - {date: 2026-10-14, ref: PUR-1, note: Notices drafted}
      - {date: 2026-10-14, ref: PRE-1, note: Six of ten matched}
      - {date: 2026-10-14, ref: PRO-1, note: Four visits made}
      - {date: 2026-10-14, ref: PPR-1, note: Two flats promised}
Clean:
    starts: 2026-08-05
    requests:
      - {id: REQ-1, kind: GAIN, what: Firms that rent the flats, status: considered}
    threat:
      type: ocg
      areas: [msht]
      tier: local
      assessment: Likely to keep workers in debt.
      local_profile: {ref: Exampleton profile 2026, date: 2026-03-18}
      mapping: {status: pending}
    prepare:
      - {id: PPR-1, tactic: Rehousing at short notice, kind: victim support, serves: OBJ-1, owner: council-housing, status: in progress, due: 2026-12-11}
    safeguarding: {lead: health-safeguarding, nrm_considered: 2026-10-14, plan_ref: SGP-2026-058}
    log:
      - {date: 2026-10-14, ref: PUR-1, note: Notices drafted}
      - {date: 2026-10-14, ref: PRE-1, note: Six of ten matched}
      - {date: 2026-10-14, ref: PRO-1, note: Four visits made}
      - {date: 2026-10-14, ref: PPR-1, note: Two flats promised}
Clean: the plan is six weeks old
    threat:
      type: ocg
      areas: [msht]
      tier: force
      assessment: Likely to keep workers in debt.
    prepare:
      - {id: PPR-1, tactic: Rehousing at short notice, kind: victim support, serves: OBJ-1, owner: council-housing, status: in progress, due: 2026-12-11}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan

SEVERITY = Severity.WARNING


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """An exploiting threat without a record of safeguarding."""
    if not plan.agreed or not plan.exploits or not plan.is_settled(context.as_of, context.policy):
        return
    safe = plan.safeguarding
    if safe is None or not (safe.strategy_discussion or safe.plan_ref):
        fields = ("strategy_discussion", "plan_ref")
        unless = tuple(("safeguarding", name) for name in fields)
        unless = (*unless, ("threat", "cyp_at_risk"))
        yield problem(("threat", "areas"), unless=(("safeguarding",), *unless))
