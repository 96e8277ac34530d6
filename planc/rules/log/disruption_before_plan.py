"""No disruption is older than the plan.

Wrong: The disruption of {day} is from before the plan started, on {start}.
Why: What the plan did not bring about must not be counted for it.
Do: Put the date right, or take the disruption out of this plan.
Acts: LRO
Source: planc's judgement: a count is true only of what lies inside the time that it is a count of

Flagged:
    log:
      - {date: 2026-10-06, ref: PUR-1, disruption: minor, lead: police, effect: Lost a flat}
         ^^^^
Clean: on the first day
    log:
      - {date: 2026-10-07, ref: PUR-1, disruption: minor, lead: police, effect: Lost a flat}
Clean: other work was done before the first day
    log:
      - {date: 2026-10-06, ref: PUR-1, note: Flats visited}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.wording.day import long_day

SEVERITY = Severity.ERROR


def check(plan: Plan, _context: Context) -> Iterator[Problem]:
    """A disruption dated before the plan's first day."""
    for entry in plan.corrected_log:
        if not entry.disruption or entry.state == "rejected":
            continue
        if entry.date and plan.starts and entry.date < plan.starts:
            day, start = long_day(entry.date), long_day(plan.starts)
            unless = ((*entry.route, "state"),)
            yield problem((*entry.route, "date"), unless=unless, day=day, start=start)
