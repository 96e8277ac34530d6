"""A decision is sought from somebody who does not lead the plan.

Wrong: The decision is sought from {by}, {what}.
Why: What the LRO may decide needs no board; what needs one is not theirs to decide.
Do: Write as "by:" the SRO, or the chair of the board.
Acts: LRO
Source: S0

Flagged:
    decision_sought: {decision: Approve a six-week delay to phase 2, by: di-soc-east, when: 2026-12-02}
                                                                     ^^
Clean:
    decision_sought: {decision: Approve a six-week delay to phase 2, by: supt-crime, when: 2026-12-02}
Clean: another body decides
    decision_sought: {decision: Approve a six-week delay to phase 2, by: council-housing, when: 2026-12-02}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan

SEVERITY = Severity.WARNING
STATUS = "preview"


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """A decision sought from the LRO or the deputy."""
    sought = plan.decision_sought
    if not plan.in_force or sought is None or sought.by is None:
        return
    what = context.authority(plan, context.as_of).leading.get(sought.by)
    if what:
        yield problem((*sought.route, "by"), by=sought.by, what=what)
