"""An objective is set before the day by which it is to be reached.

Wrong: {id} {days}.
Why: One of the two days is wrong, and with it everything that is counted from it.
Do: Put the wrong one right; a new day for an old objective is the SRO's to agree.
Acts: LRO
Source: SMART

Flagged:
    objectives:
      - id: OBJ-1
        statement: Halve supply at the flats
        measure: Calls a month from residents
        baseline: 22
        target: 11
        by: 2026-03-31
        ^^
        set_on: 2026-09-09
    log:
      - {date: 2026-11-19, ref: OBJ-1, rag: complete, value: 9, because: Nine calls in the last month}
Clean:
    objectives:
      - id: OBJ-1
        statement: Halve supply at the flats
        measure: Calls a month from residents
        baseline: 22
        target: 11
        by: 2027-03-31
        set_on: 2026-09-09
Clean: a day apart
    objectives:
      - id: OBJ-1
        statement: Halve supply at the flats
        measure: Calls a month from residents
        baseline: 22
        target: 11
        by: 2026-11-23
        set_on: 2026-11-22
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.wording.day import long_day

SEVERITY = Severity.WARNING


def check(plan: Plan, _context: Context) -> Iterator[Problem]:
    """A day to reach it by that is not after the day on which it was set."""
    if not plan.in_force:
        return
    for objective in plan.objectives:
        by, set_on = objective.by, objective.set_on
        if by and set_on and by <= set_on:
            route, other = (*objective.route, "by"), (*objective.route, "set_on")
            related = ((other, "set on"),)
            days = f"is to be reached by {long_day(by)}, and was set on {long_day(set_on)}"
            yield problem(route, related=related, id=objective.id, days=days)
