"""The plan says when it is next reviewed.

A day on which a review was held since says nothing of the next one.

Wrong: The plan does not say when it is next reviewed{since}.
Why: A review that is on no calendar is not held.
Do: Add "next_review:" with the date of the next board, or of the review agreed.
Acts: LRO
Source: S0

Flagged:
    # without next_review
    # without log
    planc: 1
    ^^^^^^^^
    starts: 2026-10-07
    log:
      - {date: 2026-11-18, ref: PUR-1, note: Notices drafted}
Flagged: both the day agreed on and the one at the top are past, and the review was held
    next_review: 2026-11-04
    ^^^^^^^^^^^
    # without log
    log:
      - {date: 2026-10-07, review: continue, board: exampleton-ocg, by: supt-crime, next_review: 2026-11-04}
      - {date: 2026-11-04, review: continue, board: exampleton-ocg, by: supt-crime}
Clean: at the top of the plan
    next_review: 2026-12-02
Clean: the log says it
    log:
      - {date: 2026-11-18, review: continue, board: exampleton-ocg, by: supt-crime, next_review: 2026-12-02}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.wording.day import long_day

SEVERITY = Severity.ERROR


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """No day agreed in the log and none at the top of the plan."""
    if plan.in_force and plan.review_due is None:
        last = plan.last_review
        if last and last > context.as_of:
            return  # of which another rule speaks
        since = f", now that a review was held on {long_day(last)}" if last else ""
        yield problem(("next_review",), unless=plan.reviews_told_by, since=since)
