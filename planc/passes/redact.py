"""Plan -> View: takes over what an edition is granted, field by field, and nothing else."""

import datetime as dt
import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, TypeVar

from planc.model.context import Context
from planc.model.directory import Directory
from planc.model.finding import Finding
from planc.model.marking import RECIPIENTS_ONLY, Marking, highest, parse_marking
from planc.model.plan import Plan
from planc.model.set_aside import SetAside
from planc.model.tactic import STRANDS, Action, Tactic
from planc.model.view import AUTHOR, Edition, Field, View
from planc.resources import schema
from planc.wording.breadcrumbs import field_at

_Item = TypeVar("_Item", Tactic, Action)


def redact(
    plan: Plan,
    context: Context,
    edition: Edition,
    findings: tuple[Finding, ...] = (),
    set_aside: tuple[SetAside, ...] = (),
    *,
    reader: str | None = None,
) -> View:
    """What `edition` may see of the plan. The plan's markings must be well-formed.

    With a `reader`, the police post that a task sheet is for: only what that post is asked to do.
    """
    held = plan if reader is None else _asked_of(plan, reader)
    view = _view(held, context, edition, reader)
    return replace(view, findings=findings, set_aside=set_aside)


def share(
    plan: Plan,
    context: Context,
    edition: Edition,
    reader: str | None = None,
    *,
    owned: bool = False,
) -> View:
    """What partners may see of the plan: the `reader` alone, or all at the table.

    Only what is shared with them and has words for partners; numbers are given anew, so that none
    is missing. Dates and status are told to the owner alone. No finding is theirs to see. With
    `owned`, only what the reader is asked to do, for a task sheet.
    """
    held = _numbered(_shared(plan, context, reader, owned=owned))
    view = _view(held, context, edition, reader)
    listed = plan.recipients if view.for_recipients_only else ()
    number = listed.index(reader) + 1 if reader in listed else 0
    return replace(view, copy=(number, len(listed)))


def _view(held: Plan, context: Context, edition: Edition, reader: str | None) -> View:
    """`held` is what of the plan the edition is made from, before its fields are granted."""
    granted: Plan = _granted(held, schema("plan"), edition)
    directory = _named(context.directory or Directory(), granted, reader)
    return View(
        edition=edition,
        as_of=context.as_of,
        plan=granted,
        directory=directory,
        policy=context.policy,
        findings=(),
        set_aside=(),
        marking=_marking(held),
        digest=_digest(granted, directory),
        fields=_fields(),
        reader=reader,
    )


@cache
def _fields() -> Mapping[tuple[str, ...], Field]:
    """How every field of a plan is printed, by its way from the root, list positions left out."""
    found: dict[tuple[str, ...], Field] = {}
    _gather(schema("plan"), (), found)
    return found


def _gather(
    node: Mapping[str, Any], path: tuple[str, ...], found: dict[tuple[str, ...], Field]
) -> None:
    for name in node.get("properties", {}):
        held = field_at(node, (name,))
        item = held.get("items", {})
        refers = held.get("x-refers") or item.get("x-refers") or ""
        labels = held.get("x-labels") or item.get("x-labels")
        found[*path, name] = Field(held["title"], refers, labels)
        _gather(held, (*path, name), found)
        _gather(item, (*path, name), found)


def _granted(noun: Any, node: Mapping[str, Any], edition: Edition) -> Any:
    """The noun with only those fields whose `x-audience` names the edition; the author has all."""
    kept: dict[str, Any] = {}
    for field in fields(noun):
        value = getattr(noun, field.name)
        if field.name == "route":
            kept["route"] = value
            continue
        held = field_at(node, (field.name,))
        if value is None or not (edition == AUTHOR or edition in held.get("x-audience", ())):
            continue
        if isinstance(value, tuple):
            item = held.get("items", {})
            kept[field.name] = tuple(
                _granted(part, item, edition) if is_dataclass(part) else part for part in value
            )
        else:
            kept[field.name] = _granted(value, held, edition) if is_dataclass(value) else value
    return type(noun)(**kept)


def _asked_of(plan: Plan, reader: str) -> Plan:
    """The plan with only the live work of one post, its status and dates as the log has them.

    The log itself is left out: it tells of the work of others.
    """
    tactics = [
        replace(
            tactic,
            status=plan.status_of(tactic),
            due=plan.due_of(tactic),
            next_check=plan.next_check_of(tactic),
        )
        for tactic in plan.tactics
        if _is_asked(plan, tactic, reader)
    ]
    pursue, prevent, protect, prepare = (
        tuple(tactic for tactic in tactics if tactic.strand == name) for name in STRANDS
    )
    served = {ref for tactic in tactics for ref in tactic.serves}
    actions = tuple(
        replace(action, due=plan.due_of(action))
        for action in plan.actions
        if _is_asked(plan, action, reader)
    )
    objectives = tuple(held for held in plan.objectives if held.id in served)
    return replace(
        plan,
        pursue=pursue,
        prevent=prevent,
        protect=protect,
        prepare=prepare,
        actions=actions,
        objectives=objectives,
        log=(),
    )


def _is_asked(plan: Plan, item: Tactic | Action, reader: str) -> bool:
    """Whether a post is to do this, and may have it in writing."""
    if item.owner != reader or not plan.agreed or not plan.is_live(item):
        return False
    marking = item.marking if isinstance(item, Tactic) else None
    read = [parse_marking(text) for text in (plan.marking, marking) if text]
    handling = [part for held in read if isinstance(held, Marking) for part in held.handling]
    return RECIPIENTS_ONLY not in handling or reader in plan.recipients


def _shared(plan: Plan, context: Context, reader: str | None, *, owned: bool) -> Plan:
    """The plan with only what is shared with a reader, or with every partner at the table."""

    def kept(item: Tactic | Action) -> bool:
        if owned and item.owner != reader:
            return False
        shared = plan.is_live(item) and item.partner_words is not None
        return shared and _is_shared_with(item.share, plan, context, reader)

    tactics = [_for_partners(plan, tactic, reader) for tactic in plan.tactics if kept(tactic)]
    pursue, prevent, protect, prepare = (
        tuple(tactic for tactic in tactics if tactic.strand == name) for name in STRANDS
    )
    actions = [_for_partners(plan, action, reader) for action in plan.actions if kept(action)]
    return replace(
        plan,
        pursue=pursue,
        prevent=prevent,
        protect=protect,
        prepare=prepare,
        actions=tuple(actions),
        objectives=tuple(held for held in plan.objectives if held.partner_text),
        log=(),
    )


def _is_shared_with(
    posts: tuple[str, ...], plan: Plan, context: Context, reader: str | None
) -> bool:
    if reader is not None:
        return reader in posts
    if context.directory is None or not plan.partners:
        return False
    table = {partner.organisation for partner in plan.partners}
    reached = {o.id for post in posts if (o := context.directory.organisation_of(post))}
    return table <= reached


def _for_partners(plan: Plan, item: _Item, reader: str | None) -> _Item:
    """Its dates and status as the log has them for its owner; for anybody else none."""
    if item.owner != reader or reader is None:
        plain: dict[str, Any] = {"due": None}
        if isinstance(item, Tactic):
            plain |= {"next_check": None, "status": None}
        return replace(item, **plain)
    now: dict[str, Any] = {"due": plan.due_of(item)}
    if isinstance(item, Tactic):
        now |= {"next_check": plan.next_check_of(item), "status": plan.status_of(item)}
    return replace(item, **now)


def _numbered(plan: Plan) -> Plan:
    """The plan with numbers that tell nothing of what was left out, nor of where it stood."""
    strands: dict[str, Any] = {}
    number = 0
    for name in STRANDS:
        kept: list[Tactic] = []
        for tactic in plan.strand(name):
            number += 1
            kept.append(replace(tactic, id=f"T{number}", route=(name, len(kept))))
        strands[name] = tuple(kept)
    return replace(
        plan,
        objectives=_anew(plan.objectives, "objectives", "O"),
        actions=_anew(plan.actions, "actions", "A"),
        **strands,
    )


def _anew(items: tuple[Any, ...], name: str, letter: str) -> tuple[Any, ...]:
    return tuple(
        replace(item, id=f"{letter}{number + 1}", route=(name, number))
        for number, item in enumerate(items)
    )


def _named(directory: Directory, plan: Plan, reader: str | None) -> Directory:
    """The directory cut down to the reader and the posts and organisations that the plan names."""
    words = {*_words(plan), reader}
    posts = tuple(post for post in directory.posts if post.id in words)
    owners = {post.organisation for post in posts}
    organisations = tuple(o for o in directory.organisations if o.id in words or o.id in owners)
    return Directory(organisations=organisations, posts=posts)


def _words(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _words(part)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name != "route":
                yield from _words(getattr(value, field.name))


def _marking(held: Plan) -> Marking:
    """The plan's own marking, raised to that of the highest part that the edition is made from."""
    texts = [held.marking, *(tactic.marking for tactic in held.tactics)]
    read = [parse_marking(text) for text in texts if text]
    return highest([marking for marking in read if isinstance(marking, Marking)])


def _digest(plan: Plan, directory: Directory) -> str:
    """The SHA-256 of the granted content, in a form that depends on nothing else."""
    content = json.dumps([_plain(plan), _plain(directory)], sort_keys=True, ensure_ascii=True)
    return hashlib.sha256(content.encode()).hexdigest()


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if isinstance(value, dt.date):
        return value.isoformat()
    if is_dataclass(value):
        return {
            field.name: _plain(getattr(value, field.name))
            for field in fields(value)
            if field.name != "route" and getattr(value, field.name) not in (None, ())
        }
    return value
