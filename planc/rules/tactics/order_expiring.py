"""No order lapses unnoticed.

How far ahead planc looks is local policy (look_ahead_days in planc.yaml).

Wrong: The {order} under {id} {what} on {day}.
Why: Once it has lapsed, nobody is bound by its conditions, and the court must be asked again.
Do: Apply for a new one or say in the log why not; then change "expires:" or complete the tactic.
Acts: owner
Source: SCPO

Flagged:
    pursue:
      - id: PUR-1
        tactic: Monitor the order
        serves: OBJ-1
        owner: di-soc-east
        next_check: 2026-12-18
        order:
          type: SCPO
          expires: 2026-12-20
          ^^^^^^^
Flagged: it has lapsed already
    pursue:
      - id: PUR-1
        tactic: Monitor the order
        serves: OBJ-1
        owner: di-soc-east
        next_check: 2026-12-18
        order:
          type: SCPO
          expires: 2026-11-20
          ^^^^^^^
Clean: further off than planc looks
    pursue:
      - id: PUR-1
        tactic: Monitor the order
        serves: OBJ-1
        owner: di-soc-east
        next_check: 2026-12-18
        order:
          type: SCPO
          expires: 2026-12-21
Clean: it has lapsed, and the tactic is done
    pursue:
      - {id: PUR-1, tactic: Closure orders on the flats, serves: OBJ-1, owner: di-soc-east, due: 2026-12-18}
      - {id: PUR-2, tactic: Monitor the order, serves: OBJ-1, owner: di-soc-east, next_check: 2026-12-18, order: {type: SCPO, expires: 2026-11-20}}
    log:
      - {date: 2026-11-20, ref: PUR-2, status: complete, outcome: No breach in five years}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.wording.day import long_day

SEVERITY = Severity.WARNING


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """A live tactic's order that has lapsed or soon will."""
    if not plan.in_force:
        return
    for tactic in plan.live_tactics:
        ends = tactic.order.expires if tactic.order else None
        if tactic.order is None or ends is None:
            continue
        ahead = (ends - context.as_of).days
        if ahead <= context.policy.numbers.look_ahead_days:
            yield problem(
                (*tactic.order.route, "expires"),
                unless=plan.told_by(tactic),
                id=tactic.id,
                order=tactic.order.type or "order",
                what="lapsed" if ahead < 0 else "lapses",
                day=long_day(ends),
            )
