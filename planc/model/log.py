"""The log: what happened, a line a thing."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from planc.model.document import Route
from planc.model.noun import noun


@noun(frozen=True, kw_only=True)
class Ndm:
    """A decision under the headings of the National Decision Model (NDM)."""

    route: Route
    code_of_ethics: str | None = None
    information: str | None = None
    assessment: str | None = None
    powers_policy: str | None = None
    options: str | None = None
    action_review: str | None = None


@noun(frozen=True, kw_only=True)
class Entry:
    """One entry of the log. Which fields it has says what it records."""

    route: Route
    date: dt.date | None = None
    recorded_on: dt.date | None = None
    redacted: str | None = None
    corrects: dt.date | None = None
    ref: str | None = None
    note: str | None = None
    status: str | None = None
    outcome: str | None = None
    due: dt.date | None = None
    next_check: dt.date | None = None
    because: str | None = None
    rag: str | None = None
    value: str | None = None
    disruption: str | None = None
    strand: str | None = None
    lead: str | None = None
    support: tuple[str, ...] = ()
    effect: str | None = None
    state: str | None = None
    external_ref: str | None = None
    id: str | None = None
    decision: str | None = None
    rejected: str | None = None
    by: str | None = None
    ndm: Ndm | None = None
    review: str | None = None
    board: str | None = None
    present: tuple[str, ...] = ()
    next_review: dt.date | None = None
    read: str | None = None
    view: str | None = None

    @property
    def about(self) -> set[str | None]:
        """The ids by which a correction can point at it; None for an entry about the plan."""
        return {self.ref, self.id} if self.decision and self.id else {self.ref}


FACTS = (
    "status", "outcome", "due", "next_check", "because", "rag", "value", "disruption", "strand",
    "lead", "support", "effect", "state", "external_ref", "review", "board", "present",
    "next_review", "read", "view",
)  # fmt: skip
"""What a correction can put right. Its `by` and its `note` are its own, and what was decided stays
as it was decided."""


def corrections(entries: Sequence[Entry]) -> Iterator[tuple[Entry, Entry | None]]:
    """Each correction among entries that are in the order of their days, and what it corrects.

    That is the entry of the day that it names, about the same thing, which stands before it: the
    last one that says what the correction says anew, else the last one. None if there is none.
    """
    if not any(entry.corrects for entry in entries):  # as most logs are
        return
    last: dict[tuple[dt.date | None, str | None, str], tuple[int, Entry]] = {}
    for number, entry in enumerate(entries):
        facts = ["", *_facts(entry)]
        if entry.corrects:
            keys = [(entry.corrects, entry.ref or entry.id, name) for name in facts]
            anew = [last[key] for key in keys[1:] if key in last]
            yield (
                entry,
                max(anew, key=lambda one: one[0])[1] if anew else last.get(keys[0], _NONE)[1],
            )
        for about in entry.about:
            last.update({(entry.date, about, name): (number, entry) for name in facts})


_NONE: tuple[int, Entry | None] = (0, None)


def as_corrected(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The entries as they count: each with what its corrections say, and these left out.

    Why something was decided stays as it was written. A correction that points at nothing is an
    entry like any other.
    """
    anew: dict[int, dict[str, Any]] = {}
    done = set()
    for correction, corrected in reversed(list(corrections(entries))):
        if corrected is not None:
            done.add(id(correction))
            says = {**_facts(correction), **anew.get(id(correction), {})}
            anew[id(corrected)] = {**says, **anew.get(id(corrected), {})}
    return tuple(
        _put_right(entry, anew[id(entry)]) if id(entry) in anew else entry
        for entry in entries
        if id(entry) not in done
    )


def _put_right(entry: Entry, facts: dict[str, Any]) -> Entry:
    return replace(entry, **{**facts, "because": entry.because} if entry.decision else facts)


def _facts(entry: Entry) -> dict[str, Any]:
    """What it says of what a correction can put right."""
    values = ((name, getattr(entry, name)) for name in FACTS)
    return {name: value for name, value in values if value not in (None, ())}
