"""Nothing is both sensitive and for the public.

Wrong: The marking says both OFFICIAL-SENSITIVE and FOR PUBLIC RELEASE.
Why: The two contradict each other, and somebody will follow the second.
Do: Take out the one that is wrong. A plan is never for public release.
Acts: LRO
Source: GSCP

Flagged:
    marking: OFFICIAL-SENSITIVE - FOR PUBLIC RELEASE
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
Clean:
    marking: OFFICIAL-SENSITIVE
"""

from collections.abc import Iterator

from planc.model.finding import Problem, Severity, problem
from planc.model.marking import Marking, parse_marking
from planc.model.plan import Plan
from planc.model.portfolio import Given

SEVERITY = Severity.REFUSAL


def check(plan: Plan, _given: Given) -> Iterator[Problem]:
    """FOR PUBLIC RELEASE on a sensitive plan."""
    marking = parse_marking(plan.marking or "")
    if not isinstance(marking, Marking):
        return
    if marking.sensitive and "FOR PUBLIC RELEASE" in marking.handling:
        yield problem(("marking",), value=True)
