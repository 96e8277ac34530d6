"""The log is in the order of its days, newest last.

Off until a force switches it on in planc.yaml.

Wrong: This entry of {day} stands after one of {before}.
Why: A log in order is read from the end; one that is not has to be read whole.
Do: Move the line to its day.
Acts: LRO
Source: SIO

Flagged:
    # planc.yaml
    rules:
      log-out-of-order: {severity: info, reason: Tried out by this force}
    # plans/larch.yaml
    log:
      - {date: 2026-11-18, ref: PUR-1, note: Notices served}
      - {date: 2026-11-11, ref: PUR-1, note: Notices drafted}
         ^^^^
Clean:
    # planc.yaml
    rules:
      log-out-of-order: {severity: info, reason: Tried out by this force}
    # plans/larch.yaml
    log:
      - {date: 2026-11-11, ref: PUR-1, note: Notices drafted}
      - {date: 2026-11-18, ref: PUR-1, note: Notices served}
Clean: two of one day
    # planc.yaml
    rules:
      log-out-of-order: {severity: info, reason: Tried out by this force}
    # plans/larch.yaml
    log:
      - {date: 2026-11-18, ref: PUR-1, note: Notices drafted}
      - {date: 2026-11-18, ref: PUR-1, note: Notices served}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.wording.day import long_day

SEVERITY = Severity.INFO
STATUS = "off"


def check(plan: Plan, _context: Context) -> Iterator[Problem]:
    """An entry that is older than the one before it."""
    last = None
    for entry in plan.log:
        if entry.date and last and entry.date < last:
            yield problem((*entry.route, "date"), day=long_day(entry.date), before=long_day(last))
        last = max(filter(None, (last, entry.date)), default=None)
