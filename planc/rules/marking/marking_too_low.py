"""An active plan is OFFICIAL-SENSITIVE.

Wrong: An active plan is marked OFFICIAL, without -SENSITIVE.
Why: If it got out, the group would learn what is planned; that is what -SENSITIVE is for.
Do: Mark it OFFICIAL-SENSITIVE, unless your information security officer has agreed otherwise.
Acts: LRO
Source: GSCP; FOIS

Flagged:
    marking: OFFICIAL
             ^^^^^^^^
Clean:
    marking: OFFICIAL-SENSITIVE
Clean: a plan that is only watched
    marking: OFFICIAL
    status: monitoring
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.marking import Marking, parse_marking
from planc.model.plan import Plan

SEVERITY = Severity.WARNING


def check(plan: Plan, _context: Context) -> Iterator[Problem]:
    """An active plan without -SENSITIVE."""
    marking = parse_marking(plan.marking or "")
    if plan.status == "active" and isinstance(marking, Marking) and not marking.sensitive:
        yield problem(("marking",), value=True)
