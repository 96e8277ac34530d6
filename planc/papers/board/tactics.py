"""The four Ps: a row for each tactic that is live or was closed since the last board."""

from collections.abc import Iterator
from dataclasses import replace

from planc.model.log import Entry
from planc.model.paper import (
    Block,
    Cell,
    Heading,
    Prose,
    anchor,
    cell,
    labelled,
    para,
    strong,
    table,
)
from planc.model.tactic import STRANDS, Strand, Tactic
from planc.model.tone import Tone
from planc.model.view import View
from planc.papers.claims import has_row
from planc.papers.deadlines import deadline
from planc.papers.sentences import beside, latest, why_blocked
from planc.wording.day import long_day, short_day
from planc.wording.words import capital, count, listed

TITLE = "The four Ps"


def blocks(view: View) -> Iterator[Block]:
    """Under each strand its reasoned gap, its tactics, and what was closed before."""
    if not view.plan.tactics and not view.plan.gaps:
        return
    for strand in STRANDS:
        tactics = view.plan.strand(strand)
        yield Heading(2, capital(strand), anchor(f"strand {strand}"), strand)
        gap = list(_gap(view, strand))
        yield from gap
        shown = [tactic for tactic in tactics if is_shown(view, tactic)]
        if shown:
            header = ("Tactic", "Owner", "Due, status", "Latest")
            rows = [_row(view, tactic) for tactic in shown]
            yield table(f"{capital(strand)} tactics", header, rows, (41, 18, 15, 26), brief=True)
        closed = [tactic for tactic in tactics if tactic not in shown]
        if closed:
            yield para(_closed(view, closed), small=True)
        if not tactics and not gap:
            yield para("No tactic, and no reason given.")


def is_shown(view: View, tactic: Tactic) -> bool:
    """Whether it has a row: it is live, or the board has not heard yet that it is not."""
    if view.plan.is_live(tactic):
        return True
    done, last = view.plan.done_on(tactic), view.last_board
    return bool(done and last and done > last)


def _gap(view: View, strand: Strand) -> Iterator[Block]:
    gap = view.plan.gaps.strand(strand) if view.plan.gaps else None
    if gap is None:
        return
    accepted = f"Accepted by the SRO on {long_day(gap.accepted_on)}." if gap.accepted_on else ""
    again = f" To be looked at again on {long_day(gap.look_again)}." if gap.look_again else ""
    why = " ".join((gap.reason or "no reason given").split()).rstrip(".")
    yield labelled("Reasoned gap", f"{why}. {accepted or 'Not accepted by the SRO.'}{again}")


def _row(view: View, tactic: Tactic) -> tuple[str | Cell | None, ...]:
    plan = view.plan
    late = plan.days_late(tactic, view.as_of)
    status = plan.status_of(tactic)
    words = capital(status) + (f", {count(late, 'day')} late" if late else "")
    tone = Tone.ATTENTION if late or status == "blocked" else Tone.PLAIN
    name = [para(strong(f"{tactic.id or ''} "), tactic.tactic or "")]
    if tactic.success and latest(view, tactic):  # what the latest is to be held against
        name.append(para(f"Success: {' '.join(tactic.success.split())}", small=True))
    return (
        cell(tuple(name)),
        view.post(tactic.owner) or "No owner",
        cell((*deadline(view, tactic), para(strong(words))), tone),
        cell(_latest(view, tactic), empty="Nothing in the log"),
    )


def _latest(view: View, tactic: Tactic) -> Prose:
    """The last word on it with its day; of a block its reason, whatever was said since."""
    last, block = latest(view, tactic), why_blocked(view, tactic)
    entries = [entry for entry in (block, last) if entry is not None]
    if last is block:
        entries = entries[:1]
    return tuple(
        para(f"{short_day(entry.date)}: " if entry.date else "", _words(view, entry, tactic))
        for entry in entries
    )


def _words(view: View, entry: Entry, tactic: Tactic) -> str:
    """What an entry records; of what has a row of its own no more than that."""
    if entry.decision:
        known = view.last_board and entry.date and entry.date <= view.last_board
        return f"{entry.id or 'Decided'}: {entry.decision}" if known else f"{entry.id}, see Log."
    if not (entry.disruption and has_row(view, entry)):
        return beside(view, entry, tactic)
    rest = beside(view, replace(entry, disruption=None, effect=None), tactic)
    return f"{capital(entry.disruption)} disruption (see Disruptions). {rest}".strip()


def _closed(view: View, closed: list[Tactic]) -> str:
    """How many were closed that the board knows of; why, of those that were given up."""
    plan = view.plan
    done = [t.id or "no id" for t in closed if plan.status_of(t) != "withdrawn"]
    parts = [f"{len(done)} complete ({listed(done)})"] if done else []
    for tactic in closed:
        if plan.status_of(tactic) == "withdrawn":
            about = [e for e in plan.entries_about(tactic.id) if e.status == "withdrawn"]
            why = (about[-1].because or about[-1].note) if about else None
            parts.append(f"{tactic.id} withdrawn: {' '.join((why or 'no reason given').split())}")
    return f"Closed before: {'; '.join(parts)}."
