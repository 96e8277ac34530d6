"""Every live tactic serves an objective.

Wrong: {id} serves no objective.
Why: The SRO did not ask for it, and nobody can say whether it was worth doing.
Do: Under {id} add "serves:" and an objective; or ask the SRO for an objective; or withdraw it.
Acts: LRO
Source: S0

Flagged:
    pursue:
      - id: PUR-1
        ^^^^^^^^^
        tactic: Closure orders on the flats
        owner: di-soc-east
        due: 2026-12-18
      - {id: PUR-2, tactic: Cash seizures, kind: financial, success: Half of it kept, serves: OBJ-1, owner: di-soc-east, due: 2026-12-18}
Clean:
    pursue:
      - {id: PUR-1, tactic: Cash seizures, kind: financial, success: Half of it kept, serves: OBJ-1, owner: di-soc-east, due: 2026-12-18}
"""

from collections.abc import Iterator

from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.model.portfolio import Given

SEVERITY = Severity.WARNING


def check(plan: Plan, _given: Given) -> Iterator[Problem]:
    """A live tactic without an objective."""
    if not plan.in_force:
        return
    for tactic in plan.live_tactics:
        if not tactic.serves:
            yield problem((*tactic.route, "serves"), id=tactic.id)
