"""The plan paper: page one, then everything a board may ask about."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from planc.model.checked_plan import CheckedPlan, Grant, RefusedPlan
from planc.model.context import Context
from planc.model.extract import PaperContext
from planc.model.paper import Block, Fitted, PageBreak, Paper
from planc.model.paper_file import NoPaper, PaperRequest, file_name, parts_of_name
from planc.model.view import AUTHOR, BANNERS, BOARD, Edition, View
from planc.papers import author_edition, board_edition, page_one
from planc.papers.page import HEIGHT, title_height
from planc.passes.redact import redact
from planc.wording.day import long_day

KIND = "plan"
EDITIONS: tuple[Edition, ...] = (AUTHOR, BOARD)
TITLE = "plan paper"
FOR = ""
NEEDS_RELEASES = False
COMPARES = False
LOOKS_AHEAD = True


def addressees(_request: PaperRequest, _context: Context) -> Sequence[str]:
    """Nobody: each plan has a paper of its own."""
    return ()


def grants(
    plan: CheckedPlan | RefusedPlan,
    request: PaperRequest,
    context: Context,
    _addressees: Collection[str],
) -> Iterator[tuple[None, Grant | NoPaper]]:
    """What the edition may see of the plan."""
    if isinstance(plan, CheckedPlan):
        view = redact(plan.plan, context, request.edition, plan.findings, plan.set_aside)
        yield None, Grant(replace(view, upcoming=plan.upcoming))
    else:
        known = plan.ref is not None
        stem = file_name(plan.ref, KIND, request.edition) if known else ""
        yield None, NoPaper(plan.path, plan.because, stem)


def gather(view: View) -> View:
    """All of it: the paper is about this plan alone."""
    return view


def named(name: str) -> Iterator[PaperRequest]:
    """What to ask for to get the paper of this name."""
    for ref, edition in parts_of_name(name, KIND, EDITIONS):
        yield PaperRequest(edition, plan=ref)


def lay_out(parts: Sequence[View], _paper_context: PaperContext) -> Paper:
    """The paper about one plan, in the view's edition."""
    (view,) = parts
    plan = view.plan
    title = f"{view.name}: {plan.summary}" if plan.summary else view.name
    subtitle = _subtitle(view)
    stamps = [view.policy.exercise.stamp] if view.policy.exercise else []
    stamps += ["DRAFT"] if plan.status == "draft" else []
    day = long_day(view.as_of)
    version = f"version {plan.version}, " if plan.version else ""
    return Paper(
        name=file_name(plan.ref, KIND, view.edition),
        title=title,
        subtitle=subtitle,
        marking=str(view.marking),
        banner=BANNERS[view.edition],
        stamps=tuple(stamp for stamp in stamps if stamp),
        digest=view.digest,
        footer=f"{plan.ref}, {version}as of {day}, digest {view.digest[:12]}",
        subject=f"4P plan {plan.ref}, {view.edition} edition, as of {day}",
        as_of=view.as_of,
        blocks=tuple(_blocks(view, HEIGHT - title_height(title, subtitle, view.policy.text_size))),
    )


def _blocks(view: View, room: float) -> Iterator[Block | Fitted]:
    edition = board_edition if view.edition == BOARD else author_edition
    page = page_one.blocks(view, room, edition.in_full(view))
    yield page
    yield PageBreak()
    yield from edition.blocks(view, page)


def _subtitle(view: View) -> str:
    plan = view.plan
    tier = plan.threat.tier if plan.threat else None
    parts = [
        f"Tier: {tier}" if tier else "",
        f"LRO: {view.post(plan.lro)}" if plan.lro else "No LRO",
        f"SRO: {view.post(plan.sro)}" if plan.sro else "No SRO",
        (view.board.name or "") if view.board else "",
    ]
    return " | ".join(part for part in parts if part)
