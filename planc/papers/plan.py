"""The plan paper: page one, then everything a board may ask about."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from planc import __version__
from planc.model.checked_plan import CheckedPlan, Grant, RefusedPlan
from planc.model.context import Context
from planc.model.extract import PaperContext
from planc.model.paper import (
    Block,
    Contents,
    Fitted,
    Heading,
    PageBreak,
    Paper,
    anchor,
    fact_list,
)
from planc.model.paper_file import NoPaper, PaperRequest, file_name, parts_of_name
from planc.model.view import AUTHOR, BANNERS, BOARD, Edition, View
from planc.papers import page_one
from planc.papers.page import HEIGHT, title_height
from planc.papers.sections import (
    actions,
    decisions,
    disruptions,
    findings,
    governance,
    impact,
    learning,
    log,
    objectives,
    partners,
    reading_guide,
    retention_note,
    risks,
    tactics,
    threat,
)
from planc.passes.redact import redact
from planc.wording.day import long_day

KIND = "plan"
EDITIONS: tuple[Edition, ...] = (AUTHOR, BOARD)
TITLE = "plan paper"
FOR = ""
NEEDS_RELEASES = False
COMPARES = False
LOOKS_AHEAD = True

_Section = tuple[str, Callable[[View], Iterator[Block]]]

BODY: Mapping[str, _Section] = {
    "objectives": (objectives.TITLE, objectives.blocks),
    "tactics": (tactics.TITLE, tactics.blocks),
    "actions": (actions.TITLE, actions.blocks),
    "disruptions": (disruptions.TITLE, disruptions.blocks),
    "decisions": (decisions.TITLE, decisions.blocks),
    "threat": (threat.TITLE, threat.blocks),
    "partners": (partners.TITLE, partners.blocks),
    "risks": (risks.TITLE, risks.blocks),
    "impact": (impact.TITLE, impact.blocks),
    "governance": (governance.TITLE, governance.blocks),
    "learning": (learning.TITLE, learning.blocks),
}
"""The sections after page one, by the names that a force's policy has for them."""
ANNEXES: tuple[_Section, ...] = (
    (findings.TITLE, findings.blocks),
    (log.TITLE, log.blocks),
    (reading_guide.TITLE, reading_guide.blocks),
)


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
        blocks=tuple(_blocks(view, HEIGHT - title_height(title, subtitle))),
    )


def _blocks(view: View, room: float) -> Iterator[Block | Fitted]:
    chosen = {name: BODY[name] for name in view.policy.sections or BODY}
    further = {name: title for name, (title, _) in chosen.items()}
    yield page_one.blocks(view, room, {**further, "log": log.TITLE})
    yield PageBreak()
    yield Contents()
    for number, (title, section) in enumerate(chosen.values(), 1):
        yield Heading(1, f"{number} {title}", anchor(title))
        yield from _numbered(section(view), number)
    for letter, (title, section) in zip("ABC", ANNEXES, strict=True):
        yield Heading(1, f"Annex {letter} {title}", anchor(f"annex {title}"))
        yield from section(view)
    yield Heading(1, "About this paper", anchor("about this paper"))
    yield from fact_list(_provenance(view))
    yield retention_note.to_keep()


def _numbered(blocks: Iterable[Block], number: int) -> Iterator[Block]:
    """The headings of the second level with their numbers."""
    second = 0
    for block in blocks:
        if isinstance(block, Heading) and block.level == 2:
            second += 1
            yield Heading(2, f"{number}.{second} {block.text}", block.anchor, block.strand)
        else:
            yield block


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


def _provenance(view: View) -> Iterator[tuple[str, str]]:
    yield "Plan", view.plan.ref or "no reference"
    yield (
        "Edition",
        "the author's, with everything" if view.edition == AUTHOR else "board, police only",
    )
    yield "As of", long_day(view.as_of)
    yield "Digest of the content", view.digest
    yield "Made by", f"planc {__version__}, from the plan's own file"
    if view.policy.force:
        yield "For", view.policy.force
