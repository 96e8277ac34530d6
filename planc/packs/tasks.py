"""The task sheet: what all plans ask of one post, by when, and to whom to report.

A police post has the words of the plan; any other the words written for it, and no more than its
edition grants: no operation, no reference, no police tactic.
"""

import hashlib
from collections.abc import Iterator, Sequence

from planc.model.day import long_day, short_day
from planc.model.gathered import Line, Occasion, Part, lines_of
from planc.model.marking import highest
from planc.model.pack import (
    Block,
    Bullets,
    Callout,
    Cell,
    Heading,
    Pack,
    Paragraph,
    Tone,
    anchor,
    cell,
    labelled,
    para,
    prose,
    strong,
    table,
)
from planc.model.tactic import Action, Tactic
from planc.model.view import BANNERS, NOT_RELEASED, RECIPIENT, View, pack_name
from planc.model.words import capital, count

KIND = "tasks"

_TASKS = "Tasks"
_ASKED = "What is asked of you"
_ABOUT = "What it is about"


def gather(view: View) -> Part:
    """What one plan asks of the view's reader."""
    lines = {_TASKS: tuple(_line(view, item) for item in view.plan.tracked)}
    threat = view.plan.threat
    if threat and threat.partner_text:
        about = _about(view)
        lines[_ABOUT] = (Line((about,), (about, threat.partner_text)),)
    return Part(
        ref=view.plan.ref or "",
        name=view.name,
        marking=view.marking,
        digest=view.digest,
        lines=lines,
        embargo=view.plan.embargo_until or "",
    )


def _line(view: View, item: Tactic | Action) -> Line:
    plan = view.plan
    day, late = plan.deadline_of(item), plan.days_late(item, view.as_of)
    by = [para(strong(short_day(day) if day else "No date"))]
    if isinstance(item, Tactic) and item.due is None and day:
        by.append(para("Next check"))
    if late:
        by.append(para(f"{count(late, 'day')} late"))
    by.append(para(capital(plan.status_of(item)), small=True))
    lro = [para("You are the LRO" if plan.lro == view.reader else view.post(plan.lro) or "No LRO")]
    organisation = view.organisation_of(plan.lro)
    if organisation != view.organisation_of(view.reader):
        lro.append(para(organisation or "Organisation not known", small=True))
    asked = _in_partner_words(view, item) if view.edition == RECIPIENT else _in_full(view, item)
    return Line(
        (str(day), view.name, item.id or ""),
        (
            cell(tuple(by), Tone.AMBER if late else Tone.PLAIN),
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
    statements = {held.id: held.statement for held in plan.objectives}
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


def _in_partner_words(view: View, item: Tactic | Action) -> Iterator[Paragraph | Bullets]:
    """What a partner is asked, in the words written for partners."""
    title = (isinstance(item, Tactic) and item.partner_title) or "What we ask"
    yield para(strong(title), f" ({_about(view)})")
    yield from prose(item.partner_text) if item.partner_text else ()


def _about(view: View) -> str:
    """The threat as a partner may know it: its areas, else its type."""
    threat = view.plan.threat
    for name in ("areas", "type"):
        value = getattr(threat, name, None)
        if value:
            return view.printed(view.fields["threat", name], value)
    return "this work"


def lay_out(parts: Sequence[Part], occasion: Occasion) -> Pack:
    """The sheet of one post."""
    post, day = occasion.post(occasion.about), long_day(occasion.as_of)
    exercise = occasion.given.policy.exercise
    stamps = [exercise.stamp] if exercise and exercise.stamp else []
    if occasion.edition == RECIPIENT and not occasion.released:
        stamps.append(NOT_RELEASED)
    digest = hashlib.sha256("\n".join(sorted(part.digest for part in parts)).encode()).hexdigest()
    tasks = lines_of(parts, _TASKS)
    said = [occasion.organisation_of(occasion.about), count(len(tasks), "task"), f"as of {day}"]
    return Pack(
        name=pack_name(occasion.about, KIND, occasion.edition),
        title=f"Task sheet: {post}",
        subtitle=" | ".join(part for part in said if part),
        marking=str(highest([part.marking for part in parts])),
        banner=BANNERS[occasion.edition],
        stamps=tuple(stamps),
        footer=f"Tasks of {post}, as of {day}, digest {digest[:12]}",
        subject=f"Task sheet of {post}, {occasion.edition} edition, as of {day}",
        as_of=occasion.as_of,
        blocks=tuple(_blocks(parts, tasks, occasion)),
    )


def _blocks(parts: Sequence[Part], tasks: Sequence[Line], occasion: Occasion) -> Iterator[Block]:
    partner = occasion.edition == RECIPIENT
    if not partner and (occasion.left_out or not occasion.whole):
        words = "Not every plan could be looked at when this sheet was made. There may be more."
        yield Callout("INCOMPLETE", (para(words),), Tone.RED)
    late = sum(line.kind == "late" for line in tasks)
    if late:
        yield Callout(f"LATE: {late} of {count(len(tasks), 'task')}", (), Tone.RED)
    yield para("Tell whom you report to what came of it, and beforehand if a date will not be met.")
    header = ("By", "What is asked", "Report to")
    rows = (line.cells for line in tasks)
    yield Heading(1, _ASKED, anchor(_ASKED))
    yield table("Tasks, the soonest first", header, rows, (14, 65, 21))
    about = dict.fromkeys(line.cells for line in lines_of(parts, _ABOUT))
    if about:
        yield Heading(1, _ABOUT, anchor(_ABOUT))
        for title, text in about:
            words = " ".join(str(text).split())
            yield para(strong(f"{capital(str(title))}: "), words, small=True)
    for part in parts:
        if part.embargo:
            yield labelled("Embargo", part.embargo)
    if partner:
        yield para(
            "This sheet is for you. Do not pass it on, copy it or keep it longer than the work"
            " needs. If anybody asks to see it, ask the post in the last column first.",
            small=True,
        )
    yield para(occasion.given.policy.foia, small=True)
