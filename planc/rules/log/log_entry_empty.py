"""An entry of the log says what happened.

Wrong: This entry has a day, and nothing that happened on it.
Why: It may have lost its lines to the entry above or below, when two versions were put together.
Do: Write what happened, such as "note:"; or delete the entry, if its lines stand in another.
Acts: LRO
Source: planc's judgement: an entry that records nothing has lost something

Flagged:
    log:
      - {date: 2026-11-18, ref: PUR-1}
         ^^^^
      - {date: 2026-11-18, ref: PRO-1, note: Visits made}
Clean:
    log:
      - {date: 2026-11-18, ref: PUR-1, note: Notices drafted}
Clean: a new day and no more
    log:
      - {date: 2026-11-18, ref: PUR-1, next_check: 2026-12-01}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.model.traversal import parts

SEVERITY = Severity.WARNING
STATUS = "preview"

_NOT_WHAT_HAPPENED = ("date", "recorded_on", "corrects", "ref", "id", "by", "board", "strand")


def check(plan: Plan, _context: Context) -> Iterator[Problem]:
    """An entry with nothing but when, who and about what."""
    for entry in plan.log:
        if entry.note or entry.status or entry.decision or entry.review or entry.rag:
            continue
        says = {name for name, value in parts(entry) if value not in (None, ())}
        if entry.date and says <= set(_NOT_WHAT_HAPPENED):
            others = [(*entry.route, name) for name, _ in parts(entry) if name not in says]
            yield problem((*entry.route, "date"), unless=tuple(others))
