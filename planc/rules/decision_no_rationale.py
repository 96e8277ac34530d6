"""A decision says why.

Wrong: {decision} does not say why.
Why: A court, an inspector or the next LRO will ask, and nobody will remember.
Do: In this entry add "because:" and the reason.
Acts: LRO
Source: NDM, SIO, OFFICER 3

Flagged:
    log:
      - {date: 2026-11-10, id: DEC-1, decision: Delay phase 2, rejected: Go now, by: supt-crime}
                                      ^^^^^^^^
Clean:
    log:
      - {date: 2026-11-10, id: DEC-1, decision: Delay phase 2, because: Victims are not safe, rejected: Go now, by: supt-crime}
"""

from collections.abc import Iterator

from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.model.portfolio import Given

SEVERITY = Severity.ERROR


def check(plan: Plan, _given: Given) -> Iterator[Problem]:
    """A decision without `because`."""
    for entry in plan.log:
        if entry.decision and entry.because is None:
            name = f"Decision {entry.id}" if entry.id else "This decision"
            unless = ((*entry.route, "because"),)
            yield problem((*entry.route, "decision"), unless=unless, decision=name)
