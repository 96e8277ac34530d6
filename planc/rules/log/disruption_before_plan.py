"""No disruption is older than the plan.

Wrong: {what} from before the plan started, on {start}.
Why: What the plan did not bring about must not be counted for it.
Do: Put the date right, or take the disruption out of this plan.
Acts: LRO
Source: planc's judgement: a count is true only of what lies inside the time that it is a count of

Flagged:
    log:
      - {date: 2026-10-06, ref: PUR-1, disruption: minor, lead: police, effect: Lost a flat}
         ^^^^
Flagged: all of them, so that the first day is wrong
    starts: 2026-11-10
    ^^^^^^
    log:
      - {date: 2026-10-06, ref: PUR-1, disruption: minor, lead: police, effect: Lost a flat}
      - {date: 2026-11-06, ref: PUR-1, disruption: minor, lead: police, effect: Lost a car}
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
    """A disruption dated before the plan's first day; where all are, it is that day that is wrong."""
    claimed = [entry for entry in plan.corrected_log if entry.disruption]
    dated = [(e, e.date) for e in claimed if e.date and e.state != "rejected"]
    before = [(e, day) for e, day in dated if plan.starts and day < plan.starts]
    if plan.starts is None:
        return
    start = long_day(plan.starts)
    if len(before) > 1 and len(before) == len(dated):
        what = f"All {len(before)} disruptions are"
        do = 'Put the first day of the plan right under "starts:"; or take them out of this plan.'
        unless = tuple((*entry.route, name) for entry, _ in before for name in ("state", "date"))
        yield problem(("starts",), unless=unless, what=what, start=start, do=do)
        return
    for entry, day in before:
        what = f"The disruption of {long_day(day)} is"
        unless = ((*entry.route, "state"),)
        yield problem((*entry.route, "date"), unless=unless, what=what, start=start)
