"""A date is moved in the log, with a reason.

Wrong: {id} was due on {before} and is due on {after} now, and the log says nothing of it.
Why: A date that is written over leaves no trace: nobody sees that it slipped, or how often.
Do: Put {before} back, and in the log write "ref: {id}" with "due: {iso}" and "because:".
Acts: LRO
Source: planc's judgement: a plan that is late for the third time should look like it

Flagged:
    pursue:
      - id: PUR-1
        tactic: Closure orders on the flats
        serves: OBJ-1
        owner: di-soc-east
        status: in progress
        due: 2027-02-18
        ^^^
Clean: the log moved it
    log:
      - {date: 2026-11-20, ref: PUR-1, due: 2027-02-18, because: The court is full until February}
Clean: it is brought forward
    pursue:
      - {id: PUR-1, tactic: Closure orders on the flats, serves: OBJ-1, owner: di-soc-east, status: in progress, due: 2026-12-11}
"""

import datetime as dt
from collections.abc import Iterator

from planc.model.context import Context
from planc.model.difference import PlanChange
from planc.model.finding import Problem, Severity, problem
from planc.wording.day import long_day

SEVERITY = Severity.WARNING


def check(change: PlanChange, _context: Context) -> Iterator[Problem]:
    """A due date that is later, without an entry of the log that moved it."""
    before = change.approved_before
    if before is None or change.after is None:
        return
    for one in change.differences:
        in_log = one.route[:1] == ("log",)
        if one.kind != "moved" or one.field != "due" or one.days <= 0 or in_log:
            continue
        days = (one.before or "", one.after or "")
        old, new = (long_day(dt.date.fromisoformat(day)) for day in days)
        yield problem(one.route, id=one.id, before=old, after=new, iso=one.after)
