"""A status in the log is one that fits what it is about.

A tactic is proposed, approved, in progress, ongoing, awaiting court, blocked, complete or withdrawn.
An action is open or closed. Objectives have ratings, and nothing else has a status in the log.

Wrong: {id} is {kind}, which cannot be "{status}".
Why: The papers count each kind by its own words, and this one would be in none of the counts.
Do: Take "status:" out of this entry.
Acts: LRO
Source: planc's judgement: tactics endure and actions are closed, so each has words of its own

Flagged: a tactic is not open
    log:
      - {date: 2026-11-18, ref: PUR-1, status: open, note: Notices drafted}
                                               ^^^^
Flagged: an action is not complete
    actions:
      - {id: ACT-1, action: Visit the landlord, owner: di-soc-west, raised_on: 2026-11-04, due: 2026-12-01}
    log:
      - {date: 2026-11-18, ref: ACT-1, status: complete, outcome: He will change the locks}
                                               ^^^^^^^^
Flagged: an objective is rated
    log:
      - {date: 2026-11-18, ref: OBJ-1, status: in progress, rag: amber, because: Calls are down by three}
                                               ^^^^^^^^^^^
Clean:
    log:
      - {date: 2026-11-18, ref: PUR-1, status: awaiting court, note: Hearing on 4 December}
Clean: it was corrected
    log:
      - {date: 2026-11-18, ref: PUR-1, status: open, note: Notices drafted}
      - {date: 2026-11-19, corrects: 2026-11-18, ref: PUR-1, status: in progress, note: A tactic is not open}
Clean: an action is closed
    actions:
      - {id: ACT-1, action: Visit the landlord, owner: di-soc-west, raised_on: 2026-11-04, due: 2026-12-01}
    log:
      - {date: 2026-11-18, ref: ACT-1, status: closed, outcome: He will change the locks}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.model.tactic import ACTION_STATUSES, STATUSES, Action, Tactic

SEVERITY = Severity.WARNING

_TACTIC_WORD = {"closed": "complete", "open": "in progress"}
_ACTION_WORD = {"complete": "closed", "withdrawn": "closed"}


def check(plan: Plan, _context: Context) -> Iterator[Problem]:
    """A status in the log that the object of its entry cannot have."""
    right: tuple[str, ...]
    kinds = {item.id: item for item in plan.identified if item.id}
    counts = {entry.route: entry.status for entry in plan.corrected_log}
    for entry in plan.log:
        item = kinds.get(entry.ref or "")
        if entry.status is None or item is None:
            continue
        if counts.get(entry.route, entry.status) != entry.status:
            continue  # it was corrected
        if isinstance(item, Tactic):
            kind, right, word = "a tactic", STATUSES, _TACTIC_WORD.get(entry.status)
        elif isinstance(item, Action):
            kind, right = "an action", ACTION_STATUSES
            word = _ACTION_WORD.get(entry.status, "open")
        else:
            kind, right, word = "neither a tactic nor an action", (), None
        if entry.status not in right:
            yield problem(
                (*entry.route, "status"),
                value=True,
                unless=((*entry.route, "ref"),),
                id=item.id,
                kind=kind,
                status=entry.status,
                do=f'Write "status: {word}".' if word else None,
                edit=word,
            )
