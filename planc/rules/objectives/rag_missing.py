"""An objective is rated when the others are.

Where no objective of the plan is rated, ratings are kept elsewhere, and none is asked for. What is
judged on a day is asked for on that day, by `review-day-past`.
Asked for when the board has met twice since it was set and the plan began, and not before the
interval of reviews is over, nor 56 days (stalled_days in planc.yaml).

Wrong: {id} was set on {day}, and has never been rated.
Why: Page one prints a rating of each objective; "Not rated" tells the board that nobody looked.
Do: Log a line with "ref: {id}", "rag:" and "because:".
Acts: LRO
Source: TVP

Flagged:
    starts: 2026-09-16
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
    signoffs:
      - {date: 2026-10-07, by: supt-crime, covers: [objectives]}
    objectives:
      - {id: OBJ-1, statement: Halve supply at the flats, measure: Calls a month, baseline: 22, target: 11, by: 2027-03-31, set_on: 2026-09-09}
      - {id: OBJ-2, statement: Give tenants their homes back, measure: Homes lost, baseline: 3, target: 0, by: 2027-03-31, set_on: 2026-09-09}
         ^^^^^^^^^
    protect:
      - {id: PRO-1, tactic: Safe-home visits, serves: [OBJ-1, OBJ-2], owner: di-soc-west, status: in progress, due: 2026-12-11}
    log:
      - {date: 2026-10-14, ref: PUR-1, note: Notices drafted}
      - {date: 2026-10-14, ref: PRE-1, note: Six of ten matched}
      - {date: 2026-10-14, ref: PRO-1, note: Four visits made}
      - {date: 2026-10-14, ref: PPR-1, note: Two flats promised}
      - {date: 2026-11-04, ref: OBJ-1, rag: amber, value: 20, because: Two of three flats still trade}
Clean: both are rated
    starts: 2026-09-16
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
    signoffs:
      - {date: 2026-10-07, by: supt-crime, covers: [objectives]}
    objectives:
      - {id: OBJ-1, statement: Halve supply at the flats, measure: Calls a month, baseline: 22, target: 11, by: 2027-03-31, set_on: 2026-09-09}
      - {id: OBJ-2, statement: Give tenants their homes back, measure: Homes lost, baseline: 3, target: 0, by: 2027-03-31, set_on: 2026-09-09}
    protect:
      - {id: PRO-1, tactic: Safe-home visits, serves: [OBJ-1, OBJ-2], owner: di-soc-west, status: in progress, due: 2026-12-11}
    log:
      - {date: 2026-10-14, ref: PUR-1, note: Notices drafted}
      - {date: 2026-10-14, ref: PRE-1, note: Six of ten matched}
      - {date: 2026-10-14, ref: PRO-1, note: Four visits made}
      - {date: 2026-10-14, ref: PPR-1, note: Two flats promised}
      - {date: 2026-11-04, ref: OBJ-1, rag: amber, value: 20, because: Two of three flats still trade}
      - {date: 2026-11-04, ref: OBJ-2, rag: red, value: 3, because: No flat is back}
Clean: the plan began six weeks ago
    objectives:
      - {id: OBJ-1, statement: Halve supply at the flats, measure: Calls a month, baseline: 22, target: 11, by: 2027-03-31, set_on: 2026-09-09}
      - {id: OBJ-2, statement: Give tenants their homes back, measure: Homes lost, baseline: 3, target: 0, by: 2027-03-31, set_on: 2026-09-09}
    protect:
      - {id: PRO-1, tactic: Safe-home visits, serves: [OBJ-1, OBJ-2], owner: di-soc-west, status: in progress, due: 2026-12-11}
    log:
      - {date: 2026-11-04, ref: OBJ-1, rag: amber, value: 20, because: Two of three flats still trade}
Clean: the force rates nothing in its plans
    starts: 2026-09-16
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
    signoffs:
      - {date: 2026-10-07, by: supt-crime, covers: [objectives]}
    objectives:
      - {id: OBJ-1, statement: Halve supply at the flats, measure: Calls a month, baseline: 22, target: 11, by: 2027-03-31, set_on: 2026-09-09}
      - {id: OBJ-2, statement: Give tenants their homes back, measure: Homes lost, baseline: 3, target: 0, by: 2027-03-31, set_on: 2026-09-09}
    protect:
      - {id: PRO-1, tactic: Safe-home visits, serves: [OBJ-1, OBJ-2], owner: di-soc-west, status: in progress, due: 2026-12-11}
    log:
      - {date: 2026-10-14, ref: PUR-1, note: Notices drafted}
      - {date: 2026-10-14, ref: PRE-1, note: Six of ten matched}
      - {date: 2026-10-14, ref: PRO-1, note: Four visits made}
      - {date: 2026-10-14, ref: PPR-1, note: Two flats promised}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.wording.day import long_day

SEVERITY = Severity.WARNING


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """An objective of a running plan that no entry rates."""
    if not plan.agreed or not any(entry.rag for entry in plan.entries):
        return
    for objective in plan.objectives:
        days = [day for day in (objective.set_on, plan.starts) if day]
        judged = objective.judgement and objective.judgement.assessed_on
        if judged or plan.ratings_of(objective) or not days:
            continue
        if context.two_boards_since(plan, max(days)):
            day = long_day(objective.set_on or max(days))
            unless = (*plan.told_by(objective, "rag"), (*objective.route, "id"))
            yield problem(objective.route, unless=unless, id=objective.id, day=day)
