"""An archived plan was closed by somebody who may.

A review on record that the SRO of that day, who stands in for them or the chair of a board held or
sat in counts, and so does a sign-off that covers closure; who gave that, `signoff-not-sro` looks at.

Wrong: The plan was closed on {day}, and nobody who may close it is on record for that.
Why: A threat that is called over is the SRO's or the board's to call over, and is asked about later.
Do: Have it agreed by the SRO or the board, and under "signoffs:" record it with "covers: [closure]".
Acts: SRO
Source: S0

Flagged: nothing is on record
    status: archived
    closure: {reviewed_on: 2026-11-18, rescored_on: 2026-10-30, reason: No calls for three months}
              ^^^^^^^^^^^
    learning: [{date: 2026-11-04, lesson: Closures hold if the flats are let again within a week}]
Flagged: the LRO closed it
    status: archived
    closure: {reviewed_on: 2026-11-18, rescored_on: 2026-10-30, reason: No calls for three months}
              ^^^^^^^^^^^
    learning: [{date: 2026-11-04, lesson: Closures hold if the flats are let again within a week}]
    log:
      - {date: 2026-11-18, review: archive, by: di-soc-east}
Clean: the SRO sat in the review that the deputy held
    status: archived
    closure: {reviewed_on: 2026-11-18, rescored_on: 2026-10-30, reason: No calls for three months}
    learning: [{date: 2026-11-04, lesson: Closures hold if the flats are let again within a week}]
    log:
      - {date: 2026-11-18, review: archive, by: di-soc-west, present: [supt-crime]}
Clean: a sign-off
    status: archived
    closure: {reviewed_on: 2026-11-18, rescored_on: 2026-10-30, reason: No calls for three months}
    learning: [{date: 2026-11-04, lesson: Closures hold if the flats are let again within a week}]
    signoffs:
      - {date: 2026-11-20, by: supt-crime, covers: [closure]}
"""

import datetime as dt
from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.wording.day import long_day

SEVERITY = Severity.WARNING
STATUS = "preview"


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """An archived plan whose closing review nobody agreed to who may."""
    closed = plan.closure.reviewed_on if plan.closure else None
    if plan.status != "archived" or closed is None or _is_agreed(plan, closed, context):
        return
    unless = (*plan.reviews_told_by, ("sro",), ("lro",), ("sro_since",), ("signoffs",))
    yield problem(("closure", "reviewed_on"), unless=unless, day=long_day(closed))


def _is_agreed(plan: Plan, closed: dt.date, context: Context) -> bool:
    if any("closure" in signoff.covers for signoff in plan.signoffs):
        return True
    for entry in plan.reviews:
        if entry.date is None or (entry.review != "archive" and entry.date < closed):
            continue
        who = context.authority(plan, entry.date)
        if who.sro is None or any(
            who.may_agree(post) for post in (entry.by, *entry.present) if post
        ):
            return True
    return False
