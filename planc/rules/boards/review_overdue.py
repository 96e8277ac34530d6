"""The plan is reviewed on time.

A review is due on the day last agreed, or at the first board after the longest time that the
force allows between reviews, whichever comes first. Boards are counted, not days: monthly boards
are sometimes five weeks apart. How long is local policy (tiers in planc.yaml).

Wrong: The review was due on {day}, {late} ago{missed}.
Why: The threat may have changed since the plan was last looked at, and the plan with it.
Do: Hold the review, and write it in the log: date, review, by, board and next_review.
Acts: LRO
Source: S0; REC8929; planc's judgement: boards are counted, not days

Flagged: the day that was agreed has passed
    next_review: 2026-11-04
    ^^^^^^^^^^^
    # without log
    log:
      - {date: 2026-10-07, review: continue, board: exampleton-ocg, by: supt-crime, next_review: 2026-11-04}
Flagged: a later date at the top does not stand in for a review
    starts: 2026-06-03
    next_review: 2026-12-02
    ^^^^^^^^^^^
    # without log
    log:
      - {date: 2026-07-01, review: continue, board: exampleton-ocg, by: supt-crime}
      - {date: 2026-11-10, ref: PUR-1, note: Notices drafted}
      - {date: 2026-11-10, ref: PRE-1, note: Ten pupils matched}
      - {date: 2026-11-10, ref: PRO-1, note: Twelve visits made}
      - {date: 2026-11-10, ref: PPR-1, note: Two flats held ready}
    threat:
      type: ocg
      areas: [drugs]
      tier: local
      assessment: Likely to keep supplying.
      local_profile: {ref: Exampleton profile 2026, date: 2026-03-18}
      mapping: {status: pending}
    requests:
      - {id: REQ-1, kind: GAIN, what: Firms that rent the flats, status: considered}
Clean: the review agreed on was held, and the plan says at its top when the next one is
    next_review: 2026-12-02
    # without log
    log:
      - {date: 2026-10-07, review: continue, board: exampleton-ocg, by: supt-crime, next_review: 2026-11-04}
      - {date: 2026-11-04, review: continue, board: exampleton-ocg, by: supt-crime}
Clean: it was held two days before the day agreed on
    next_review: 2026-12-02
    # without log
    log:
      - {date: 2026-10-07, review: continue, board: exampleton-ocg, by: supt-crime, next_review: 2026-11-06}
      - {date: 2026-11-04, review: continue, board: exampleton-ocg, by: supt-crime}
Clean: due today
    next_review: 2026-11-22
    # without log
    log:
      - {date: 2026-10-07, review: continue, board: exampleton-ocg, by: supt-crime, next_review: 2026-11-22}
Clean: no board has met since the longest interval ran out
    next_review: 2026-12-02
    # without log
    log:
      - {date: 2026-09-23, review: continue, board: exampleton-ocg, by: supt-crime}
"""

import datetime as dt
from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.wording.day import long_day
from planc.wording.words import count

SEVERITY = Severity.ERROR


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """A review day that has passed."""
    if not plan.in_force:
        return
    agreed, limit = plan.review_due, _limit(plan, context)
    due = min((day for day in (agreed, limit) if day), default=None)
    if due is None or due >= context.as_of:
        return
    board = context.policy.board(plan.board)
    missed = sum(due <= day < context.as_of for day in board.meetings) if board else 0
    yield problem(
        ("next_review",),
        unless=(("board",), *plan.reviews_told_by),
        day=long_day(due),
        why=_agreed_where(plan, due) if due == agreed else _where_from(plan, context, due),
        late=count((context.as_of - due).days, "day"),
        missed=f", and {count(missed, 'board')} met since" if missed else "",
    )


def _agreed_where(plan: Plan, due: dt.date) -> str | None:
    """Where the day was agreed, if the plan gives another at its top."""
    if plan.next_review in (None, due):
        return None
    when = f" of {long_day(plan.last_review)}" if plan.last_review else ""
    return (
        f"The review{when} in the log agreed on that day, and another at the top changes nothing."
    )


def _limit(plan: Plan, context: Context) -> dt.date | None:
    """The first board once the longest interval is over; the interval's end where none is known."""
    last = plan.last_review or plan.starts
    if last is None:
        return None
    days = context.policy.review_days(plan.tier)
    if (dt.date.max - last).days < days:
        return None  # the calendar ends first
    over = last + dt.timedelta(days)
    board = context.policy.board(plan.board)
    return (board.next_meeting(over) if board else None) or over


def _where_from(plan: Plan, context: Context, due: dt.date) -> str | None:
    """Where a day comes from that stands nowhere in the plan."""
    begun = plan.last_review or plan.starts
    if begun is None:
        return None
    days = count(context.policy.review_days(plan.tier), "day")
    event = "the last review" if plan.last_review else "the plan started"
    board = context.policy.board(plan.board)
    first = f"the first board {days}" if board and due in board.meetings else days
    limit = f"That day is {first} after {event}, on {long_day(begun)}"
    return f"{limit}, and a review may wait no longer, whatever later day the plan gives."
