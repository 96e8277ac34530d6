"""A request that nobody answers is asked again.

After how many days is local policy (request_days in planc.yaml), from the day it was sent or last
spoken of in the log. So are bids for resources.

Wrong: {id} was sent on {day}, {days} ago, and has no answer.
Why: What was asked for and not given is a risk to the plan that the board can lift.
Do: Ask again and log it; record the answer; or take it to the board.
Acts: LRO
Source: S1; STF

Flagged:
    requests:
      - {id: REQ-1, kind: tasking, what: Search team, asked_of: Regional unit, asked_on: 2026-09-25, status: sent}
         ^^^^^^^^^
Flagged: a bid
    bids:
      - {id: BID-1, what: "Financial investigator, 10 days", asked_on: 2026-09-25, asked_of: Force tasking}
         ^^^^^^^^^
Clean: eight weeks ago today
    requests:
      - {id: REQ-1, kind: tasking, what: Search team, asked_of: Regional unit, asked_on: 2026-09-27, status: sent}
Clean: chased since
    requests:
      - {id: REQ-1, kind: tasking, what: Search team, asked_of: Regional unit, asked_on: 2026-09-25, status: sent}
    log:
      - {date: 2026-11-11, ref: REQ-1, note: Asked again; they will say by 30 November}
Clean: advice that was taken
    requests:
      - {id: REQ-1, kind: advice, what: Options, asked_of: Regional adviser, asked_on: 2026-09-25, status: received}
"""

import datetime as dt
from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.governance import Bid, Request
from planc.model.plan import Plan
from planc.wording.day import long_day
from planc.wording.words import count

SEVERITY = Severity.WARNING


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """A request or a bid without an answer for long."""
    if not plan.agreed:
        return
    open_requests = [r for r in plan.requests if r.status in (None, "sent")]
    calls: list[Request | Bid] = [r for r in open_requests if not (r.answered_on or r.answer)]
    calls += [b for b in plan.bids if not (b.result or b.answer)]
    for call in calls:
        if call.asked_on is None:
            continue
        spoken = [entry.date for entry in plan.entries_about(call.id) if entry.date]
        last = max([call.asked_on, *spoken])
        if (context.as_of - last).days > context.policy.numbers.request_days:
            yield problem(
                call.route,
                unless=_answers(call),
                id=call.id,
                day=long_day(call.asked_on),
                days=count(_days(context.as_of, call.asked_on), "day"),
            )


def _days(today: dt.date, day: dt.date) -> int:
    return (today - day).days


def _answers(call: Request | Bid) -> tuple[tuple[str | int, ...], ...]:
    names = ("id", "status", "result", "answer", "answered_on")
    return (("log",), *((*call.route, name) for name in names))
