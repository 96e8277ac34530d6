"""Enforcement names the power it relies on.

Wrong: {id} is {kind}, but it names no legal power.
Why: Whoever carries it out, and whoever is asked about it in court, must know under which power.
Do: Under {id} add "power:" and the Act and section.
Acts: LRO
Source: NDM

Flagged:
    pursue:
      - id: PUR-1
        ^^^^^^^^^
        tactic: Closure orders on the flats
        kind: civil order
        success: No calls for a month
        serves: OBJ-1
        owner: di-soc-east
        due: 2026-12-18
Clean:
    pursue:
      - id: PUR-1
        tactic: Closure orders on the flats
        kind: civil order
        success: No calls for a month
        power: Anti-social Behaviour, Crime and Policing Act 2014, Part 4
        serves: OBJ-1
        owner: di-soc-east
        due: 2026-12-18
Clean: education needs no power
    prevent:
      - {id: PRE-1, tactic: Assemblies, kind: education and awareness, serves: OBJ-1, owner: council-youth-lead, due: 2027-01-29}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan

SEVERITY = Severity.WARNING

_KINDS = {
    "enforcement": "enforcement",
    "regulatory": "regulatory",
    "civil order": "a civil order",
    "ancillary order": "an ancillary order",
}


def check(plan: Plan, _context: Context) -> Iterator[Problem]:
    """A live tactic of enforcement without a power."""
    if not plan.in_force:
        return
    for tactic in plan.live_tactics:
        if tactic.kind in _KINDS and tactic.power is None:
            kind = _KINDS[tactic.kind]
            unless = (*plan.told_by(tactic), (*tactic.route, "id"))
            yield problem((*tactic.route, "power"), unless=unless, id=tactic.id, kind=kind)
