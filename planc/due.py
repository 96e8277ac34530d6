"""What is late, and what will be by a day: from the very rules, asked as of that day.

Nothing is worked out twice: what `check` says on the day is what is told beforehand.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from planc.check import check
from planc.errors import PlancError
from planc.model.directory import Directory
from planc.model.finding import Finding, Severity
from planc.model.parsed_file import PLAN
from planc.model.plan import Plan
from planc.model.task import Task
from planc.repository import Repository, parse_file, source_of

_BACK = dt.timedelta(366)
"""What is found now and was not so long ago came with the days that went by."""


@dataclass(frozen=True)
class Due:
    """A finding that comes with the calendar: which post has to act, and by when it is found.

    `by` is the day as of which `check` says it; `now` whether it does so today. `plan` is what the
    plan is called.
    """

    finding: Finding
    plan: str
    post: str | None
    by: dt.date
    now: bool


def due(repository: Repository, as_of: dt.date, by: dt.date | None) -> tuple[Due, ...]:
    """What is late now and what will be by a day, that first, each in order of place.

    Where no day is given, it is when each plan's own board meets next. Raises PlancError if `by`
    is over.
    """
    if by is not None and by < as_of:
        raise PlancError(f"{by} is over. Say a day that is still to come.")
    today = check(repository, as_of)
    before = _identities(check(repository, _earlier(as_of)).findings)
    plans = dict(_plans(repository))
    found: list[Due] = []
    for finding in today.findings:
        plan = plans.get(finding.place.path)
        if plan and finding.identity not in before and finding.severity >= Severity.WARNING:
            found.append(_due(finding, plan, as_of, now=True))
    known = _identities(today.findings)
    days = {path: by or _next_board(repository, plan, as_of) for path, plan in plans.items()}
    for day in sorted({day for day in days.values() if day and day > as_of}):
        for finding in check(repository, day).findings:
            path = finding.place.path
            here = path in plans and days[path] == day
            if here and finding.identity not in known and finding.severity >= Severity.WARNING:
                found.append(_due(finding, plans[path], day, now=False))
    return tuple(found)


def tasks(repository: Repository, as_of: dt.date) -> dict[str, tuple[Task, ...]]:
    """What each police post has to do by a day, done or not, in every plan that is in force.

    Raises PlancError if the policy does not ask for calendars.
    """
    if not repository.policy.calendar_key:
        raise PlancError('No calendar is made unless "calendar_key:" stands in planc.yaml.')
    directory = repository.directory or Directory()
    found: dict[str, list[Task]] = {}
    for _, plan in _plans(repository):
        for item in plan.tracked if plan.agreed else ():
            day = plan.deadline_of(item)
            if item.owner and item.id and plan.ref and day and directory.is_police(item.owner):
                changes = len(plan.entries_about(item.id))
                live = plan.is_live(item)
                task = Task(day, plan.ref, item.id, item.owner, not live, changes, as_of)
                found.setdefault(item.owner, []).append(task)
    return {post: tuple(own) for post, own in found.items()}


def _earlier(day: dt.date) -> dt.date:
    return day - _BACK if day - dt.date.min > _BACK else dt.date.min


def _identities(findings: Sequence[Finding]) -> set[tuple[str, str, str]]:
    return {finding.identity for finding in findings}


def _plans(repository: Repository) -> Iterator[tuple[str, Plan]]:
    for path in repository.plans:
        source = source_of(path, repository.root)
        plan = parse_file(source, PLAN, repository.known).plan
        if plan is not None and plan.in_force:
            yield source.path, plan


def _next_board(repository: Repository, plan: Plan, as_of: dt.date) -> dt.date | None:
    board = repository.policy.board(plan.board)
    return board.next_meeting(as_of) if board else None


def _due(finding: Finding, plan: Plan, by: dt.date, *, now: bool) -> Due:
    name = plan.operation or plan.ref or finding.place.path
    return Due(finding, name, _post(finding, plan), by, now)


def _post(finding: Finding, plan: Plan) -> str | None:
    """The post that has to act: who owns the thing, else who has that part in the plan."""
    owners = {item.id: item.owner for item in plan.owned if item.id}
    if finding.object in owners:
        return owners[finding.object]
    coordinator = plan.team.coordinator if plan.team else None
    return {"SRO": plan.sro, "OCG coordinator": coordinator}.get(finding.acts, plan.lro)
