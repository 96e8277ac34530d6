"""An archived plan leaves nothing to be done.

Asked where other tactics are recorded as complete or withdrawn.

Wrong: The plan is archived, and {id} is still {status}.
Why: Nobody looks at an archived plan, so nobody sees that it is not done.
Do: Log that it is complete or withdrawn, and why; or name the plan that takes it over.
Acts: LRO
Source: LANC

Flagged:
    status: archived
    closure: {reviewed_on: 2026-11-18, rescored_on: 2026-11-18, reason: It is over}
    signoffs:
      - {date: 2026-11-18, by: supt-crime, covers: [closure]}
    learning: [{date: 2026-11-18, lesson: Ask the landlord first}]
    log:
      - {date: 2026-11-18, ref: PUR-1, status: complete, outcome: All three flats closed}
      - {date: 2026-11-18, ref: PRE-1, status: complete, outcome: Ten of ten matched}
      - {date: 2026-11-18, ref: PPR-1, status: withdrawn, because: Not needed any more}
    protect:
      - {id: PRO-1, tactic: Safe-home visits, serves: OBJ-1, owner: di-soc-west, status: in progress, due: 2026-12-11}
         ^^^^^^^^^
Clean: all is done
    status: archived
    closure: {reviewed_on: 2026-11-18, rescored_on: 2026-11-18, reason: It is over}
    signoffs:
      - {date: 2026-11-18, by: supt-crime, covers: [closure]}
    learning: [{date: 2026-11-18, lesson: Ask the landlord first}]
    log:
      - {date: 2026-11-18, ref: PUR-1, status: complete, outcome: All three flats closed}
      - {date: 2026-11-18, ref: PRE-1, status: complete, outcome: Ten of ten matched}
      - {date: 2026-11-18, ref: PRO-1, status: complete, outcome: Forty visits}
      - {date: 2026-11-18, ref: PPR-1, status: withdrawn, because: Not needed any more}
Clean: in monitoring, things may go on
    status: monitoring
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan

SEVERITY = Severity.WARNING
STATUS = "preview"


def check(plan: Plan, _context: Context) -> Iterator[Problem]:
    """A live tactic of an archived plan."""
    if plan.in_force:
        return
    live = list(plan.live_tactics)
    if len(live) == len(plan.tactics):
        return
    for tactic in live:
        status = plan.status_of(tactic)
        said = "without a status" if status == "no status recorded" else status
        yield problem(tactic.route, unless=plan.told_by(tactic), id=tactic.id, status=said)
