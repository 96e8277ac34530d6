"""Actions: what meetings raised, who owns it, and what came of it."""

from collections.abc import Iterator

from planc.model.paper import (
    Block,
    Bullets,
    Cell,
    Paragraph,
    Prose,
    cell,
    labelled,
    labelled_prose,
    para,
    prose,
    table,
)
from planc.model.tactic import Action
from planc.model.tone import Tone
from planc.model.view import View
from planc.wording.day import short_day
from planc.wording.words import capital, count

TITLE = "Actions"


def blocks(view: View) -> Iterator[Block]:
    """Open actions by date, then closed ones."""
    actions = view.plan.actions
    if not actions:
        yield para("No actions have been raised.")
        return
    still = sorted(view.plan.open_actions, key=lambda action: str(view.plan.due_of(action)))
    closed = [action for action in actions if not view.plan.is_live(action)]
    for caption, chosen in (("Open actions", still), ("Closed actions", closed)):
        if chosen:
            rows = [_row(view, action) for action in chosen]
            header: tuple[str, ...] = (
                "Id",
                "Action",
                "Owner",
                "Raised and due",
                "Status and result",
            )
            yield table(caption, header, rows, (11, 28, 19, 20, 22))


def _row(view: View, action: Action) -> tuple[str | Cell | None, ...]:
    plan = view.plan
    late = plan.days_late(action, view.as_of)
    words: list[str] = [capital(plan.status_of(action))]
    if late:
        words.append(f"{count(late, 'day')} late")
    outcome = plan.outcome_of(action)
    status: Prose = (para(", ".join(words)), *(prose(outcome) if outcome else ()))
    what: list[Paragraph | Bullets] = [para(action.action or "")]
    if action.about:
        what.append(labelled("About", action.about))
    if action.share:
        what.append(labelled("Shared with", ", ".join(view.post(post) for post in action.share)))
    if action.partner_text:
        what += labelled_prose("Words for partners", action.partner_text)
    return (
        action.id,
        cell(tuple(what)),
        view.post(action.owner) or "No owner",
        cell(_dates(view, action)),
        cell(status, Tone.ATTENTION if late else Tone.PLAIN),
    )


def _dates(view: View, action: Action) -> Prose:
    lines = []
    if action.raised_on:
        lines.append(labelled("Raised", short_day(action.raised_on)))
    if action.raised_at and action.raised_at != view.plan.board:
        board = view.policy.board(action.raised_at)
        lines.append(para((board.name if board else None) or action.raised_at, small=True))
    due = view.plan.due_of(action)
    if due:
        lines.append(labelled("Due", short_day(due)))
    moves = view.plan.moves_of(action)
    if moves:
        lines.append(para(f"Moved {count(len(moves), 'time')}", small=True))
    return tuple(lines)
