"""An objective was set by the SRO of its day, or by a post above.

Of objectives that the LRO set, `objective-no-sro` speaks.

Wrong: {id} was set by {by}, {what}.
Why: Objectives are the SRO's; others may propose them.
Do: Have the SRO agree to it, and delete "set_by:"; if another post was SRO, write "sro_since:".
Acts: SRO
Source: S0

Flagged:
    sro_since: 2026-01-01
    objectives:
      - id: OBJ-1
        statement: Halve supply at the flats
        measure: Calls a month from residents
        baseline: 22
        target: 11
        by: 2027-03-31
        set_on: 2026-09-09
        set_by: council-housing
        ^^^^^^
Clean: by the SRO before this one
    sro_since: 2026-10-01
    objectives:
      - id: OBJ-1
        statement: Halve supply at the flats
        measure: Calls a month from residents
        baseline: 22
        target: 11
        by: 2027-03-31
        set_on: 2026-09-09
        set_by: di-soc-west
Clean: nobody can tell who was SRO then
    objectives:
      - id: OBJ-1
        statement: Halve supply at the flats
        measure: Calls a month from residents
        baseline: 22
        target: 11
        by: 2027-03-31
        set_on: 2026-09-09
        set_by: di-soc-west
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan

SEVERITY = Severity.WARNING


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """An objective set by a post that could not on that day."""
    if not plan.in_force:
        return
    for objective in plan.objectives:
        by, day = objective.set_by, objective.set_on
        if by is None or day is None or by == plan.lro or plan.sro_from is None:
            continue
        what = context.authority(plan, day).why_not(by)
        if what:
            unless = ((*objective.route, "set_on"), ("sro",), ("sro_since",))
            yield problem(
                (*objective.route, "set_by"), unless=unless, id=objective.id, by=by, what=what
            )
