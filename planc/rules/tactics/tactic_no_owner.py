"""Every live tactic has one owner.

The owner is one post. It brings its organisation, and it stays when the person leaves.

Wrong: {id} has no owner.
Why: Nobody is answerable for it, so nobody can be asked about it at the board.
Do: Under {id} add "owner:" and one post from directory.yaml.
Acts: LRO
Source: BEX; TVP

Flagged:
    pursue:
      - id: PUR-1
        ^^^^^^^^^
        tactic: Closure orders on the flats
        serves: OBJ-1
        due: 2026-12-18
Clean:
    pursue:
      - id: PUR-1
        tactic: Closure orders on the flats
        serves: OBJ-1
        owner: di-soc-east
        due: 2026-12-18
Clean: nobody need own what was withdrawn
    pursue:
      - {id: PUR-1, tactic: Closure orders on the flats, serves: OBJ-1, owner: di-soc-east, due: 2026-12-18}
      - {id: PUR-2, tactic: Injunction, serves: OBJ-1, due: 2026-12-18, status: withdrawn}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan

SEVERITY = Severity.ERROR


def check(plan: Plan, _context: Context) -> Iterator[Problem]:
    """A live tactic without an owner."""
    if not plan.in_force:
        return
    for tactic in plan.live_tactics:
        if tactic.owner is None:
            yield problem((*tactic.route, "owner"), unless=plan.told_by(tactic), id=tactic.id)
