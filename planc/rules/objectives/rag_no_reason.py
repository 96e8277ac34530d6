"""A rating says why.

Looks at the last rating of each objective; a note or a value beside it is a reason. Of one that is
too old to be given reasons for, `rag-stale` speaks.

Wrong: {id} is rated {rag}, and nothing says why.
Why: The board decides on the reason, not on the colour; the paper prints "No reason given".
Do: Add "because:" to the line: what moved, or what holds it.
Acts: LRO
Source: TVP

Flagged:
    log:
      - {date: 2026-11-18, ref: OBJ-1, rag: amber}
                                       ^^^
Clean:
    log:
      - {date: 2026-11-18, ref: OBJ-1, rag: amber, because: Two of three flats still trade}
Clean: the value says it
    log:
      - {date: 2026-11-18, ref: OBJ-1, rag: amber, value: 19}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan

SEVERITY = Severity.WARNING


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """A last rating alone."""
    if not plan.in_force:
        return
    for objective in plan.objectives:
        ratings = plan.ratings_of(objective)
        last = ratings[-1] if ratings else None
        if last and last.date and context.two_boards_since(plan, last.date):
            continue
        if last and not (last.because or last.note or last.value):
            unless = plan.told_by(objective, "rag", "because", "note", "value")
            yield problem((*last.route, "rag"), unless=unless, id=objective.id, rag=last.rag)
