"""The LRO and the SRO are two posts.

Wrong: The same post is LRO and SRO.
Why: The SRO sets what the LRO is held to; one post cannot hold itself to account.
Do: Name two different posts under "sro:" and "lro:".
Acts: SRO
Source: S0

Flagged:
    lro: supt-crime
    ^^^
Clean: two posts of one force
    lro: di-soc-west
Clean: the SRO owns a tactic
    pursue:
      - {id: PUR-1, tactic: Closure orders on the flats, serves: OBJ-1, owner: supt-crime, due: 2026-12-18}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan

SEVERITY = Severity.ERROR


def check(plan: Plan, _context: Context) -> Iterator[Problem]:
    """One post in both parts."""
    if plan.in_force and plan.lro is not None and plan.lro == plan.sro:
        yield problem(("lro",), related=((("sro",), "the SRO"),))
