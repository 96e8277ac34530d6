"""Every open action has a day.

Wrong: {id} has no due date.
Why: Without a day it is never late, and stays on the list until nobody asks any more.
Do: Under {id} add "due:" with the day that the board set, or that of its next meeting.
Acts: LRO
Source: WMMIN

Flagged:
    actions:
      - {id: ACT-1, action: Visit the landlord, owner: di-soc-west, raised_on: 2026-11-04, raised_at: exampleton-ocg}
         ^^^^^^^^^
Clean:
    actions:
      - {id: ACT-1, action: Visit the landlord, owner: di-soc-west, raised_on: 2026-11-04, raised_at: exampleton-ocg, due: 2026-12-01}
Clean: the log has it
    actions:
      - {id: ACT-1, action: Visit the landlord, owner: di-soc-west, raised_on: 2026-11-04, raised_at: exampleton-ocg}
    log:
      - {date: 2026-11-05, ref: ACT-1, due: 2026-12-01, note: Agreed with the landlord's office}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan

SEVERITY = Severity.WARNING


def check(plan: Plan, _context: Context) -> Iterator[Problem]:
    """An open action that is never due."""
    if not plan.in_force:
        return
    for action in plan.open_actions:
        if plan.due_of(action) is None:
            unless = plan.deadline_told_by(action)
            yield problem((*action.route, "due"), unless=unless, id=action.id)
