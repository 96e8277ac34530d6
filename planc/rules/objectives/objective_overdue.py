"""An objective is reached by its day, or the SRO moves the day.

One that is rated green past its day is `rag-green-but-late`. One that has been rated since the day
is asked for once the board has met.

Wrong: {id} was to be reached by {day}, {days} ago, and is not rated complete.
Why: An objective without a day ahead asks nothing of anybody.
Do: Rate it in the log, with "because:"; then have the SRO agree a new day, or end it.
Acts: SRO
Source: SMART; TVP

Flagged:
    objectives:
      - id: OBJ-1
        statement: Halve supply at the flats
        measure: Calls a month from residents
        baseline: 22
        target: 11
        by: 2026-11-20
        ^^
        set_on: 2026-09-09
Clean: the day is today
    objectives:
      - id: OBJ-1
        statement: Halve supply at the flats
        measure: Calls a month from residents
        baseline: 22
        target: 11
        by: 2026-11-22
        set_on: 2026-09-09
Clean: it was reached
    objectives:
      - id: OBJ-1
        statement: Halve supply at the flats
        measure: Calls a month from residents
        baseline: 22
        target: 11
        by: 2026-11-20
        set_on: 2026-09-09
    log:
      - {date: 2026-11-19, ref: OBJ-1, rag: complete, value: 9, because: Nine calls in the last month}
Clean: the board that meets next has the rating
    objectives:
      - id: OBJ-1
        statement: Halve supply at the flats
        measure: Calls a month from residents
        baseline: 22
        target: 11
        by: 2026-11-20
        set_on: 2026-09-09
    log:
      - {date: 2026-11-21, ref: OBJ-1, rag: red, value: 20, because: The sellers moved one landing up}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.wording.day import long_day
from planc.wording.words import count

SEVERITY = Severity.WARNING


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """A day that is past, of an objective that is neither complete nor green nor newly rated."""
    if not plan.in_force:
        return
    for objective in plan.objectives:
        by = objective.by
        if by is None or by >= context.as_of:
            continue
        ratings = plan.ratings_of(objective)
        last = ratings[-1] if ratings else None
        if last and last.rag in ("complete", "green"):
            continue
        if last and last.date and last.date >= by and not context.boards_since(plan, by):
            continue
        yield problem(
            (*objective.route, "by"),
            unless=plan.told_by(objective, "rag"),
            id=objective.id,
            day=long_day(by),
            days=count((context.as_of - by).days, "day"),
        )
