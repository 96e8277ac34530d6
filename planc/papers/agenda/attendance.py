"""Attendance and interests: who is expected, who may have the paper, and room for the minute."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from planc.model.extract import PaperContext, Row
from planc.model.paper import Block, cell, clip, para, table
from planc.model.tone import Tone
from planc.model.view import View
from planc.wording.words import count

TITLE = "Attendance and interests"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Expected(Row):
    """A post that is expected, and its part in a plan."""

    post: str
    part: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Restricted(Row):
    """A plan that only some posts may have a copy of."""

    plan: str
    recipients: tuple[str, ...]


def lines(view: View) -> Iterator[Row]:
    """The posts expected for the plan, and those that its marking lets have a copy, if it does."""
    plan = view.plan
    for part, post in (("SRO", plan.sro), ("LRO", plan.lro)):
        if post:
            yield _Expected((part, view.name), post=post, part=f"{part}, {view.name}")
    if view.for_recipients_only:
        order = ("only", view.name)
        yield _Restricted(order, plan=view.name, recipients=tuple(plan.recipients))


def _expected(rows: Sequence[Row], paper_context: PaperContext) -> dict[str, list[str]]:
    """What each post is expected for, the chair first."""
    parts: dict[str, list[str]] = {}
    if paper_context.board.chair:
        parts[paper_context.board.chair] = ["Chair"]
    for row in rows:
        if isinstance(row, _Expected):
            parts.setdefault(row.post, []).append(row.part)
    return parts


def _barred(post: str, rows: Sequence[Row], paper_context: PaperContext) -> str:
    """Why a post may not have the paper; empty if it may."""
    directory = paper_context.context.directory
    if directory is None or not directory.is_police(post):
        return "not a police post"
    restricted = (row for row in rows if isinstance(row, _Restricted))
    missing = [row.plan for row in restricted if post not in row.recipients]
    return f"not a recipient of {', '.join(missing)}" if missing else ""


def summary(rows: Sequence[Row], paper_context: PaperContext) -> str:
    """How many posts are expected."""
    return f"{count(len(_expected(rows, paper_context)), 'post')} expected"


def ask(rows: Sequence[Row], paper_context: PaperContext) -> str:
    """Whether somebody is expected who may not have the paper."""
    barred = sum(
        bool(_barred(post, rows, paper_context)) for post in _expected(rows, paper_context)
    )
    return f"{barred} of those expected may not have this paper" if barred else ""


def blocks(rows: Sequence[Row], paper_context: PaperContext) -> Iterator[Block]:
    """A row for each post, to be filled in at the meeting."""
    table_rows = []
    for post, parts in _expected(rows, paper_context).items():
        barred = _barred(post, rows, paper_context)
        name = (
            para(paper_context.post(post)),
            para(clip("; ".join(parts), 120), small=True),
        )
        copy = cell(f"No: {barred}", Tone.ATTENTION) if barred else "Yes"
        table_rows.append((cell(name), copy, "Yes / no / deputy", "None / as minuted"))
    if table_rows:
        header = ("Post", "May have this paper", "Present", "Interest declared")
        yield table("To be filled in at the meeting", header, table_rows, (40, 24, 17, 19))
