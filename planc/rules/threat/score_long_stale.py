"""The score is not more than a year old.

How old a score may be is local policy (score_days and score_cap_days in planc.yaml).

Wrong: The last score is of {day}, which is {days} ago.
Why: HMICFRS asks that groups are re-assessed at regular intervals; this one has not been.
Do: Have the threat scored again, and add the score under "scores:".
Acts: OCG coordinator
Source: S0; REC8929

Flagged:
    threat:
      type: ocg
      areas: [drugs]
      tier: local
      assessment: Likely to keep supplying.
      local_profile: {ref: Exampleton profile 2026, date: 2026-03-18}
      scores:
        - {date: 2025-06-02, scheme: MoRiLE tactical, total: 44, confidence: medium}
        - {date: 2025-11-21, scheme: MoRiLE tactical, total: 44, confidence: medium}
           ^^^^
Clean: a newer one, that stands above the old one
    threat:
      type: ocg
      areas: [drugs]
      tier: local
      assessment: Likely to keep supplying.
      local_profile: {ref: Exampleton profile 2026, date: 2026-03-18}
      scores:
        - {date: 2026-06-24, scheme: MoRiLE tactical, total: 44, confidence: medium}
        - {date: 2025-06-02, scheme: MoRiLE tactical, total: 44, confidence: medium}
Clean: the group is off the map, and nobody scores it any more
    threat:
      type: ocg
      areas: [drugs]
      tier: local
      assessment: Likely to keep supplying.
      local_profile: {ref: Exampleton profile 2026, date: 2026-03-18}
      mapping: {status: archived}
      scores: [{date: 2025-03-02, scheme: MoRiLE tactical, total: 12, confidence: medium}]
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.wording.day import long_day
from planc.wording.words import count

SEVERITY = Severity.ERROR


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """The last score is older than it may be."""
    threat = plan.threat
    if not plan.in_force or threat is None or not threat.is_scored or not threat.dated_scores:
        return
    day, last = threat.dated_scores[-1]
    age = (context.as_of - day).days
    cap = context.policy.numbers.score_cap_days
    if age > cap:
        days = count(age, "day")
        yield problem((*last.route, "date"), unless=threat.scored_by, day=long_day(day), days=days)
