"""Two readings of a plan -> what became of it, by id: words, dates, owners, scores, the record.

Only data are compared: layout, quotation marks and the order of things are nothing.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import is_dataclass
from typing import Any, TypeAlias

from planc.model.difference import Difference, in_text, known_day
from planc.model.log import Entry
from planc.model.plan import Plan
from planc.model.tactic import Action, Objective, Tactic
from planc.model.traversal import parts

_Tracked: TypeAlias = Tactic | Action


def compare(before: Plan | None, after: Plan | None, as_of: dt.date) -> tuple[Difference, ...]:
    """Every difference between two readings of one plan, in the order of its file.

    What the log recorded before `as_of` is the record; what it says of that day may still be put
    right. Nothing is said of what sensitive annexes are called.
    """
    if before is None or after is None:
        return (Difference(kind="added" if before is None else "deleted"),)
    return tuple(_differences(before, after, as_of))


def _differences(before: Plan, after: Plan, as_of: dt.date) -> Iterator[Difference]:
    yield from _fields("", "", before, after, _PLAIN)
    if before.review_due != after.review_due and before.next_review == after.next_review:
        now = in_text(after.review_due)
        then = in_text(before.review_due)
        yield Difference(kind="changed", field="next_review", before=then, after=now)
    for section in _PARTS:
        old, new = getattr(before, section), getattr(after, section)
        yield from _part(section, old, new)
    yield from _scores(before, after)
    yield from _gaps(before, after)
    yield from _lists(before, after)
    yield from _objectives(before, after)
    yield from _tracked(before, after)
    for section, name in _NAMED.items():
        yield from _listed(section, getattr(before, section), getattr(after, section), name)
    if before.subjects != after.subjects and _bare(before.subjects) != _bare(after.subjects):
        yield Difference(kind="changed", section="subjects", route=("subjects",))
    yield from _log(before, after, as_of)


_PLAIN = (
    *("ref", "operation", "summary", "version", "marking", "status", "starts", "ends", "sro"),
    *("sro_since", "lro", "lro_since", "lro_handover", "board", "other_boards", "next_review"),
    *("recipients", "embargo_until", "foia"),
)
_PARTS = (
    *("team", "decision_sought", "change_sought", "threat", "investigation", "finance"),
    *("safeguarding", "communications", "community_impact", "equality_impact", "closure"),
)


def _by_id(item: Any) -> str:
    return item.id or ""


def _waived(item: Any) -> str:
    return f"{item.rule or ''} of {item.id or ''}"


def _signed(item: Any) -> str:
    return " ".join(filter(None, (in_text(item.date), item.by, item.minute_ref)))


_NAMED: Mapping[str, Callable[[Any], str]] = {
    **dict.fromkeys(("risks", "intelligence_gaps", "requests", "bids", "shares"), _by_id),
    "partners": lambda item: item.organisation or "",
    "signoffs": _signed,
    "waivers": _waived,
}
"""The lists of a plan, with what names an item of each."""


def _bare(value: Any) -> Any:
    """A value without where it stood, texts in one form."""
    if isinstance(value, tuple):
        return tuple(_bare(part) for part in value)
    if is_dataclass(value):
        return tuple((name, _bare(part)) for name, part in parts(value))
    return in_text(value)


def _flat(noun: Any, before: str = "") -> Iterator[tuple[str, str | None]]:
    """Each plain value of a noun, by its way in it."""
    for name, value in parts(noun) if noun is not None else ():
        if is_dataclass(value):
            yield from _flat(value, f"{before}{name}.")
        elif not (isinstance(value, tuple) and value and is_dataclass(value[0])):
            yield f"{before}{name}", in_text(value)
        else:
            yield f"{before}{name}", "; ".join(str(_said(part)) for part in value)


def _said(noun: Any) -> str:
    return ", ".join(words for _, words in _flat(noun) if words)


def _fields(
    section: str, name: str, before: Any, after: Any, only: Iterable[str] = (), *, but: Any = ()
) -> Iterator[Difference]:
    """The fields of one thing that are not as they were."""
    old, new = dict(_flat(before)), dict(_flat(after))
    for field in dict.fromkeys((*old, *new)):
        if (only and field not in only) or field in but or old.get(field) == new.get(field):
            continue
        route = (*after.route, *field.split(".")) if after is not None else ()
        yield Difference(
            kind="changed",
            section=section,
            id=name,
            field=field,
            before=old.get(field),
            after=new.get(field),
            route=route,
        )


def _part(section: str, before: Any, after: Any) -> Iterator[Difference]:
    """A part of the plan of which there is one."""
    if before is None and after is not None:
        yield Difference(kind="added", section=section, route=after.route)
    elif after is None and before is not None:
        yield Difference(kind="deleted", section=section)
    elif before is not None:
        yield from _fields(section, "", before, after, but=("scores",))


def _scores(before: Plan, after: Plan) -> Iterator[Difference]:
    old = before.threat.scores if before.threat else ()
    new = after.threat.scores if after.threat else ()
    yield from _listed("scores", old, new, lambda score: in_text(score.date) or "", "total")


def _gaps(before: Plan, after: Plan) -> Iterator[Difference]:
    names = ("pursue", "prevent", "protect", "prepare", "partners", "finance")
    for name in names:
        old = getattr(before.gaps, name) if before.gaps else None
        new = getattr(after.gaps, name) if after.gaps else None
        if old is None and new is not None:
            said = in_text(new.reason)
            yield Difference(kind="added", section="gaps", id=name, after=said, route=new.route)
        elif new is None and old is not None:
            yield Difference(kind="deleted", section="gaps", id=name)
        elif old is not None:
            yield from _fields("gaps", name, old, new)


def _lists(before: Plan, after: Plan) -> Iterator[Difference]:
    """Lists of which it is enough to know that they changed."""
    for section in ("locations", "coming", "closure_test", "learning"):
        old, new = (_bare(getattr(plan, section)) for plan in (before, after))
        if sorted(map(str, old)) != sorted(map(str, new)):
            yield Difference(kind="changed", section=section, route=(section,))


def _listed(
    section: str,
    before: Iterable[Any],
    after: Iterable[Any],
    name: Callable[[Any], str],
    says: str = "",
) -> Iterator[Difference]:
    """The items of a list, each by its name: gone, changed, new."""
    old = {name(item): item for item in before if name(item)}
    new = {name(item): item for item in after if name(item)}
    for one in old:
        if one not in new:
            yield Difference(kind="deleted", section=section, id=one)
        else:
            yield from _fields(section, one, old[one], new[one])
    for one, item in new.items():
        if one not in old:
            said = in_text(getattr(item, says)) if says else None
            yield Difference(kind="added", section=section, id=one, after=said, route=item.route)


def _objectives(before: Plan, after: Plan) -> Iterator[Difference]:
    old = {item.id: item for item in before.objectives if item.id}
    for item in after.objectives:
        was = old.pop(item.id or "", None)
        name = item.id or ""
        if was is None:
            if name:
                said = in_text(item.statement)
                yield Difference(
                    kind="added", section="objectives", id=name, after=said, route=item.route
                )
            continue
        yield from _fields("objectives", name, was, item)
        yield from _rated(name, item, (before, was), (after, item))
    for name in old:
        yield Difference(kind="deleted", section="objectives", id=name or "")


def _rated(
    name: str, item: Objective, before: tuple[Plan, Objective], after: tuple[Plan, Objective]
) -> Iterator[Difference]:
    """How an objective is rated, and where its measure stands."""
    old, new = (plan.ratings_of(objective) for plan, objective in (before, after))
    was, now = (ratings[-1] if ratings else None for ratings in (old, new))
    if now and now.rag != (was.rag if was else None):
        yield Difference(
            kind="changed",
            section="objectives",
            id=name,
            field="rag",
            before=was.rag if was else None,
            after=now.rag,
            because=in_text(now.because),
            route=(*now.route, "rag"),
        )
    values = [in_text(plan.value_of(objective)) for plan, objective in (before, after)]
    if values[0] != values[1] and before[1].baseline == after[1].baseline:
        yield Difference(
            kind="changed",
            section="objectives",
            id=name,
            field="value",
            before=values[0],
            after=values[1],
            route=item.route,
        )


def _tracked(before: Plan, after: Plan) -> Iterator[Difference]:
    """Tactics and actions: what there was, what came of it, and what is new."""
    old = {item.id: item for item in before.tracked if item.id}
    for item in after.tracked:
        was = old.pop(item.id or "", None)
        section = str(item.route[0])
        if was is None:
            if item.id:
                said = in_text(item.tactic if isinstance(item, Tactic) else item.action)
                yield Difference(
                    kind="added", section=section, id=item.id, after=said, route=item.route
                )
            continue
        if was.route[0] != section:
            yield Difference(
                kind="changed",
                section=section,
                id=item.id or "",
                field="strand",
                before=str(was.route[0]),
                after=section,
                route=item.route,
            )
        yield from _fields(section, item.id or "", was, item, but=("status", "due", "next_check"))
        yield from _status(before, was, after, item)
        yield from _dates(before, was, after, item)
    for name, item in old.items():
        yield Difference(kind="deleted", section=str(item.route[0]), id=name or "")


def _status(before: Plan, was: _Tracked, after: Plan, item: _Tracked) -> Iterator[Difference]:
    old, new = before.status_of(was), after.status_of(item)
    if old == new:
        return
    live = before.is_live(was), after.is_live(item)
    kind: Any = {(True, False): "closed", (False, True): "reopened"}.get(live, "changed")
    entries = [entry for entry in after.entries_about(item.id) if entry.status]
    because = entries[-1].because if entries else None
    yield Difference(
        kind=kind,
        section=str(item.route[0]),
        id=item.id or "",
        field="status",
        before=old,
        after=new,
        because=in_text(after.outcome_of(item) if kind == "closed" else None) or in_text(because),
        route=(*entries[-1].route, "status") if entries else (*item.route, "status"),
    )


def _dates(before: Plan, was: _Tracked, after: Plan, item: _Tracked) -> Iterator[Difference]:
    days = [("due", before.due_of(was), after.due_of(item))]
    if isinstance(item, Tactic) and isinstance(was, Tactic):
        days.append(("next_check", before.next_check_of(was), after.next_check_of(item)))
    for field, old, new in days:
        if old == new:
            continue
        entry = after.move_of(item, field)
        known = {_bare(entry) for entry in before.entries_about(item.id)}
        in_log = entry is not None and _bare(entry) not in known and getattr(entry, field) == new
        moves = after.moves_of(item) if field == "due" else []
        yield Difference(
            kind="moved" if old and new else "changed",
            section=str(item.route[0]),
            id=item.id or "",
            field=field,
            before=in_text(old),
            after=in_text(new),
            days=(new - old).days if old and new else 0,
            times=max(len(moves), 1) if old and new else 0,
            because=in_text(entry.because or entry.note) if entry and in_log else None,
            route=(*(entry.route if entry and in_log else item.route), field),
        )


def _log(before: Plan, after: Plan, as_of: dt.date) -> Iterator[Difference]:
    """What the log records that it did not; and whether what it recorded still stands in it."""
    known = {_bare(entry) for entry in before.log}
    decided = {entry.id for entry in before.decisions if entry.id}
    for entry in after.entries:
        if _bare(entry) in known or entry.id in decided:
            continue
        for field in ("decision", "disruption", "review"):
            said = getattr(entry, field)
            if said and not any(_keeps(entry, old) for old in before.log):
                name = entry.id or entry.ref or in_text(entry.date) or ""
                yield Difference(
                    kind="recorded",
                    section="log",
                    id=name,
                    field=field,
                    after=in_text(said),
                    because=in_text(entry.because or entry.effect or entry.note),
                    route=entry.route,
                )
    past = [entry for entry in before.log if (day := known_day(entry)) and day < as_of]
    if not all(any(_keeps(now, entry) for now in after.log) for entry in past):
        yield Difference(kind="rewritten", section="log")


_LATER = ("state", "external_ref", "recorded_on")
"""What is put right in an entry when others have looked at it."""
_NOT_LATER = ("status", "due", "next_check", "next_review", "rag", "value", "decision", "review")
"""What is no afterthought to an entry, but another one."""


def _keeps(now: Entry, entry: Entry) -> bool:
    """Whether an entry still says all that one said before; it may say more of why."""
    if now.date != entry.date or now.ref != entry.ref:
        return False
    old, new = dict(_flat(entry)), dict(_flat(now))
    later = (*_LATER, "disruption") if now.state == "moderated" else _LATER
    kept = all(new.get(name) == said for name, said in old.items() if said and name not in later)
    return kept and not any(new.get(name) and not old.get(name) for name in _NOT_LATER)
