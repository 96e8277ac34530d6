"""A tactical adviser was consulted.

Not asked of plans at the most local tier, nor of plans that are still settling. Any advice on record
answers it for good, and so does a request that was considered and not made.

Wrong: The plan names no SOC tactical adviser (SOCTAC), and records no advice.
Why: An adviser knows powers and tactics that an LRO meets once a year.
Do: Under "team:" add "soctac:" and a post; or record the advice under "requests:".
Acts: LRO
Source: S0; S2

Flagged:
    starts: 2026-10-01
    team: {deputy_lro: di-soc-west}
    ^^^^
    threat:
      type: ocg
      areas: [drugs]
      tier: force
      assessment: Likely to keep supplying.
      local_profile: {ref: Exampleton profile 2026, date: 2026-03-18}
      mapping: {status: pending}
    requests:
      - {id: REQ-1, kind: GAIN, what: Firms that rent the flats, status: considered}
Clean:
    starts: 2026-10-01
    team: {deputy_lro: di-soc-west, soctac: di-soc-west}
    threat:
      type: ocg
      areas: [drugs]
      tier: force
      assessment: Likely to keep supplying.
      local_profile: {ref: Exampleton profile 2026, date: 2026-03-18}
      mapping: {status: pending}
    requests:
      - {id: REQ-1, kind: GAIN, what: Firms that rent the flats, status: considered}
Clean: advice was taken
    starts: 2026-10-01
    team: {deputy_lro: di-soc-west}
    requests:
      - {id: REQ-1, kind: advice, what: Options on closure, asked_of: Regional adviser, asked_on: 2026-10-02, status: received}
      - {id: REQ-2, kind: GAIN, what: Firms that rent the flats, status: considered}
    threat:
      type: ocg
      areas: [drugs]
      tier: force
      assessment: Likely to keep supplying.
      local_profile: {ref: Exampleton profile 2026, date: 2026-03-18}
      mapping: {status: pending}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan

SEVERITY = Severity.INFO


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """A settled plan above the most local tier without a SOCTAC or advice."""
    if not plan.in_force or not plan.is_settled(context.as_of, context.policy):
        return
    if context.policy.is_most_local(plan.tier):
        return
    advised = any(request.kind == "advice" for request in plan.requests)
    if not advised and (plan.team is None or plan.team.soctac is None):
        yield problem(("team", "soctac"))
