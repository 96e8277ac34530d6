"""Every objective is set by the SRO, on a day.

Wrong: {id} {what}.
Why: Objectives are the SRO's; an LRO who sets their own is answerable to nobody for them.
Do: Take it to the SRO; when it is agreed, write set_on with that day under {id}.
Acts: SRO
Source: S0

Flagged:
    objectives:
      - id: OBJ-1
        ^^^^^^^^^
        statement: Halve supply at the flats
        measure: Calls a month from residents
        baseline: 22
        target: 11
        by: 2027-03-31
Flagged: set by the LRO
    objectives:
      - id: OBJ-1
        statement: Halve supply at the flats
        measure: Calls a month from residents
        baseline: 22
        target: 11
        by: 2027-03-31
        set_on: 2026-09-01
        set_by: di-soc-east
        ^^^^^^
Clean:
    objectives:
      - id: OBJ-1
        statement: Halve supply at the flats
        measure: Calls a month from residents
        baseline: 22
        target: 11
        by: 2027-03-31
        set_on: 2026-09-01
Clean: set by the SRO before this one
    sro: di-soc-west
    objectives:
      - id: OBJ-1
        statement: Halve supply at the flats
        measure: Calls a month from residents
        baseline: 22
        target: 11
        by: 2027-03-31
        set_on: 2026-09-01
        set_by: supt-crime
    protect:
      - {id: PRO-1, tactic: Safe-home visits, serves: OBJ-1, owner: council-housing, due: 2026-12-11}
    # without log
    log:
      - {date: 2026-11-04, review: continue, board: exampleton-ocg, by: di-soc-west, next_review: 2026-12-02}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan

SEVERITY = Severity.ERROR


def check(plan: Plan, _context: Context) -> Iterator[Problem]:
    """An objective without a day on which the SRO set it, or set by the LRO."""
    if not plan.in_force:
        return
    for objective in plan.objectives:
        if objective.set_by and objective.set_by == plan.lro:
            what = "was set by the LRO"
            do = 'Take it to the SRO; when it is agreed, delete "set_by:" and put set_on right.'
            yield problem((*objective.route, "set_by"), id=objective.id, what=what, do=do)
        elif objective.set_on is None:
            what = "does not say when the SRO set it"
            yield problem((*objective.route, "set_on"), id=objective.id, what=what)
