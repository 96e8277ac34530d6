"""Every objective says how anybody will know that it was achieved.

What can be counted has a measure, a baseline, a target and a date. What cannot has "measure:
judgement", and says what would be seen, who judges it and when.

Wrong: {id} does not say {missing}.
Why: Without it the board can only believe or not believe that the objective was met.
Do: Agree it with the SRO, and write {fields} under {id}.
Acts: SRO
Source: SMART; planc's judgement: what cannot be counted is judged, by a post on a day

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
Clean: a baseline of nought
    objectives:
      - id: OBJ-1
        statement: Tenants are told whom to ring
        measure: Tenants visited
        baseline: 0
        target: 34
        by: 2027-03-31
        set_on: 2026-09-09
"""

from collections.abc import Iterator

from planc.detect.placeholders import keeps_a_place
from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.model.tactic import Judgement, Objective
from planc.wording.words import either, every

SEVERITY = Severity.WARNING

_OF_A_MEASURE = {
    "measure": "what is counted",
    "baseline": "where that stood at the start",
    "target": "where it should get to",
    "by": "by when",
}
_OF_A_JUDGEMENT = {
    "would_see": "what would be seen",
    "assessed_by": "who judges it",
    "assessed_on": "when it is judged",
}


def check(plan: Plan, _context: Context) -> Iterator[Problem]:
    """An objective that lacks part of its measure, or of its judgement."""
    if not plan.in_force:
        return
    for objective in plan.objectives:
        if objective.judgement and objective.measure == "judgement":
            asked = _OF_A_JUDGEMENT
            holder: Objective | Judgement = objective.judgement
        elif objective.measure == "judgement":
            continue  # the block itself is missing, which the schema demands
        else:
            asked, holder = _OF_A_MEASURE, objective
        missing = [name for name in asked if getattr(holder, name) is None]
        if missing:
            missing = [name for name in asked if _is_empty(getattr(holder, name), name)]
            fields = every([f'"{name}:"' for name in missing])
            under = f'Agree it with the SRO, and write {fields} under "judgement:".'
            yield problem(
                holder.route,
                unless=tuple((*holder.route, name) for name in missing),
                id=objective.id,
                missing=either([asked[name] for name in missing]),
                fields=fields,
                do=None if holder is objective else under,
            )


def _is_empty(value: object, name: str) -> bool:
    """Whether nothing stands there, or a word that only keeps a place."""
    return value is None or (isinstance(value, str) and keeps_a_place(value, name))
