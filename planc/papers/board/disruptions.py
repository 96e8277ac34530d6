"""Disruptions: what a panel has moderated, kept apart from what is only claimed."""

from collections import Counter
from collections.abc import Iterator

from planc.model.log import Entry
from planc.model.paper import Block, Cell, cell, para, table
from planc.model.tactic import STRANDS
from planc.model.view import View
from planc.papers.claims import MODERATED, has_row, is_settled
from planc.wording.day import short_day
from planc.wording.words import capital, count, every

TITLE = "Disruptions"

_LEVELS = ("major", "moderate", "minor")


def blocks(view: View) -> Iterator[Block]:
    """How many there are, then each that nobody moderated, then those moderated since."""
    all_claims = [entry for entry in view.plan.standing if entry.disruption]
    if not all_claims:
        return
    counted = [entry for entry in all_claims if entry.state != "rejected"]
    rows = [
        ("Moderated by the panel", *_numbers([e for e in counted if e.state == MODERATED])),
        ("Claimed, not moderated", *_numbers([e for e in counted if e.state == "claimed"])),
        ("Recorded, not claimed", *_numbers([e for e in counted if e.state is None])),
        ("Rejected by the panel", *_numbers([e for e in all_claims if e.state == "rejected"])),
    ]
    header: tuple[str, ...] = ("Since the plan started", "Major", "Moderate", "Minor", "All")
    shown = [row for row in rows if row[-1] != "0"]
    yield table("How many, and who says so", header, shown, (40, 15, 15, 15, 15), brief=True)
    yield para(_where(view, counted), small=True)
    header = ("Date", "Disruption", "Effect", "Led by")
    widths = (14, 30, 38, 18)
    claimed = [entry for entry in all_claims if not is_settled(entry)]
    if claimed:
        caption = "Not moderated yet, whatever their age"
        yield table(caption, header, [_row(view, e) for e in reversed(claimed)], widths)
    news = [entry for entry in all_claims if is_settled(entry) and has_row(view, entry)]
    if news:
        caption = "Moderated or rejected, of those since the last board"
        yield table(caption, header, [_row(view, e) for e in reversed(news)], widths)


def _numbers(entries: list[Entry]) -> tuple[str, ...]:
    levels = Counter(entry.disruption for entry in entries)
    return (*(str(levels[level]) for level in _LEVELS), str(len(entries)))


def _where(view: View, entries: list[Entry]) -> str:
    """Under which strands, and who led; the rejected ones left out."""
    strands = Counter(view.plan.strand_of(entry) for entry in entries)
    places = [f"{capital(strand)} {strands[strand]}" for strand in STRANDS if strands[strand]]
    places += [f"no strand given {strands[None]}"] if strands[None] else []
    partners = sum("police" not in (entry.lead or "").lower() for entry in entries)
    led = f"Led by police {len(entries) - partners}, by partners {partners}"
    return f"{every(places)}. {led}." if places else f"{led}."


def _state(view: View, entry: Entry) -> str:
    """`Moderated`, `Claimed 3 days ago`, `Recorded 54 days ago, not claimed`."""
    if is_settled(entry) or not entry.date:
        return capital(entry.state or "recorded, not claimed")
    ago = f"{count((view.as_of - entry.date).days, 'day')} ago"
    return f"Claimed {ago}" if entry.state else f"Recorded {ago}, not claimed"


def _row(view: View, entry: Entry) -> tuple[str | Cell | None, ...]:
    strand = view.plan.strand_of(entry)
    what = ", ".join(filter(None, (capital(entry.disruption or ""), strand, entry.ref)))
    marks = [", ".join(filter(None, (_state(view, entry), entry.external_ref)))]
    corrected = [short_day(c.date) for c in view.plan.corrections_of(entry) if c.date]
    marks += [f"As corrected on {every(corrected)}"] if corrected else []
    led = [para(capital(entry.lead or "not said"))]
    led += [para(f"With {', '.join(entry.support)}", small=True)] if entry.support else []
    return (
        short_day(entry.date) if entry.date else "No date",
        cell((para(what), *(para(mark, small=True) for mark in marks if mark))),
        entry.effect or "Not said",
        cell(tuple(led)),
    )
