"""The score is not more than a year old.

How old a score may be is local policy (score_days and score_cap_days in planc.yaml).

Wrong: The last score is of {day}, {days} old.
Why: Inspectors ask that groups are re-assessed at regular intervals; this one has not been.
Do: Have the threat scored again, and add the score under "scores:".
Acts: OCG coordinator
Source: S0, REC8929

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
Clean: months old, but not yet stale
    threat:
      type: ocg
      areas: [drugs]
      tier: local
      assessment: Likely to keep supplying.
      local_profile: {ref: Exampleton profile 2026, date: 2026-03-18}
      scores: [{date: 2026-06-24, scheme: MoRiLE tactical, total: 41, confidence: medium}]
"""

from collections.abc import Iterator

from planc.model.day import long_day
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.model.portfolio import Given
from planc.model.words import count

SEVERITY = Severity.ERROR


def check(plan: Plan, given: Given) -> Iterator[Problem]:
    """The last score is older than it may be."""
    scored = [score for score in plan.threat.scores if score.date] if plan.threat else []
    if not plan.in_force or not scored:
        return
    last = max(scored, key=lambda score: score.date or given.as_of)
    age = (given.as_of - (last.date or given.as_of)).days
    cap = given.policy.numbers.score_cap_days
    if last.date and age > cap:
        day, days = long_day(last.date), count(age, "day")
        yield problem((*last.route, "date"), day=day, days=days)
