"""Every live tactic has a date: when it is due, or when it is next checked.

Wrong: {id} has neither a due date nor a next check.
Why: Without a date it is never late, and nobody need ever say that it is not done.
Do: Under {id} add "due:" with a date; or, for something that endures, "next_check:".
Acts: LRO
Source: STF; planc's judgement: what endures is checked on a day and never due

Flagged:
    pursue:
      - id: PUR-1
        ^^^^^^^^^
        tactic: Closure orders on the flats
        serves: OBJ-1
        owner: di-soc-east
Clean: something that is never finished
    pursue:
      - id: PUR-1
        tactic: Lifetime management of the leaders
        serves: OBJ-1
        owner: di-soc-east
        next_check: 2027-01-06
Clean: the court sets the day
    pursue:
      - {id: PUR-1, tactic: Closure orders on the flats, serves: OBJ-1, owner: di-soc-east, status: awaiting court}
Clean: the log has the date
    pursue:
      - {id: PUR-1, tactic: Closure orders on the flats, serves: OBJ-1, owner: di-soc-east}
    log:
      - {date: 2026-11-18, ref: PUR-1, due: 2026-12-18, because: The court has given a date}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan

SEVERITY = Severity.ERROR


def check(plan: Plan, _context: Context) -> Iterator[Problem]:
    """A live tactic without any date to hold it to."""
    if not plan.in_force:
        return
    for tactic in plan.live_tactics:
        if plan.deadline_of(tactic) is None and not plan.awaits_court(tactic):
            unless = ((*tactic.route, "next_check"), *plan.told_by(tactic, "due", "next_check"))
            yield problem((*tactic.route, "due"), unless=unless, id=tactic.id)
