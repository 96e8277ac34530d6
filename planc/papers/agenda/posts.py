"""LROs and vacant posts: plans without an LRO or SRO, new ones, and work that a vacancy leaves."""

import datetime as dt
from collections.abc import Iterator, Sequence

from planc.model.extract import PaperContext, Row
from planc.model.paper import Block, cell, clip, para, table
from planc.model.tone import Tone
from planc.model.view import View
from planc.wording.day import short_day
from planc.wording.words import count

TITLE = "LROs and vacant posts"


def lines(view: View) -> Iterator[Row]:
    """Who is missing or new on the plan, and what hangs on them."""
    plan, last = view.plan, view.last_board
    for part, post in (("LRO", plan.lro), ("SRO", plan.sro)):
        vacant = view.vacant_since(post)
        if not post:
            yield _row(view, 0, f"No {part}", "Name one", "missing")
        elif vacant:
            yield _row(view, 0, f"{part}: {view.post(post)}", _since(vacant), "missing")
    for post, owned in _work(view).items():
        vacant = view.vacant_since(post)
        if vacant and post not in (plan.lro, plan.sro):
            items = ", ".join(owned[:6]) + (f" and {len(owned) - 6} more" if len(owned) > 6 else "")
            yield _row(view, 1, view.post(post), f"{_since(vacant)}; owns {items}", "vacant")
    if plan.lro and plan.lro_since and last and plan.lro_since > last:
        handover = clip(plan.lro_handover or "no handover recorded", 120)
        words = f"LRO since {short_day(plan.lro_since)}; handover: {handover}"
        yield _row(view, 2, view.post(plan.lro), words, "new")
    if plan.sro and plan.sro_since and last and plan.sro_since > last:
        yield _row(view, 2, view.post(plan.sro), f"SRO since {short_day(plan.sro_since)}", "sro")


def _since(day: dt.date) -> str:
    return f"Vacant since {short_day(day)}"


def _work(view: View) -> dict[str, list[str]]:
    """The ids of what each post owns and has still to do."""
    work: dict[str, list[str]] = {}
    for item in view.plan.tracked:
        if item.owner and view.plan.is_live(item):
            work.setdefault(item.owner, []).append(item.id or "")
    return work


def _row(view: View, place: int, post: str, words: str, kind: str) -> Row:
    tone = Tone.ATTENTION if place == 0 else Tone.PLAIN
    name = cell((para(view.name), para(view.plan.ref or "", small=True)))
    return Row((place, view.name, post), (name, post, cell(words, tone)), kind)


def summary(rows: Sequence[Row], _paper_context: PaperContext) -> str:
    """How many are missing, vacant and new."""
    kinds = [row.kind for row in rows]
    words = {
        "missing": "LRO or SRO missing",
        "vacant": "owner's post vacant",
        "new": "new LRO",
        "sro": "new SRO",
    }
    counts = [f"{kinds.count(kind)} {word}" for kind, word in words.items() if kind in kinds]
    return ", ".join(counts) or "none"


def ask(rows: Sequence[Row], _paper_context: PaperContext) -> str:
    """How many plans have nobody to answer for them."""
    missing = sum(row.kind == "missing" for row in rows)
    return f"Find {count(missing, 'LRO or SRO', 'LROs or SROs')}" if missing else ""


def blocks(rows: Sequence[Row], _paper_context: PaperContext) -> Iterator[Block]:
    """Missing ones first, then work without an owner in post, then who is new."""
    if not rows:
        yield para(
            "Every plan has its LRO and SRO, no owner's post is vacant, and no LRO or SRO is new."
        )
        return
    header = ("Plan", "Post", "What the board should know")
    caption = "Posts that are missing, vacant or newly filled"
    yield table(caption, header, (row.cells for row in rows), (24, 30, 46))
