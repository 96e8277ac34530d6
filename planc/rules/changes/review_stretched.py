"""The next review is put off beyond the tier's interval with the SRO's word.

A review by the SRO or a board's chair, or a decision of theirs, in the same change says so.

Wrong: The next review is on {day}, {days} after the last; the tier has {most}, and nothing here says who agreed.
Why: A plan that is reviewed less often than its tier asks for drifts unseen.
Do: Ask {who}; or write a day up to {latest}. When they have agreed, write it in the log with "by: ...".
Acts: SRO
Source: S0

Flagged: by a post that cannot agree to it
    log:
      - {date: 2026-11-20, review: continue, board: exampleton-ocg, by: di-soc-west, next_review: 2027-05-19}
                                                                                     ^^^^^^^^^^^
Clean: the SRO agreed to it
    log:
      - {date: 2026-11-20, review: continue, board: exampleton-ocg, by: supt-crime, next_review: 2027-05-19}
Clean: within the interval of its tier
    log:
      - {date: 2026-11-20, review: continue, board: exampleton-ocg, by: di-soc-west, next_review: 2027-01-06}
"""

import datetime as dt
from collections.abc import Iterator

from planc.model.context import Context
from planc.model.difference import PlanChange
from planc.model.finding import Problem, Severity, problem
from planc.wording.day import long_day
from planc.wording.words import count

SEVERITY = Severity.WARNING


def check(change: PlanChange, context: Context) -> Iterator[Problem]:
    """A next review that was moved further away than the tier's interval."""
    before = change.approved_before
    if before is None or change.after is None or change.is_agreed(context):
        return
    plan = change.after.plan
    due, last = plan.review_due, plan.last_review or plan.starts
    if due is None or last is None or due == before.review_due:
        return
    most = context.policy.review_days(plan.tier)
    latest = last + dt.timedelta(most)
    board = context.policy.board(plan.board)
    latest = (board.next_meeting(latest) if board else None) or latest
    if due <= latest:
        return
    entry = plan.reviews[-1] if plan.reviews and plan.reviews[-1].next_review == due else None
    yield problem(
        (*(entry.route if entry else ()), "next_review"),
        day=long_day(due),
        days=count((due - last).days, "day"),
        most=most,
        latest=long_day(latest),
        who=context.title(plan.sro, "the SRO"),
    )
