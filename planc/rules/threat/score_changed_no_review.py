"""A changed score is looked at.

Within how many days is local policy (score_review_days in planc.yaml). Scores of different schemes,
or of different versions of one, are not compared.

Wrong: The score went from {before} to {after} on {day}, and no review or decision followed within {days}.
Why: A change in the threat may call for other tactics, or another tier.
Do: Hold a review; or take the decision that nothing changes, and log it with the reason.
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
Clean: there is time until today
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
Clean: the scheme changed, and the figures mean something else
    # without log
    next_review: 2026-12-02
    threat:
      type: ocg
      areas: [drugs]
      tier: local
      assessment: Likely to keep supplying.
      local_profile: {ref: Exampleton profile 2026, date: 2026-03-18}
      scores:
        - {date: 2026-06-30, scheme: OCGM, total: 41, confidence: high}
        - {date: 2026-10-14, scheme: MoRiLE tactical, total: 58, confidence: high}
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

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.wording.day import long_day
from planc.wording.words import count

SEVERITY = Severity.WARNING


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """The last score differs from the one before, and nobody looked at it in time."""
    most = context.policy.numbers.score_review_days
    if plan.threat is None or not plan.in_force:
        return
    scores = plan.threat.dated_scores
    if len(scores) < 2 or (context.as_of - scores[-1][0]).days <= most:
        return
    (_, before), (day, after) = scores[-2:]
    if None in (before.total, after.total) or before.total == after.total:
        return
    if (before.scheme, before.version) != (after.scheme, after.version):
        return
    looked = (*plan.reviews, *plan.decisions)
    if any(entry.date and 0 <= (entry.date - day).days <= most for entry in looked):
        return
    yield problem(
        after.route,
        unless=(*plan.reviews_told_by, *plan.threat.scored_by),
        before=before.total,
        after=after.total,
        day=long_day(day),
        days=count(most, "day"),
    )
