"""The plan goes to a board.

Wrong: The plan names no governance board.
Why: A plan that no board sees is scrutinised by nobody.
Do: Add "board:" and the id of a board in planc.yaml.
Acts: LRO
Source: S0, REC8929

Flagged:
    # without board
    planc: 1
    ^^^^^^^^
Clean:
    board: exampleton-ocg
"""

from collections.abc import Iterator

from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.model.portfolio import Given

SEVERITY = Severity.ERROR


def check(plan: Plan, _given: Given) -> Iterator[Problem]:
    """No board."""
    if plan.in_force and plan.board is None:
        yield problem(("board",))
