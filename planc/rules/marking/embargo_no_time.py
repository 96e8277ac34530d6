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
Clean: an embargo on words for the press is not one on the plan
    communications: {lead: di-soc-east, embargo: Nothing until the hearing is over}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.marking import Marking, parse_marking
from planc.model.plan import Plan

SEVERITY = Severity.ERROR


def check(plan: Plan, _context: Context) -> Iterator[Problem]:
    """EMBARGOED without a time."""
    for route, text in plan.markings:
        marking = parse_marking(text)
        if not isinstance(marking, Marking) or "EMBARGOED" not in marking.handling:
            continue
        if plan.embargo_until is None:
            yield problem(route, unless=(("embargo_until",),))
            return  # one time is missing, however many parts are marked so
