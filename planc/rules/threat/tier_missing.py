"""A plan says who owns its threat.

Not asked of plans that are still settling, nor where no tier has an interval of its own.

Wrong: The threat has no tier.
Why: planc then holds the plan to the longest interval of reviews, and to nothing that a tier asks.
Do: Under "threat:" add "tier:", one of: {tiers}.
Acts: OCG coordinator
Source: MOR; planc's judgement: the tier sets how often a plan is reviewed

Flagged:
    starts: 2026-08-05
    threat:
    ^^^^^^
      type: ocg
      areas: [drugs]
      assessment: Likely to keep supplying.
      local_profile: {ref: Exampleton profile 2026, date: 2026-03-18}
      mapping: {status: pending}
    requests:
      - {id: REQ-1, kind: GAIN, what: Firms that rent the flats, status: considered}
    log:
      - {date: 2026-10-14, ref: PUR-1, note: Notices drafted}
      - {date: 2026-10-14, ref: PRE-1, note: Six of ten matched}
      - {date: 2026-10-14, ref: PRO-1, note: Four visits made}
      - {date: 2026-10-14, ref: PPR-1, note: Two flats promised}
Clean: the plan is six weeks old
    threat:
      type: ocg
      areas: [drugs]
      assessment: Likely to keep supplying.
Clean: the nearest to the ground
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
from planc.wording.words import listed

SEVERITY = Severity.WARNING


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """A settled plan without a tier."""
    if not plan.agreed or plan.threat is None or plan.threat.tier:
        return
    tiers = [tier.name for tier in context.policy.tiers if tier.name and tier.review_days]
    if tiers and plan.is_settled(context.as_of, context.policy):
        yield problem((*plan.threat.route, "tier"), tiers=listed(tiers))
