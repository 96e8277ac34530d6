"""The log in full: every entry as it was written, newest first, and what corrects what."""

from collections.abc import Iterator

from planc.model.log import Entry
from planc.model.paper import Block, Cell, Prose, cell, fact_list, para, prose, table
from planc.model.view import View
from planc.wording.day import long_day
from planc.wording.words import every

TITLE = "Log"

_SHOWN_FIRST = ("date", "corrects", "ref", "note")


def blocks(view: View) -> Iterator[Block]:
    """Every entry with every field it has."""
    entries = view.plan.entries
    if not entries:
        yield para("Nothing has been logged.")
        return
    rows = [_row(view, entry) for entry in reversed(entries)]
    yield table("The log, newest entry first", ("Date", "About", "Entry"), rows, (20, 13, 67))


def _row(view: View, entry: Entry) -> tuple[str | Cell | None, ...]:
    content: Prose = ()
    if entry.corrects:
        content += (para(f"Corrects the entry of {long_day(entry.corrects)}", small=True),)
    content += prose(entry.note) if entry.note else ()
    content += fact_list(view.facts(entry, skip=_SHOWN_FIRST))
    if entry.ndm:
        content += fact_list(view.facts(entry.ndm), "NDM")
    corrected = [long_day(one.date) for one in view.plan.corrections_of(entry) if one.date]
    if corrected:
        content += (para(f"See the correction of {every(corrected)}", small=True),)
    return (
        long_day(entry.date) if entry.date else None,
        entry.ref or (entry.corrects and entry.id) or "The plan",
        cell(content),
    )
