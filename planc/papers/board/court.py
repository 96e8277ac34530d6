"""Court dates, orders, bids and requests: what waits for somebody outside, and since when."""

import datetime as dt
from collections.abc import Iterator

from planc.model.paper import Block, Cell, labelled, table
from planc.model.tactic import Order, Tactic
from planc.model.view import View
from planc.papers.sentences import facts_in_a_line
from planc.wording.day import short_day
from planc.wording.words import capital, count

TITLE = "Court, orders, bids and requests"


def blocks(view: View) -> Iterator[Block]:
    """The investigation, the orders, what is coming, and what was asked of others."""
    plan = view.plan
    if plan.investigation:
        yield from facts_in_a_line("Investigation", view.facts(plan.investigation))
    orders = [_order(view, tactic, tactic.order) for tactic in plan.live_tactics if tactic.order]
    if orders:
        yield labelled("Orders and notices", f"{'; '.join(orders)}.")
    ahead = sorted((c.date, c.event or "") for c in plan.coming if c.date and c.date >= view.as_of)
    if ahead:
        days = (f"{short_day(day)} {' '.join(event.split())}" for day, event in ahead)
        yield labelled("Dates ahead", f"{'; '.join(days)}.")
    yield from _asked(view)


def _order(view: View, tactic: Tactic, order: Order) -> str:
    """`STRO (PUR-5): awaiting court`, `restraint (PUR-4): made 29 Sep 2026, in progress`."""
    name = " ".join(filter(None, (order.type, order.ref))) or "type not said"
    days = (("made", order.made_on), ("ends", order.expires), ("review", order.review))
    facts = [f"{word} {short_day(day)}" for word, day in days if day]
    status = view.plan.status_of(tactic)
    # the board's approval of a tactic must not read as the court's of the order
    facts.append(status if order.made_on or status in _TOLD else f"not made yet (tactic {status})")
    return f"{name} ({tactic.id}): {', '.join(facts)}"


_TOLD = ("awaiting court", "no status recorded")
_WAITING = ("sent", "considered", None)


def _asked(view: View) -> Iterator[Block]:
    """What has no answer, with how long it waits, or had one since the last board."""
    plan, last = view.plan, view.last_board
    rows = []
    answered = 0
    for bid in plan.bids:
        if bid.result and not (last and bid.result_on and bid.result_on > last):
            answered += 1
            continue
        words = [capital(bid.result or "")] if bid.result else []
        words += [short_day(bid.result_on)] if bid.result_on else []
        words += [bid.answer] if bid.answer else []
        what = ", ".join(filter(None, (bid.what, bid.cost)))
        rows.append(_row(view, f"{bid.id} {what}", bid.asked_of, bid.asked_on, words))
    for request in plan.requests:
        waits = request.status in _WAITING and not request.answer
        day = request.answered_on
        if not waits and not (last and day and day > last):
            answered += 1
            continue
        words = [] if waits else [capital(request.status or "")]
        words += [short_day(day)] if day else []
        words += [request.answer] if request.answer else []
        kind = f" ({request.kind})" if request.kind else ""
        named = f"{request.id} {request.what or ''}{kind}"
        rows.append(_row(view, named, request.asked_of, request.asked_on, words))
    if rows:
        header = ("Bid or request", "Of whom", "Sent", "Answer")
        yield table("Bids and requests, open or newly answered", header, rows, (40, 22, 16, 22))
    if answered:
        yield labelled(
            "Answered before", f"{count(answered, 'bid or request', 'bids and requests')}."
        )


def _row(
    view: View, what: str, of: str | None, on: dt.date | None, answer: list[str]
) -> tuple[str | Cell | None, ...]:
    waits = f"No answer, {count((view.as_of - on).days, 'day')}" if on else "No answer"
    sent = short_day(on) if on else "Not dated"
    return what, view.post(of) or "Not said", sent, ". ".join(answer) or waits
