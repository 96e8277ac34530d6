"""A live tactic is not long past its date.

After how many days late means long late is local policy (overdue_days in planc.yaml). What
awaits court is never late: the court sets the day.

Wrong: {id}{moved} {what} {day}, {late} ago.
Why: A date that has been missed by weeks is a plan that nobody works to.
Do: In the log write "ref: {id}" with "status: complete" and "outcome:", or with a later "{field}:" and "because:".
Acts: owner
Source: STF

Flagged: more than four weeks late
    pursue:
      - id: PUR-1
        tactic: Closure orders on the flats
        serves: OBJ-1
        owner: di-soc-east
        due: 2026-10-24
        ^^^
Clean: the log gives it another day
    pursue:
      - id: PUR-1
        tactic: Closure orders on the flats
        serves: OBJ-1
        owner: di-soc-east
        due: 2026-09-30
    log:
      - {date: 2026-09-29, ref: PUR-1, due: 2026-11-22, because: The court has no earlier date}
Clean: long past its date, and done
    pursue:
      - {id: PUR-1, tactic: Closure orders on the flats, serves: OBJ-1, owner: di-soc-east, due: 2026-12-18}
      - {id: PUR-2, tactic: Warrants at the flats, serves: OBJ-1, owner: di-soc-east, due: 2026-09-30}
    log:
      - {date: 2026-09-29, ref: PUR-2, status: complete, outcome: "Two charged"}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.wording.day import long_day
from planc.wording.words import count

SEVERITY = Severity.ERROR


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """A live tactic past its date, by more than the force allows."""
    if not plan.in_force:
        return
    most = context.policy.numbers.overdue_days
    for tactic in plan.live_tactics:
        late, deadline = plan.days_late(tactic, context.as_of), plan.deadline_of(tactic)
        if deadline and late > most:
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
