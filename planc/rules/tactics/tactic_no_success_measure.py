"""A tactic that costs says how anybody will know that it worked.

Asked of enforcement, financial, regulatory and order tactics; small ones may go without.

Wrong: {id} does not say how anybody will know that it worked.
Why: A tactic chosen out of habit is found out only if somebody said beforehand what it should do.
Do: Under {id} add "success:" and what would be seen.
Acts: LRO
Source: PFD; REC8929

Flagged:
    pursue:
      - id: PUR-1
        ^^^^^^^^^
        tactic: Cash seizures at the flats
        kind: financial
        serves: OBJ-1
        owner: di-soc-east
        due: 2026-12-18
Clean:
    pursue:
      - {id: PUR-1, tactic: Cash seizures, kind: financial, success: Two seizures a month, serves: OBJ-1, owner: di-soc-east, due: 2026-12-18}
Clean: mentoring may go without
    prevent:
      - {id: PRE-1, tactic: Mentoring, kind: diversion, serves: OBJ-1, owner: council-youth-lead, due: 2027-01-29}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan

SEVERITY = Severity.WARNING

_COSTLY = ("enforcement", "financial", "regulatory", "civil order", "ancillary order")


def check(plan: Plan, _context: Context) -> Iterator[Problem]:
    """A live tactic of a costly kind without a success measure."""
    if not plan.in_force:
        return
    for tactic in plan.live_tactics:
        if tactic.kind in _COSTLY and tactic.success is None:
            unless = (*plan.told_by(tactic), (*tactic.route, "id"))
            yield problem((*tactic.route, "success"), unless=unless, id=tactic.id)
