"""What endures is checked at least as often as a plan must be reviewed.

Looks at live tactics that are never due: their next check may lie no further off than the longest
interval of reviews (review_cap_days in planc.yaml). What awaits court is left out.

Wrong: {id} is never due, and is next checked on {day}, in {days}.
Why: A date so far off is none; a task that will not be done in time is easily turned into a check.
Do: Write a nearer day as next_check; or "due:", if it is to be done once.
Acts: LRO
Source: STF

Flagged:
    protect:
      - {id: PRO-1, tactic: Safe-home visits, serves: OBJ-1, owner: di-soc-west, status: in progress, next_check: 2027-11-26}
                                                                                                      ^^^^^^^^^^
Clean: half a year
    protect:
      - {id: PRO-1, tactic: Safe-home visits, serves: OBJ-1, owner: di-soc-west, status: in progress, next_check: 2027-05-23}
Clean: a due date may lie further off
    protect:
      - {id: PRO-1, tactic: Safe-home visits, serves: OBJ-1, owner: di-soc-west, status: in progress, due: 2027-11-26}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.wording.day import long_day
from planc.wording.words import count

SEVERITY = Severity.WARNING
STATUS = "preview"


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """A live tactic with a far next check and no due date."""
    if not plan.in_force:
        return
    for tactic in plan.live_tactics:
        day = plan.next_check_of(tactic)
        if day is None or plan.due_of(tactic) or plan.awaits_court(tactic):
            continue
        days = (day - context.as_of).days
        if days > context.policy.numbers.review_cap_days:
            move = plan.move_of(tactic, "next_check")
            yield problem(
                (*(move or tactic).route, "next_check"),
                unless=plan.deadline_told_by(tactic),
                id=tactic.id,
                day=long_day(day),
                days=count(days, "day"),
            )
