"""RECIPIENTS ONLY comes with a list of recipients.

Wrong: The marking says RECIPIENTS ONLY, and the plan lists no recipients.
Why: Without a list nobody knows who may have a copy, or who has one.
Do: Add "recipients:" and the posts that receive a copy.
Acts: LRO
Source: GSCP

Flagged:
    marking: OFFICIAL-SENSITIVE - RECIPIENTS ONLY
    ^^^^^^^
Flagged: a tactic is marked so, and every page is then
    pursue:
      - id: PUR-1
        tactic: Closure orders on the flats
        marking: OFFICIAL-SENSITIVE - RECIPIENTS ONLY
        ^^^^^^^
        serves: OBJ-1
        owner: di-soc-east
        due: 2026-12-18
Clean:
    marking: OFFICIAL-SENSITIVE - RECIPIENTS ONLY
    recipients: [supt-crime, di-soc-east]
Clean: another instruction asks for no list
    marking: OFFICIAL-SENSITIVE - EXAMPLETON POLICE USE ONLY
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.marking import Marking, parse_marking
from planc.model.plan import Plan

SEVERITY = Severity.ERROR


def check(plan: Plan, _context: Context) -> Iterator[Problem]:
    """RECIPIENTS ONLY without recipients."""
    for route, text in plan.markings:
        marking = parse_marking(text)
        if not isinstance(marking, Marking) or "RECIPIENTS ONLY" not in marking.handling:
            continue
        if not plan.recipients:
            yield problem(route, unless=(("recipients",),))
            return  # one list is missing, however many parts are marked so
