"""The plan has at least one objective.

Wrong: The plan has no objective.
Why: Objectives are what the SRO asks for; without one, no tactic is for anything.
Do: Agree one with the SRO, and under "objectives:" write its id, statement, measure, target and set_on.
Acts: SRO
Source: S0

Flagged:
    objectives:
    ^^^^^^^^^^
    pursue:
      - {id: PUR-1, tactic: Closure orders on the flats, owner: di-soc-east, due: 2026-12-18}
    prevent:
      - {id: PRE-1, tactic: Mentoring for excluded pupils, owner: council-youth-lead, due: 2027-01-29}
    protect:
      - {id: PRO-1, tactic: Safe-home visits, owner: di-soc-west, due: 2026-12-11}
    prepare:
      - {id: PPR-1, tactic: Rehousing at short notice, owner: council-housing, due: 2026-12-11}
Clean: one will do
    objectives:
      - {id: OBJ-1, statement: Halve supply, measure: Calls a month, baseline: 22, target: 11, by: 2027-03-31, set_on: 2026-09-09}
Clean: an archived plan is not held to it
    objectives: []
    pursue:
      - {id: PUR-1, tactic: Closure orders on the flats, owner: di-soc-east, due: 2026-12-18}
    prevent: []
    protect: []
    prepare: []
    status: archived
    closure: {reviewed_on: 2026-11-04, rescored_on: 2026-10-30, reason: No calls for three months}
    learning: [{date: 2026-11-04, lesson: Closures hold if the flats are let again within a week}]
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan

SEVERITY = Severity.ERROR


def check(plan: Plan, _context: Context) -> Iterator[Problem]:
    """No objective."""
    if plan.in_force and not plan.objectives:
        yield problem(("objectives",))
