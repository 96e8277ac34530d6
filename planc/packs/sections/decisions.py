"""Decisions: what was decided, why, what was rejected, by whom and when."""

from collections.abc import Iterator

from planc.model.day import long_day, short_day
from planc.model.pack import Block, Heading, anchor, clip, labelled, labelled_prose, para, prose
from planc.model.view import View

TITLE = "Decisions"


def blocks(view: View) -> Iterator[Block]:
    """Each decision in full, newest first."""
    decisions = view.plan.decisions
    if not decisions:
        yield para("No decision has been recorded.")
    for entry in reversed(decisions):
        name = f"{entry.id}: " if entry.id else ""
        mark = f"decision {entry.id or ''} {entry.route[-1]}"
        day = f" ({short_day(entry.date)})" if entry.date else ""
        yield Heading(2, f"{name}{clip(entry.decision or '', 60)}{day}", anchor(mark))
        yield from prose(entry.decision or "")
        if entry.by:
            yield labelled("Decided by", view.post(entry.by))
        if entry.recorded_on and entry.recorded_on != entry.date:
            yield labelled("Written down on", long_day(entry.recorded_on))
        if entry.ref:
            yield labelled("About", entry.ref)
        for label, text in (("Because", entry.because), ("Rejected", entry.rejected)):
            if text:
                yield from labelled_prose(label, text)
        if entry.ndm:
            for title, words in view.facts(entry.ndm):
                yield from labelled_prose(title, words)
