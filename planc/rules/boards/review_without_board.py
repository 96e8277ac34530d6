"""A review that is coming due can be held.

A review is held at a board. How far ahead planc looks is local policy (look_ahead_days in
planc.yaml).

Wrong: The review falls due on {day}, but {board} does not meet until {next}.
Why: Unless something is arranged, the review will lapse.
Do: Hold a review outside the board and log it, or ask the board's chair for an earlier meeting.
Acts: LRO
Source: S0

Flagged:
    next_review: 2026-12-01
    ^^^^^^^^^^^
    # without log
    starts: 2026-10-14
Clean: the board meets that day
    next_review: 2026-12-02
    # without log
    starts: 2026-10-14
Clean: further off than planc looks
    next_review: 2026-12-21
    # without log
    starts: 2026-11-04
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.wording.day import long_day

SEVERITY = Severity.WARNING


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """A review due soon, and no meeting of its board until then."""
    due, board = plan.review_due, context.policy.board(plan.board)
    if not plan.in_force or due is None or board is None:
        return
    ahead = (due - context.as_of).days
    if not 0 < ahead <= context.policy.numbers.look_ahead_days:
        return
    meeting = board.next_meeting(context.as_of)
    if meeting and meeting > due:
        yield problem(
            ("next_review",),
            unless=(("board",), *plan.reviews_told_by),
            day=long_day(due),
            board=board.name,
            next=long_day(meeting),
        )
