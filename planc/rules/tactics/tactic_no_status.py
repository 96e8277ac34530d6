"""What has been live from one board to the next has a status.

A status in the log, a disruption, an order made or an outcome says how a tactic stands. A note says
what was done, and not how it stands.

Wrong: {what}.
Why: The papers say "no status recorded", and the board cannot tell whether it has begun.
Do: In the log add a line with "ref: {id}" and "status:", such as approved, in progress or ongoing.
Acts: LRO
Source: planc's judgement: a status that nobody recorded is not told to a board as one

Flagged: a note moves nothing
    starts: 2026-10-06
    pursue:
      - {id: PUR-1, tactic: Closure orders on the flats, serves: OBJ-1, owner: di-soc-east, due: 2026-12-18}
    # without log
    log:
    ^^^
      - {date: 2026-11-04, review: continue, board: exampleton-ocg, by: supt-crime, next_review: 2026-12-02}
      - {date: 2026-11-18, ref: PUR-1, note: Still waiting for the council}
Clean: an order made
    starts: 2026-10-06
    pursue:
      - {id: PUR-1, tactic: Closure orders on the flats, serves: OBJ-1, owner: di-soc-east, due: 2026-12-18, order: {type: closure order, made_on: 2026-11-18}}
Clean: one board has met since it began
    starts: 2026-10-07
    pursue:
      - {id: PUR-1, tactic: Closure orders on the flats, serves: OBJ-1, owner: di-soc-east, due: 2026-12-18}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.model.tactic import STRANDS, UNRECORDED
from planc.wording.words import count, listed

SEVERITY = Severity.INFO

_MOVES = ("outcome", "disruption", "state")


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """The live tactics of an agreed plan, older than the last two boards, without a status."""
    board = context.policy.board(plan.board)
    last = board.last_meeting(context.as_of) if board else None
    met = board.last_meeting(last) if board and last else None
    if not plan.agreed or met is None or plan.starts is None:
        return
    silent = [
        tactic
        for tactic in plan.live_tactics
        if plan.status_of(tactic) == UNRECORDED and (tactic.starts or plan.starts) < met
    ]
    if silent:
        ids = [tactic.id or "a tactic" for tactic in silent]
        what = f"{ids[0]} has no status recorded"
        if len(silent) > 1:
            what = f"{count(len(silent), 'live tactic')} have no status recorded: {listed(ids, 4)}"
        moves = tuple(route for tactic in silent for route in plan.told_by(tactic, *_MOVES))
        named = tuple((*tactic.route, "id") for tactic in silent)
        unless = (("board",), ("starts",), *((strand,) for strand in STRANDS), *named, *moves)
        yield problem(("log",), unless=unless, what=what, id=ids[0])
