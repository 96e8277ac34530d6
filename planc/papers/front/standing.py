"""What stands still, and what is asked of others."""

from collections import Counter
from collections.abc import Iterator

from planc.model.log import Entry
from planc.model.paper import Block, Paragraph, para, strong
from planc.model.view import View
from planc.papers.page import Room
from planc.wording.day import short_day

SECTION = "standing"


def blocks(view: View, room: Room) -> Iterator[Block]:
    """A line for each."""
    yield _line("Stuck", _stuck(view, room), "nothing is stuck")
    yield _line("Asks", _asks(view, room), "none outstanding")


def _line(label: str, facts: list[str], nothing: str) -> Paragraph:
    return para(strong(f"{label}: "), " | ".join(facts) or f"{nothing}.", small=True)


def _stuck(view: View, room: Room) -> list[str]:
    """Those that are stuck worst, and what is said of them; then how many more."""
    lines = []
    for stuck in view.stuck[: room.lines]:
        owner = view.post(stuck.item.owner) or "no owner"
        why = _why(view.plan.entries_about(stuck.item.id), blocked=stuck.blocked)
        because = f": {room.clip(why, 70)}" if why else ""
        lines.append(f"{stuck.item.id} ({owner}) {stuck.words}{because}")
    others = Counter("late" if stuck.late else "blocked" for stuck in view.stuck[room.lines :])
    if others:
        counted = ", ".join(f"{number} {word}" for word, number in others.items())
        lines.append(f"and {others.total()} more: {counted}" if lines else counted)
    return lines


def _why(entries: list[Entry], *, blocked: bool) -> str:
    """The last word on why it stands still: where it was blocked, else what the log says last."""
    if blocked:
        entries = [entry for entry in entries if entry.status == "blocked"]
    words = [entry.because or entry.note for entry in entries if not entry.decision]
    return next((word for word in reversed(words) if word), "")


def _asks(view: View, room: Room) -> list[str]:
    """The requests that wait longest for an answer; then how many more."""
    asks = [
        (bid.asked_on, bid.what, "bid") for bid in view.plan.bids if bid.asked_on and not bid.result
    ]
    asks += [
        (asked.asked_on, asked.what, asked.kind or "request")
        for asked in view.plan.requests
        if asked.asked_on and asked.status == "sent"
    ]
    asks.sort(key=lambda ask: ask[0])
    words = [
        f"{room.clip(what or '', 60)} ({kind} sent {short_day(day)})" for day, what, kind in asks
    ]
    more = len(words) - room.lines
    if more <= 0:
        return words
    return [*words[: room.lines], f"and {more} more" if room.lines else f"{more} not answered"]
