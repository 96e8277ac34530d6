"""An action is closed with a result.

A note or a reason in the line that closes it is a result.

Wrong: {id} is closed, and nothing says with what result.
Why: The board asked for it to be done, not for it to be closed.
Do: Add "outcome:" to the line that closes it.
Acts: owner
Source: WMMIN; LANC

Flagged:
    actions:
      - {id: ACT-1, action: Visit the landlord, owner: di-soc-west, raised_on: 2026-11-04, raised_at: exampleton-ocg, due: 2026-11-18}
    log:
      - {date: 2026-11-18, ref: ACT-1, status: closed}
                                       ^^^^^^
Clean:
    actions:
      - {id: ACT-1, action: Visit the landlord, owner: di-soc-west, raised_on: 2026-11-04, raised_at: exampleton-ocg, due: 2026-11-18}
    log:
      - {date: 2026-11-18, ref: ACT-1, status: closed, outcome: He signs}
Clean: the result was logged the day before
    actions:
      - {id: ACT-1, action: Visit the landlord, owner: di-soc-west, raised_on: 2026-11-04, raised_at: exampleton-ocg, due: 2026-11-18}
    log:
      - {date: 2026-11-17, ref: ACT-1, outcome: He signs}
      - {date: 2026-11-18, ref: ACT-1, status: closed}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan

SEVERITY = Severity.WARNING


def check(plan: Plan, _context: Context) -> Iterator[Problem]:
    """A closed action without an outcome."""
    if not plan.in_force:
        return
    for action in plan.actions:
        closing = [e for e in plan.entries_about(action.id) if e.status == "closed"]
        if plan.is_live(action) or not closing or plan.outcome_of(action):
            continue
        last = closing[-1]
        if not (last.note or last.because or last.decision):
            unless = plan.told_by(action, "outcome", "note", "because")
            yield problem((*last.route, "status"), unless=unless, id=action.id)
