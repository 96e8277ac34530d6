"""A decision that is sought has still to be made.

Wrong: {what}.
Why: Page one opens with it, and the board is asked for what it has done or can no longer do.
Do: Log what was decided and take out "decision_sought:"; or write by when it is needed now.
Acts: LRO
Source: WMMIN

Flagged: the day is past
    decision_sought:
      decision: Approve a six-week delay to phase 2
      by: supt-crime
      when: 2026-11-18
      ^^^^
Flagged: it was made
    decision_sought:
      id: DEC-009
      ^^
      decision: Approve a six-week delay to phase 2
      by: supt-crime
      when: 2026-12-02
    log:
      - {date: 2026-11-18, id: DEC-009, decision: Delay phase 2, because: Victims are not safe, rejected: Go now, by: supt-crime}
Clean: it is asked for at the next board
    decision_sought:
      id: DEC-010
      decision: Approve a six-week delay to phase 2
      by: supt-crime
      when: 2026-12-02
    log:
      - {date: 2026-11-18, id: DEC-009, decision: Delay phase 2, because: Victims are not safe, rejected: Go now, by: supt-crime}
Clean: it is asked for today
    decision_sought:
      decision: Approve a six-week delay to phase 2
      by: supt-crime
      when: 2026-11-22
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.wording.day import long_day

SEVERITY = Severity.WARNING


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """A decision sought that is in the log, or whose day is past."""
    sought = plan.decision_sought
    if not plan.in_force or sought is None:
        return
    if sought.id and any(entry.id == sought.id for entry in plan.decisions):
        what = f"{sought.id} is sought from the board, and stands in the log as made"
        do = 'Take out "decision_sought:"; for a further decision, take the next number.'
        yield problem((*sought.route, "id"), what=what, do=do)
    elif sought.when and sought.when < context.as_of:
        what = f"A decision was needed by {long_day(sought.when)}, and is still sought"
        do = "Log what was decided; or write the day by which it is needed now, and what waits."
        yield problem((*sought.route, "when"), what=what, do=do)
