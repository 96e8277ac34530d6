"""The plan carries a protective marking.

Wrong: The plan has no protective marking.
Why: The marking stands on every page and says who may read it; no page is printed without one.
Do: Add "marking: OFFICIAL-SENSITIVE", or the marking that your force has decided on.
Acts: LRO
Source: GSCP

Flagged:
    # without marking
    planc: 1
    ^^^^^^^^
Clean:
    marking: OFFICIAL-SENSITIVE
Clean: a draft of which nothing is sensitive yet
    marking: OFFICIAL
    status: draft
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan

SEVERITY = Severity.REFUSAL


def check(plan: Plan, _context: Context) -> Iterator[Problem]:
    """No marking."""
    if plan.marking is None:
        yield problem(("marking",))
