"""Whoever moves a date says why.

A note or a new status with its words in the same line is a reason. To bring a date forward needs
none.

Wrong: {id} was moved from {before} to {after}, and nothing says why.
Why: A reason that is not written down on the day is made up later.
Do: Add "because:" to the line.
Acts: LRO
Source: NDM

Flagged:
    log:
      - {date: 2026-11-11, ref: PRO-1, due: 2027-01-08}
                                       ^^^
Clean:
    log:
      - {date: 2026-11-11, ref: PRO-1, due: 2027-01-08, because: No crew}
Clean: brought forward
    log:
      - {date: 2026-11-11, ref: PRO-1, due: 2026-12-08}
Clean: the note says it
    log:
      - {date: 2026-11-11, ref: PRO-1, due: 2027-01-08, note: No crew before Christmas}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.wording.day import long_day

SEVERITY = Severity.WARNING


def check(plan: Plan, _context: Context) -> Iterator[Problem]:
    """A live item that was put off in a line without words."""
    if not plan.in_force:
        return
    for item in plan.tracked:
        if not plan.is_live(item):
            continue
        for move in plan.moves_of(item):
            entry = move.entry
            if move.days <= 0 or entry.because or entry.note or entry.outcome or entry.decision:
                continue
            unless = (*plan.deadline_told_by(item), (*entry.route, "because"))
            days = {"before": long_day(move.before), "after": long_day(move.after)}
            yield problem(
                (*entry.route, "due"),
                unless=(*unless, (*entry.route, "note")),
                id=item.id,
                before=days["before"],
                after=days["after"],
            )
