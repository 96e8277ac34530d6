"""What is blocked is taken to somebody who can unblock it.

After how many days is local policy (unescalated_days in planc.yaml). A decision about the tactic
in the log counts, and so does a request or bid sent since it was blocked that is about it: its
words or those of the log speak of the tactic, or share a word with it.

Wrong: {id} has been blocked for {days}, since {day}, and no decision or request followed.
Why: An LRO cannot unblock what another body holds; the board and the region can.
Do: Take it to the board and log the decision, or send a request and record it under "requests:".
Acts: LRO
Source: S0; S1

Flagged:
    log:
      - {date: 2026-11-07, ref: PRO-1, status: blocked, because: No crew}
    protect:
      - {id: PRO-1, tactic: Safe-home visits, serves: OBJ-1, owner: di-soc-west, due: 2026-12-11}
         ^^^^^^^^^
Flagged: that it is blocked has been said again since
    log:
      - {date: 2026-10-21, ref: PRO-1, status: blocked, because: No crew}
      - {date: 2026-11-18, ref: PRO-1, status: blocked, because: Still no crew}
    protect:
      - {id: PRO-1, tactic: Safe-home visits, serves: OBJ-1, owner: di-soc-west, due: 2026-12-11}
         ^^^^^^^^^
Flagged: what was asked for is for something else
    log:
      - {date: 2026-11-06, ref: PRO-1, status: blocked, because: No crew}
    requests:
      - {id: REQ-1, kind: tasking, what: Financial profile of the landlord, asked_of: Regional unit, asked_on: 2026-11-10, status: sent}
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

import re
from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.governance import Bid, Request
from planc.model.plan import Plan
from planc.model.tactic import Tactic
from planc.wording.day import long_day
from planc.wording.words import count

SEVERITY = Severity.WARNING

_STEM = 5
_COMMON = frozenset((
    "with", "from", "that", "this", "them", "they", "into", "were", "have", "been", "will", "week",
    "weeks", "month", "months", "days", "until", "after", "before", "which", "their", "plan", "phase",
))  # fmt: skip


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """A tactic blocked for long, with neither a decision nor a request since."""
    if not plan.in_force:
        return
    for tactic in plan.live_tactics:
        since = plan.blocked_since(tactic)
        if since is None or (context.as_of - since).days <= context.policy.numbers.unescalated_days:
            continue
        decided = [entry.date for entry in plan.entries_about(tactic.id) if entry.decision]
        calls: tuple[Request | Bid, ...] = (*plan.requests, *plan.bids)
        asked = [call.asked_on for call in calls if _is_about(call, tactic, plan)]
        if not any(day and day >= since for day in (*decided, *asked)):
            yield problem(
                tactic.route,
                unless=(
                    *((*call.route, "asked_on") for call in calls),
                    *plan.told_by(tactic, "decision"),
                ),
                id=tactic.id,
                day=long_day(since),
                days=count((context.as_of - since).days, "day"),
            )


def _is_about(call: Request | Bid, tactic: Tactic, plan: Plan) -> bool:
    """Whether a request or bid may be about a tactic, by its words or those of the log."""
    logged = plan.entries_about(tactic.id)
    said = [entry.note or entry.because or "" for entry in logged]
    if call.id and any(call.id in words for words in said):
        return True
    asked = call.what or ""
    if not asked or (tactic.id and tactic.id in asked):
        return True
    told = [tactic.tactic or "", tactic.detail or "", tactic.success or "", *said]
    return bool(_stems(asked) & _stems(" ".join(told)))


def _stems(words: str) -> set[str]:
    """The beginnings of its longer words, by which other forms of them are known."""
    found = re.findall(r"[^\W\d_]{4,}", words.casefold())
    return {word[:_STEM] for word in found if word not in _COMMON}
