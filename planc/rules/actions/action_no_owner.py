"""Every open action has an owner.

Wrong: {id} has no owner.
Why: An action that belongs to the meeting belongs to nobody.
Do: Under {id} add "owner:" and one post from directory.yaml.
Acts: LRO
Source: WMMIN

Flagged:
    actions:
      - {id: ACT-1, action: Visit the landlord, raised_on: 2026-11-04, raised_at: exampleton-ocg, due: 2026-12-01}
         ^^^^^^^^^
Clean:
    actions:
      - {id: ACT-1, action: Visit the landlord, owner: di-soc-west, raised_on: 2026-11-04, raised_at: exampleton-ocg, due: 2026-12-01}
Clean: closed
    actions:
      - {id: ACT-1, action: Visit the landlord, raised_on: 2026-11-04, raised_at: exampleton-ocg, due: 2026-11-18}
    log:
      - {date: 2026-11-18, ref: ACT-1, status: closed, outcome: He signs}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan

SEVERITY = Severity.WARNING


def check(plan: Plan, _context: Context) -> Iterator[Problem]:
    """An open action that nobody owns."""
    if not plan.in_force:
        return
    for action in plan.open_actions:
        if action.owner is None:
            unless = (*plan.told_by(action), (*action.route, "id"))
            yield problem((*action.route, "owner"), unless=unless, id=action.id)
