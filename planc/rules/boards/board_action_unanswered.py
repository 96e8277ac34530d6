"""What a board asks for is answered by its next meeting.

Wrong: {id} was raised on {day}, the {board} has met since, and nothing is logged about it.
Why: The board opens with matters arising, and will ask.
Do: Log what was done about {id}, or that nothing was, and why.
Acts: owner
Source: WMMIN

Flagged:
    actions:
      - {id: ACT-1, action: Visit the landlord, owner: di-soc-west, raised_on: 2026-10-07, raised_at: exampleton-ocg, due: 2026-12-01}
         ^^^^^^^^^
Clean: something was logged
    actions:
      - {id: ACT-1, action: Visit the landlord, owner: di-soc-west, raised_on: 2026-10-07, raised_at: exampleton-ocg, due: 2026-12-01}
    log:
      - {date: 2026-10-21, ref: ACT-1, note: Landlord is abroad until December}
Clean: the board has not met since the day it was raised at
    actions:
      - {id: ACT-1, action: Visit the landlord, owner: di-soc-west, raised_on: 2026-11-04, raised_at: exampleton-ocg, due: 2026-12-01}
Clean: another board raised it, and has not met since
    actions:
      - {id: ACT-1, action: Visit the landlord, owner: di-soc-west, raised_on: 2026-10-07, raised_at: county-soc, due: 2026-12-01}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.wording.day import long_day

SEVERITY = Severity.WARNING


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """An open action of an earlier board without an entry in the log since."""
    if not plan.in_force:
        return
    for action in plan.open_actions:
        board = context.policy.board(action.raised_at or plan.board)
        met = board.last_meeting(context.as_of) if board else None
        if board is None or met is None or action.raised_on is None or met <= action.raised_on:
            continue
        if not plan.entries_about(action.id):
            yield problem(
                action.route,
                unless=(*plan.told_by(action), (*action.route, "id")),
                id=action.id,
                day=long_day(action.raised_on),
                board=board.name,
            )
