"""That nobody goes after the money was accepted by the SRO.

Of the strands and of partners, `strand-missing` and `partner-none` ask it.

Wrong: The reason why no tactic is financial has not been accepted by the SRO.
Why: Without that, the LRO has excused themselves from what HMICFRS finds most often missing.
Do: Take it to the SRO; under "gaps:", "finance:" add accepted_on with the day.
Acts: SRO
Source: STF; S0

Flagged:
    gaps:
      finance: {reason: No proceeds known so far, look_again: 2027-01-06}
      ^^^^^^^
Clean:
    gaps:
      finance: {reason: No proceeds known so far, accepted_on: 2026-11-04, look_again: 2027-01-06}
Clean: there is a financial tactic after all
    gaps:
      finance: {reason: No proceeds known so far}
    protect:
      - {id: PRO-1, tactic: Safe-home visits, serves: OBJ-1, owner: di-soc-west, status: in progress, due: 2026-12-11}
      - {id: PRO-2, tactic: Freeze the rent account, kind: financial, serves: OBJ-1, owner: di-soc-west, status: in progress, due: 2026-12-11, success: Account frozen}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan

SEVERITY = Severity.WARNING


def check(plan: Plan, _context: Context) -> Iterator[Problem]:
    """A finance gap without a day of acceptance."""
    gap = plan.gaps.finance if plan.gaps else None
    if not plan.agreed or gap is None or gap.accepted_on or not gap.reason:
        return
    if not any(tactic.kind == "financial" for tactic in plan.live_tactics):
        unless = tuple((*tactic.route, "kind") for tactic in plan.tactics)
        yield problem((*gap.route, "accepted_on"), unless=unless)
