"""Each tactic has a title of its own.

Off until a force switches it on in planc.yaml.

Wrong: {id} has the same title as {other}.
Why: On page one, in minutes and in a task sheet the two cannot be told apart.
Do: Say in each title what sets it apart: where, who, which phase.
Acts: LRO
Source: planc's judgement: a board speaks of titles, not of ids

Flagged:
    # planc.yaml
    rules:
      tactic-title-repeated: {severity: info, reason: Tried out by this force}
    # plans/larch.yaml
    protect:
      - {id: PRO-1, tactic: Safe-home visits, serves: OBJ-1, owner: di-soc-west, status: in progress, due: 2026-12-11}
      - {id: PRO-2, tactic: Safe-home visits, serves: OBJ-1, owner: council-housing, status: in progress, due: 2026-12-11}
                    ^^^^^^
Clean:
    # planc.yaml
    rules:
      tactic-title-repeated: {severity: info, reason: Tried out by this force}
    # plans/larch.yaml
    protect:
      - {id: PRO-1, tactic: Safe-home visits, serves: OBJ-1, owner: di-soc-west, status: in progress, due: 2026-12-11}
      - {id: PRO-2, tactic: Safe-home visits in Canal Ward, serves: OBJ-1, owner: council-housing, status: in progress, due: 2026-12-11}
Clean: the first is over
    # planc.yaml
    rules:
      tactic-title-repeated: {severity: info, reason: Tried out by this force}
    # plans/larch.yaml
    protect:
      - {id: PRO-1, tactic: Safe-home visits, serves: OBJ-1, owner: di-soc-west, due: 2026-11-11}
      - {id: PRO-2, tactic: Safe-home visits, serves: OBJ-1, owner: council-housing, status: in progress, due: 2026-12-11}
    log:
      - {date: 2026-11-11, ref: PRO-1, status: complete, outcome: Forty visits}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.model.tactic import Tactic

SEVERITY = Severity.INFO
STATUS = "off"


def check(plan: Plan, _context: Context) -> Iterator[Problem]:
    """A live tactic called as another."""
    if not plan.in_force:
        return
    by_title: dict[str, Tactic] = {}
    for tactic in plan.live_tactics:
        title = " ".join((tactic.tactic or "").casefold().split())
        first = by_title.setdefault(title, tactic)
        if title and first is not tactic:
            related = (((*first.route, "tactic"), "the same"),)
            other = first.id or "another tactic"
            yield problem((*tactic.route, "tactic"), related=related, id=tactic.id, other=other)
