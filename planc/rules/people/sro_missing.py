"""The plan names its Senior Responsible Officer.

Wrong: The plan names no SRO.
Why: The SRO sets the objectives and answers for the plan; without one nobody does.
Do: Add "sro:" and a post from directory.yaml.
Acts: LRO
Source: S0

Flagged:
    # without sro
    planc: 1
    ^^^^^^^^
Clean:
    sro: supt-crime
Clean: an archived plan is not held to it
    # without sro
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
    """No SRO."""
    if plan.in_force and plan.sro is None:
        yield problem(("sro",))
