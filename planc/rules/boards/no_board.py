"""The plan goes to a board.

Wrong: The plan names no governance board.
Why: A plan that no board sees is scrutinised by nobody.
Do: Add "board:" and the id of a board in planc.yaml.
Acts: LRO
Source: S0; REC8929

Flagged:
    # without board
    planc: 1
    ^^^^^^^^
Clean: a board of partners, and nothing else
    board: county-soc
    next_review: 2026-12-16
    # without log
    starts: 2026-10-07
Clean: an archived plan goes to none
    # without board
    # without log
    status: archived
    closure: {reviewed_on: 2026-11-04, rescored_on: 2026-10-30, reason: No calls for three months}
    signoffs:
      - {date: 2026-11-18, by: supt-crime, covers: [closure]}
    learning: [{date: 2026-11-04, lesson: Closures hold if the flats are let again within a week}]
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan

SEVERITY = Severity.ERROR


def check(plan: Plan, _context: Context) -> Iterator[Problem]:
    """No board."""
    if plan.in_force and plan.board is None:
        yield problem(("board",))
