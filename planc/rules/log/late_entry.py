"""A decision is written down within a day.

After how many days is local policy (late_entry_days in planc.yaml).

Wrong: {decision} was written down {days} after it was taken.
Why: A record made at the time carries more weight than one made later.
Do: Nothing now; it stands with both dates. Next time, log it the same day.
Acts: LRO
Source: SIO

Flagged:
    log:
      - {date: 2026-11-10, recorded_on: 2026-11-13, id: DEC-1, decision: Delay, because: Victims first, rejected: Go now, by: supt-crime}
                           ^^^^^^^^^^^
Clean: the next day
    log:
      - {date: 2026-11-10, recorded_on: 2026-11-11, id: DEC-1, decision: Delay, because: Victims first, rejected: Go now, by: supt-crime}
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
        if late > context.policy.numbers.late_entry_days:
            name = f"Decision {entry.id}" if entry.id else "This decision"
            yield problem((*entry.route, "recorded_on"), decision=name, days=count(late, "day"))
