"""What was planned is withdrawn, not deleted.

Wrong: {id} is gone from the plan: {what} that was there is neither complete nor withdrawn.
Why: Nobody can see any more that it was planned, or why it was given up.
Do: Put it back, and in the log write "ref: {id}" with {how}.
Acts: LRO
Source: planc's judgement: what a board agreed to is answered for, and not only what is left of it

Flagged:
    # plans/larch.yaml as it was
    pursue:
      - {id: PUR-1, tactic: Closure orders on the flats, serves: OBJ-1, owner: di-soc-east, status: in progress, due: 2026-12-18}
      - {id: PUR-2, tactic: Warrants at both flats, serves: OBJ-1, owner: di-soc-east, status: in progress, due: 2026-12-18}
    # plans/larch.yaml
    pursue:
    ^^^^^^
      - {id: PUR-1, tactic: Closure orders on the flats, serves: OBJ-1, owner: di-soc-east, status: in progress, due: 2026-12-18}
Clean: it stands elsewhere now
    # plans/larch.yaml as it was
    pursue:
      - {id: PUR-1, tactic: Closure orders on the flats, serves: OBJ-1, owner: di-soc-east, status: in progress, due: 2026-12-18}
      - {id: X-2, tactic: Safer doors, serves: OBJ-1, owner: di-soc-east, status: in progress, due: 2026-12-18}
    # plans/larch.yaml
    pursue:
      - {id: PUR-1, tactic: Closure orders on the flats, serves: OBJ-1, owner: di-soc-east, status: in progress, due: 2026-12-18}
    protect:
      - {id: PRO-1, tactic: Safe-home visits, serves: OBJ-1, owner: di-soc-west, status: in progress, due: 2026-12-11}
      - {id: X-2, tactic: Safer doors, serves: OBJ-1, owner: di-soc-east, status: in progress, due: 2026-12-18}
Clean: a draft is still being written
    # plans/larch.yaml as it was
    status: draft
    pursue:
      - {id: PUR-1, tactic: Closure orders on the flats, serves: OBJ-1, owner: di-soc-east, status: in progress, due: 2026-12-18}
      - {id: PUR-2, tactic: Warrants at both flats, serves: OBJ-1, owner: di-soc-east, status: in progress, due: 2026-12-18}
    # plans/larch.yaml
    status: draft
    pursue:
      - {id: PUR-1, tactic: Closure orders on the flats, serves: OBJ-1, owner: di-soc-east, status: in progress, due: 2026-12-18}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.difference import PlanChange
from planc.model.finding import Problem, Severity, problem
from planc.model.tactic import STRANDS

SEVERITY = Severity.WARNING

_WHAT: dict[str, tuple[str, str]] = {
    **dict.fromkeys(map(str, STRANDS), ("a tactic", '"status: withdrawn" and "because:"')),
    "actions": ("an action", '"status: closed" and "outcome:"'),
    "risks": ("a risk", "a note that says what became of it"),
}


def check(change: PlanChange, _context: Context) -> Iterator[Problem]:
    """A tactic, an action or a risk that was in force and is not there any more."""
    before = change.approved_before
    if before is None or change.after is None or not before.in_force:
        return
    for one in change.differences:
        if one.kind == "deleted" and one.id and one.section in _WHAT:
            what, how = _WHAT[one.section]
            yield problem((one.section,), id=one.id, what=what, how=how)
