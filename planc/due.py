"""What is late, and what will be by a day: from the very rules, asked as of that day.

Nothing is worked out twice: what `check` says on the day is what is told beforehand. A thing can be
late and no rule say so, for its board has not met since; that is told as well.
"""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from planc.check import check
from planc.errors import PlancError
from planc.foresight import Foresight
from planc.model.baseline import Identity
from planc.model.directory import Directory
from planc.model.finding import Finding, Severity
from planc.model.parsed_file import PLAN, ParsedFile
from planc.model.plan import Plan
from planc.model.task import Task
from planc.model.upcoming import Upcoming
from planc.repository import Repository, parse_file, source_of

_BACK = dt.timedelta(366)
"""What is found now and was not so long ago came with the days that went by."""


@dataclass(frozen=True)
class Due:
    """A thing that is late or will be: which post has to act, and by when it is.

    `finding` is what `check` says of it as of `by`, `now` whether it does so today; None where it
    says nothing, though `day` is past by then. `name` is the thing's id, or the part of the plan
    that it is; `plan` is what the plan is called.
    """

    finding: Finding | None
    name: str
    day: dt.date | None
    plan: str
    post: str | None
    by: dt.date
    now: bool


def due(repository: Repository, as_of: dt.date, by: dt.date | None) -> tuple[Due, ...]:
    """What is late now and what will be by a day, that first, each in order of place.

    What `check` says nothing of comes last. Where no day is given, it is when each plan's own board
    meets next. Raises PlancError if `by` is over.
    """
    if by is not None and by < as_of:
        raise PlancError(f"{by} is over. Say a day that is still to come.")
    today = check(repository, as_of)
    before = _identities(check(repository, _earlier(as_of)).findings)
    plans: dict[str, Plan] = {}
    days: dict[str, dt.date] = {}
    coming: dict[str, tuple[Upcoming, ...]] = {}
    foresight = Foresight(repository, as_of)
    for file, plan in _plans(repository):
        plans[file.path] = plan
        day = by or _next_board(repository, plan, as_of)
        if day:
            days[file.path] = day
            coming[file.path] = foresight.by(file, today.about(file.path)[0], day)
    found = [
        _due(finding, plans[finding.place.path], as_of, None, now=True)
        for finding in today.findings
        if finding.place.path in plans
        and finding.identity not in before
        and finding.severity >= Severity.WARNING
    ]
    for day in sorted({day for day in days.values() if day > as_of}):
        here = {path for path in plans if days.get(path) == day}
        names = {one.finding: one.name for path in here for one in coming[path] if one.finding}
        known = _identities((*today.findings, *names))
        told = (*names, *_together(repository, day, here, known))
        found += [
            _due(finding, plans[finding.place.path], day, names.get(finding))
            for finding in sorted(told, key=lambda finding: finding.order)
        ]
    for path, plan in plans.items():
        found += _late_untold(plan, today.about(path)[0], as_of)
        untold = (one for one in coming.get(path, ()) if one.finding is None)
        found += [_untold(plan, one.name, one.due, days[path], now=False) for one in untold]
    return tuple(found)


def _together(
    repository: Repository, day: dt.date, paths: Collection[str], known: Collection[Identity]
) -> list[Finding]:
    """What all plans together have to say of some of them on a day, and did not before."""
    return [
        finding
        for finding in check(repository, day).findings
        if finding.place.path in paths
        and finding.identity not in known
        and finding.severity >= Severity.WARNING
    ]


def _late_untold(plan: Plan, found: Iterable[Finding], as_of: dt.date) -> Iterator[Due]:
    """What is late today, though nothing that counts is found of it."""
    told = {finding.object for finding in found}
    for item in plan.tracked:
        if item.id and item.id not in told and plan.days_late(item, as_of):
            yield _untold(plan, item.id, plan.deadline_of(item), as_of, now=True)


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


def _identities(findings: Iterable[Finding]) -> set[Identity]:
    return {finding.identity for finding in findings}


def _plans(repository: Repository) -> Iterator[tuple[ParsedFile, Plan]]:
    for path in repository.plans:
        file = parse_file(source_of(path, repository.root), PLAN, repository.known)
        if file.plan is not None and file.plan.in_force:
            yield file, file.plan


def _next_board(repository: Repository, plan: Plan, as_of: dt.date) -> dt.date | None:
    board = repository.policy.board(plan.board)
    return board.next_meeting(as_of) if board else None


def _due(finding: Finding, plan: Plan, by: dt.date, name: str | None, *, now: bool = False) -> Due:
    called = plan.operation or plan.ref or finding.place.path
    return Due(finding, name or finding.object, None, called, _post(finding, plan), by, now)


def _untold(plan: Plan, name: str, day: dt.date | None, by: dt.date, *, now: bool) -> Due:
    owners = {item.id: item.owner for item in plan.tracked}
    return Due(None, name, day, plan.operation or plan.ref or "the plan", owners.get(name), by, now)


def _post(finding: Finding, plan: Plan) -> str | None:
    """The post that has to act: who owns the thing, else who has that part in the plan."""
    owners = {item.id: item.owner for item in plan.owned if item.id}
    if finding.object in owners:
        return owners[finding.object]
    coordinator = plan.team.coordinator if plan.team else None
    return {"SRO": plan.sro, "OCG coordinator": coordinator}.get(finding.acts, plan.lro)
