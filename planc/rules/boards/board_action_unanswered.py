"""What a board asks for is answered by the day it set.

An action that is open at the first board on or after its due date is answered in the log, if only
by a word on why nothing was done.

Wrong: {id} was due on {day}, the {board} has met since, and nothing is logged about it.
Why: The board opens with matters arising, and will ask.
Do: Log what was done about {id}, or that nothing was, and why.
Acts: owner
Source: WMMIN

Flagged: due by the last board
    actions:
      - {id: ACT-1, action: Visit the landlord, owner: di-soc-west, raised_on: 2026-10-07, raised_at: exampleton-ocg, due: 2026-11-04}
         ^^^^^^^^^
Clean: something was logged
    actions:
      - {id: ACT-1, action: Visit the landlord, owner: di-soc-west, raised_on: 2026-10-07, raised_at: exampleton-ocg, due: 2026-11-04}
    log:
      - {date: 2026-10-21, ref: ACT-1, note: Landlord is abroad until December}
Clean: the board itself gave it until December
    actions:
      - {id: ACT-1, action: Visit the landlord, owner: di-soc-west, raised_on: 2026-10-07, raised_at: exampleton-ocg, due: 2026-12-01}
Clean: it was due after the last board
    actions:
      - {id: ACT-1, action: Visit the landlord, owner: di-soc-west, raised_on: 2026-10-07, raised_at: exampleton-ocg, due: 2026-11-06}
Clean: another board raised it, and has not met since
    actions:
      - {id: ACT-1, action: Visit the landlord, owner: di-soc-west, raised_on: 2026-10-07, raised_at: county-soc, due: 2026-10-28}
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
        board = context.unanswered_since(plan, action)
        if board and action.due:
            yield problem(
                action.route,
                unless=(*plan.deadline_told_by(action), (*action.route, "id")),
                id=action.id,
                day=long_day(action.due),
                board=board.name,
            )
