"""A plan is stood down with the SRO's word.

From active to draft, monitoring or archived. A decision or a review of the SRO or the board in the
same change says that they agreed.

Wrong: The plan was active and is {status} now, and nothing here says that the SRO agreed.
Why: A plan that is stood down is held to less, and nobody asks for it at the next board.
Do: Ask {who}. When they have agreed, write the review or the decision in the log with "by: ...".
Acts: SRO
Source: S0

Flagged:
    status: monitoring
    ^^^^^^
Clean: the board reviewed it
    status: monitoring
    log:
      - {date: 2026-11-20, review: change, board: exampleton-ocg, by: supt-crime, next_review: 2026-12-02}
Clean: a draft that comes into force
    # plans/larch.yaml as it was
    status: draft
    # plans/larch.yaml
    status: active
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.difference import PlanChange
from planc.model.finding import Problem, Severity, problem

SEVERITY = Severity.WARNING


def check(change: PlanChange, context: Context) -> Iterator[Problem]:
    """A plan that was active and is not."""
    if change.after is None or change.is_agreed(context):
        return
    who = context.title(change.after.plan.sro, "the SRO")
    for one in change.of("", "status"):
        if one.before == "active":
            yield problem(("status",), status=one.after or "without a status", who=who)
