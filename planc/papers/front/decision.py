"""What is asked of the board, word for word; or that nothing is, and the LRO's own view."""

from collections.abc import Iterator
from string import ascii_uppercase

from planc.model.governance import ChangeSought, DecisionSought
from planc.model.paper import Block, Callout, Paragraph, Run, labelled, para, strong
from planc.model.tone import Tone
from planc.model.view import View
from planc.papers.options import options_table
from planc.papers.page import CUT, Room
from planc.wording.day import long_day, short_day
from planc.wording.words import capital

SECTION = "view"


def blocks(view: View, room: Room) -> Iterator[Block]:
    """A box, the options as a table, and a line to write down what was decided."""
    sought, change = view.plan.decision_sought, view.plan.change_sought
    own_view = _view(view, room)
    if not sought and not change:
        title = "FOR INFORMATION: no decision sought"
        yield Callout(title, (own_view or para(_NO_VIEW),), Tone.NOTE)
        return
    asked: list[Paragraph] = []
    asked += _decision(view, sought) if sought else ()
    asked += [_change(change)] if change else []
    asked += [own_view] if own_view else []
    head, *lines = asked
    title = "FOR DECISION" if view.own_board else f"FOR INFORMATION, {_governing(view)} decides"
    words = "".join(run.text for run in head.runs)
    yield Callout(f"{title}: {words}", tuple(lines), Tone.NOTE)
    if sought and sought.options:
        yield options_table(sought, brief=True)
    if view.own_board:
        yield _record(sought)


_NO_VIEW = "The LRO has recorded no view yet."


def _view(view: View, room: Room) -> Paragraph | None:
    """The LRO's last word on the threat and the plan."""
    entry = view.plan.view
    if entry is None or not entry.view or not entry.date:
        return None
    return labelled(f"LRO, {short_day(entry.date)}", room.clip(entry.view, 240))


def _governing(view: View) -> str:
    board = view.policy.board(view.plan.board)
    return (board.name if board else None) or "another board"


def _decision(view: View, sought: DecisionSought) -> Iterator[Paragraph]:
    number = f" ({sought.id})" if sought.id else ""
    yield para(_line(sought.decision or ""), number)
    on = long_day(sought.when) if sought.when else ""
    by = view.post(sought.by)
    yield from _run_in(
        ("Decides", " on ".join(part for part in (by, on) if part)),
        ("If not", capital(_line(sought.otherwise or ""))),
    )
    yield from _run_in(
        ("Consulted", ", ".join(view.post(post) for post in sought.consulted)),
        ("Against", capital(_line(sought.dissent or ""))),
        ("Moves with it", ", ".join(sought.moves)),
    )


def _run_in(*facts: tuple[str, str]) -> Iterator[Paragraph]:
    """One paragraph of those facts that there are, each ended as a sentence is."""
    runs: list[str | Run] = []
    for label, words in facts:
        if words:
            end = "" if words.endswith((".", CUT)) else "."
            runs += [strong(f"{label}: "), f"{words}{end} "]
    if runs:
        yield para(*runs[:-1], str(runs[-1]).rstrip())


def _change(sought: ChangeSought) -> Paragraph:
    because = f": {_line(sought.because)}" if sought.because else ""
    asked = f" (asked {short_day(sought.asked_on)})" if sought.asked_on else ""
    return para(strong(capital(sought.words)), because, asked)


def _line(text: str) -> str:
    return " ".join(text.split())


def _record(sought: DecisionSought | None) -> Paragraph:
    """A line to write on at the table, and where it goes from there."""
    under = f" as {sought.id}" if sought and sought.id else ""
    letters = ascii_uppercase[: len(sought.options)] if sought else ""
    choice = " / ".join((*letters, "other")) if letters else "agreed / refused / other"
    return para(
        *(strong("Decided: "), f"{choice} {_BLANK} "),
        *(strong("Conditions: "), f"{_BLANK * 3} "),
        *(strong("By: "), f"{_BLANK} "),
        *(strong("At: "), f"{_BLANK} Enter it in the log{under}, and keep this sheet."),
        small=True,
    )


_BLANK = "_" * 12
