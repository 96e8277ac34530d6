"""Previous actions: what this board raised and is not done, or was done since it last met."""

from collections.abc import Iterator, Sequence

from planc.model.extract import PaperContext, Row
from planc.model.paper import Block, Prose, cell, clip, para, table
from planc.model.tactic import Action
from planc.model.tone import Tone
from planc.model.view import View
from planc.wording.day import short_day
from planc.wording.words import capital, count

TITLE = "Previous actions"


def lines(view: View) -> Iterator[Row]:
    """The actions that this board raised: open ones, and those closed since its last meeting."""
    plan, last = view.plan, view.last_board
    for action in plan.actions:
        if view.board is None or (action.raised_at or plan.board) != view.board.id:
            continue
        live, closed = plan.is_live(action), plan.done_on(action)
        if closed and last and closed < last:
            continue
        late = plan.days_late(action, view.as_of)
        due = plan.due_of(action)
        kind = "late" if late else "open" if live else "closed"
        yield Row(
            (("late", "open", "closed").index(kind), str(due), view.name, action.id or ""),
            (
                f"{view.name} {action.id or ''}",
                clip(action.action or "", 160),
                view.post(action.owner) or "No owner",
                short_day(due) if due else "No date",
                cell(_status(view, action, late), Tone.ATTENTION if late else Tone.PLAIN),
            ),
            kind,
        )


def _status(view: View, action: Action, late: int) -> Prose:
    plan = view.plan
    status = f"{count(late, 'day')} late" if late else capital(plan.status_of(action))
    results = [entry.outcome or entry.note for entry in plan.entries_about(action.id)]
    result = next((text for text in reversed(results) if text), None)
    words = [para(status + (f": {clip(result, 110)}" if result else ""))]
    moved = len(plan.moves_of(action))
    if moved:
        words.append(para(f"Moved {count(moved, 'time')}", small=True))
    return tuple(words)


def summary(rows: Sequence[Row], _paper_context: PaperContext) -> str:
    """How many are late, open and closed."""
    kinds = [row.kind for row in rows]
    counts = [f"{kinds.count(kind)} {kind}" for kind in ("late", "open", "closed") if kind in kinds]
    return ", ".join(counts) or "none"


def ask(rows: Sequence[Row], _paper_context: PaperContext) -> str:
    """What the board has to settle about them."""
    late = sum(row.kind == "late" for row in rows)
    return f"Hear from the owners of {count(late, 'late action')}" if late else ""


def blocks(rows: Sequence[Row], paper_context: PaperContext) -> Iterator[Block]:
    """Late ones first, then open ones by date, then what was closed."""
    last = paper_context.board.last_meeting(paper_context.as_of)
    if not rows:
        yield para("No action of this board is open, and none was closed since it last met.")
        return
    since = f", or closed since {short_day(last)}" if last else ""
    header = ("Plan", "Action", "Owner", "Due", "Status and result")
    caption = f"Actions of this board that are open{since}"
    yield table(caption, header, (row.cells for row in rows), (20, 30, 17, 9, 24), wide=True)
