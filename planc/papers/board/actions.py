"""Actions: those of the last board, and all that are open; those closed before are counted."""

from collections.abc import Iterator

from planc.model.paper import Block, Cell, cell, para, prose, strong, table
from planc.model.tactic import Action
from planc.model.tone import Tone
from planc.model.view import View
from planc.papers.deadlines import deadline
from planc.papers.sentences import beside, latest
from planc.wording.day import short_day
from planc.wording.words import capital, count

TITLE = "Actions"


def blocks(view: View) -> Iterator[Block]:
    """The last board's first, then the other open ones, each by the day it is due."""
    last = view.last_board
    by_day = sorted(view.plan.actions, key=lambda action: str(view.plan.due_of(action)))
    shown = [action for action in by_day if is_shown(view, action)]
    raised = [action for action in shown if last and action.raised_on == last]
    others = [action for action in shown if action not in raised]
    header = ("Action", "Owner", "Due, status", "Latest")
    widths = (36, 18, 15, 31)
    if raised and last:
        rows = [_row(view, action) for action in raised]
        yield table(f"Raised at the last board, {short_day(last)}", header, rows, widths)
    if others:
        caption = "Others, open or closed since" if raised else "Open, or closed since"
        yield table(caption, header, [_row(view, action) for action in others], widths)
    closed = len(by_day) - len(shown)
    if closed:
        before = "Closed before that" if raised or others else "Closed"
        yield para(f"{before}: {count(closed, 'action')}.", small=True)


def is_shown(view: View, action: Action) -> bool:
    """Whether it has a row: it is open, of the last board, or closed since."""
    last, done = view.last_board, view.plan.done_on(action)
    since = last and (action.raised_on == last or (done and done > last))
    return bool(since) or view.plan.is_live(action)


def _row(view: View, action: Action) -> tuple[str | Cell | None, ...]:
    plan = view.plan
    late = plan.days_late(action, view.as_of)
    status = capital(plan.status_of(action)) + (f", {count(late, 'day')} late" if late else "")
    what = f"{action.id or ''} {action.action or ''}".strip()
    about = (para(f"About {action.about}", small=True),) if action.about else ()
    last = latest(view, action)
    words = beside(view, last, action) if last else ""
    on = f"{short_day(last.date)}: " if last and last.date else ""
    return (
        cell((*prose(what), *about)),
        view.post(action.owner) or "No owner",
        cell(
            (*deadline(view, action), para(strong(status))), Tone.ATTENTION if late else Tone.PLAIN
        ),
        f"{on}{words}" if words else "Nothing in the log",
    )
