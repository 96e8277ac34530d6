"""The deputy is another post than the LRO.

Wrong: The deputy LRO is the LRO's own post.
Why: When the LRO is away, so is the deputy.
Do: Write as deputy_lro the post that acts when the LRO is away.
Acts: LRO
Source: REC8929

Flagged:
    team: {deputy_lro: di-soc-east}
           ^^^^^^^^^^
Clean:
    team: {deputy_lro: di-soc-west}
Clean: the LRO leads for a partner as well
    team: {deputy_lro: di-soc-west, intelligence_lead: di-soc-east}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan

SEVERITY = Severity.WARNING


def check(plan: Plan, _context: Context) -> Iterator[Problem]:
    """One post in both parts."""
    if plan.in_force and plan.team and plan.lro and plan.team.deputy_lro == plan.lro:
        yield problem(("team", "deputy_lro"), related=((("lro",), "the LRO"),))
