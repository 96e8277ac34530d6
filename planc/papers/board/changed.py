"""What changed since the last board: all of it by kind, its words being told further down."""

from collections import defaultdict
from collections.abc import Iterator

from planc.model.log import Entry
from planc.model.paper import Block, Paragraph, Run, labelled, para
from planc.model.view import View
from planc.papers.slips import slips
from planc.wording.day import short_day
from planc.wording.words import capital, count, every

TITLE = "What changed since the last board"


def blocks(view: View) -> Iterator[Block]:
    """What was told wrong, what went wrong, and what was gained: a paragraph each."""
    if view.last_board is None:
        return
    yield from _corrections(view)
    for facts in (_setbacks(view), _gains(view)):
        runs = [run for fact in facts for run in (*fact.runs, Run(" "))]
        if runs:
            yield para(*runs[:-1])


def _recent(view: View) -> list[Entry]:
    last = view.last_board
    return [e for e in view.plan.standing if last and e.date and e.date > last]


def _corrections(view: View) -> Iterator[Paragraph]:
    last = view.last_board
    for entry in view.plan.entries:
        if last and entry.date and entry.date > last and entry.corrects and entry.corrects <= last:
            about = f" about {entry.ref}" if entry.ref else ""
            title = f"Entry of {short_day(entry.corrects)}{about} corrected {short_day(entry.date)}"
            yield labelled(title, entry.note or "see the log")


def _setbacks(view: View) -> Iterator[Paragraph]:
    yield from _named(view, "Blocked", "blocked")
    moved = slips(view.plan, view.last_board) if view.last_board else []
    later = [slip.words for slip in moved if slip.days > 0]
    if later:
        yield labelled("Slipped", f"{'; '.join(later)}.")
    yield from _named(view, "Withdrawn", "withdrawn")
    ratings = _ratings(view)
    for title in ("Fell", "Rose", "First rated"):
        if ratings[title]:
            yield labelled(title, f"{'; '.join(ratings[title])}.")


def _gains(view: View) -> Iterator[Paragraph]:
    news = _recent(view)
    earlier = slips(view.plan, view.last_board) if view.last_board else []
    forward = [slip.words for slip in earlier if slip.days < 0]
    if forward:
        yield labelled("Brought forward", f"{'; '.join(forward)}.")
    claimed = [entry for entry in news if entry.disruption and entry.state != "rejected"]
    by_level = defaultdict(list)
    for entry in claimed:
        by_level[entry.disruption].append(entry.ref or "no tactic named")
    levels = [
        f"{len(by_level[level])} {level} ({every(by_level[level])})"
        for level in ("major", "moderate", "minor")
        if by_level[level]
    ]
    if levels:
        yield labelled(capital(count(len(claimed), "disruption")), f"{'; '.join(levels)}.")
    decided = [entry.id or "one without a number" for entry in news if entry.decision]
    if decided:
        yield labelled(capital(count(len(decided), "decision")), f"{every(decided)}.")
    for title, status in (
        ("Begun", "in progress"),
        ("Now with the court", "awaiting court"),
        ("Complete", "complete"),
        ("Closed", "closed"),
    ):
        yield from _named(view, title, status)


def _named(view: View, title: str, status: str) -> Iterator[Paragraph]:
    names = dict.fromkeys(entry.ref or "" for entry in _recent(view) if entry.status == status)
    if names:
        yield labelled(title, f"{every(list(names))}.")


_ORDER = ("red", "amber", "green", "complete")


def _ratings(view: View) -> dict[str, list[str]]:
    """How the objectives are rated now that were rated otherwise when the board met."""
    moved = defaultdict(list)
    for objective in view.plan.objectives:
        now, before = view.ratings(objective)
        if now is None or now is before or not now.rag:
            continue
        if before is None or not before.rag:
            moved["First rated"].append(f"{objective.id} {now.rag.upper()}")
        elif now.rag != before.rag:
            fell = _ORDER.index(now.rag) < _ORDER.index(before.rag)
            words = f"{objective.id} from {before.rag.upper()} to {now.rag.upper()}"
            moved["Fell" if fell else "Rose"].append(words)
    return moved
