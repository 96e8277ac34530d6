"""Every objective is served by a tactic.

Wrong: No tactic serves {id}.
Why: The SRO set it, and nothing in the plan will bring it about.
Do: Write "serves: {id}" under the tactic that is for it, or add one; or take {id} out, if the SRO agrees.
Acts: LRO
Source: S0

Flagged:
    objectives:
      - {id: OBJ-1, statement: Halve supply at the flats, measure: Calls a month, baseline: 22, target: 11, by: 2027-03-31, set_on: 2026-09-01}
      - {id: OBJ-2, statement: Keep children safe, measure: Missing episodes, baseline: 9, target: 3, by: 2027-03-31, set_on: 2026-09-01}
         ^^^^^^^^^
Flagged: the tactic that served it was withdrawn
    objectives:
      - {id: OBJ-1, statement: Halve supply at the flats, measure: Calls a month, baseline: 22, target: 11, by: 2027-03-31, set_on: 2026-09-01}
      - {id: OBJ-2, statement: Keep children safe, measure: Missing episodes, baseline: 9, target: 3, by: 2027-03-31, set_on: 2026-09-01}
         ^^^^^^^^^
    prevent:
      - {id: PRE-1, tactic: Mentoring for excluded pupils, serves: OBJ-1, owner: council-youth-lead, due: 2027-01-29}
      - {id: PRE-2, tactic: Assembly at the academy, serves: OBJ-2, owner: council-youth-lead, due: 2027-01-29, status: withdrawn}
Flagged: the tactic that is for it does not say so, which is one mistake
    objectives:
      - {id: OBJ-1, statement: Halve supply at the flats, measure: Calls a month, baseline: 22, target: 11, by: 2027-03-31, set_on: 2026-09-01}
      - {id: OBJ-2, statement: Keep children safe, measure: Missing episodes, baseline: 9, target: 3, by: 2027-03-31, set_on: 2026-09-01}
         ^^^^^^^^^
    prevent:
      - {id: PRE-1, tactic: Mentoring for excluded pupils, owner: council-youth-lead, due: 2027-01-29}
Clean: one tactic may serve several objectives
    objectives:
      - {id: OBJ-1, statement: Halve supply at the flats, measure: Calls a month, baseline: 22, target: 11, by: 2027-03-31, set_on: 2026-09-01}
      - {id: OBJ-2, statement: Keep children safe, measure: Missing episodes, baseline: 9, target: 3, by: 2027-03-31, set_on: 2026-09-01}
    prevent:
      - {id: PRE-1, tactic: Mentoring for excluded pupils, serves: [OBJ-1, OBJ-2], owner: council-youth-lead, due: 2027-01-29}
Clean: the only tactic that serves it is complete
    objectives:
      - {id: OBJ-1, statement: Halve supply at the flats, measure: Calls a month, baseline: 22, target: 11, by: 2027-03-31, set_on: 2026-09-01}
      - {id: OBJ-2, statement: Keep children safe, measure: Missing episodes, baseline: 9, target: 3, by: 2027-03-31, set_on: 2026-09-01}
    prevent:
      - {id: PRE-1, tactic: Mentoring for excluded pupils, serves: OBJ-1, owner: council-youth-lead, due: 2027-01-29}
      - {id: PRE-2, tactic: Assembly at the academy, serves: OBJ-2, owner: council-youth-lead, due: 2026-10-30}
    log:
      - {date: 2026-10-30, ref: PRE-2, status: complete, outcome: "All of year 9 heard it"}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.model.tactic import STRANDS

SEVERITY = Severity.ERROR


def check(plan: Plan, _context: Context) -> Iterator[Problem]:
    """An objective that no tactic names, withdrawn ones left out."""
    if not plan.in_force:
        return
    for objective in plan.unserved:
        if objective.id:
            strands = tuple((strand,) for strand in STRANDS)
            serving = tuple((*tactic.route, "serves") for tactic in plan.tactics)
            yield problem(objective.route, unless=strands + serving, id=objective.id)
