"""A plan begins before it is at work.

Looks at reviews, ratings and the progress of tactics and actions more than 28 days
(look_ahead_days in planc.yaml) before `starts`; decisions, notes and scores may be older than the
plan.

Wrong: The plan starts on {starts}, and {what} is logged for {day}.
Why: A late start gives a plan weeks in which much is not asked of it yet.
Do: Put "starts:" on the day on which the plan took effect.
Acts: LRO
Source: planc's judgement: the day on which a plan took effect does not move

Flagged:
    starts: 2026-11-18
    ^^^^^^
    log:
      - {date: 2026-10-14, ref: PUR-1, status: in progress}
Clean: work that was under way when the plan began
    starts: 2026-10-28
    log:
      - {date: 2026-10-14, ref: PUR-1, status: in progress}
Clean: the decision that there be a plan
    log:
      - {date: 2026-06-03, id: DEC-001, decision: One plan for three flats, because: They are one line, rejected: Three plans, by: supt-crime}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.log import Entry
from planc.model.plan import Plan
from planc.wording.day import long_day

SEVERITY = Severity.WARNING


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """A review, rating or status long before the plan starts."""
    if not plan.agreed or plan.starts is None:
        return
    most = context.policy.numbers.look_ahead_days
    for entry in plan.entries:
        if entry.date is None or (plan.starts - entry.date).days <= most:
            return  # and so are those that follow
        what = _work(entry)
        if what:
            related = ((entry.route, what),)
            days = {"starts": long_day(plan.starts), "day": long_day(entry.date)}
            yield problem(
                ("starts",), related=related, starts=days["starts"], what=what, day=days["day"]
            )
            return


def _work(entry: Entry) -> str | None:
    if entry.review:
        return "a review"
    if entry.rag:
        return "a rating"
    return "progress" if entry.status or entry.outcome else None
