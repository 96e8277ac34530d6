"""A plan, what is found of it today and on a day to come -> what will be late then, and is not."""

import datetime as dt
from collections.abc import Iterable, Iterator

from planc.model.finding import Finding, Severity
from planc.model.plan import Plan
from planc.model.upcoming import Upcoming


def find_upcoming(
    plan: Plan, as_of: dt.date, by: dt.date, today: Iterable[Finding], then: Iterable[Finding]
) -> Iterator[Upcoming]:
    """What will be late when `by` comes, or is found first then, in order of what is found.

    What falls due and no rule speaks of yet comes after it. Of a plan that is not in force nothing.
    """
    if not plan.in_force:
        return
    due = {}
    for item in plan.tracked:
        day = plan.deadline_of(item)
        if item.id and day and as_of <= day < by and plan.days_late(item, by):
            due[item.id] = day
    known = {finding.identity for finding in today}
    told = set[str]()
    for finding in then:
        if finding.identity not in known and finding.severity >= Severity.WARNING:
            told.add(finding.object)
            yield Upcoming(_name(plan, finding), due.get(finding.object), finding)
    for name, day in due.items():
        if name not in told:
            yield Upcoming(name, day, None)


def _name(plan: Plan, finding: Finding) -> str:
    """An id as it is; anything else by the part of the plan that it stands in."""
    if any(item.id == finding.object for item in plan.identified):
        return finding.object
    return finding.crumbs.split(",")[0] or "the plan"
