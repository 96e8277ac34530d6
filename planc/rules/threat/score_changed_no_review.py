"""A score that rises is looked at.

There is time for it until the next board, or for some days where that is longer. How many days, and
how far a score must rise to matter, is local policy (score_review_days and score_rise in
planc.yaml). Scores of different schemes, or of different versions of one, are not compared.

Wrong: The score rose from {before} to {after} on {day}, and no review or decision has followed.
Why: A greater threat may call for other tactics, or another tier.
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
Clean: a point or two, or a fall, is no new threat
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
        - {date: 2026-10-14, scheme: MoRiLE tactical, total: 43, confidence: high}
    log:
      - {date: 2026-11-18, ref: PUR-1, note: Notices drafted}
Clean: its board has not met since
    # without log
    next_review: 2026-12-16
    board: county-soc
    starts: 2026-10-07
    threat:
      type: ocg
      areas: [drugs]
      tier: local
      assessment: Likely to keep supplying.
      local_profile: {ref: Exampleton profile 2026, date: 2026-03-18}
      scores:
        - {date: 2026-06-30, scheme: MoRiLE tactical, total: 41, confidence: high}
        - {date: 2026-10-14, scheme: MoRiLE tactical, total: 58, confidence: high}
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

import datetime as dt
from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.model.threat import Score
from planc.wording.day import long_day

SEVERITY = Severity.WARNING


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """The last score is well above the one before, and nobody has looked at it in time."""
    if plan.threat is None or not plan.in_force:
        return
    scores = plan.threat.dated_scores
    if len(scores) < 2:
        return
    (_, before), (day, after) = scores[-2:]
    if not _is_rise(before, after, context.policy.numbers.score_rise):
        return
    if context.as_of <= _last_day(plan, context, day):
        return
    looked = (*plan.reviews, *plan.decisions)
    if not any(entry.date and entry.date >= day for entry in looked):
        yield problem(
            after.route,
            unless=(("board",), *plan.reviews_told_by, *plan.threat.scored_by),
            before=before.total,
            after=after.total,
            day=long_day(day),
        )


def _is_rise(before: Score, after: Score, least: int) -> bool:
    """Whether the figure rose by so much; where a scheme has words for it, whether it changed."""
    if (before.scheme, before.version) != (after.scheme, after.version):
        return False
    if before.total is None or after.total is None:
        return False
    try:
        return float(after.total) - float(before.total) >= least
    except ValueError:
        return before.total != after.total


def _last_day(plan: Plan, context: Context, day: dt.date) -> dt.date:
    """The last day on which a score of that day may wait: the next board's, or later."""
    days = min(context.policy.numbers.score_review_days, (dt.date.max - day).days)
    board = context.policy.board(plan.board)
    meeting = board.next_meeting(day) if board else None
    return max(meeting or day, day + dt.timedelta(days))
