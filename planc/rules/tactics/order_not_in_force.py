"""An order is one that a court can make today.

Some Acts make orders that wait for a day on which they come into force. planc prints those of which
it cannot show that the day has come, and asks: the interim SCPO (Border Security, Asylum and
Immigration Act 2025, s56) and the child criminal exploitation prevention order (Crime and Policing
Act 2026). A force that knows better names them in planc.yaml under `orders_in_force`.

Wrong: {id} speaks of "{order}", which planc cannot show to be in force.
Why: A court cannot make an order under a law that is passed and has not begun.
Do: Ask legal services; once it is in force, have "{order}" added to orders_in_force in planc.yaml.
Acts: owner
Source: planc's judgement: law that is passed is not yet law that holds

Flagged:
    pursue:
      - id: PUR-1
        tactic: Bind the leader while the case is heard
        serves: OBJ-1
        owner: di-soc-east
        due: 2026-12-18
        order:
          type: interim SCPO
          ^^^^
Clean: an order that courts make
    pursue:
      - id: PUR-1
        tactic: Bind the leader
        serves: OBJ-1
        owner: di-soc-east
        due: 2026-12-18
        order:
          type: SCPO
Clean: the force says that it is in force
    # planc.yaml
    orders_in_force: [interim SCPO]
    # plans/larch.yaml
    pursue:
      - id: PUR-1
        tactic: Bind the leader while the case is heard
        serves: OBJ-1
        owner: di-soc-east
        due: 2026-12-18
        order:
          type: interim SCPO
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan

SEVERITY = Severity.WARNING

_NOT_SHOWN = ("interim SCPO", "child criminal exploitation prevention order")


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """A live tactic with an order of a law that may not have begun."""
    if not plan.in_force:
        return
    for tactic in plan.live_tactics:
        kind = tactic.order.type if tactic.order else None
        if tactic.order and kind in _NOT_SHOWN and kind not in context.policy.orders_in_force:
            unless = plan.told_by(tactic)
            yield problem((*tactic.order.route, "type"), unless=unless, id=tactic.id, order=kind)
