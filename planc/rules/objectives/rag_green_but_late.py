"""What is green is on time.

Wrong: {id} is rated green, but {what}.
Why: A board that finds one green that was not will believe none of the others.
Do: Rate it again in the log, with "because:"; or move the date, and say why.
Acts: LRO
Source: TVP

Flagged:
    log:
      - {date: 2026-11-18, ref: OBJ-1, rag: green, because: Calls are down}
    pursue:
      - {id: PUR-1, tactic: Closure orders on the flats, serves: OBJ-1, owner: di-soc-east, due: 2026-12-18}
      - {id: PUR-2, tactic: Cash seizures, serves: OBJ-1, owner: di-soc-east, due: 2026-12-18}
    objectives:
      - {id: OBJ-1, statement: Halve supply at the flats, measure: Calls a month, baseline: 22, target: 11, by: 2026-11-20, set_on: 2026-10-07}
         ^^^^^^^^^
Clean: green last month, and amber since
    log:
      - {date: 2026-10-21, ref: OBJ-1, rag: green, because: Calls are down}
      - {date: 2026-11-21, ref: OBJ-1, rag: amber, because: Calls are up again}
    objectives:
      - {id: OBJ-1, statement: Halve supply at the flats, measure: Calls a month, baseline: 22, target: 11, by: 2026-11-20, set_on: 2026-10-07}
Clean: it is due today
    log:
      - {date: 2026-11-18, ref: OBJ-1, rag: green, because: Calls are down}
    objectives:
      - {id: OBJ-1, statement: Halve supply at the flats, measure: Calls a month, baseline: 22, target: 11, by: 2026-11-22, set_on: 2026-10-07}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.wording.day import long_day
from planc.wording.words import count

SEVERITY = Severity.WARNING


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """An objective rated green past its own day, or with a long overdue tactic."""
    if not plan.in_force:
        return
    most = context.policy.numbers.overdue_days
    for objective in plan.objectives:
        ratings = plan.ratings_of(objective)
        if not ratings or ratings[-1].rag != "green":
            continue
        serving = [tactic for tactic in plan.live_tactics if objective.id in tactic.serves]
        late = max(serving, key=lambda tactic: plan.days_late(tactic, context.as_of), default=None)
        days = plan.days_late(late, context.as_of) if late else 0
        unless = plan.told_by(objective, "rag")
        if objective.by and objective.by < context.as_of:
            what = f"it was to be met by {long_day(objective.by)}"
            yield problem(objective.route, unless=unless, id=objective.id, what=what)
        elif late and days > most:
            unless = (*unless, *plan.deadline_told_by(late))
            what = f"{late.id or 'a tactic'}, which serves it, is {count(days, 'day')} late"
            yield problem(objective.route, unless=unless, id=objective.id, what=what)
