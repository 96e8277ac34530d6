"""Attendance and interests: who is expected, who may have the paper, and room for the minute."""

from collections.abc import Iterator, Sequence

from planc.model.gathered import Line, Occasion
from planc.model.pack import Block, Tone, cell, clip, para, table
from planc.model.view import View
from planc.model.words import count

TITLE = "Attendance and interests"


def lines(view: View) -> Iterator[Line]:
    """The posts expected for the plan, and those that its marking lets have a copy, if it does."""
    plan = view.plan
    for part, post in (("SRO", plan.sro), ("LRO", plan.lro)):
        if post:
            yield Line((part, view.name), (post, f"{part}, {view.name}"), "expected")
    if view.for_recipients_only:
        yield Line(("only", view.name), (view.name, *plan.recipients), "only")


def _expected(found: Sequence[Line], occasion: Occasion) -> dict[str, list[str]]:
    """What each post is expected for, the chair first."""
    held: dict[str, list[str]] = {}
    if occasion.board.chair:
        held[occasion.board.chair] = ["Chair"]
    for line in found:
        if line.kind == "expected":
            post, part = line.cells
            held.setdefault(str(post), []).append(str(part))
    return held


def _barred(post: str, found: Sequence[Line], occasion: Occasion) -> str:
    """Why a post may not have the paper; empty if it may."""
    directory = occasion.given.directory
    if directory is None or not directory.is_police(post):
        return "not a police post"
    only = [line.cells for line in found if line.kind == "only"]
    missing = [str(name) for name, *recipients in only if post not in recipients]
    return f"not a recipient of {', '.join(missing)}" if missing else ""


def summary(found: Sequence[Line], occasion: Occasion) -> str:
    """How many posts are expected."""
    return f"{count(len(_expected(found, occasion)), 'post')} expected"


def ask(found: Sequence[Line], occasion: Occasion) -> str:
    """Whether somebody is expected who may not have the paper."""
    barred = sum(bool(_barred(post, found, occasion)) for post in _expected(found, occasion))
    return f"{barred} of those expected may not have this paper" if barred else ""


def blocks(found: Sequence[Line], occasion: Occasion) -> Iterator[Block]:
    """A row for each post, to be filled in at the meeting."""
    rows = []
    for post, parts in _expected(found, occasion).items():
        barred = _barred(post, found, occasion)
        name = (
            para(occasion.post(post)),
            para(clip("; ".join(parts), 120), small=True),
        )
        copy = cell(f"No: {barred}", Tone.AMBER) if barred else "Yes"
        rows.append((cell(name), copy, "Yes / no / deputy", "None / as minuted"))
    if rows:
        header = ("Post", "May have this paper", "Present", "Interest declared")
        yield table("To be filled in at the meeting", header, rows, (40, 24, 17, 19))
