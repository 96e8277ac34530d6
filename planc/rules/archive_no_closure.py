"""An archived plan was closed in order: reviewed, scored again, and learnt from.

Wrong: The plan is archived without {missing}.
Why: A plan that just stops leaves the next LRO to learn the same things again.
Do: Under "closure:" add reviewed_on and rescored_on; under "learning:" add what was learnt.
Acts: LRO
Source: LANC

Flagged:
    status: archived
    ^^^^^^
Flagged: nothing was learnt
    status: archived
    ^^^^^^
    closure: {reviewed_on: 2026-11-04, rescored_on: 2026-10-30, reason: No calls for three months}
Clean:
    status: archived
    closure: {reviewed_on: 2026-11-04, rescored_on: 2026-10-30, reason: No calls for three months}
    learning: [{date: 2026-11-04, lesson: Closures hold if the flats are let again within a week}]
"""

from collections.abc import Iterator

from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.model.portfolio import Given

SEVERITY = Severity.ERROR


def check(plan: Plan, _given: Given) -> Iterator[Problem]:
    """An archived plan without closing review, score or learning."""
    if plan.status != "archived":
        return
    closure = plan.closure
    parts = {
        "a closing review": closure.reviewed_on if closure else None,
        "a last score": closure.rescored_on if closure else None,
        "any learning": plan.learning or None,
    }
    missing = [name for name, held in parts.items() if held is None]
    if missing:
        unless = (("closure", "reviewed_on"), ("closure", "rescored_on"), ("learning",))
        yield problem(("status",), unless=unless, missing=", ".join(missing))
