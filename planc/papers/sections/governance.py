"""Governance: who answers, which boards, reviews and sign-offs, and when the plan closes."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import fields

from planc.model.governance import SignOff
from planc.model.log import Entry
from planc.model.paper import (
    Block,
    Cell,
    Heading,
    Table,
    anchor,
    cell,
    fact_list,
    labelled,
    para,
    table,
)
from planc.model.view import AUTHOR, View
from planc.papers.as_signed import as_signed
from planc.papers.sentences import facts_in_a_line
from planc.wording.day import long_day
from planc.wording.words import capital

TITLE = "Governance"

_PLAIN = ("planc", "marking", "operation", "summary", "foia", "annexes", "sro", "lro")


def blocks(view: View) -> Iterator[Block]:
    """Posts, calendar, reviews, sign-offs, closure, and how the paper is handled."""
    plan = view.plan
    yield _posts(view)
    yield Heading(2, "Reviews", anchor("reviews"))
    due = plan.review_due
    yield labelled("Next review", long_day(due) if due else "not set")
    yield from _before_the_board(view)
    if plan.reviews:
        header: tuple[str, ...] = ("Date", "Conclusion", "Board and who was there", "Next")
        rows = [_review(view, entry) for entry in reversed(plan.reviews)]
        yield table("Reviews held, newest first", header, rows, (20, 18, 42, 20))
    else:
        yield para("No review has been recorded.")
    if plan.signoffs:
        header = ("Date", "By", "What", "Recorded")
        signed = [_signoff(view, signoff) for signoff in plan.signoffs]
        yield table("Sign-offs: a record, not a signature", header, signed, (19, 23, 28, 30))
        if stands := as_signed(view):
            yield labelled("Objectives as signed off", stands)
    closing = list(_closing(view))
    if closing:
        yield Heading(2, "Dates and closure", anchor("dates and closure"))
        yield from closing
    yield Heading(2, "Handling", anchor("handling"))
    yield from fact_list(_handling(view))


def _before_the_board(view: View) -> Iterator[Block]:
    """What will be late when the board meets next, in the words that the plan checks will have."""
    meets = view.board.next_meeting(view.as_of) if view.board else None
    if meets and view.due_before_board:
        rows = [
            (one.name, one.finding.wrong if one.finding else _due(one.due))
            for one in view.due_before_board
        ]
        when = f"What will be late on {long_day(meets)}, as seen on that day, if nothing is done"
        yield table(when, ("What", "How"), rows, (20, 80))


def _due(day: dt.date | None) -> str | None:
    return f"Due on {long_day(day)}." if day else None


def _closing(view: View) -> Iterator[Block]:
    """What is coming, and when and how the plan ends."""
    plan = view.plan
    ahead = [(long_day(c.date), c.event) for c in plan.coming if c.date]
    if ahead:
        yield table("Coming events", ("Date", "Event"), ahead, (25, 75))
    if plan.closure_test:
        tests = [(t.test, long_day(t.met_on) if t.met_on else "Not yet") for t in plan.closure_test]
        yield table(
            "The plan is archived when all of these are met", ("Test", "Met"), tests, (72, 28)
        )
    if plan.change_sought:
        yield from facts_in_a_line("Change sought", view.facts(plan.change_sought))
    if plan.closure:
        yield from facts_in_a_line("Closure", view.facts(plan.closure))


def _posts(view: View) -> Table:
    plan = view.plan
    posts = [("SRO", plan.sro), ("LRO", plan.lro)]
    if plan.team:
        for field in fields(plan.team):
            value = getattr(plan.team, field.name)
            title = view.fields.get(("team", field.name))
            if title and isinstance(value, str):
                posts.append((title.title, value))
            elif title and isinstance(value, tuple) and field.name != "route":
                posts += [(title.title, post) for post in value]
    rows = [
        (title, view.post(post) or "Not named", view.organisation_of(post) or None)
        for title, post in posts
    ]
    return table("Who answers for what", ("Part", "Post", "Organisation"), rows, (28, 36, 36))


def _review(view: View, entry: Entry) -> tuple[str | Cell | None, ...]:
    board = view.policy.board(entry.board)
    lines = []
    if entry.board:
        lines.append(para((board.name if board else None) or entry.board))
    if entry.by:
        lines.append(labelled("By", view.post(entry.by)))
    if entry.present:
        lines.append(labelled("Present", ", ".join(view.post(post) for post in entry.present)))
    if entry.read:
        lines.append(labelled("Digest read", entry.read))
    if entry.note:
        lines.append(para(" ".join(entry.note.split())))
    return (
        long_day(entry.date) if entry.date else None,
        capital(entry.review or ""),
        cell(tuple(lines)),
        long_day(entry.next_review) if entry.next_review else None,
    )


def _signoff(view: View, signoff: SignOff) -> tuple[str | Cell | None, ...]:
    shown = ("date", "by", "covers", *(("digests",) if view.edition != AUTHOR else ()))
    return (
        long_day(signoff.date) if signoff.date else None,
        view.post(signoff.by) or None,
        ", ".join(signoff.covers) or None,
        cell(fact_list(view.facts(signoff, skip=shown))),
    )


def _handling(view: View) -> Iterator[tuple[str, str]]:
    plan = view.plan
    yield "Protective marking", str(view.marking)
    yield "Freedom of Information", plan.foia or view.policy.foia
    yield from view.facts(plan, skip=_PLAIN)
    if plan.annexes:
        yield "Sensitive annexes, held by the LRO", ", ".join(plan.annexes)
    if view.policy.information_asset_owner:
        yield "Information asset owner", view.policy.information_asset_owner
    if view.policy.dpia_ref:
        yield "Data protection impact assessment", view.policy.dpia_ref
