"""What is blocked is taken to somebody who can unblock it.

After how many days is local policy (unescalated_days in planc.yaml). A decision about the tactic
in the log counts, and so does any request sent since it was blocked.

Wrong: {id} has been blocked since {day}, {days}, with no decision or request about it.
Why: An LRO cannot unblock what another body holds; the board and the region can.
Do: Take it to the board and log the decision, or send a request and record it under "requests:".
Acts: LRO
Source: S0, S1

Flagged:
    log:
      - {date: 2026-11-07, ref: PRO-1, status: blocked, because: No crew}
    protect:
      - {id: PRO-1, tactic: Safe-home visits, serves: OBJ-1, owner: di-soc-west, due: 2026-12-11}
         ^^^^^^^^^
Clean: not yet two weeks
    log:
      - {date: 2026-11-08, ref: PRO-1, status: blocked, because: No crew}
Clean: a decision was taken
    log:
      - {date: 2026-11-06, ref: PRO-1, status: blocked, because: No crew}
      - {date: 2026-11-09, ref: PRO-1, id: DEC-1, decision: Ask the fire service, because: They visit anyway, rejected: Wait, by: supt-crime}
Clean: help was asked for
    log:
      - {date: 2026-11-06, ref: PRO-1, status: blocked, because: No crew}
    requests:
      - {id: REQ-1, kind: partner, what: Crew for visits, asked_of: council-housing, asked_on: 2026-11-10, status: sent}
"""

from collections.abc import Iterator

from planc.model.day import long_day
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.model.portfolio import Given
from planc.model.words import count

SEVERITY = Severity.WARNING


def check(plan: Plan, given: Given) -> Iterator[Problem]:
    """A tactic blocked for long, with neither a decision nor a request since."""
    if not plan.in_force:
        return
    for tactic in plan.live_tactics:
        said = [e for e in plan.entries_about(tactic.id) if e.status]
        since = said[-1].date if said and said[-1].status == "blocked" else None
        if since is None or (given.as_of - since).days <= given.policy.numbers.unescalated_days:
            continue
        decided = any(
            e.decision and e.date and e.date >= since for e in plan.entries_about(tactic.id)
        )
        asked = any(request.asked_on and request.asked_on >= since for request in plan.requests)
        if not decided and not asked:
            days = count((given.as_of - since).days, "day")
            yield problem(tactic.route, id=tactic.id, day=long_day(since), days=days)
