"""A mapped threat has a score.

Scores and mapping are the coordinator's. "mapping: {status: pending}" is a proper answer, and a
plan that is still settling is not asked.

Wrong: The threat has no score, and the plan does not say that mapping is pending.
Why: The tier, the time between reviews and the resources all go by the score.
Do: Under "threat:" add "scores:" as the scheme gave them, or "mapping:" with status pending or not required.
Acts: OCG coordinator
Source: S0; planc's judgement: a score that is still awaited is a state, not a fault

Flagged:
    starts: 2026-10-01
    threat:
    ^^^^^^
      type: ocg
      areas: [drugs]
      tier: local
      assessment: Likely to keep supplying.
      local_profile: {ref: Exampleton profile 2026, date: 2026-03-18}
    requests:
      - {id: REQ-1, kind: GAIN, what: Firms that rent the flats, status: considered}
Clean: mapping is pending
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
Clean: places are not scored
    starts: 2026-10-01
    threat:
      type: place
      areas: [drugs]
      tier: local
      assessment: Likely to be retaken.
      local_profile: {ref: Exampleton profile 2026, date: 2026-03-18}
    requests:
      - {id: REQ-1, kind: GAIN, what: Firms that rent the flats, status: considered}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan

SEVERITY = Severity.ERROR


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """A settled plan on a threat that is scored, without a score or a word on mapping."""
    threat = plan.threat
    if not plan.in_force or threat is None or not threat.is_scored or threat.scores:
        return
    pending = threat.mapping is not None and threat.mapping.status == "pending"
    if not pending and plan.is_settled(context.as_of, context.policy):
        yield problem(("threat", "scores"), unless=(("threat", "mapping", "status"),))
