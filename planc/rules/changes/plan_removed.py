"""A plan is archived, not deleted.

Wrong: {ref} was in this repository, {status}, and is not here any more.
Why: Plans are potentially relevant material and are kept; an active one is nobody's to delete.
Do: Put the file back. When the board has agreed to end it, write "status: archived" and "closure:".
Acts: SRO
Source: planc's judgement: what is deleted cannot be disclosed, and nobody asks for it at a board

Clean: it has another name
    # plans/maple.yaml as it was
    ref: SOC-2026-099
    # plans/maple.yaml is gone
    # plans/elm.yaml
    ref: SOC-2026-099
Clean: it is archived
    # plans/maple.yaml as it was
    ref: SOC-2026-099
    # plans/maple.yaml
    ref: SOC-2026-099
    status: archived
    closure: {reviewed_on: 2026-11-20, rescored_on: 2026-11-20, reason: No calls for three months}
    learning: [{date: 2026-11-20, lesson: Closures hold if the flats are let again within a week}]
    log:
      - {date: 2026-11-20, review: archive, board: exampleton-ocg, by: supt-crime}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.difference import PlanChange
from planc.model.finding import Problem, Severity, problem

SEVERITY = Severity.WARNING


def check(change: PlanChange, _context: Context) -> Iterator[Problem]:
    """A plan that is not there any more."""
    if change.after is None and change.before is not None:
        status = change.before.plan.status or "without a status"
        yield problem((), ref=change.ref, status=status)
