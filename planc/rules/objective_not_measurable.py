"""Every objective says how anybody will know that it was achieved.

What can be counted has a measure, a baseline, a target and a date. What cannot has "measure:
judgement", and says what would be seen, who judges it and when.

Wrong: {id} has no {missing}.
Why: Without it the board can only believe or not believe that the objective was met.
Do: Agree it with the SRO, and write it under {id}.
Acts: SRO
Source: OFFICER 1

Flagged:
    objectives:
      - id: OBJ-1
        ^^^^^^^^^
        statement: Halve supply at the flats
        measure: Calls a month from residents
        by: 2027-03-31
        set_on: 2026-09-09
Flagged: a judgement that nobody makes
    objectives:
      - id: OBJ-1
        statement: Residents feel safe
        measure: judgement
        judgement: {would_see: Residents use the square after dark}
        ^^^^^^^^^
        by: 2027-03-31
        set_on: 2026-09-09
Clean: a judgement
    objectives:
      - id: OBJ-1
        statement: Residents feel safe
        measure: judgement
        judgement: {would_see: Residents use the square after dark, assessed_by: supt-crime, assessed_on: 2027-03-03}
        by: 2027-03-31
        set_on: 2026-09-09
"""

from collections.abc import Iterator

from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.model.portfolio import Given

SEVERITY = Severity.WARNING


def check(plan: Plan, _given: Given) -> Iterator[Problem]:
    """An objective that lacks part of its measure, or of its judgement."""
    if not plan.in_force:
        return
    for objective in plan.objectives:
        if objective.judgement and objective.measure == "judgement":
            judged = objective.judgement
            parts = {
                "would_see": judged.would_see,
                "assessed_by": judged.assessed_by,
                "assessed_on": judged.assessed_on,
            }
            route = (*objective.route, "judgement")
        elif objective.measure == "judgement":
            continue  # the block itself is missing, which the schema demands
        else:
            parts = {
                "measure": objective.measure,
                "baseline": objective.baseline,
                "target": objective.target,
                "by": objective.by,
            }
            route = objective.route
        missing = [name for name, held in parts.items() if held is None]
        if missing:
            unless = tuple((*route, name) for name in missing)
            yield problem(route, unless=unless, id=objective.id, missing=" and no ".join(missing))
