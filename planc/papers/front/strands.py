"""The four strands: how many tactics each has, how they stand, and what stands out."""

from collections.abc import Iterator

from planc.model.paper import Block, Cell, cell, table
from planc.model.plan import Plan
from planc.model.tactic import STRANDS, Strand, Tactic
from planc.model.tone import Tone
from planc.model.view import View
from planc.papers.page import Room
from planc.wording.day import short_day
from planc.wording.words import capital, listed

SECTION = "tactics"


def blocks(view: View, room: Room) -> Iterator[Block]:
    """A column a strand."""
    header = ("The 4Ps", *(capital(strand) for strand in STRANDS))
    row = (cell("Tactics"), *(_standing(view, strand, room) for strand in STRANDS))
    yield table("Tactics in each strand", header, [row], (12, 22, 22, 22, 22), brief=True)


def _standing(view: View, strand: Strand, room: Room) -> Cell:
    """`5 live: 1 late, 1 blocked (PUR-2). 2 done`, or why there is none."""
    plan, tally = view.plan, view.tally(strand)
    live = [tactic for tactic in plan.strand(strand) if plan.is_live(tactic)]
    blocked = [t.id or "no id" for t in live if plan.status_of(t) == "blocked"]
    wrong = [f"{tally.late} late"] if tally.late else []
    names = f" ({listed(blocked, 3)})" if room.lines else ""
    wrong += [f"{len(blocked)} blocked{names}"] if blocked else []
    words = f"{tally.live} live"
    words += f": {', '.join(wrong)}" if wrong else ""
    words += f". {tally.done} done" if tally.done else ""
    none = _none(plan, strand, live)
    words += f". {room.clip(none, 60)}" if none else ""
    return cell(words, Tone.ATTENTION if wrong or not tally.live else Tone.PLAIN)


def _none(plan: Plan, strand: Strand, live: list[Tactic]) -> str:
    """Why no tactic of a strand counts."""
    if any(plan.counts(tactic) for tactic in live):
        return ""
    if live:
        return f"Only proposed: {', '.join(tactic.id for tactic in live if tactic.id)}"
    gap = plan.gaps.strand(strand) if plan.gaps else None
    if not gap or not gap.reason:
        return "No reason given"
    accepted = f"accepted {short_day(gap.accepted_on)}" if gap.accepted_on else "not accepted"
    return f"Reason {accepted}: {gap.reason}"
