"""Nothing is written down before it happens.

Wrong: This was written down on {recorded}, before the day it happened, {day}.
Why: One of the two dates is wrong, and the record will be doubted for it.
Do: Put the wrong date right.
Acts: LRO
Source: SIO

Flagged:
    log:
      - {date: 2026-11-10, recorded_on: 2026-11-09, ref: PUR-1, note: Notices drafted}
                           ^^^^^^^^^^^
Clean: written down the same day
    log:
      - {date: 2026-11-10, recorded_on: 2026-11-10, ref: PUR-1, note: Notices drafted}
Clean: written down later
    log:
      - {date: 2026-11-09, recorded_on: 2026-11-10, ref: PUR-1, note: Notices drafted}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.wording.day import long_day

SEVERITY = Severity.ERROR


def check(plan: Plan, _context: Context) -> Iterator[Problem]:
    """An entry recorded before its date."""
    for entry in plan.log:
        if entry.date and entry.recorded_on and entry.recorded_on < entry.date:
            day, recorded = long_day(entry.date), long_day(entry.recorded_on)
            yield problem((*entry.route, "recorded_on"), day=day, recorded=recorded)
