"""A draft becomes a plan or is given up.

A draft is held to little: its errors are warnings, and what it lacks is one line. After two boards
and two months, or once reviews or disruptions are recorded, it is a plan that goes by another name.

Wrong: The plan is a draft, and {what}.
Why: What a draft lacks is not asked for as of a plan; work that goes on under it is held to nothing.
Do: Have the SRO agree it and write "status: active"; or archive it, and say why.
Acts: SRO
Source: S0; REC8929

Flagged: a disruption was claimed
    status: draft
    ^^^^^^
    log:
      - {date: 2026-11-18, ref: PUR-1, disruption: minor, lead: police, effect: Two flats closed}
Flagged: two boards have gone by
    status: draft
    ^^^^^^
    starts: 2026-09-02
    team: {deputy_lro: di-soc-west, soctac: di-soc-west}
    requests:
      - {id: REQ-1, kind: GAIN, what: Firms that rent the flats, status: considered}
    threat:
      type: ocg
      areas: [drugs]
      tier: force
      assessment: Likely to keep supplying.
      local_profile: {ref: Exampleton profile 2026, date: 2026-03-18}
      mapping: {status: pending}
    log:
      - {date: 2026-10-14, ref: PUR-1, note: Notices drafted}
      - {date: 2026-10-14, ref: PRE-1, note: Six of ten matched}
      - {date: 2026-10-14, ref: PRO-1, note: Four visits made}
      - {date: 2026-10-14, ref: PPR-1, note: Two flats promised}
Clean: six weeks old
    status: draft
Clean: the start is still to come
    status: draft
    starts: 2026-12-02
    # without log
"""

import datetime as dt
from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.wording.day import long_day

SEVERITY = Severity.WARNING


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """A draft that is old, or under which work goes on."""
    if plan.status != "draft":
        return
    since = _since(plan)
    if plan.disruptions:
        what = "a disruption is claimed under it"
    elif since and context.two_boards_since(plan, since):
        what = f"has been since {long_day(since)}"
    else:
        return
    yield problem(("status",), unless=(("starts",), ("log",)), what=what)


def _since(plan: Plan) -> dt.date | None:
    """The first day that the plan speaks of as its own."""
    logged = plan.entries[0].date if plan.entries else None
    days = [day for day in (plan.starts, logged) if day]
    return min(days, default=None)
