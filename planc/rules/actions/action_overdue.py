"""An action is closed by its day; one that a board raised, by the first board after it.

An action that a board raised and nothing is logged about is `board-action-unanswered`.

Wrong: {id} was due on {day}, {days} ago, and is still open.
Why: An action with a day that nobody keeps tells the next owner that days do not count.
Do: Close it in the log with its result; or log the new day as "due:", with "because:".
Acts: owner
Source: WMMIN

Flagged: the board has met since, and has been told once
    actions:
      - {id: ACT-1, action: Visit the landlord, owner: di-soc-west, raised_on: 2026-10-07, raised_at: exampleton-ocg, due: 2026-10-28}
                                                                                                                      ^^^
    log:
      - {date: 2026-10-21, ref: ACT-1, note: Landlord is abroad}
Flagged: no board raised it
    actions:
      - {id: ACT-1, action: Visit the landlord, owner: di-soc-west, raised_on: 2026-11-06, due: 2026-11-20}
                                                                                           ^^^
Clean: the board meets next week
    actions:
      - {id: ACT-1, action: Visit the landlord, owner: di-soc-west, raised_on: 2026-11-04, raised_at: exampleton-ocg, due: 2026-11-18}
    log:
      - {date: 2026-11-18, ref: ACT-1, note: Landlord is abroad}
Clean: moved, and why
    actions:
      - {id: ACT-1, action: Visit the landlord, owner: di-soc-west, raised_on: 2026-10-07, raised_at: exampleton-ocg, due: 2026-10-28}
    log:
      - {date: 2026-10-27, ref: ACT-1, due: 2026-12-01, because: Landlord is abroad}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.wording.day import long_day
from planc.wording.words import count

SEVERITY = Severity.WARNING


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """An open action whose day, and a board since, are past."""
    if not plan.in_force:
        return
    for action in plan.open_actions:
        due = plan.due_of(action)
        if due is None or due >= context.as_of or context.unanswered_since(plan, action):
            continue
        board = context.policy.board(action.raised_at)
        met = board.last_meeting(context.as_of) if board else None
        if met and met <= due:
            continue
        late = (context.as_of - due).days
        move = plan.move_of(action, "due")
        yield problem(
            (*(move or action).route, "due"),
            unless=(*plan.deadline_told_by(action), (*action.route, "raised_at")),
            id=action.id,
            day=long_day(due),
            days=count(late, "day"),
        )
