"""HMG USE ONLY does not go to partners.

Police forces and councils are not departments of His Majesty's Government; the instruction is
seldom right on a 4P plan.

Wrong: The marking says HMG USE ONLY, and {partner} takes part.
Why: The instruction keeps the paper from everybody outside central government.
Do: Take HMG USE ONLY out of the marking, or speak to information security.
Acts: LRO
Source: GSCP

Flagged:
    marking: OFFICIAL-SENSITIVE - HMG USE ONLY
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
Clean:
    marking: OFFICIAL-SENSITIVE
Clean: another organisation's instruction
    marking: OFFICIAL-SENSITIVE - EXAMPLETON COUNCIL USE ONLY
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.marking import Marking, parse_marking
from planc.model.plan import Plan

SEVERITY = Severity.ERROR


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """HMG USE ONLY on a plan, or a part of it, in which a partner takes part."""
    partners = context.partners_of(plan)
    for route, text in plan.markings if partners else ():
        marking = parse_marking(text)
        if isinstance(marking, Marking) and "HMG USE ONLY" in marking.handling:
            yield problem(route, value=True, partner=partners[0].name)
