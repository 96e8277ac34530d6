"""EMBARGOED comes with a date and a time.

Wrong: The marking says EMBARGOED, and the plan does not say until when.
Why: Whoever holds the paper must know when it may be spoken of, and what holds after that.
Do: Add "embargo_until:" with the date, the time and what happens then.
Acts: LRO
Source: GSCP

Flagged:
    marking: OFFICIAL-SENSITIVE - EMBARGOED
    ^^^^^^^
Clean:
    marking: OFFICIAL-SENSITIVE - EMBARGOED
    embargo_until: 5 January 2027, 09:00; then as OFFICIAL-SENSITIVE
"""

from collections.abc import Iterator

from planc.model.finding import Problem, Severity, problem
from planc.model.marking import Marking, parse_marking
from planc.model.plan import Plan
from planc.model.portfolio import Given

SEVERITY = Severity.ERROR


def check(plan: Plan, _given: Given) -> Iterator[Problem]:
    """EMBARGOED without a time."""
    marking = parse_marking(plan.marking or "")
    if not isinstance(marking, Marking):
        return
    if "EMBARGOED" in marking.handling and plan.embargo_until is None:
        yield problem(("marking",), unless=(("embargo_until",),))
