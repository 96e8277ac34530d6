"""A group's money is gone after, or a reason says why not.

Not asked of plans that are still settling (settling_days in planc.yaml): what a group earns, and
how, takes weeks to learn.

Wrong: No tactic is financial, and no reason says why.
Why: HMICFRS found that chances to take criminal money were missed; the plan is where they start.
Do: Add a tactic with "kind: financial"; or under "gaps:" add "finance:" with a reason.
Acts: LRO
Source: STF

Flagged:
    starts: 2026-10-01
    threat:
      type: ocg
      areas: [drugs]
      tier: local
      assessment: Likely to keep supplying.
      local_profile: {ref: Exampleton profile 2026, date: 2026-03-18}
      mapping: {status: pending}
    requests:
      - {id: REQ-1, kind: GAIN, what: Firms that rent the flats, status: considered}
    pursue:
    ^^^^^^
      - {id: PUR-1, tactic: Closure orders on the flats, kind: civil order, success: No sales there, power: ASBCPA 2014, serves: OBJ-1, owner: di-soc-east, status: in progress, due: 2026-12-18}
    # without gaps
Clean: a financial tactic, in another strand, that is done already
    protect:
      - {id: PRO-1, tactic: Safe-home visits, serves: OBJ-1, owner: di-soc-west, due: 2026-12-11}
      - {id: PRO-2, tactic: Freeze the rent account, kind: financial, serves: OBJ-1, owner: di-soc-west, due: 2026-11-04, status: complete}
    log:
      - {date: 2026-11-03, ref: PRO-2, outcome: Account frozen for six months}
    # without gaps
Clean: the plan is six weeks old
    # without gaps
Clean: a reason
    gaps:
      finance: {reason: No proceeds known so far, accepted_on: 2026-11-04, look_again: 2027-01-06}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.model.tactic import STRANDS

SEVERITY = Severity.WARNING


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """A plan on a group without a financial tactic or a reasoned gap."""
    if not plan.in_force or plan.threat is None or plan.threat.type != "ocg":
        return
    if plan.starts and not plan.is_settled(context.as_of, context.policy):
        return
    tried = any(t.kind == "financial" and plan.status_of(t) != "withdrawn" for t in plan.tactics)
    gap = plan.gaps.finance if plan.gaps else None
    if not tried and not (gap and gap.reason):
        unless = tuple((*tactic.route, "kind") for tactic in plan.tactics)
        strands = ((strand,) for strand in STRANDS)
        yield problem(("pursue",), unless=(*unless, *strands, ("gaps", "finance", "reason")))
