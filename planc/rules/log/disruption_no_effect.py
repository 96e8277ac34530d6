"""A disruption says what it did to the group.

Wrong: This disruption does not say what it did to the group.
Why: A panel moderates the effect, not the effort; without one it can only guess or refuse.
Do: Add "effect:" with what the group can no longer do, and for how long.
Acts: LRO
Source: PFD; MPA07

Flagged:
    log:
      - {date: 2026-11-11, ref: PUR-1, disruption: minor, lead: police}
                                       ^^^^^^^^^^
Clean:
    log:
      - {date: 2026-11-11, ref: PUR-1, disruption: minor, lead: police, effect: Two flats closed}
Clean: the line says what came of it
    log:
      - {date: 2026-11-11, ref: PUR-1, disruption: minor, lead: police, outcome: Two flats closed}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan

SEVERITY = Severity.WARNING
STATUS = "preview"


def check(plan: Plan, _context: Context) -> Iterator[Problem]:
    """A claim without an effect."""
    if not plan.in_force:
        return
    for entry in plan.disruptions:
        if not (entry.effect or entry.outcome or entry.note):
            unless = tuple((*entry.route, name) for name in ("effect", "outcome", "note"))
            yield problem((*entry.route, "disruption"), unless=unless)
