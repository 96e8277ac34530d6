"""A due date that moves and moves is looked at afresh.

Counts the moves to a later day in the log, from the third on. What the court, the prosecutor or a
hearing moved does not count: the reason says so, or the tactic awaits court.

Wrong: {id} was moved {times}, by {days} in all, from {before} to {after}.
Why: What is moved three times is not late, it is not going to happen like this.
Do: Ask the owner what stands in the way; take it to the board, split it, or withdraw it.
Acts: LRO
Source: STF

Flagged:
    log:
      - {date: 2026-10-14, ref: PRO-1, due: 2026-12-18, because: No crew}
      - {date: 2026-10-28, ref: PRO-1, due: 2027-01-08, because: No crew yet}
      - {date: 2026-11-11, ref: PRO-1, due: 2027-01-29, because: The van is off the road}
                                       ^^^
Clean: twice
    log:
      - {date: 2026-10-14, ref: PRO-1, due: 2026-12-18, because: No crew}
      - {date: 2026-10-28, ref: PRO-1, due: 2027-01-08, because: No crew yet}
Clean: the court moved one
    log:
      - {date: 2026-10-14, ref: PRO-1, due: 2026-12-18, because: No crew}
      - {date: 2026-10-28, ref: PRO-1, due: 2027-01-08, because: The court lists it in January}
      - {date: 2026-11-11, ref: PRO-1, due: 2027-01-29, because: The van is off the road}
Clean: one was brought forward
    log:
      - {date: 2026-10-14, ref: PRO-1, due: 2026-12-18, because: No crew}
      - {date: 2026-10-28, ref: PRO-1, due: 2027-01-29, because: No crew yet}
      - {date: 2026-11-11, ref: PRO-1, due: 2027-01-08, because: A crew is free}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Move, Plan
from planc.wording.day import long_day
from planc.wording.words import count

SEVERITY = Severity.WARNING

_OFTEN = 3
_OTHERS = ("court", "cps", "hearing", "trial", "judge", "prosecut", "listing", "listed")


def check(plan: Plan, _context: Context) -> Iterator[Problem]:
    """A live tactic or open action that was moved three times."""
    if not plan.in_force:
        return
    for item in plan.tracked:
        if not plan.is_live(item) or plan.awaits_court(item):
            continue
        later = [move for move in plan.moves_of(item) if move.days > 0 and not _is_theirs(move)]
        if len(later) < _OFTEN:
            continue
        last = later[-1]
        yield problem(
            (*last.entry.route, "due"),
            related=tuple(((*move.entry.route, "due"), "moved") for move in later[:-1]),
            unless=plan.deadline_told_by(item),
            id=item.id,
            times=count(len(later), "time"),
            days=count(sum(move.days for move in later), "day"),
            before=long_day(later[0].before),
            after=long_day(last.after),
        )


def _is_theirs(move: Move) -> bool:
    reason = (move.because or move.entry.note or "").casefold()
    return any(word in reason for word in _OTHERS)
