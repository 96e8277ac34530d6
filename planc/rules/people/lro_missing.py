"""The plan names its Lead Responsible Officer.

The LRO may be of any rank or grade, and of any agency: planc never asks which.

Wrong: The plan names no LRO.
Why: HMICFRS asks for a capable LRO on every active threat; without one nobody leads the response.
Do: Add "lro:" and a post from directory.yaml.
Acts: SRO
Source: S0; REC8929

Flagged:
    # without lro
    planc: 1
    ^^^^^^^^
Clean: a partner may be the LRO
    lro: council-youth-lead
Clean: an archived plan is not held to it
    # without lro
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
    """No LRO."""
    if plan.in_force and plan.lro is None:
        yield problem(("lro",))
