"""Bids and requests: what plans have asked for and not been given, and answers since last time."""

import datetime as dt
from collections.abc import Iterator, Sequence

from planc.model.extract import PaperContext, Row
from planc.model.paper import Block, Prose, cell, clip, para, table
from planc.model.view import View
from planc.wording.day import short_day
from planc.wording.words import capital, count

TITLE = "Bids and requests"

_WAITING = ("sent", None)


def lines(view: View) -> Iterator[Row]:
    """Bids and requests without an answer, and bids answered since the last board."""
    if not view.own_board:
        return
    plan, last = view.plan, view.last_board
    for bid in plan.bids:
        if bid.result is None:
            asked = _asked(view, bid.asked_of, bid.asked_on)
            yield _row(view, bid.id, bid.what, bid.cost, asked, bid.asked_on, None)
        elif last and bid.result_on and bid.result_on > last:
            words = f"{capital(bid.result)}, {short_day(bid.result_on)}"
            words += f". {clip(bid.answer, 90)}" if bid.answer else ""
            asked = _asked(view, bid.asked_of, bid.asked_on)
            yield _row(view, bid.id, bid.what, bid.cost, asked, bid.result_on, words)
    for request in plan.requests:
        if request.status in _WAITING and request.asked_on and not request.answer:
            asked = _asked(view, request.asked_of, request.asked_on)
            kind = {"GAIN": "GAIN request", None: "Request"}.get(request.kind)
            kind = kind or f"{capital(request.kind or '')} request"
            yield _row(view, request.id, request.what, kind, asked, request.asked_on, None)


def _asked(view: View, of: str | None, on: dt.date | None) -> Prose:
    paragraphs = [para(view.post(of) or "Not said")]
    if on:
        paragraphs.append(para(short_day(on), small=True))
    return tuple(paragraphs)


def _row(
    view: View,
    name: str | None,
    what: str | None,
    cost: str | None,
    asked: Prose,
    day: dt.date | None,
    answer: str | None,
) -> Row:
    waits = f", {count((view.as_of - day).days, 'day')}" if day else ""
    return Row(
        (answer is not None, str(day), view.name),
        (
            cell((para(view.name), para(name or "", small=True))),
            clip(what or "", 120),
            clip(cost or "Not said", 60),
            cell(asked),
            answer or f"No answer{waits}",
        ),
        "answered" if answer else "waiting",
    )


def summary(rows: Sequence[Row], _paper_context: PaperContext) -> str:
    """How many wait for an answer."""
    waiting = sum(row.kind == "waiting" for row in rows)
    return f"{waiting} without an answer" if waiting else "none without an answer"


def ask(rows: Sequence[Row], _paper_context: PaperContext) -> str:
    """How many wait for an answer."""
    waiting = sum(row.kind == "waiting" for row in rows)
    words = count(waiting, "bid or request", "bids and requests")
    return f"Answer {words}, or press for an answer" if waiting else ""


def blocks(rows: Sequence[Row], _paper_context: PaperContext) -> Iterator[Block]:
    """Those that have waited longest first, then answers."""
    if not rows:
        yield para("No bid or request waits for an answer.")
        return
    header = ("Plan", "What is asked for", "Cost or kind", "Asked of", "Answer")
    caption = "Those that have waited longest first"
    yield table(caption, header, (row.cells for row in rows), (18, 30, 18, 18, 16))
