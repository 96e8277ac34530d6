"""Nothing above OFFICIAL-SENSITIVE is kept in planc.

Wrong: This is marked higher than OFFICIAL-SENSITIVE.
Why: A plans repository stands on an OFFICIAL system; SECRET material may not be held on one.
Do: Do not push it. If it is already pushed, ring information security now: deleting it is not enough.
Acts: LRO
Source: GSCP

Flagged:
    marking: SECRET
    ^^^^^^^
Clean:
    marking: OFFICIAL-SENSITIVE
Clean: the word stands elsewhere
    marking: OFFICIAL-SENSITIVE - THE SECRETARIAT USE ONLY
    operation: EXAMPLE SECRET GARDEN
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.marking import is_too_high
from planc.model.plan import Plan

SEVERITY = Severity.REFUSAL


def check(plan: Plan, _context: Context) -> Iterator[Problem]:
    """A marking, of the plan or of a tactic, above what planc may hold."""
    for route, text in plan.markings:
        if is_too_high(text):
            yield problem(route)
