"""A board's next meeting is in its calendar.

Wrong: planc.yaml gives {board} no meeting after {day}; {plans} to it.
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
Flagged: two plans go there, and it is told once
    # planc.yaml
    boards:
      - {id: exampleton-ocg, name: Exampleton OCG Management Board, meetings: [2026-11-04]}
      - {id: county-soc, name: County Partnership, meetings: [2026-12-16]}
    # plans/larch.yaml
    board: exampleton-ocg
    ^^^^^
    # plans/maple.yaml
    ref: SOC-2026-015
Clean: a meeting today
    # planc.yaml
    boards:
      - {id: exampleton-ocg, name: Exampleton OCG Management Board, meetings: [2026-11-04, 2026-11-22]}
    # plans/larch.yaml
    next_review: 2026-11-22
    # without log
    log:
      - {date: 2026-11-04, review: continue, board: exampleton-ocg, by: supt-crime, next_review: 2026-11-22}
Clean: no plan goes to the board whose calendar has ended
    # planc.yaml
    boards:
      - {id: exampleton-ocg, name: Exampleton OCG Management Board, meetings: [2026-11-04, 2026-12-02]}
      - {id: county-soc, name: County Partnership, meetings: [2026-09-16]}
"""

from collections.abc import Iterator, Sequence

from planc.model.context import Clue, Context
from planc.model.finding import Severity, problem
from planc.model.plan import Plan
from planc.wording.day import long_day

SEVERITY = Severity.WARNING


def gather(plan: Plan, context: Context) -> Iterator[Clue]:
    """The plan's board, if its calendar holds no coming meeting."""
    board = context.policy.board(plan.board)
    if not plan.in_force or board is None or not board.meetings:
        return
    if board.next_meeting(context.as_of) is None:
        day = long_day(max(board.meetings))
        yield Clue(board.id or "", problem(("board",), board=board.name, day=day))


def judge(clues: Sequence[Clue], _context: Context) -> Iterator[tuple[Clue, dict[str, str]]]:
    """One finding for each board, in the first plan that goes to it."""
    number = len(clues)
    yield clues[0], {"plans": "1 plan goes" if number == 1 else f"{number:,} plans go"}
