"""Who leads a plan changes with the SRO's word.

A decision or a review of the SRO in the same change, or a sign-off, says that they agreed.

Wrong: The LRO is another post, and nothing here says that the SRO agreed.
Why: The SRO answers for who leads; a plan that changes hands unseen has no leader for a while.
Do: Ask {who}. When they have agreed, write a decision in the log with "by: ..." and the reason.
Acts: SRO
Source: S0; REC8929

Flagged:
    lro: di-soc-west
    ^^^
    protect:
      - {id: PRO-1, tactic: Safe-home visits, serves: OBJ-1, owner: di-soc-west, status: in progress, due: 2026-12-11}
Clean: the SRO decided it
    lro: di-soc-west
    log:
      - {date: 2026-11-20, id: DEC-001, decision: DI West leads, because: DI East moves to another team, rejected: Wait for a new DI East, by: supt-crime}
Clean: there was none
    # plans/larch.yaml as it was
    # without lro
    # plans/larch.yaml
    lro: di-soc-east
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.difference import PlanChange
from planc.model.finding import Problem, Severity, problem

SEVERITY = Severity.WARNING


def check(change: PlanChange, context: Context) -> Iterator[Problem]:
    """Another LRO than before, without the SRO's word."""
    if change.approved_before is None or change.after is None or change.is_agreed(context):
        return
    who = context.title(change.after.plan.sro, "the SRO")
    for one in change.of("", "lro"):
        if one.before is not None:
            yield problem(("lro",), who=who)
