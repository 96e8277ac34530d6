"""What changed in a plan since its board last met, on one page: what was agreed to comes first."""

import hashlib
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace

from planc.model.checked_plan import CheckedPlan, Grant, RefusedPlan
from planc.model.context import Context
from planc.model.difference import Difference
from planc.model.extract import PaperContext
from planc.model.measure import course, number
from planc.model.paper import Block, Heading, Paper, anchor, labelled, para, table
from planc.model.paper_file import NoPaper, PaperRequest, file_name, parts_of_name
from planc.model.plan import Plan
from planc.model.view import BANNERS, BOARD, Edition, View
from planc.papers.page import HEIGHT, height, title_height
from planc.papers.sections import retention_note
from planc.passes.compare import compare
from planc.passes.redact import redact
from planc.resources import schema
from planc.wording.day import long_day, parse_day
from planc.wording.differences import words_of
from planc.wording.words import capital, count

KIND = "changes"
EDITIONS: tuple[Edition, ...] = (BOARD,)
TITLE = "paper of what changed"
FOR = ""
NEEDS_RELEASES = False
COMPARES = True
LOOKS_AHEAD = False
BY_LOG = "as the log of the plan has it, and nothing but its log was compared"

_APPROVED = (
    *("status", "marking", "sro", "sro_since", "lro", "lro_since", "recipients", "board"),
    *("reason", "accepted_on", "share", "statement", "measure", "baseline", "target", "by"),
    *("judgement.would_see", "judgement.assessed_by"),
)
_STOPPED = ("blocked", "withdrawn")


def _is_approved(one: Difference) -> bool:
    of_plan = one.section in ("", "objectives", "gaps", "risks") and one.field in _APPROVED
    whole = one.section in ("objectives", "gaps", "signoffs", "waivers") and not one.field
    return of_plan or whole or one.field == "share" or one.kind == "rewritten"


def _is_setback(one: Difference, plan: Plan) -> bool:
    late = one.kind == "moved" and one.days > 0
    bad = one.after in _STOPPED or one.kind in ("deleted", "reopened")
    ranks = [_RATINGS.get(word or "", 0) for word in (one.before, one.after)]
    fell = one.field == "rag" and (ranks[0] < ranks[1] or one.after == "red")
    return late or bad or fell or _goes_away(one, plan)


def _goes_away(one: Difference, plan: Plan) -> bool:
    """Whether a measure is further from its target than it was."""
    objective = next((o for o in plan.objectives if one.field == "value" and o.id == one.id), None)
    way = course(objective.baseline, objective.target) if objective else None
    now = number(one.after)
    if way is None or now is None:
        return False
    was = way.baseline if one.before is None else number(one.before)
    if was is None:
        return False
    return now < was if way.is_upward else now > was


_RATINGS = {"complete": 1, "green": 2, "amber": 3, "red": 4}


_GROUPS: tuple[tuple[str, Callable[[Difference, Plan], bool]], ...] = (
    ("The SRO's to agree", lambda one, _: _is_approved(one)),
    ("Worse", _is_setback),
    ("Recorded", lambda one, _: one.kind == "recorded"),
    ("Done, measured", lambda one, _: one.kind == "closed" or one.field in ("rag", "value")),
    ("New", lambda one, _: one.kind == "added"),
    ("Other", lambda *_: True),
)
"""What the page says, in order, with what belongs under each heading; the first that fits."""


def addressees(_request: PaperRequest, _context: Context) -> Sequence[str]:
    """Nobody: each plan has a page of its own."""
    return ()


def grants(
    plan: CheckedPlan | RefusedPlan,
    request: PaperRequest,
    context: Context,
    _addressees: Collection[str],
) -> Iterator[tuple[None, Grant | NoPaper]]:
    """The plan, with what became of what the edition may see of it."""
    if isinstance(plan, RefusedPlan):
        stem = file_name(plan.ref, KIND, request.edition) if plan.ref is not None else ""
        yield None, NoPaper(plan.path, plan.because, stem)
        return
    view = redact(plan.plan, context, request.edition, plan.findings, plan.set_aside)
    last = view.last_board
    if plan.earlier is None and not plan.since and last is None:
        stem = file_name(plan.ref, KIND, request.edition)
        yield None, NoPaper(plan.path, "its board has not met that planc knows of", stem)
        return
    since = plan.since or (f"{long_day(last)}, {BY_LOG}" if last else "")
    earlier = plan.earlier or (plan.plan.as_logged(last) if last and not plan.since else None)
    before = redact(earlier, context, request.edition).plan if earlier else None
    changes = compare(before, view.plan, context.as_of)
    digest = hashlib.sha256(repr((view.digest, since, changes)).encode()).hexdigest()
    yield None, Grant(replace(view, changes=changes, since=since, digest=digest))


def gather(view: View) -> View:
    """All of it: the paper is about this plan alone."""
    return view


def named(name: str) -> Iterator[PaperRequest]:
    """What to ask for to get the paper of this name."""
    for ref, edition in parts_of_name(name, KIND, EDITIONS):
        yield PaperRequest(edition, plan=ref)


def lay_out(parts: Sequence[View], _paper_context: PaperContext) -> Paper:
    """One page about one plan."""
    (view,) = parts
    plan, day = view.plan, long_day(view.as_of)
    title = f"{view.name}: {plan.summary}" if plan.summary else view.name
    subtitle = f"{plan.ref} | what changed, as of {day}"
    stamps = [view.policy.exercise.stamp] if view.policy.exercise else []
    stamps += ["DRAFT"] if plan.status == "draft" else []
    return Paper(
        name=file_name(plan.ref, KIND, view.edition),
        title=title,
        subtitle=subtitle,
        marking=str(view.marking),
        banner=BANNERS[view.edition],
        stamps=tuple(stamp for stamp in stamps if stamp),
        digest=view.digest,
        footer=f"{plan.ref}, as of {day}, digest {view.digest[:12]}",
        subject=f"Changes in the 4P plan {plan.ref}, {view.edition} edition, as of {day}",
        as_of=view.as_of,
        blocks=_page(view, HEIGHT - title_height(title, subtitle, view.policy.text_size)),
    )


_Line = tuple[str, str, str]
"""A line of the page: the group it belongs to, what it is about, and what became of that."""


def _page(view: View, room: float) -> tuple[Block, ...]:
    """As much as the page holds; what is left out is counted, the least of it first."""
    rest = list(view.changes)
    lines: list[_Line] = []
    told = set[tuple[str, str | None]]()
    for title, fits in _GROUPS:
        here = [one for one in rest if fits(one, view.plan)]
        lines += [(title, *_parted(_once(one, told))) for one in here]
        rest = [one for one in rest if one not in here]
    for most in range(len(lines), -1, -1):
        page = tuple(_blocks(view, lines[:most], len(lines) - most))
        if height(page, view.policy.text_size) <= room:
            break
    return page


def _once(one: Difference, told: set[tuple[str, str | None]]) -> Difference:
    """The difference without a reason that the same entry has given on the page for another."""
    reason = (one.id, one.because)
    if one.because and reason in told and one.kind == "changed":
        return replace(one, because=None)
    told.add(reason)
    return one


def _parted(one: Difference) -> tuple[str, str]:
    """What a difference is about, and what became of it."""
    words = words_of(schema("plan"), one)
    if one.kind == "recorded" and one.id and parse_day(one.id) is None:
        return one.id, words.replace(f" {one.id}", "", 1)
    if one.id and words.startswith(f"{one.id}: "):
        return one.id, capital(words.removeprefix(f"{one.id}: "))
    return "The plan", capital(words)


def _blocks(view: View, lines: Sequence[_Line], more: int) -> Iterator[Block]:
    yield Heading(1, "What changed", anchor("what changed"))
    yield labelled("Compared with the plan of", view.since)
    if not lines and not more:
        yield para("Nothing that the plan says is another than it was.")
        yield retention_note.to_keep()
        return
    caption = "What is not as it was: first what the SRO agrees to, then what is worse"
    if lines:
        yield table(caption, ("Kind", "About", "What became of it"), lines, (18, 14, 68))
    if more:
        yield para(f"and {count(more, 'more line')}: planc diff shows them all", small=True)
    yield retention_note.to_keep()
