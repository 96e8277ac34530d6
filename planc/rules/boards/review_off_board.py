"""The next review is on a day of the board.

Off until a force switches it on in planc.yaml.

Wrong: The next review is on {day}, and the {board} does not meet on that day.
Why: A review between two boards is held without the board, or not at all.
Do: Write the day of a meeting: {meets}.
Acts: LRO
Source: WMMIN

Flagged:
    # planc.yaml
    rules:
      review-off-board: {severity: info, reason: Tried out by this force}
    # plans/larch.yaml
    # without log
    next_review: 2026-12-09
    ^^^^^^^^^^^
Clean:
    # planc.yaml
    rules:
      review-off-board: {severity: info, reason: Tried out by this force}
    # plans/larch.yaml
    next_review: 2026-12-02
Clean: past the end of the calendar
    # planc.yaml
    rules:
      review-off-board: {severity: info, reason: Tried out by this force}
    # plans/larch.yaml
    # without log
    next_review: 2027-01-07
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.wording.day import long_day

SEVERITY = Severity.INFO
STATUS = "off"


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """A next review between two meetings."""
    board, due = context.policy.board(plan.board), plan.review_due
    if not plan.in_force or board is None or due is None or not board.meetings:
        return
    if due not in board.meetings and due < max(board.meetings) and due >= context.as_of:
        meets = board.next_meeting(due)
        agreed = next((entry for entry in plan.reviews if entry.next_review == due), None)
        route = (*agreed.route, "next_review") if agreed else ("next_review",)
        yield problem(
            route,
            day=long_day(due),
            board=board.name,
            meets=long_day(meets) if meets else "the next",
        )
