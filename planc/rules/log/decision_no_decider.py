"""A decision says who took it.

Wrong: {decision} does not say who took it.
Why: A decision that nobody took is one that nobody answers for.
Do: In this entry add "by:" and the post that decided.
Acts: LRO
Source: NDM; SIO

Flagged:
    log:
      - {date: 2026-11-10, id: DEC-1, decision: Delay phase 2, because: Victims are not safe, rejected: Go now}
                                      ^^^^^^^^
Clean:
    log:
      - {date: 2026-11-10, id: DEC-1, decision: Delay phase 2, because: Victims are not safe, rejected: Go now, by: supt-crime}
Clean: a note is no decision
    log:
      - {date: 2026-11-10, ref: PUR-1, note: Decided nothing yet}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan

SEVERITY = Severity.ERROR


def check(plan: Plan, _context: Context) -> Iterator[Problem]:
    """A decision without `by`."""
    for entry in plan.corrected_log:
        if entry.decision and entry.by is None:
            name = f"Decision {entry.id}" if entry.id else "This decision"
            unless = ((*entry.route, "by"),)
            yield problem((*entry.route, "decision"), unless=unless, decision=name)
