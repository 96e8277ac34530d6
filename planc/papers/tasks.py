"""The task sheet: what all plans ask of one post, by when, and to whom to report.

A police post has the words of the plan; any other the words written for it, and no more than its
edition grants: no operation, no reference, no police tactic.
"""

import hashlib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from planc.model.checked_plan import CheckedPlan, Grant, LeftOut, RefusedPlan
from planc.model.context import Context
from planc.model.directory import Directory
from planc.model.extract import PaperContext, PlanExtract, Row, rows_of
from planc.model.marking import highest
from planc.model.paper import (
    Block,
    Bullets,
    Callout,
    Cell,
    Heading,
    Paper,
    Paragraph,
    anchor,
    cell,
    labelled,
    para,
    prose,
    strong,
    table,
)
from planc.model.paper_file import NoPaper, PaperRequest, file_name, parts_of_name
from planc.model.plan import Plan
from planc.model.tactic import Action, Tactic
from planc.model.tone import Tone
from planc.model.traversal import texts
from planc.model.view import BANNERS, NOT_RELEASED, OWNER, RECIPIENT, Edition, View
from planc.passes.redact import redact, share
from planc.passes.release_gate import release_gate
from planc.wording.day import long_day, short_day
from planc.wording.words import capital, count

KIND = "tasks"
EDITIONS: tuple[Edition, ...] = (OWNER, RECIPIENT)
TITLE = "task sheet"
FOR = "post"
NEEDS_RELEASES = True
COMPARES = False
LOOKS_AHEAD = False

_TASKS = "Tasks"
_ASKED = "What is asked of you"
_ABOUT = "What it is about"
_GROUND = "Shared under"
_ANSWER = labelled("Done, or not", "")
"""Room for an answer, where every row has some."""


def addressees(request: PaperRequest, context: Context) -> Sequence[str]:
    """The posts that a sheet can be for."""
    directory = context.directory or Directory()
    return [request.to] if request.to else [post.id for post in directory.posts if post.id]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Text(Row):
    """What a plan says to partners of its threat, or the ground on which it shares with one."""

    text: str


def grants(
    plan: CheckedPlan | RefusedPlan,
    _request: PaperRequest,
    context: Context,
    addressees: Collection[str],
) -> Iterator[tuple[str | None, Grant | LeftOut | NoPaper]]:
    """What the plan asks of each post, if it is to be carried out."""
    if isinstance(plan, RefusedPlan):
        yield None, NoPaper(plan.path, plan.because)
        for asked in addressees:
            yield asked, LeftOut(plan.path, plan.ref or "", plan.because)
    elif plan.plan.agreed:
        owners = {item.owner for item in plan.plan.tracked if plan.plan.is_live(item)}
        for post in owners.intersection(addressees):
            if post and _edition_of(post, context) == OWNER:
                yield post, _granted_to_police(plan.plan, context, post)
            elif post:
                yield post, _granted_to_partner(plan, context, post)


def _edition_of(post: str, context: Context) -> Edition:
    police = context.directory is not None and context.directory.is_police(post)
    return OWNER if police else RECIPIENT


def _granted_to_police(plan: Plan, context: Context, post: str) -> Grant:
    view = redact(plan, context, OWNER, reader=post)
    kept = {item.id for item in view.plan.tracked}
    names = [item.id or "" for item in _own(plan, post) if item.id not in kept]
    return Grant(view, tuple(f"{plan.ref or ''} {name}, marked for others" for name in names))


def _granted_to_partner(checked: CheckedPlan, context: Context, post: str) -> Grant:
    """What is shared with a partner in words of its own, if the gate lets it pass."""
    plan = checked.plan
    view = share(plan, context, RECIPIENT, post, owned=True)
    own = _own(plan, post)
    unshared = [item for item in own if post not in item.share or item.partner_words is None]
    kept_back = [f"{item.id}, not shared with them in words of their own" for item in unshared]
    refused = checked.doubt or release_gate(plan, context, view, checked.standing)
    if view.plan.tracked and refused:
        kept_back += [f"{item.id}, because {refused}" for item in own if item not in unshared]
    kept_back = [f"{checked.ref} {words}" for words in kept_back]
    if view.plan.tracked and refused:
        return Grant(None, tuple(kept_back))
    # what is released is the plan's paper for the post, which says no less than the sheet
    released = share(plan, context, RECIPIENT, post).digest == checked.releases.get(post)
    unreleased = bool(view.plan.tracked) and not released
    return Grant(replace(view, released=released), tuple(kept_back), unreleased)


def _own(plan: Plan, post: str) -> list[Tactic | Action]:
    return [item for item in plan.tracked if item.owner == post and plan.is_live(item)]


def gather(view: View) -> PlanExtract | None:
    """What one plan asks of the view's reader."""
    if not view.plan.tracked:
        return None
    lines: dict[str, tuple[Row, ...]] = {
        _TASKS: tuple(_line(view, item) for item in view.plan.tracked)
    }
    threat = view.plan.threat
    if threat and threat.partner_text:
        lines[_ABOUT] = (_Text((threat.partner_text,), text=threat.partner_text),)
    if view.shared_under:
        lines[_GROUND] = (_Text((view.shared_under,), text=view.shared_under),)
    return PlanExtract(
        ref=view.plan.ref or "",
        name=view.name,
        marking=view.marking,
        digest=view.digest,
        lines=lines,
        embargo=view.plan.embargo_until or "",
        released=view.released or view.edition == OWNER,
    )


def _line(view: View, item: Tactic | Action) -> Row:
    plan = view.plan
    day, late = plan.deadline_of(item), plan.days_late(item, view.as_of)
    by = [para(strong(short_day(day) if day else "No date"))]
    partner = view.edition == RECIPIENT
    if isinstance(item, Tactic) and item.due is None and day:
        by.append(para("Tell us how it goes" if partner else "Next check"))
    if late:
        by.append(para(f"{count(late, 'day')} late"))
    by.append(para(capital(plan.status_of(item)), small=True))
    lro = [para("You are the LRO" if plan.lro == view.reader else view.post(plan.lro) or "No LRO")]
    organisation = view.organisation_of(plan.lro)
    if organisation != view.organisation_of(view.reader):
        lro.append(para(organisation or "Organisation not known", small=True))
    if partner and (contact := view.contact_of(plan.lro)):
        lro.append(para(contact, small=True))
    asked = _in_partner_words(item) if partner else _in_full(view, item)
    words = (_partner_title(item), item.partner_text or "", plan.status_of(item))
    return Row(
        (str(day), *words, view.post(plan.lro), view.contact_of(plan.lro))
        if partner
        else (str(day), view.name, item.id or ""),
        (
            cell((*by, _ANSWER), Tone.ATTENTION if late else Tone.PLAIN),
            Cell(tuple(asked)),
            cell(tuple(lro)),
        ),
        "late" if late else "",
    )


def _in_full(view: View, item: Tactic | Action) -> Iterator[Paragraph | Bullets]:
    """What a police owner is asked, in the words of the plan."""
    plan = view.plan
    title = item.tactic if isinstance(item, Tactic) else item.action
    yield para(strong(title or ""), f" ({view.name} {item.id})")
    if isinstance(item, Action):
        board = view.policy.board(item.raised_at)
        raised = f"Raised by the {board.name}" if board else "Raised"
        day = f" on {short_day(item.raised_on)}" if item.raised_on else ""
        about = f", about {item.about}" if item.about else ""
        yield para(f"{raised}{day}{about}", small=True)
        return
    if item.detail:
        yield from prose(item.detail)
    statements = {objective.id: objective.statement for objective in plan.objectives}
    towards = [words for ref in item.serves if (words := statements.get(ref))]
    support = ", ".join(view.post(post) for post in item.support)
    for label, words in (
        ("Done when", item.success),
        ("Power", item.power),
        ("Towards", "; ".join(towards)),
        ("With", support),
    ):
        if words:
            yield labelled(label, words)


def _in_partner_words(item: Tactic | Action) -> Iterator[Paragraph | Bullets]:
    """What a partner is asked, in the words written for partners."""
    yield para(strong(_partner_title(item)))
    yield from prose(item.partner_text) if item.partner_text else ()


def _partner_title(item: Tactic | Action) -> str:
    return (isinstance(item, Tactic) and item.partner_title) or "What we ask"


def named(name: str) -> Iterator[PaperRequest]:
    """What to ask for to get the sheet of this name."""
    for post, edition in parts_of_name(name, KIND, EDITIONS):
        yield PaperRequest(edition, post)


def lay_out(parts: Sequence[PlanExtract], paper_context: PaperContext) -> Paper | NoPaper:
    """The sheet of one post; none if it is asked nothing that it may have."""
    about = paper_context.about
    edition = _edition_of(about, paper_context.context)
    stem = file_name(about, KIND, edition)
    if not parts:
        because = "no plan asks anything of them that they may have in writing"
        return NoPaper(about, because if paper_context.request.to else "", stem)
    post, day = paper_context.post(about), long_day(paper_context.as_of)
    exercise = paper_context.context.policy.exercise
    stamps = [exercise.stamp] if exercise and exercise.stamp else []
    if not all(part.released for part in parts):
        stamps.append(NOT_RELEASED)
    tasks = rows_of(parts, _TASKS)
    blocks = tuple(_blocks(parts, tasks, edition, paper_context))
    # of what a partner's sheet prints, and of nothing else
    content = [text for _, text in texts(blocks)]
    if edition != RECIPIENT:
        content = sorted(part.digest for part in parts)
    digest = hashlib.sha256("\n".join(content).encode()).hexdigest()
    if NOT_RELEASED in stamps:  # whether it is released is no part of what it asks
        blocks = (Callout(f"{NOT_RELEASED}: for checking only", (), Tone.ATTENTION), *blocks)
    facts = [
        paper_context.organisation_of(about),
        count(len(tasks), "task"),
        f"as of {day}",
    ]
    return Paper(
        name=stem,
        title=f"Task sheet: {post}",
        subtitle=" | ".join(part for part in facts if part),
        marking=str(highest([part.marking for part in parts])),
        banner=BANNERS[edition],
        stamps=tuple(stamps),
        digest=digest,
        footer=f"Tasks of {post}, as of {day}, digest {digest[:12]}",
        subject=f"Task sheet of {post}, {edition} edition, as of {day}",
        as_of=paper_context.as_of,
        blocks=blocks,
    )


def _texts(parts: Sequence[PlanExtract], table: str) -> list[str]:
    """What the plans say to a partner under one head, each thing once."""
    rows = (row.text for row in rows_of(parts, table) if isinstance(row, _Text))
    return list(dict.fromkeys(" ".join(text.split()) for text in rows))


def _blocks(
    parts: Sequence[PlanExtract],
    tasks: Sequence[Row],
    edition: Edition,
    paper_context: PaperContext,
) -> Iterator[Block]:
    partner = edition == RECIPIENT
    keep = count(paper_context.context.policy.numbers.partner_keep_days, "day")
    if not partner and (paper_context.left_out or not paper_context.whole):
        words = "Not every plan could be looked at when this sheet was made. There may be more."
        yield Callout("INCOMPLETE", (para(words),), Tone.ATTENTION)
    late = sum(line.kind == "late" for line in tasks)
    if late:
        yield Callout(f"LATE: {late} of {count(len(tasks), 'task')}", (), Tone.ATTENTION)
    yield para("Tell whom you report to what came of it, and beforehand if a date will not be met.")
    header = ("By", "What is asked", "Report to")
    rows = (line.cells for line in tasks)
    yield Heading(1, _ASKED, anchor(_ASKED))
    yield table("Tasks, the soonest first", header, rows, (17, 62, 21) if partner else (14, 65, 21))
    if about := _texts(parts, _ABOUT):
        yield Heading(1, _ABOUT, anchor(_ABOUT))
        for text in about:
            yield para(text, small=True)
    for embargo in sorted({part.embargo for part in parts if part.embargo}):
        yield labelled("Embargo", embargo)
    if partner:
        grounds = "; ".join(_texts(parts, _GROUND))
        yield para(
            *((strong(f"{_GROUND}: "), f"{grounds}. ") if grounds else ()),
            f"For you alone: do not copy it or pass it on, and destroy it within {keep} of its day."
            f" In danger, ring 999 first. {paper_context.context.policy.foia}",
            small=True,
        )
    else:
        yield para(paper_context.context.policy.foia, small=True)
