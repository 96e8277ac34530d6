"""A rating is of this quarter.

Asked for again when the board has met twice since the last one, and not before the interval of
reviews is over, nor 56 days (stalled_days in planc.yaml). Not asked in monitoring, nor before the
day on which an objective is next judged, nor past its own day, of which `objective-overdue` speaks.

Wrong: {id} was last rated on {day}, {days} ago.
Why: The board reads an old rating as today's.
Do: Log a line with "ref: {id}", "rag:" and "because:", even if it has not changed.
Acts: LRO
Source: TVP

Flagged:
    log:
      - {date: 2026-09-16, ref: OBJ-1, rag: amber, value: 20, because: Two of three flats still trade}
                                       ^^^
Clean: eight weeks ago
    log:
      - {date: 2026-09-27, ref: OBJ-1, rag: amber, value: 20, because: Two of three flats still trade}
Clean: reached long ago
    log:
      - {date: 2026-09-16, ref: OBJ-1, rag: complete, value: 9, because: Nine calls in the last month}
Clean: it is judged on a day that is still to come
    objectives:
      - id: OBJ-1
        statement: Leave the group without a leader
        measure: judgement
        judgement: {would_see: No new line-holder, assessed_by: di-soc-west, assessed_on: 2026-12-02}
        by: 2027-03-31
        set_on: 2026-09-09
    log:
      - {date: 2026-09-16, ref: OBJ-1, rag: amber, because: One leader is at large}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.wording.day import long_day
from planc.wording.words import count

SEVERITY = Severity.WARNING


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """A last rating from before the last two boards."""
    if not plan.agreed or plan.status == "monitoring":
        return
    for objective in plan.objectives:
        ratings = plan.ratings_of(objective)
        last = ratings[-1] if ratings else None
        if last is None or last.date is None or last.rag == "complete":
            continue
        judged = objective.judgement.assessed_on if objective.judgement else None
        late = objective.by and objective.by < context.as_of
        if late or (judged and judged >= context.as_of):
            continue
        if context.two_boards_since(plan, last.date):
            yield problem(
                (*last.route, "rag"),
                unless=plan.told_by(objective, "rag"),
                id=objective.id,
                day=long_day(last.date),
                days=count((context.as_of - last.date).days, "day"),
            )
