"""The objectives, the worst first: where each started, stands and should get to, and its rating."""

from collections import Counter
from collections.abc import Iterator, Sequence

from planc.model.paper import Block, Cell, Paragraph, cell, para, strong, table
from planc.model.tactic import Objective
from planc.model.tone import TONES, Tone
from planc.model.view import View
from planc.papers.page import Room
from planc.wording.day import short_day
from planc.wording.words import every

SECTION = "objectives"

_WORST_FIRST = ("red", "amber", None, "green", "complete")


def blocks(view: View, room: Room) -> Iterator[Block]:
    """One table. A red objective is never left out; how the others stand is told in its title."""
    objectives = sorted(view.plan.objectives, key=lambda one: _WORST_FIRST.index(_rag(view, one)))
    red = sum(_rag(view, one) == "red" for one in objectives)
    shown = objectives[: max(red, room.objectives)]
    left_out = objectives[len(shown) :]
    rows = [_row(view, one, room) for one in shown]
    if not rows:
        rows.append(("No objective has been set", "Nothing", "Not rated", "None"))
    header = ("Objective", "Start, now, target", "Rating", "Why")
    widths = (39, 21, 14, 26)
    yield table("Objectives, the worst first", header, rows, widths, brief=True)
    if left_out:
        yield para(_others(view, left_out), small=True)


def figures(view: View, objective: Objective) -> Paragraph:
    """`46 → 27 → 15 by 31 Mar 2027`; a start is never told as a measurement."""
    if objective.judgement:
        on = objective.judgement.assessed_on
        return para("By judgement", f", next on {short_day(on)}" if on else "")
    measured = view.plan.value_of(objective)
    by = f" by {short_day(objective.by)}" if objective.by else ""
    if not (measured or objective.baseline or objective.target):
        return para(f"No figure{by}")
    now = strong(measured) if measured else "not yet measured"
    return para(f"{objective.baseline or '?'} → ", now, f" → {objective.target or '?'}{by}")


def _row(view: View, objective: Objective, room: Room) -> tuple[Cell | str, ...]:
    now, before = view.ratings(objective)
    name = cell(f"{objective.id} {room.clip(objective.statement or '', 80, 60)}")
    numbers = cell((figures(view, objective),))
    if now is None:
        return (name, numbers, "Not yet rated", "Nothing in the log yet")
    chip = [para((now.rag or "").upper())]
    if before and before.rag != now.rag:
        chip.append(para(f"was {(before.rag or '').upper()}", small=True))
    why = cell(room.clip(now.because or "no reason given", 80, 40))
    return (name, numbers, cell(tuple(chip), TONES.get(now.rag or "", Tone.PLAIN)), why)


def _rag(view: View, objective: Objective) -> str | None:
    now, _ = view.ratings(objective)
    return now.rag if now else None


def _others(view: View, left_out: Sequence[Objective]) -> str:
    """How the objectives stand for which there is no room."""
    counted = Counter(_rag(view, one) for one in left_out)
    ratings = [f"{n} {rag.upper() if rag else 'not yet rated'}" for rag, n in counted.items()]
    return f"{len(left_out)} more, not shown here: {every(ratings)}."
