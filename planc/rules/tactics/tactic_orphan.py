"""Every live tactic serves an objective.

Wrong: {id} serves no objective.
Why: The SRO did not ask for it, and nobody can say whether it was worth doing.
Do: Under {id} add "serves:" and the objective it is for; or ask the SRO to set one; or withdraw {id}.
Acts: LRO
Source: S0

Flagged:
    pursue:
      - id: PUR-1
        ^^^^^^^^^
        tactic: Closure orders on the flats
        kind: communications
        owner: di-soc-east
        due: 2026-12-18
      - {id: PUR-2, tactic: Cash seizures, kind: financial, success: Half of it kept, serves: OBJ-1, owner: di-soc-east, due: 2026-12-18}
Clean:
    pursue:
      - {id: PUR-1, tactic: Cash seizures, kind: financial, success: Half of it kept, serves: OBJ-1, owner: di-soc-east, due: 2026-12-18}
Clean: what was withdrawn need serve nothing
    pursue:
      - {id: PUR-1, tactic: Closure orders on the flats, serves: OBJ-1, owner: di-soc-east, due: 2026-12-18}
      - {id: PUR-2, tactic: Injunction, owner: di-soc-east, due: 2026-12-18}
    log:
      - {date: 2026-11-18, ref: PUR-2, status: withdrawn, because: The tenants have left}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan

SEVERITY = Severity.WARNING


def check(plan: Plan, _context: Context) -> Iterator[Problem]:
    """A live tactic without an objective."""
    if not plan.in_force:
        return
    orphans = [tactic for tactic in plan.live_tactics if not tactic.serves]
    if len(orphans) <= len(plan.unserved) or not plan.objectives:
        return  # each may be for an objective that nothing serves, of which another rule speaks
    for tactic in orphans:
        unless = plan.told_by(tactic)
        yield problem((*tactic.route, "serves"), unless=unless, id=tactic.id)
