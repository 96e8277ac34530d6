"""The log since the last board, as sentences; what stands further up as the latest is left out."""

from collections.abc import Collection, Iterator

from planc.model.document import Route
from planc.model.log import Entry
from planc.model.paper import Block, para, table
from planc.model.view import View
from planc.papers.sentences import sentences
from planc.wording.day import long_day, short_day
from planc.wording.words import capital, count

TITLE = "Log since the last board"


def blocks(view: View, told: Collection[Route]) -> Iterator[Block]:
    """Each entry that no other section has told, newest first; then how many there are besides."""
    last = view.last_board
    since = [e for e in view.plan.standing if not last or (e.date and e.date > last)]
    entries = [entry for entry in since if entry.route not in told]
    if entries:
        rows = [_row(view, entry) for entry in reversed(entries)]
        yield table(
            "The log, newest first", ("Date", "About", "Entry"), rows, (16, 11, 73), brief=True
        )
    before = len(view.plan.standing) - len(since)
    parts = []
    if len(entries) < len(since):
        parts.append(f"{count(len(since) - len(entries), 'more entry', 'more entries')} told above")
    if before and last:
        parts.append(f"{before} up to {long_day(last)}, in the author's edition")
    if parts:
        yield para(f"{capital('; '.join(parts))}.", small=True)


def _row(view: View, entry: Entry) -> tuple[str, str, str]:
    day = short_day(entry.date) if entry.date else "No date"
    return day, entry.ref or "The plan", sentences(view, entry) or "Nothing said"
