"""A decision is written down while it is fresh.

After how many days it is late is local policy (late_entry_days in planc.yaml). What is taken on a
Friday may be written down on the Monday.

Wrong: {decision} was written down {days} after it was taken.
Why: A record made at the time carries more weight than one made later.
Do: Add "note:" with why it was written down later; or leave it, since it stands with both dates.
Acts: LRO
Source: SIO

Flagged:
    log:
      - {date: 2026-11-10, recorded_on: 2026-11-14, id: DEC-1, decision: Delay, because: Victims first, rejected: Go now, by: supt-crime}
                           ^^^^^^^^^^^
Clean: on the Monday
    log:
      - {date: 2026-11-06, recorded_on: 2026-11-09, id: DEC-1, decision: Delay, because: Victims first, rejected: Go now, by: supt-crime}
Clean: a note may come later
    log:
      - {date: 2026-11-10, recorded_on: 2026-11-13, ref: PUR-1, note: Notices drafted}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.wording.words import count

SEVERITY = Severity.INFO


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """A decision recorded later than the force allows."""
    for entry in plan.log:
        if not (entry.decision and entry.date and entry.recorded_on):
            continue
        late = (entry.recorded_on - entry.date).days
        if late > context.policy.numbers.late_entry_days and not entry.note:
            name = f"Decision {entry.id}" if entry.id else "This decision"
            yield problem((*entry.route, "recorded_on"), decision=name, days=count(late, "day"))
