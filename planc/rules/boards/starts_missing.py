"""A plan that is agreed says since when.

Wrong: The plan is {status}, and does not say when it started.
Why: Much is asked only of a plan that has run for some weeks; without a start it never has.
Do: Add "starts:" with the day on which the SRO agreed it.
Acts: LRO
Source: planc's judgement: what a plan is held to grows with its age

Flagged:
    # without starts
    planc: 1
    ^^^^^^^^
Clean:
    starts: 2026-10-07
Clean: a draft, which has not started
    # without starts
    status: draft
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan

SEVERITY = Severity.WARNING


def check(plan: Plan, _context: Context) -> Iterator[Problem]:
    """An active or monitored plan without a start."""
    if plan.agreed and plan.starts is None and plan.status is not None:
        yield problem(("starts",), unless=(("status",),), status=plan.status)
