"""Every decision has a number of its own.

Numbers may have gaps: a sensitive log elsewhere may share the numbering.

Wrong: {id} is already the number of a decision of {day}.
Why: Minutes refer to decisions by number; these two cannot be told apart.
Do: Give the later one the next free number.
Acts: LRO
Source: SIO; planc's judgement: gaps may stand, since a sensitive log may share the numbers

Flagged:
    log:
      - {date: 2026-11-10, id: DEC-1, decision: Delay, because: Victims first, rejected: Go now, by: supt-crime}
      - {date: 2026-11-12, id: DEC-1, decision: Share with health, because: They asked, rejected: Wait, by: supt-crime}
                           ^^
Clean: a gap, since another log shares the numbers
    log:
      - {date: 2026-11-10, id: DEC-1, decision: Delay, because: Victims first, rejected: Go now, by: supt-crime}
      - {date: 2026-11-12, id: DEC-4, decision: Share with health, because: They asked, rejected: Wait, by: supt-crime}
Clean: one number that only looks like the other
    log:
      - {date: 2026-11-10, id: DEC-1, decision: Delay, because: Victims first, rejected: Go now, by: supt-crime}
      - {date: 2026-11-12, id: DEC-10, decision: Share with health, because: They asked, rejected: Wait, by: supt-crime}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.log import Entry
from planc.model.plan import Plan
from planc.wording.day import long_day

SEVERITY = Severity.WARNING


def check(plan: Plan, _context: Context) -> Iterator[Problem]:
    """The second and every further decision with one number."""
    seen: dict[str, Entry] = {}
    for entry in plan.decisions:
        if entry.id is None:
            continue
        if entry.id in seen and entry.date:
            first = seen[entry.id]
            day = long_day(first.date or entry.date)
            related = (((*first.route, "id"), "the first one"),)
            yield problem((*entry.route, "id"), related=related, id=entry.id, day=day)
        else:
            seen[entry.id] = entry
