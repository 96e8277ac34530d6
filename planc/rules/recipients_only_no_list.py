"""RECIPIENTS ONLY comes with a list of recipients.

Wrong: The marking says RECIPIENTS ONLY, and the plan lists no recipients.
Why: Without a list nobody knows who may have a copy, or who has one.
Do: Add "recipients:" and the posts that receive a copy.
Acts: LRO
Source: GSCP

Flagged:
    marking: OFFICIAL-SENSITIVE - RECIPIENTS ONLY
    ^^^^^^^
Clean:
    marking: OFFICIAL-SENSITIVE - RECIPIENTS ONLY
    recipients: [supt-crime, di-soc-east]
"""

from collections.abc import Iterator

from planc.model.finding import Problem, Severity, problem
from planc.model.marking import Marking, parse_marking
from planc.model.plan import Plan
from planc.model.portfolio import Given

SEVERITY = Severity.ERROR


def check(plan: Plan, _given: Given) -> Iterator[Problem]:
    """RECIPIENTS ONLY without recipients."""
    marking = parse_marking(plan.marking or "")
    if not isinstance(marking, Marking):
        return
    if "RECIPIENTS ONLY" in marking.handling and not plan.recipients:
        yield problem(("marking",), unless=(("recipients",),))
