"""A changed score is looked at.

Within how many days is local policy (score_review_days in planc.yaml).

Wrong: The score went from {before} to {after} on {day}, and no review or decision followed within {days}.
Why: A change in the threat may call for other tactics, or another tier.
Do: Hold a review, or log the decision that nothing changes, and why.
Acts: LRO
Source: S0

Flagged:
    # without log
    next_review: 2026-12-02
    starts: 2026-10-07
    threat:
      type: ocg
      areas: [drugs]
      tier: local
      assessment: Likely to keep supplying.
      local_profile: {ref: Exampleton profile 2026, date: 2026-03-18}
      scores:
        - {date: 2026-06-30, scheme: MoRiLE tactical, total: 41, confidence: high}
        - {date: 2026-10-24, scheme: MoRiLE tactical, total: 58, confidence: high}
           ^^^^^^^^^^^^^^^^
    log:
      - {date: 2026-11-18, ref: PUR-1, note: Notices drafted}
Clean: there is time yet
    # without log
    next_review: 2026-12-02
    starts: 2026-10-07
    threat:
      type: ocg
      areas: [drugs]
      tier: local
      assessment: Likely to keep supplying.
      local_profile: {ref: Exampleton profile 2026, date: 2026-03-18}
      scores:
        - {date: 2026-06-30, scheme: MoRiLE tactical, total: 41, confidence: high}
        - {date: 2026-10-25, scheme: MoRiLE tactical, total: 58, confidence: high}
    log:
      - {date: 2026-11-18, ref: PUR-1, note: Notices drafted}
Clean: a review followed
    threat:
      type: ocg
      areas: [drugs]
      tier: local
      assessment: Likely to keep supplying.
      local_profile: {ref: Exampleton profile 2026, date: 2026-03-18}
      scores:
        - {date: 2026-06-30, scheme: MoRiLE tactical, total: 41, confidence: high}
        - {date: 2026-10-14, scheme: MoRiLE tactical, total: 58, confidence: high}
"""

from collections.abc import Iterator

from planc.model.day import long_day
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.model.portfolio import Given
from planc.model.words import count

SEVERITY = Severity.WARNING


def check(plan: Plan, given: Given) -> Iterator[Problem]:
    """The last score differs from the one before, and nobody looked at it in time."""
    scores = [s for s in plan.threat.scores if s.date and s.total] if plan.threat else []
    if not plan.in_force or len(scores) < 2 or scores[-1].total == scores[-2].total:
        return
    day, most = scores[-1].date, given.policy.numbers.score_review_days
    if day is None or (given.as_of - day).days <= most:
        return
    looked = (*plan.reviews, *plan.decisions)
    if any(entry.date and 0 <= (entry.date - day).days <= most for entry in looked):
        return
    yield problem(
        scores[-1].route,
        before=scores[-2].total,
        after=scores[-1].total,
        day=long_day(day),
        days=count(most, "day"),
    )
