"""The portfolio: the board's paper over all its plans, its first page what the chair must decide.

A plan with which something is the matter follows with its page one; the others go through on
their line.
"""

import datetime as dt
import hashlib
import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import astuple, replace
from typing import Protocol

from planc import __version__
from planc.model.checked_plan import CheckedPlan, Grant, LeftOut, RefusedPlan
from planc.model.context import Context
from planc.model.extract import PaperContext, PlanExtract, Row, rows_of
from planc.model.issue import ISSUES, last_issue
from planc.model.marking import Marking, highest, parse_marking
from planc.model.paper import (
    Block,
    Bullets,
    Callout,
    Contents,
    Fitted,
    Heading,
    PageBreak,
    Paper,
    anchor,
    fact_list,
    para,
    strong,
)
from planc.model.paper_file import NoPaper, PaperRequest, file_name, parts_of_name
from planc.model.tone import Tone
from planc.model.view import AUTHOR, BANNERS, BOARD, Edition, View
from planc.papers import page_one
from planc.papers.agenda import (
    actions,
    attendance,
    bids,
    changes,
    decisions,
    disruptions,
    plans,
    posts,
    threats,
)
from planc.papers.page import HEIGHT, height
from planc.papers.sections import retention_note
from planc.passes.redact import redact
from planc.wording.day import long_day, parse_day
from planc.wording.words import count, listed

KIND = "portfolio"
EDITIONS: tuple[Edition, ...] = (AUTHOR, BOARD)
TITLE = "portfolio"
FOR = "board"
NEEDS_RELEASES = False
COMPARES = False
LOOKS_AHEAD = True


class Item(Protocol):
    """A module that is one item of the agenda.

    `lines` takes from each plan what the item needs of it; the others get those of all plans.
    """

    TITLE: str

    def lines(self, view: View, /) -> Iterator[Row]: ...

    def summary(self, rows: Sequence[Row], paper_context: PaperContext, /) -> str: ...

    def ask(self, rows: Sequence[Row], paper_context: PaperContext, /) -> str: ...

    def blocks(self, rows: Sequence[Row], paper_context: PaperContext, /) -> Iterator[Block]: ...


AGENDA: tuple[Item, ...] = (
    decisions,
    actions,
    plans,
    changes,
    disruptions,
    bids,
    posts,
    threats,
    attendance,
)
"""The items in order. The first stands on page one."""


def addressees(request: PaperRequest, context: Context) -> Sequence[str]:
    """The boards that a paper can go to."""
    return [request.to] if request.to else [board.id for board in context.policy.boards if board.id]


def grants(
    plan: CheckedPlan | RefusedPlan,
    request: PaperRequest,
    context: Context,
    addressees: Collection[str],
) -> Iterator[tuple[str, Grant | LeftOut]]:
    """What each of the boards that the plan names may see of it.

    One that may not be shown, or names no board there is, is left out where it might belong.
    """
    known = {board.id for board in context.policy.boards}
    boards = plan.boards if isinstance(plan, RefusedPlan) else plan.plan.boards
    named = [board for board in boards if board in known]
    because = plan.because if isinstance(plan, RefusedPlan) else "it names no board"
    if isinstance(plan, RefusedPlan) or not named:
        for board in named or addressees:
            yield board, LeftOut(plan.path, plan.ref or "", because)
        return
    view = redact(plan.plan, context, request.edition, plan.findings, plan.set_aside)
    for board in named:
        yield board, Grant(replace(view, to_board=board, upcoming=plan.upcoming))


def gather(view: View) -> PlanExtract:
    """What one plan gives to the portfolio of `view.board`."""
    items = AGENDA if view.plan.in_force else (changes,)
    lines = {item.TITLE: tuple(item.lines(view)) for item in items}
    why = plans.reasons(view) if view.plan.in_force else []
    return PlanExtract(
        ref=view.plan.ref or "",
        name=view.name,
        summary=view.plan.summary or "",
        marking=view.marking,
        digest=view.digest,
        lines={title: rows for title, rows in lines.items() if rows},
        errors=view.errors if view.plan.in_force else 0,
        waived=view.errors_waived if view.plan.in_force else 0,
        page=tuple(_page(view, why)) if why else (),
        embargo=view.plan.embargo_until or "",
    )


def _page(view: View, why: Sequence[str]) -> Iterator[Block | Fitted]:
    """Page one of the plan, and why the board has it."""
    plan = view.plan
    tier = plan.threat.tier if plan.threat else None
    facts = [
        plan.ref or "No reference",
        str(view.marking),
        f"Tier: {tier}" if tier else "",
        f"LRO: {view.post(plan.lro)}" if plan.lro else "No LRO",
        f"SRO: {view.post(plan.sro)}" if plan.sro else "No SRO",
        f"here because: {'; '.join(why)}",
    ]
    above = para(" | ".join(fact for fact in facts if fact), small=True)
    title = Heading(1, f"00 {_title(view.name, plan.summary)}", "")
    yield above
    yield page_one.blocks(view, HEIGHT - height((title, above), view.policy.text_size), {})


def _title(name: str, summary: str | None) -> str:
    return f"{name}: {summary}" if summary else name


def named(name: str) -> Iterator[PaperRequest]:
    """What to ask for to get the paper of this name."""
    for board, edition in parts_of_name(name, KIND, EDITIONS):
        yield PaperRequest(edition, board)


def lay_out(parts: Sequence[PlanExtract], paper_context: PaperContext) -> Paper | NoPaper:
    """The paper of one board; none for a board without plans, if it was not asked for by name."""
    about = paper_context.about
    stem = file_name(about, KIND, paper_context.edition)
    if paper_context.refused:
        return NoPaper(about, f"{paper_context.refused} has a refusal", stem)
    if not (paper_context.request.to or parts or paper_context.board.threats_without_plan):
        return NoPaper(about, stem=stem)
    board, exercise = paper_context.board, paper_context.context.policy.exercise
    day = long_day(paper_context.as_of)
    name = board.name or about
    digest = _digest(parts, paper_context)
    return Paper(
        name=stem,
        title=f"{name}: portfolio of 4P plans",
        subtitle=_subtitle(parts, paper_context),
        marking=str(_marking(parts, paper_context)),
        banner=BANNERS[paper_context.edition],
        stamps=(exercise.stamp,) if exercise and exercise.stamp else (),
        digest=digest,
        footer=f"Portfolio of {paper_context.about}, as of {day}, digest {digest[:12]}",
        subject=f"Portfolio of 4P plans, {name}, {paper_context.edition} edition, as of {day}",
        as_of=paper_context.as_of,
        blocks=tuple(_blocks(parts, paper_context, digest)),
    )


def _subtitle(parts: Sequence[PlanExtract], paper_context: PaperContext) -> str:
    board = paper_context.board
    meets = board.next_meeting(paper_context.as_of)
    facts = [
        f"Meeting of {long_day(meets)}" if meets else "No meeting ahead in planc.yaml",
        f"Chair: {paper_context.post(board.chair)}" if board.chair else "",
        count(len(rows_of(parts, plans.TITLE)), "plan"),
        f"as of {long_day(paper_context.as_of)}",
    ]
    return " | ".join(part for part in facts if part)


def _blocks(
    parts: Sequence[PlanExtract], paper_context: PaperContext, digest: str
) -> Iterator[Block | Fitted]:
    rows_by_item = [rows_of(parts, item.TITLE) for item in AGENDA]
    yield from _standing(parts, paper_context)
    for number, (item, lines) in enumerate(zip(AGENDA, rows_by_item, strict=True), 1):
        words = f"{number} {item.TITLE}: {item.summary(lines, paper_context)}"
        yield Heading(1, words, anchor(item.TITLE))
        yield from item.blocks(lines, paper_context)
        if number == 1:
            yield from _also(rows_by_item, paper_context)
            yield Contents("Agenda")
            yield para(paper_context.context.policy.confidentiality, small=True)
            yield PageBreak()
    pages = sorted((part for part in parts if part.page), key=lambda part: part.name)
    for number, part in enumerate(pages, len(AGENDA) + 1):
        title = f"{number} {_title(part.name, part.summary)}"
        yield PageBreak()
        yield Heading(1, title, anchor(f"plan {part.ref}"))
        yield from part.page
    yield PageBreak()
    yield Heading(1, "About this paper", anchor("about this paper"))
    yield from fact_list(_provenance(parts, paper_context, digest))
    yield retention_note.to_keep()


def _standing(parts: Sequence[PlanExtract], paper_context: PaperContext) -> Iterator[Block]:
    """What the chair must know of the paper itself, and whether the plans comply."""
    if not paper_context.whole:
        words = "Not every plan of the repository was asked for. Do not take it for the whole."
        yield Callout("PART OF THE PORTFOLIO", (para(words),), Tone.ATTENTION)
    if paper_context.left_out:
        lines = (para(_named(left)) for left in paper_context.left_out)
        yield Callout(
            f"NOT IN THIS PAPER: {len(paper_context.left_out)}", tuple(lines), Tone.ATTENTION
        )
    number = len(rows_of(parts, plans.TITLE))
    wrong = sorted((part for part in parts if part.errors), key=lambda part: part.name)
    waived = sum(part.waived for part in parts)
    more = f", {waived} waived" if waived else ""
    if wrong:
        names = listed([f"{part.name} ({part.errors})" for part in wrong], 12)
        title = f"Plan checks not met: {len(wrong)} of {count(number, 'plan')}{more} (force policy)"
        yield Callout(title, (para(f"{names}."),), Tone.ATTENTION)
    elif number:
        all_of = "all " if number > 1 else ""
        yield Callout(f"Plan checks met: {all_of}{count(number, 'plan')}{more}", (), Tone.NOTE)


def _named(left: LeftOut) -> str:
    name = f"{left.ref} ({left.path})" if left.ref else left.path
    return f"{name} {left.because}."


def _also(rows_by_item: Sequence[Sequence[Row]], paper_context: PaperContext) -> Iterator[Block]:
    """What else is to be settled, with the item under which it stands."""
    asks = [
        f"{words} (item {number})"
        for number, (item, lines) in enumerate(zip(AGENDA, rows_by_item, strict=True), 1)
        if (words := item.ask(lines, paper_context))
    ]
    if asks:
        yield para(strong("Also for the board:"))
        yield Bullets(tuple(para(ask) for ask in asks))


def _marking(parts: Sequence[PlanExtract], paper_context: PaperContext) -> Marking:
    """The highest of all plans and threats; of a plan that is only named, nothing is known."""
    markings = [part.marking for part in parts]
    threats = paper_context.board.threats_without_plan
    read = (parse_marking(threat.marking) for threat in threats if threat.marking)
    markings += [marking for marking in read if isinstance(marking, Marking)]
    markings += [Marking(sensitive=True)] if paper_context.left_out else []
    return highest(markings)


def _digest(parts: Sequence[PlanExtract], paper_context: PaperContext) -> str:
    """The SHA-256 of what the digests of the views are of, and of what the board itself brings."""
    board = json.dumps(astuple(paper_context.board), default=str)
    digests = [board, *sorted(part.digest for part in parts)]
    return hashlib.sha256("\n".join(digests).encode()).hexdigest()


def _provenance(
    parts: Sequence[PlanExtract], paper_context: PaperContext, digest: str
) -> Iterator[tuple[str, str]]:
    policy = paper_context.context.policy
    author = paper_context.edition == AUTHOR
    yield "Board", paper_context.board.name or paper_context.about
    yield "Edition", "the author's, with everything" if author else "board, police only"
    yield "As of", long_day(paper_context.as_of)
    yield "Protective marking", f"{_marking(parts, paper_context)}, the highest of its parts"
    for part in parts:
        if part.embargo:
            yield f"Embargo of {part.name}", part.embargo
    yield "Freedom of Information", policy.foia
    if policy.information_asset_owner:
        yield "Information asset owner", policy.information_asset_owner
    if policy.dpia_ref:
        yield "Data protection impact assessment", policy.dpia_ref
    yield "Follows", _last_issue(paper_context)
    yield "Digest of the content", digest
    yield "Made by", f"planc {__version__}, from the plans' own files"
    if policy.force:
        yield "For", policy.force


def _last_issue(paper_context: PaperContext) -> str:
    """What the board was given for its last meeting."""
    meets = paper_context.board.next_meeting(paper_context.as_of)
    before = meets or paper_context.as_of + dt.timedelta(1)
    stem = file_name(paper_context.about, KIND, paper_context.edition)
    last = last_issue(paper_context.issues, stem, before)
    if last is None:
        return f"no portfolio that is on record in {ISSUES}"
    meeting = parse_day(last.meeting)
    of = long_day(meeting) if meeting else last.meeting
    return f"the portfolio issued for the meeting of {of}, digest {last.digest[:12]}"
