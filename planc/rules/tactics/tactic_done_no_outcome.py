"""A tactic that is complete says what came of it.

Wrong: {id} is complete, and nothing says what came of it.
Why: A board can learn only from what worked and what did not, and HMICFRS asks for outcomes.
Do: In the log add a line with "ref: {id}" and "outcome:", or record the disruption it led to.
Acts: owner
Source: LANC; REC8929

Flagged:
    log:
      - {date: 2026-11-19, ref: PRO-2, status: complete}
    protect:
      - {id: PRO-1, tactic: Safe-home visits, serves: OBJ-1, owner: council-housing, due: 2026-12-11}
      - {id: PRO-2, tactic: Letterbox locks, serves: OBJ-1, owner: council-housing, due: 2026-11-20}
         ^^^^^^^^^
Clean: the outcome is in the log
    log:
      - {date: 2026-11-19, ref: PRO-2, status: complete, outcome: "Locks fitted to 31 of 34 flats"}
    protect:
      - {id: PRO-1, tactic: Safe-home visits, serves: OBJ-1, owner: council-housing, due: 2026-12-11}
      - {id: PRO-2, tactic: Letterbox locks, serves: OBJ-1, owner: council-housing, due: 2026-11-20}
Clean: a disruption came of it
    log:
      - {date: 2026-11-18, ref: PRO-2, disruption: minor, lead: council, effect: Couriers turned away}
      - {date: 2026-11-19, ref: PRO-2, status: complete}
    protect:
      - {id: PRO-1, tactic: Safe-home visits, serves: OBJ-1, owner: council-housing, due: 2026-12-11}
      - {id: PRO-2, tactic: Letterbox locks, serves: OBJ-1, owner: council-housing, due: 2026-11-20}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan

SEVERITY = Severity.WARNING


def check(plan: Plan, _context: Context) -> Iterator[Problem]:
    """A complete tactic without an outcome or a disruption in the log."""
    for tactic in plan.tactics:
        if plan.status_of(tactic) != "complete" or plan.outcome_of(tactic):
            continue
        if not any(entry.disruption for entry in plan.entries_about(tactic.id)):
            unless = plan.told_by(tactic, "outcome", "disruption")
            yield problem(tactic.route, unless=unless, id=tactic.id)
