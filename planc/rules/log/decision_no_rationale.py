"""A decision says why.

The headings of the National Decision Model (NDM) are as good a place for it.

Wrong: {decision} does not say why.
Why: A court, HMICFRS or the next LRO will ask, and nobody will remember.
Do: In this entry add "because:" and the reason.
Acts: LRO
Source: NDM; SIO

Flagged:
    log:
      - {date: 2026-11-10, id: DEC-1, decision: Delay phase 2, rejected: Go now, by: supt-crime}
                                      ^^^^^^^^
Clean:
    log:
      - {date: 2026-11-10, id: DEC-1, decision: Delay phase 2, because: Victims are not safe, rejected: Go now, by: supt-crime}
Clean: under the headings of the NDM
    log:
      - date: 2026-11-10
        id: DEC-1
        decision: Delay phase 2
        ndm: {assessment: Victims are not safe, options: Go now or wait for phase 2}
        by: supt-crime
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan

SEVERITY = Severity.ERROR


def check(plan: Plan, _context: Context) -> Iterator[Problem]:
    """A decision without `because`."""
    for entry in plan.corrected_log:
        if entry.decision and entry.because is None and entry.ndm is None:
            name = f"Decision {entry.id}" if entry.id else "This decision"
            unless = ((*entry.route, "because"), (*entry.route, "ndm"))
            yield problem((*entry.route, "decision"), unless=unless, decision=name)
