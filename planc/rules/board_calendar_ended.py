"""The board's next meeting is in its calendar.

Wrong: planc.yaml gives {board} no meeting after {day}.
Why: Reviews are counted by meetings; without dates nobody is told that one is due.
Do: Add the coming dates to the board's "meetings:" in planc.yaml.
Acts: OCG coordinator
Source: S0

Flagged:
    # planc.yaml
    boards:
      - {id: exampleton-ocg, name: Exampleton OCG Management Board, meetings: [2026-10-07, 2026-11-04]}
      - {id: county-soc, name: County Partnership, meetings: [2026-12-16]}
    # plans/larch.yaml
    board: exampleton-ocg
    ^^^^^
Clean: a meeting today
    # planc.yaml
    boards:
      - {id: exampleton-ocg, name: Exampleton OCG Management Board, meetings: [2026-11-04, 2026-11-22]}
    # plans/larch.yaml
    next_review: 2026-11-22
    # without log
    log:
      - {date: 2026-11-04, review: continue, board: exampleton-ocg, by: supt-crime, next_review: 2026-11-22}
"""

from collections.abc import Iterator

from planc.model.day import long_day
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.model.portfolio import Given

SEVERITY = Severity.WARNING


def check(plan: Plan, given: Given) -> Iterator[Problem]:
    """A board whose calendar holds no coming meeting."""
    board = given.policy.board(plan.board)
    if not plan.in_force or board is None or not board.meetings:
        return
    if board.next_meeting(given.as_of) is None:
        yield problem(("board",), board=board.name, day=long_day(max(board.meetings)))
