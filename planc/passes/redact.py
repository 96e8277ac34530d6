"""Plan -> View: takes over what an edition is granted, field by field, and nothing else."""

import datetime as dt
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import is_dataclass, replace
from functools import cache
from typing import Any, TypeVar

from planc.model.context import Context
from planc.model.directory import Directory, Organisation, Post
from planc.model.finding import Finding
from planc.model.marking import RECIPIENTS_ONLY, Marking, highest, parse_marking
from planc.model.plan import Plan
from planc.model.set_aside import SetAside
from planc.model.tactic import STRANDS, TABLE, Action, Tactic
from planc.model.traversal import parts, texts
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
    source = plan if reader is None else _asked_of(plan, reader)
    view = _view(source, context, edition, reader)
    digest = _sha256((view.plan, view.directory))
    return replace(view, digest=digest, findings=findings, set_aside=set_aside)


def share(
    plan: Plan,
    context: Context,
    edition: Edition,
    reader: str | None = None,
    *,
    owned: bool = False,
) -> View:
    """What partners may see of the plan: the `reader` alone, or all at the table.

    Only what is shared with them and has words for partners, and only the objectives that the
    reader's own tasks serve or that are shared by name. Strands, areas, descriptors, ids and the
    order of things in the plan are the police's own: what is in here is what is printed, in an
    order that only what is printed decides. Dates and status are told to the owner alone. No
    finding is theirs to see. With `owned`, only what the reader is asked to do, for a task sheet.
    """
    directory = context.directory or Directory()
    shared = _in_order_of_words(_shared(plan, context, reader, owned=owned), directory)
    view = _view(shared, context, edition, reader)
    marking = replace(view.marking, descriptors=())
    view = replace(
        view,
        plan=replace(view.plan, marking=str(marking)),
        directory=_only_names(view.directory, view.plan.lro),
        marking=marking,
        shared_under=_shared_under(plan, context, reader) if reader else "",
    )
    return replace(view, digest=_sha256(_printed_for_partners(view)))


def _view(source: Plan, context: Context, edition: Edition, reader: str | None) -> View:
    """`source` is what of the plan the edition is made from, before its fields are granted.

    The view has no digest yet.
    """
    granted: Plan = _granted(source, schema("plan"), edition)
    directory = _named(context.directory or Directory(), granted, reader)
    return View(
        edition=edition,
        as_of=context.as_of,
        plan=granted,
        directory=directory,
        policy=context.policy,
        findings=(),
        set_aside=(),
        marking=_marking(source),
        digest="",
        fields=_fields(),
        reader=reader,
    )


@cache
def _fields() -> Mapping[tuple[str, ...], Field]:
    """How every field of a plan is printed, by its way from the root, list positions left out."""
    by_route: dict[tuple[str, ...], Field] = {}
    _gather(schema("plan"), (), by_route)
    return by_route


def _gather(
    node: Mapping[str, Any], path: tuple[str, ...], by_route: dict[tuple[str, ...], Field]
) -> None:
    for name in node.get("properties", {}):
        field = field_at(node, (name,))
        item = field.get("items", {})
        refers = field.get("x-refers") or item.get("x-refers") or ""
        labels = field.get("x-labels") or item.get("x-labels")
        by_route[*path, name] = Field(field["title"], refers, labels)
        _gather(field, (*path, name), by_route)
        _gather(item, (*path, name), by_route)


def _granted(noun: Any, node: Mapping[str, Any], edition: Edition) -> Any:
    """The noun with only those fields whose `x-audience` names the edition; the author has all."""
    kept: dict[str, Any] = {"route": noun.route}
    for name, value in parts(noun):
        field = field_at(node, (name,))
        if value is None or not (edition == AUTHOR or edition in field.get("x-audience", ())):
            continue
        if isinstance(value, tuple):
            item = field.get("items", {})
            kept[name] = tuple(
                _granted(part, item, edition) if is_dataclass(part) else part for part in value
            )
        else:
            kept[name] = _granted(value, field, edition) if is_dataclass(value) else value
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
    objectives = tuple(objective for objective in plan.objectives if objective.id in served)
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
    handling = [part for parsed in read if isinstance(parsed, Marking) for part in parsed.handling]
    return RECIPIENTS_ONLY not in handling or reader in plan.recipients


def _shared(plan: Plan, context: Context, reader: str | None, *, owned: bool) -> Plan:
    """The plan with only what is shared with a reader, or with all partners at the table.

    Its tactics all stand under one strand, since partners are not told which.
    """
    items = [
        item
        for item in plan.tracked
        if plan.is_live(item)
        and item.partner_words is not None
        and _is_shared(item, plan, context, reader)
        and (item.owner == reader or not owned)
    ]
    served = {
        ref
        for item in items
        if isinstance(item, Tactic) and item.owner == reader
        for ref in item.serves
    }
    objectives = () if owned else plan.objectives
    return replace(
        plan,
        pursue=tuple(_for_partners(plan, i, reader) for i in items if isinstance(i, Tactic)),
        prevent=(),
        protect=(),
        prepare=(),
        actions=tuple(_for_partners(plan, i, reader) for i in items if isinstance(i, Action)),
        objectives=tuple(
            objective
            for objective in objectives
            if objective.partner_text
            and (objective.id in served or (reader or TABLE) in objective.share)
        ),
        log=(),
    )


def _is_shared(item: Tactic | Action, plan: Plan, context: Context, reader: str | None) -> bool:
    """With the reader by name; or with the table, where the owner of a task has a seat too."""
    if reader is None or reader in item.share:
        return (reader or TABLE) in item.share
    organisation = context.directory.organisation_of(reader) if context.directory else None
    at_table = {partner.organisation for partner in plan.partners}
    seated = organisation is not None and organisation.id in at_table
    return TABLE in item.share and item.owner == reader and seated


def _shared_under(plan: Plan, context: Context, reader: str) -> str:
    """On what ground a post has the paper: the agreement of its organisation, else a share."""
    directory = context.directory or Directory()
    organisation = directory.organisation_of(reader)
    agreement = organisation.agreement if organisation else None
    if agreement and agreement.in_force(context.as_of):
        named = [words for words in (agreement.ref, agreement.purpose) if words]
        return f"Information-sharing agreement {', '.join(named)}" if named else ""
    gateways = [
        share.gateway or "To keep somebody safe at once"
        for share in context.shares_in_force(plan, reader)
    ]
    return gateways[-1] if gateways else ""


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


def _in_order_of_words(plan: Plan, directory: Directory) -> Plan:
    """The plan in an order and with numbers that tell nothing of where anything stood in it.

    What is soonest comes first, then by the words that are printed of it.
    """

    def printed(item: Tactic | Action) -> tuple[str, ...]:
        tactic = item if isinstance(item, Tactic) else None
        day = item.due or (tactic.next_check if tactic else None) or dt.date.max
        title = tactic.partner_title if tactic else None
        words = (title or "", item.partner_text or "", directory.title(item.owner))
        return (day.isoformat(), *words)

    objectives = sorted(plan.objectives, key=lambda objective: objective.partner_text or "")
    return replace(
        plan,
        pursue=_anew(sorted(plan.pursue, key=printed), "pursue", "T"),
        actions=_anew(sorted(plan.actions, key=printed), "actions", "A"),
        objectives=_anew(objectives, "objectives", "O"),
    )


def _anew(items: Sequence[Any], name: str, letter: str) -> tuple[Any, ...]:
    return tuple(
        replace(item, id=f"{letter}{number + 1}", route=(name, number))
        for number, item in enumerate(items)
    )


def _named(directory: Directory, plan: Plan, reader: str | None) -> Directory:
    """The directory cut down to the reader and the posts and organisations that the plan names."""
    words = {*(text for _, text in texts(plan)), reader}
    posts = tuple(post for post in directory.posts if post.id in words)
    owners = {post.organisation for post in posts}
    organisations = tuple(o for o in directory.organisations if o.id in words or o.id in owners)
    return Directory(organisations=organisations, posts=posts)


def _only_names(directory: Directory, lro: str | None) -> Directory:
    """What is printed of posts and organisations: not who is trained, vacant or under agreement.

    How a post is reached is printed of the LRO alone.
    """
    return Directory(
        organisations=tuple(Organisation(id=o.id, name=o.name) for o in directory.organisations),
        posts=tuple(
            Post(
                id=post.id,
                title=post.title,
                organisation=post.organisation,
                contact=post.contact if post.id == lro else None,
            )
            for post in directory.posts
        ),
    )


def _marking(plan: Plan) -> Marking:
    """The plan's own marking, raised to that of the highest part that the edition is made from."""
    written = [plan.marking, *(tactic.marking for tactic in plan.tactics)]
    read = [parse_marking(text) for text in written if text]
    return highest([marking for marking in read if isinstance(marking, Marking)])


def _printed_for_partners(view: View) -> Any:
    """All that a partner's paper prints of the plan, the directory and the policy.

    Nothing else may change its digest, by which whoever holds the paper could guess at what they
    were not told.
    """
    plan, policy = view.plan, view.policy
    lro: tuple[str, ...] = ()
    if plan.lro:
        contact = view.contact_of(plan.lro)
        lro = (view.post(plan.lro), view.organisation_of(plan.lro), *([contact] if contact else []))
    return (
        view.post(view.reader) if view.reader else "",
        plan.threat and plan.threat.partner_text,
        tuple(objective.partner_text for objective in plan.objectives),
        tuple(_printed_of(view, item) for item in plan.tracked),
        lro,
        plan.embargo_until,
        str(view.marking),
        policy.force,
        policy.partner_terms,
        view.shared_under,
        policy.numbers.partner_keep_days,
    )


def _printed_of(view: View, item: Tactic | Action) -> tuple[Any, ...]:
    title = item.partner_title if isinstance(item, Tactic) else None
    words = (item.id, title, item.partner_text)
    if item.owner != view.reader:
        return (*words, view.post(item.owner))
    check = isinstance(item, Tactic) and item.due is None
    return (*words, check, view.plan.deadline_of(item), view.plan.status_of(item))


def _sha256(content: Any) -> str:
    """The SHA-256 of content, in a form that depends on nothing else."""
    written = json.dumps(_plain(content), sort_keys=True, ensure_ascii=True)
    return hashlib.sha256(written.encode()).hexdigest()


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if isinstance(value, dt.date):
        return value.isoformat()
    if is_dataclass(value):
        return {name: _plain(part) for name, part in parts(value) if part not in (None, ())}
    return value
