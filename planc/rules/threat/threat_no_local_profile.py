"""The plan rests on a SOC local profile.

Not asked of plans that are still settling (settling_days in planc.yaml).

Wrong: The plan names no SOC local profile.
Why: The profile is where partners' information comes in; a plan without one is only the police's view.
Do: Under "threat:" add "local_profile:" with its ref and date.
Acts: LRO
Source: S0; SLPW

Flagged:
    threat:
    ^^^^^^
      type: ocg
      areas: [drugs]
      tier: local
      assessment: Likely to keep supplying.
      scores: [{date: 2026-09-30, scheme: MoRiLE tactical, total: 41, confidence: medium}]
    starts: 2026-10-01
    requests:
      - {id: REQ-1, kind: GAIN, what: Firms that rent the flats, status: considered}
Clean:
    starts: 2026-10-01
    threat:
      type: ocg
      areas: [drugs]
      tier: local
      assessment: Likely to keep supplying.
      local_profile: {ref: Exampleton profile 2026, date: 2026-03-18}
      scores: [{date: 2026-09-30, scheme: MoRiLE tactical, total: 41, confidence: medium}]
    requests:
      - {id: REQ-1, kind: GAIN, what: Firms that rent the flats, status: considered}
Clean: a plan that is settling until tomorrow
    starts: 2026-10-04
    threat:
      type: ocg
      areas: [drugs]
      tier: local
      assessment: Likely to keep supplying.
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan

SEVERITY = Severity.WARNING


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """A settled plan without a local profile."""
    if not plan.in_force or not plan.is_settled(context.as_of, context.policy):
        return
    if plan.threat and plan.threat.local_profile is None:
        yield problem(("threat", "local_profile"))
