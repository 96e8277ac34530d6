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
Clean: all three
    status: archived
    closure: {reviewed_on: 2026-11-04, rescored_on: 2026-10-30, reason: No calls for three months}
    learning: [{date: 2026-11-04, lesson: Closures hold if the flats are let again within a week}]
Clean: a place, which nobody scores
    threat:
      type: place
      assessment: Unlikely to be taken back.
    status: archived
    closure: {reviewed_on: 2026-11-04, reason: No calls for three months}
    learning: [{date: 2026-11-04, lesson: Closures hold if the flats are let again within a week}]
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.model.threat import SCORED
from planc.wording.words import either

SEVERITY = Severity.ERROR


def check(plan: Plan, _context: Context) -> Iterator[Problem]:
    """An archived plan without closing review, score or learning."""
    if plan.status != "archived":
        return
    closure = plan.closure
    scored = plan.threat is not None and plan.threat.type in SCORED
    parts = {
        "a closing review": bool(closure and closure.reviewed_on),
        "a last score": bool(closure and closure.rescored_on) or not scored,
        "any learning": bool(plan.learning),
    }
    missing = [name for name, there in parts.items() if not there]
    if missing:
        unless = (("closure", "reviewed_on"), ("closure", "rescored_on"), ("learning",))
        yield problem(("status",), unless=unless, missing=either(missing))
