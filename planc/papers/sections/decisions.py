"""Decisions: what is sought; what was decided, why, what was rejected, by whom and when."""

from collections.abc import Iterator

from planc.model.governance import DecisionSought
from planc.model.log import Entry
from planc.model.paper import (
    Block,
    Heading,
    anchor,
    clip,
    labelled,
    labelled_prose,
    para,
    prose,
)
from planc.model.view import View
from planc.papers.options import options_table
from planc.wording.day import long_day, short_day

TITLE = "Decisions"


def blocks(view: View) -> Iterator[Block]:
    """The decision sought, then each that was made, in full and newest first."""
    decisions = view.plan.decisions
    if view.plan.decision_sought:
        yield from _sought(view, view.plan.decision_sought)
    if not decisions:
        yield para("No decision has been recorded.")
        return
    yield Heading(2, "Decisions made", anchor("decisions made"))
    for entry in reversed(decisions):
        yield from _entry_blocks(view, entry)


def _entry_blocks(view: View, entry: Entry) -> Iterator[Block]:
    name = f"{entry.id}: " if entry.id else ""
    mark = f"decision {entry.id or ''} {entry.route[-1]}"
    day = f" ({short_day(entry.date)})" if entry.date else ""
    short = clip(entry.decision or "", 70)
    yield Heading(3, f"{name}{short}{day}", anchor(mark))
    if short != entry.decision:
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
    for correction in view.plan.corrections_of(entry):
        label = f"Corrected on {long_day(correction.date)}" if correction.date else "Corrected"
        says = [correction.note] if correction.note else []
        says += [f"{title}: {words}" for title, words in view.facts(correction, skip=_SHOWN_FIRST)]
        yield from labelled_prose(label, ". ".join(text.rstrip(". ") for text in says) + ".")


_SHOWN_FIRST = ("date", "corrects", "ref", "id", "note")


def _sought(view: View, sought: DecisionSought) -> Iterator[Block]:
    """What page one asks of the board, with nothing cut short."""
    name = f" ({sought.id})" if sought.id else ""
    yield Heading(2, f"Decision sought{name}", anchor("decision sought"))
    yield from prose(sought.decision or "")
    if sought.by:
        yield labelled("To be decided by", view.post(sought.by))
    if sought.when:
        yield labelled("When", long_day(sought.when))
    if sought.otherwise:
        yield labelled("If not decided", sought.otherwise)
    for label, words in (
        ("Consulted", ", ".join(view.post(post) for post in sought.consulted)),
        ("Against", sought.dissent),
        ("Moves with it", ", ".join(sought.moves)),
    ):
        if words:
            yield labelled(label, words)
    if sought.options:
        yield options_table(sought)
