"""No order lapses unnoticed.

How far ahead planc looks is local policy (look_ahead_days in planc.yaml). Once the log says what is
done about it, or why nothing is, there is no more to ask; but an application that the end has
overtaken answers for nothing.

Wrong: The {order} under {id} {what} on {day}.
Why: Once it has lapsed, nobody is bound by its conditions, and the court must be asked again.
Do: Apply for a new one, and log that with "ref: {id}"; or log there "because:" and why not.
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
Flagged: it has lapsed before the new one was made
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
    log:
      - {date: 2026-11-12, ref: PUR-1, note: Application for a new order ready}
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
Clean: the log says what is done
    pursue:
      - id: PUR-1
        tactic: Monitor the order
        serves: OBJ-1
        owner: di-soc-east
        next_check: 2026-12-18
        order:
          type: SCPO
          expires: 2026-12-20
    log:
      - {date: 2026-11-22, ref: PUR-1, note: No new one is sought, because: Two years without a breach}
Clean: it has lapsed, and the tactic is done
    pursue:
      - {id: PUR-1, tactic: Closure orders on the flats, serves: OBJ-1, owner: di-soc-east, due: 2026-12-18}
      - {id: PUR-2, tactic: Monitor the order, serves: OBJ-1, owner: di-soc-east, next_check: 2026-12-18, order: {type: SCPO, expires: 2026-11-20}}
    log:
      - {date: 2026-11-20, ref: PUR-2, status: complete, outcome: No breach in five years}
"""

import datetime as dt
import re
from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.model.tactic import Tactic
from planc.wording.day import long_day

SEVERITY = Severity.WARNING

_ABOUT_ORDER = re.compile(
    r"\b(appl(y|ied|ication)|exten|expir|lapse|renew|new (one|order)|var(y|ied|iation))",
    re.IGNORECASE,
)


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """A live tactic's order that has lapsed or soon will."""
    if not plan.in_force:
        return
    for tactic in plan.live_tactics:
        ends = tactic.order.expires if tactic.order else None
        if tactic.order is None or ends is None:
            continue
        ahead, window = (ends - context.as_of).days, context.policy.numbers.look_ahead_days
        if ahead <= window and not _is_answered(plan, tactic, ends, context):
            yield problem(
                (*tactic.order.route, "expires"),
                unless=plan.told_by(tactic, "note", "decision", "because"),
                id=tactic.id,
                order=tactic.order.type or "order",
                what="lapsed" if ahead < 0 else "lapses",
                day=long_day(ends),
            )


def _is_answered(plan: Plan, tactic: Tactic, ends: dt.date, context: Context) -> bool:
    """Whether the log, since the end of the order came in sight, says what is done or why nothing is.

    A note that an application is ready is of use until the order has lapsed.
    """
    window, as_of = context.policy.numbers.look_ahead_days, context.as_of
    for entry in plan.entries_about(tactic.id):
        if not entry.date or (ends - entry.date).days > window:
            continue
        words = filter(None, (entry.note, entry.because, entry.decision))
        is_of_use = as_of <= ends or entry.date >= ends or entry.because or entry.decision
        if is_of_use and any(map(_ABOUT_ORDER.search, words)):
            return True
    return False
