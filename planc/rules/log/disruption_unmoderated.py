"""A major or moderate disruption is moderated.

After how many days is local policy (unmoderated_days in planc.yaml).

Wrong: The {level} disruption of {day} is still only claimed after {days}.
Why: Until somebody else has looked at it, it is the LRO's own opinion of their work.
Do: Send it for moderation; then in this entry write "state: moderated" or "state: rejected".
Acts: OCG coordinator
Source: MPA07

Flagged:
    log:
      - {date: 2026-10-10, ref: PUR-1, disruption: moderate, lead: police, effect: Lost two flats, state: claimed}
                                       ^^^^^^^^^^
Clean: six weeks today
    log:
      - {date: 2026-10-11, ref: PUR-1, disruption: moderate, lead: police, effect: Lost two flats, state: claimed}
Clean: minor ones are not moderated
    log:
      - {date: 2026-10-10, ref: PUR-1, disruption: minor, lead: police, effect: Lost a flat, state: claimed}
Clean: it was moderated, long after
    log:
      - {date: 2026-10-10, ref: PUR-1, disruption: moderate, lead: police, effect: Lost two flats, state: moderated}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.wording.day import long_day
from planc.wording.words import count

SEVERITY = Severity.WARNING


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """A larger disruption that has been a claim for too long."""
    for entry in plan.corrected_log:
        if entry.disruption not in ("major", "moderate") or entry.date is None:
            continue
        age = (context.as_of - entry.date).days
        if entry.state in (None, "claimed") and age > context.policy.numbers.unmoderated_days:
            day, days = long_day(entry.date), count(age, "day")
            route = (*entry.route, "disruption")
            unless = ((*entry.route, "state"),)
            yield problem(route, unless=unless, level=entry.disruption, day=day, days=days)
