"""The partners' paper: what a partner is asked, in words written for partners, and on what terms.

Its name, its numbers and its digest come from what its reader may see; nothing in it says how much
there is that they may not.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from planc import __version__
from planc.model.checked_plan import CheckedPlan, Grant, RefusedPlan
from planc.model.context import Context
from planc.model.extract import PaperContext
from planc.model.paper import (
    Block,
    Callout,
    Cell,
    Heading,
    Paper,
    anchor,
    fact_list,
    para,
    prose,
    strong,
    table,
)
from planc.model.paper_file import NoPaper, PaperRequest
from planc.model.tactic import TABLE, Action, Tactic
from planc.model.tone import Tone
from planc.model.view import BANNERS, FOR_PARTNERS, NOT_RELEASED, PARTNERS, RECIPIENT, Edition, View
from planc.passes.redact import share
from planc.passes.release_gate import release_gate
from planc.wording.day import long_day
from planc.wording.words import capital, cut

EDITIONS: tuple[Edition, ...] = FOR_PARTNERS
TITLE = "partner paper"
FOR = ""
NEEDS_RELEASES = False
COMPARES = False
LOOKS_AHEAD = False

_ALL = "all"
_NAME = re.compile(r"partner-(?P<reader>.+)-[0-9a-f]{8}")


def addressees(_request: PaperRequest, _context: Context) -> Sequence[str]:
    """Nobody: each plan has a paper of its own."""
    return ()


def grants(
    plan: CheckedPlan | RefusedPlan,
    request: PaperRequest,
    context: Context,
    _addressees: Collection[str],
) -> Iterator[tuple[None, Grant | NoPaper]]:
    """What the plan shares with one partner post, or with all partners at the table.

    Refused with the reason where the plan's own words forbid it, or nothing is for the table. That
    there is nothing for one post among many is no fault, and is only said.
    """
    if isinstance(plan, RefusedPlan):
        yield None, NoPaper(plan.path, plan.because)
        return
    view = share(plan.plan, context, request.edition, request.to)
    title = view.post(view.reader or TABLE)
    if not (view.plan.tracked or view.plan.objectives):
        because = f'nothing in it is shared with all at the table: write "share: {TABLE}" there'
        nothing = f"no paper for {title}, since nothing in it is shared with them"
        yield None, NoPaper(plan.path, note=nothing) if request.to else NoPaper(plan.path, because)
        return
    refused = plan.doubt or release_gate(plan.plan, context, view, plan.standing)
    if refused:
        yield None, NoPaper(plan.path, refused)
    else:
        purpose = f"{plan.ref}, for {', '.join([title, *_organisation(view)])}"
        yield None, Grant(replace(view, released=request.released), purpose=purpose)


def _organisation(view: View) -> list[str]:
    name = view.organisation_of(view.reader) if view.reader else ""
    return [name] if name else []


def gather(view: View) -> View:
    """All of it: the paper is about this plan alone."""
    return view


def named(name: str) -> Iterator[PaperRequest]:
    """What to ask for to get the paper of this name, released or not."""
    if match := _NAME.fullmatch(name):
        for_all = match["reader"] == _ALL
        for released in (True, False):
            if for_all:
                yield PaperRequest(PARTNERS, released=released)
            else:
                yield PaperRequest(RECIPIENT, match["reader"], released=released)


def lay_out(parts: Sequence[View], _paper_context: PaperContext) -> Paper:
    """The paper of the view's reader, or of all partners at the table."""
    (view,) = parts
    day = long_day(view.as_of)
    reader = view.post(view.reader) if view.reader else "all partners at the table"
    exercise = view.policy.exercise
    stamps = [exercise.stamp] if exercise and exercise.stamp else []
    stamps += [] if view.released else [NOT_RELEASED]
    force = view.policy.force or "the police"
    return Paper(
        name=f"partner-{view.reader or _ALL}-{view.digest[:8]}",
        title=_title(view, reader),
        subtitle=f"From {force} | as of {day}",
        marking=str(view.marking),
        banner=f"{BANNERS[view.edition]} - FOR {reader.upper()}",
        stamps=tuple(stamps),
        digest=view.digest,
        footer=f"For {reader}, as of {day}, digest {view.digest[:12]}",
        subject=f"Partners' paper for {reader}, as of {day}",
        as_of=view.as_of,
        blocks=tuple(_blocks(view)),
    )


def _title(view: View, reader: str) -> str:
    """By which a reader tells it from the paper of another plan: by what it asks."""
    own = [item for item in view.plan.tracked if item.owner == view.reader]
    for items, purpose in (
        (own, f"what we ask of {reader}"),
        (view.plan.tracked, f"for the information of {reader}"),
    ):
        if items:
            more = f" and {len(items) - 1} more" if len(items) > 1 else ""
            return f"{_name(items[0])}{more}: {purpose}"
    return f"What we want to achieve together: for {reader}"


def _name(item: Tactic | Action) -> str:
    title = item.partner_title if isinstance(item, Tactic) else None
    return title or cut((item.partner_text or "").rstrip("."), 60)


def _blocks(view: View) -> Iterator[Block]:
    plan = view.plan
    if not view.released:
        yield Callout(
            NOT_RELEASED,
            (para("For checking only. Nobody has recorded that it may be sent: planc release."),),
            Tone.ATTENTION,
        )
    if plan.threat and plan.threat.partner_text:
        yield _heading("What it is about")
        yield from prose(plan.threat.partner_text)
    shared = [objective for objective in plan.objectives if objective.partner_text]
    if shared:
        yield _heading("What we want to achieve together")
        rows = [(objective.id, objective.partner_text) for objective in shared]
        yield table("Shared objectives", ("Number", "Objective"), rows, (14, 86))
    own = [item for item in plan.tracked if item.owner == view.reader]
    others = [item for item in plan.tracked if item.owner != view.reader]
    if own:
        yield _heading("What we ask of you")
        header: tuple[str, ...] = ("Number", "What is asked", "By", "Status")
        rows_own = [_own(view, item) for item in own]
        yield table("Your tasks", header, rows_own, (12, 52, 20, 16))
    if others:
        for_all = view.reader is None
        yield _heading("What each of us is asked" if for_all else "What others are asked to do")
        header = ("Number", "What is asked", "Of whom")
        rows_others = [(item.id, _words(item), view.post(item.owner)) for item in others]
        caption = "Tasks shared with the table" if for_all else "Tasks of others"
        yield table(caption, header, rows_others, (12, 60, 28))
    yield _heading("Whom to tell, and on what terms")
    yield from fact_list(_terms(view))
    yield from prose(view.policy.partner_terms)
    yield para(_provenance(view), small=True)


def _heading(text: str) -> Heading:
    return Heading(1, text, anchor(text))


def _words(item: Tactic | Action) -> Cell:
    title = item.partner_title if isinstance(item, Tactic) else None
    lead = (para(strong(title)),) if title else ()
    return Cell((*lead, *(prose(item.partner_text) if item.partner_text else ())))


def _own(view: View, item: Tactic | Action) -> tuple[str | Cell | None, ...]:
    day = view.plan.deadline_of(item)
    check = isinstance(item, Tactic) and item.due is None
    by = f"{'Tell us how it goes by ' if check else ''}{long_day(day)}" if day else "No date"
    return item.id, _words(item), by, capital(view.plan.status_of(item))


def _terms(view: View) -> Iterator[tuple[str, str]]:
    if view.plan.lro:
        posts = ", ".join(
            t for t in (view.post(view.plan.lro), view.organisation_of(view.plan.lro)) if t
        )
        yield "Report to and ask", posts
        if contact := view.contact_of(view.plan.lro):
            yield "How to reach them", contact
    if view.plan.embargo_until:
        yield "Embargoed until", view.plan.embargo_until
    yield "Protective marking", str(view.marking)
    if view.shared_under:
        yield "Shared under", view.shared_under
    yield "Destroy it by", f"{long_day(view.destroy_by)}, unless we tell you otherwise"


def _provenance(view: View) -> str:
    edition = "For partners" if view.reader is None else "For one recipient"
    return f"{edition}. Made by planc {__version__} as of {long_day(view.as_of)}."
