"""The objectives of a running plan are signed off.

Asked for when the board has met twice since the plan began, and not before the interval of reviews
is over, nor 56 days (stalled_days in planc.yaml). A review, or a decision in the log, that the SRO
or the chair of a board took counts.

Wrong: Nobody has signed off the objectives since the plan began on {day}.
Why: Until the SRO agrees to them, the objectives are the LRO's own.
Do: Take them to the SRO; then under "signoffs:" record the day, the post and the minute.
Acts: SRO
Source: S0

Flagged:
    starts: 2026-08-05
    objectives:
    ^^^^^^^^^^
      - id: OBJ-1
        statement: Halve supply at the flats
        measure: Calls a month from residents
        baseline: 22
        target: 11
        by: 2027-03-31
        set_on: 2026-08-05
    # without log
    log:
      - {date: 2026-11-04, review: continue, board: exampleton-ocg, by: di-soc-west, present: [supt-crime], next_review: 2026-12-02}
      - {date: 2026-10-14, ref: PUR-1, note: Notices drafted}
      - {date: 2026-10-14, ref: PRE-1, note: Six of ten matched}
      - {date: 2026-10-14, ref: PRO-1, note: Four visits made}
      - {date: 2026-10-14, ref: PPR-1, note: Two flats promised}
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
Clean: signed off
    starts: 2026-08-05
    log:
      - {date: 2026-10-14, ref: PUR-1, note: Notices drafted}
      - {date: 2026-10-14, ref: PRE-1, note: Six of ten matched}
      - {date: 2026-10-14, ref: PRO-1, note: Four visits made}
      - {date: 2026-10-14, ref: PPR-1, note: Two flats promised}
    signoffs:
      - {date: 2026-10-07, by: supt-crime, covers: [objectives]}
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
Clean: six weeks old
    starts: 2026-10-07
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.wording.day import long_day

SEVERITY = Severity.WARNING


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """A plan that runs for two boards without one."""
    if not plan.agreed or plan.starts is None or not plan.objectives:
        return
    if any("objectives" in signoff.covers for signoff in plan.signoffs):
        return
    if not context.two_boards_since(plan, plan.starts):
        return
    for entry in (*plan.reviews, *plan.decisions):
        if entry.by and entry.date and context.authority(plan, entry.date).may_agree(entry.by):
            return
    unless = (*plan.reviews_told_by, *((*s.route, "covers") for s in plan.signoffs))
    yield problem(("objectives",), unless=(("signoffs",), *unless), day=long_day(plan.starts))
