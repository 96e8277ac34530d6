"""What changed since the last board: what went wrong first, equals gathered."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from planc.model.log import Entry
from planc.model.paper import Block, Bullets, labelled, para, strong
from planc.model.plan import Plan
from planc.model.view import View
from planc.papers.page import Room
from planc.papers.slips import slips
from planc.wording.day import long_day, short_day
from planc.wording.words import capital, count, every

SECTION = "news"


class _News(NamedTuple):
    kind: str
    """One word under which it is counted where there is no room for it."""
    words: str


def blocks(view: View, room: Room) -> Iterator[Block]:
    """One line each, as many as there is room for; the others are counted by kind."""
    last = view.last_board
    if last is None:
        return
    title = f"Since {long_day(last)}"
    news = [
        *_corrections(view.plan, last, room),
        *_setbacks(view.plan, last, room),
        *_gains(view.plan, last, room),
    ]
    if not news:
        yield labelled(title, "nothing recorded")
        return
    shown, others = news[: room.news], news[room.news :]
    lines = [item.words for item in shown]
    if others:
        kinds = Counter(item.kind for item in others)
        counted = every([count(number, kind) for kind, number in kinds.items()])
        lines.append(f"and {len(others)} more: {counted}")
    if room.news < _MANY:
        yield para(strong(f"{title}: "), " | ".join(lines), small=True)
    else:
        yield para(strong(f"{title}:"))
        yield Bullets(tuple(para(line) for line in lines))


_MANY = 5
"""For fewer a list takes more lines than it is worth."""


def _recent(plan: Plan, last: dt.date) -> list[Entry]:
    return [entry for entry in plan.standing if entry.date and entry.date > last]


def _corrections(plan: Plan, last: dt.date, room: Room) -> Iterator[_News]:
    """What the last board was told, and was wrong."""
    for entry in plan.entries:
        if entry.date and entry.date > last and entry.corrects and entry.corrects <= last:
            about = f" about {entry.ref}" if entry.ref else ""
            words = room.clip(entry.note or "see the log", 75)
            yield _News(
                "correction", f"Entry of {short_day(entry.corrects)}{about} corrected: {words}"
            )


def _setbacks(plan: Plan, last: dt.date, room: Room) -> Iterator[_News]:
    """What was blocked, what slipped, by most days, and what was withdrawn."""
    news = _recent(plan, last)
    for entry in news:
        if entry.status == "blocked":
            yield _News("block", _with_reason(entry, entry.because or entry.note, room))
    for slip in slips(plan, last):
        yield _News("slip" if slip.days > 0 else "date brought forward", slip.words)
    for entry in news:
        if entry.status == "withdrawn":
            yield _News("withdrawal", _with_reason(entry, entry.because or entry.note, room))


def _gains(plan: Plan, last: dt.date, room: Room) -> Iterator[_News]:
    """Disruptions, the greatest first, decisions, and what is done."""
    news = _recent(plan, last)
    claimed = [entry for entry in news if entry.disruption and entry.state != "rejected"]
    for entry in sorted(claimed, key=lambda one: _GREATEST_FIRST.index(one.disruption)):
        effect = room.clip(entry.effect or "not said", 75)
        yield _News("disruption", f"{capital(entry.disruption or '')} disruption: {effect}")
    for entry in news:
        if entry.decision:
            number = f"Decision {entry.id}" if entry.id else "Decision"
            yield _News("decision", f"{number}: {room.clip(entry.decision, 75)}")
    for entry in news:
        if entry.status in ("complete", "closed"):
            words = _with_reason(entry, entry.outcome or entry.note, room)
            yield _News("completion", words)


_GREATEST_FIRST: tuple[str | None, ...] = ("major", "moderate", "minor")


def _with_reason(entry: Entry, reason: str | None, room: Room) -> str:
    words = room.clip(reason or "", 75)
    return f"{entry.ref} {entry.status}" + (f": {words}" if words else "")
