"""A day on which something is to be looked at again is kept.

Gaps, risks, intelligence gaps, judgements of objectives, re-scores, orders and the plan's own end
carry such a day. It counts as kept once the log says something about the thing on that day or
later; for a gap, once the SRO accepts it or signs gaps off again, or the strand has tactics; for a
re-score, once there is a score of the four weeks before it or later.

What was to be looked at in a review that is late itself, `review-overdue` speaks of.

Wrong: {id} {what} on {day}, {days} ago, and nothing says that it was.
Why: What is set aside until a day, and not looked at then, is set aside for ever.
Do: Look at it now and log a line about it, or have the SRO agree; then write the next day.
Acts: LRO
Source: S0; LANC

Flagged: a gap
    prevent: []
    gaps:
      prevent: {reason: No cohort is known, accepted_on: 2026-10-07, look_again: 2026-11-18}
                                                                     ^^^^^^^^^^
      finance: {reason: The group pays in kind, accepted_on: 2026-10-07}
Flagged: a risk
    risks:
      - {id: RSK-1, risk: A tenant is threatened, owner: di-soc-west, controls: Patrols, review: 2026-11-20}
                                                                                         ^^^^^^
Flagged: an order
    pursue:
      - {id: PUR-1, tactic: Monitor the order on the flats, serves: OBJ-1, owner: di-soc-east, status: ongoing, next_check: 2026-12-18, order: {type: closure order, made_on: 2026-10-14, review: 2026-11-11}}
                                                                                                                                                                                          ^^^^^^
Clean: it is today
    risks:
      - {id: RSK-1, risk: A tenant is threatened, owner: di-soc-west, controls: Patrols, review: 2026-11-22}
Clean: it was looked at on the day
    risks:
      - {id: RSK-1, risk: A tenant is threatened, owner: di-soc-west, controls: Patrols, review: 2026-11-20}
    log:
      - {date: 2026-11-20, ref: RSK-1, note: Looked at and unchanged}
Clean: the gap was filled
    gaps:
      prevent: {reason: No cohort is known, accepted_on: 2026-10-07, look_again: 2026-11-18}
      finance: {reason: The group pays in kind, accepted_on: 2026-10-07}
Clean: the SRO signed the gaps off again
    prevent: []
    gaps:
      prevent: {reason: No cohort is known, accepted_on: 2026-10-07, look_again: 2026-11-18}
      finance: {reason: The group pays in kind, accepted_on: 2026-10-07}
    signoffs:
      - {date: 2026-11-18, by: supt-crime, covers: [gaps]}
"""

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from planc.model.context import Context
from planc.model.document import Route
from planc.model.finding import Problem, Severity, problem
from planc.model.governance import IntelligenceGap, Risk
from planc.model.plan import Plan
from planc.model.tactic import STRANDS
from planc.wording.day import long_day
from planc.wording.words import count

SEVERITY = Severity.WARNING

_EARLY = dt.timedelta(28)
_ANEW = "Look at it now, log a line about it, and write the next day as {field}."
_GAP = "Ask the SRO whether it still holds, and write the new days as accepted_on and look_again."
_SCORE = "Have it scored again and add the score; or have the coordinator move rescore_due."
_END = 'Ask the board to archive the plan; or agree with the SRO that it goes on, and move "ends:".'


class _Day(NamedTuple):
    """A day to look again, and the last one on which that is known to have been done."""

    route: Route
    name: str | None
    what: str
    day: dt.date | None
    kept: dt.date | None
    do: str


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """A day that has passed since anything was done about it."""
    if not plan.in_force:
        return
    for found in _days(plan):
        day, kept = found.day, found.kept
        if day is None or day >= context.as_of or (kept and kept >= day):
            continue
        if day == plan.review_due and found.route != ("ends",):
            continue  # it was to be done in the review that is late itself
        yield problem(
            found.route,
            unless=(("log",),),
            id=found.name,
            what=found.what,
            day=long_day(day),
            days=count((context.as_of - day).days, "day"),
            do=found.do,
        )


def _days(plan: Plan) -> Iterator[_Day]:
    again = "was to be looked at again"
    items: tuple[Risk | IntelligenceGap, ...] = (*plan.risks, *plan.intelligence_gaps)
    for item in items:
        do = _ANEW.format(field="review")
        yield _Day((*item.route, "review"), item.id, again, item.review, _last(plan, item.id), do)
    for objective in plan.objectives:
        if objective.judgement:
            route = (*objective.judgement.route, "assessed_on")
            day, rated = objective.judgement.assessed_on, _last(plan, objective.id)
            do = "Judge it now, rate it in the log, and write the next day as assessed_on."
            yield _Day(route, objective.id, "was to be judged", day, rated, do)
    for tactic in plan.live_tactics:
        if tactic.order:
            route, day = (*tactic.order.route, "review"), tactic.order.review
            what = "has an order that was to be looked at"
            do = _ANEW.format(field="review of the order")
            yield _Day(route, tactic.id, what, day, _last(plan, tactic.id), do)
    yield from _of_gaps(plan)
    threat = plan.threat
    if threat and threat.mapping and threat.is_scored:
        route, day = (*threat.mapping.route, "rescore_due"), threat.mapping.rescore_due
        scored = threat.dated_scores[-1][0] + _EARLY if threat.dated_scores else None
        yield _Day(route, "The threat", "was to be scored again", day, scored, _SCORE)
    yield _Day(("ends",), "The plan", "was to end", plan.ends, None, _END)


def _of_gaps(plan: Plan) -> Iterator[_Day]:
    if plan.gaps is None:
        return
    signed = [s.date for s in plan.signoffs if s.date and "gaps" in s.covers]
    filled = [plan.gaps.strand(name) for name in STRANDS if plan.strand(name)]
    filled += [plan.gaps.partners] if plan.partners else []
    for gap in plan.gaps.all:
        if gap not in filled:
            kept = max([*signed, *([gap.accepted_on] if gap.accepted_on else [])], default=None)
            route = (*gap.route, "look_again")
            name = f"The gap for {gap.route[-1]}"
            yield _Day(route, name, "was to be looked at again", gap.look_again, kept, _GAP)


def _last(plan: Plan, ref: str | None) -> dt.date | None:
    about = plan.entries_about(ref)
    return about[-1].date if about else None
