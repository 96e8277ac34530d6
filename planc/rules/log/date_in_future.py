"""What is recorded as done was done by today.

Looks at every day above the log that says when something happened: set, accepted, made, scored,
published, assessed, met, signed off, asked, answered, raised. `log-future-dated` does so for the
log. Days on which something is to happen may lie ahead, as may the day on which a post changes
hands.

Wrong: {id}: "{field}" is {day}, which is after today, {today}.
Why: It stands as done before it is, and what counts from that day on is not late for as long.
Do: Put the day right; what is planned belongs under "coming:" or in a due date.
Acts: LRO
Source: planc's judgement: a record is of what happened

Flagged:
    signoffs:
      - {date: 2026-12-02, by: supt-crime, covers: [objectives]}
               ^^^^^^^^^^
Flagged: an objective that will be set
    objectives:
      - id: OBJ-1
        statement: Halve supply at the flats
        measure: Calls a month from residents
        baseline: 22
        target: 11
        by: 2027-03-31
        set_on: 2026-11-23
                ^^^^^^^^^^
Clean: today
    signoffs:
      - {date: 2026-11-22, by: supt-crime, covers: [objectives]}
Clean: days that are to come
    coming:
      - {date: 2026-12-08, event: Residents' meeting}
    risks:
      - {id: RSK-1, risk: A tenant is threatened, owner: di-soc-west, controls: Patrols, review: 2027-01-06}
Clean: the SRO hands over next week
    sro_since: 2026-11-30
"""

from collections.abc import Iterator
from typing import Any

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.wording.day import long_day

SEVERITY = Severity.ERROR

_FIELDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("objectives", ("set_on",)),
    ("actions", ("raised_on",)),
    ("risks", ("accepted_on",)),
    ("requests", ("asked_on", "answered_on")),
    ("bids", ("asked_on", "result_on")),
    ("closure_test", ("met_on",)),
    ("learning", ("date",)),
    ("shares", ("date",)),
    ("signoffs", ("date",)),
    ("log", ("recorded_on",)),
)


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """A day of something done that is still to come."""
    today = context.as_of
    for noun, names in _recorded(plan):
        for name in names:
            day = getattr(noun, name)
            if day is not None and day > today:
                yield problem(
                    (*noun.route, name),
                    value=True,
                    id=getattr(noun, "id", None),
                    field=name,
                    day=long_day(day),
                    today=long_day(today),
                )


def _recorded(plan: Plan) -> Iterator[tuple[Any, tuple[str, ...]]]:
    for section, names in _FIELDS:
        for noun in getattr(plan, section):
            yield noun, names
    threat, investigation = plan.threat, plan.investigation
    alone: list[tuple[Any, tuple[str, ...]]] = [
        (threat.local_profile if threat else None, ("date",)),
        (threat.mapping if threat else None, ("mapped_on",)),
        (investigation, ("last_deconfliction",)),
        (plan.finance, ("poca_considered",)),
        (plan.safeguarding, ("nrm_considered", "strategy_discussion")),
        (plan.community_impact, ("date",)),
        (plan.equality_impact, ("date",)),
        (plan.closure, ("reviewed_on", "rescored_on")),
        (plan.change_sought, ("asked_on",)),
    ]
    alone += [(score, ("date",)) for score in (threat.scores if threat else ())]
    alone += [(gap, ("accepted_on",)) for gap in (plan.gaps.all if plan.gaps else ())]
    alone += [(tactic.order, ("made_on",)) for tactic in plan.tactics]
    yield from ((noun, names) for noun, names in alone if noun is not None)
