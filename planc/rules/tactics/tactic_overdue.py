"""A live tactic is not past its date.

After how many days late means long late is local policy (overdue_days in planc.yaml). What
awaits court is never late: the court sets the day.

Wrong: {id}{moved} {what} {day}, {late} ago.
Why: What is late and unremarked stays late; the board should hear why before it asks.
Do: In the log write "ref: {id}" with "status: complete" and "outcome:", or with a later "{field}:" and "because:".
Acts: owner
Source: STF

Flagged: a day late
    pursue:
      - id: PUR-1
        tactic: Closure orders on the flats
        serves: OBJ-1
        owner: di-soc-east
        due: 2026-11-21
        ^^^
Flagged: a check that was missed
    pursue:
      - id: PUR-1
        tactic: Lifetime management of the leaders
        serves: OBJ-1
        owner: di-soc-east
        next_check: 2026-11-06
        ^^^^^^^^^^
Flagged: the log has moved it, and that day has passed too
    pursue:
      - id: PUR-1
        tactic: Closure orders on the flats
        serves: OBJ-1
        owner: di-soc-east
        due: 2026-11-06
        ^^^
    log:
      - {date: 2026-11-05, ref: PUR-1, due: 2026-11-20, because: The court has no earlier date}
Clean: it awaits court
    pursue:
      - {id: PUR-1, tactic: Closure orders on the flats, serves: OBJ-1, owner: di-soc-east, status: awaiting court, due: 2026-11-20}
Clean: it is due today
    pursue:
      - id: PUR-1
        tactic: Closure orders on the flats
        serves: OBJ-1
        owner: di-soc-east
        due: 2026-11-22
Clean: it was late, and the log has moved it
    pursue:
      - id: PUR-1
        tactic: Closure orders on the flats
        serves: OBJ-1
        owner: di-soc-east
        due: 2026-11-13
    log:
      - {date: 2026-11-12, ref: PUR-1, due: 2026-12-18, because: The court has no earlier date}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.wording.day import long_day
from planc.wording.words import count

SEVERITY = Severity.WARNING


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """A live tactic past its date, but not long past it."""
    if not plan.in_force:
        return
    most = context.policy.numbers.overdue_days
    for tactic in plan.live_tactics:
        late, deadline = plan.days_late(tactic, context.as_of), plan.deadline_of(tactic)
        if deadline and 0 < late <= most:
            field = "due" if plan.due_of(tactic) else "next_check"
            move = plan.move_of(tactic, field)
            yield problem(
                (*tactic.route, field),
                unless=plan.deadline_told_by(tactic),
                related=(((*move.route, field), "the date that counts"),) if move else (),
                id=tactic.id,
                field=field,
                what="was due on" if field == "due" else "was to be checked on",
                day=long_day(deadline),
                moved=", moved in the log," if move else "",
                late=count(late, "day"),
            )
