"""Nothing in the log lies in the future.

Wrong: This entry is dated {day}, which is after today, {today}.
Why: What has not happened yet would count as if it had.
Do: Put the date right; what is planned belongs under "coming:" or in a due date.
Acts: LRO
Source: planc's judgement: a record is of what happened

Flagged:
    log:
      - {date: 2026-11-23, ref: PUR-1, note: Notices drafted}
         ^^^^
Clean: today
    log:
      - {date: 2026-11-22, ref: PUR-1, note: Notices drafted}
Clean: what is planned is dated ahead, and written today
    log:
      - {date: 2026-11-22, ref: PUR-1, due: 2027-01-08, because: The court has no earlier date}
    coming:
      - {date: 2026-12-06, event: Christmas market}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.wording.day import long_day

SEVERITY = Severity.ERROR


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """An entry dated after the as-of day."""
    for entry in plan.log:
        if entry.date and entry.date > context.as_of:
            day, today = long_day(entry.date), long_day(context.as_of)
            yield problem((*entry.route, "date"), day=day, today=today)
