"""The board's own actions, and what comes: before it meets, in court, and after."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator

from planc.model.paper import Block, Paragraph, Run, para, strong
from planc.model.view import View
from planc.papers.page import CUT, WHOLE, Room
from planc.wording.day import short_day
from planc.wording.words import count, every

SECTION = "governance"


def blocks(view: View, room: Room) -> Iterator[Block]:
    """A line for what there is to do, and one for what is to come."""
    yield _line(
        ("Actions", _actions(view)), ("Due before you meet", _due_before_the_board(view, room))
    )
    court = view.plan.investigation.next_court_stage if view.plan.investigation else None
    court = room.clip(court or "", 110, 75)
    yield _line(("Court", court and _ended(court)), ("Coming", _coming(view, room)))
    if not view.plan.decision_sought and not view.plan.change_sought:
        yield _line(("Status", _status(view)))


def _line(*facts: tuple[str, str]) -> Paragraph:
    runs: list[str | Run] = [
        run for label, words in facts if words for run in (strong(f"{label}: "), f"{words} ")
    ]
    return para(*runs[:-1], str(runs[-1]).rstrip(), small=True)


def _ended(words: str) -> str:
    return words if words.endswith((".", CUT)) else f"{words}."


def _actions(view: View) -> str:
    """How those of the last board stand, and how many are late of all."""
    last = view.last_board
    raised = [action for action in view.plan.actions if last and action.raised_on == last]
    closed = sum(not view.plan.is_live(action) for action in raised)
    late = sum(view.plan.days_late(a, view.as_of) > 0 for a in view.plan.open_actions)
    words = f"{count(late, 'action')} late" if late else "none late"
    if last:
        of = f"{closed} of {len(raised)} closed" if raised else "none"
        words += f"; raised at the last board, {short_day(last)}: {of}"
    next_board = view.board.next_meeting(view.as_of) if view.board else None
    return words + (f". Next board {short_day(next_board)}." if next_board else ".")


def _due_before_the_board(view: View, room: Room) -> str:
    """What is not late today and will be, if nothing is done, when the board meets.

    First what has its day, by the day; then what only the plan checks will say, once each.
    """
    names_by_day = defaultdict[dt.date, list[str]](list)
    for one in view.due_before_board:
        if one.due and one.name not in names_by_day[one.due]:
            names_by_day[one.due].append(one.name)
    days = "; ".join(
        f"{every(names)} {short_day(day)}" for day, names in sorted(names_by_day.items())
    )
    others = list(dict.fromkeys(one.name for one in view.due_before_board if one.due is None))
    if room != WHOLE and len(others) > room.lines + 1:
        others[room.lines :] = [f"{len(others) - room.lines} more"]
    words = [f"{days}."] if days else []
    words += [f"The plan checks then ask about: {every(others)}."] if others else []
    return " ".join(words)


def _coming(view: View, room: Room) -> str:
    plan = view.plan
    ahead = [(c.date, c.event or "") for c in plan.coming if c.date and c.date >= view.as_of]
    if plan.review_due and plan.review_due >= view.as_of:
        ahead.append((plan.review_due, "review of this plan"))
    ahead += [
        (tactic.order.expires, f"{tactic.order.type or 'order'} ends")
        for tactic in plan.live_tactics
        if tactic.order and tactic.order.expires and tactic.order.expires >= view.as_of
    ]
    ahead.sort(key=lambda pair: pair[0])
    events = [
        f"{short_day(day)} {room.clip(event, 50, 25)}" for day, event in ahead[: room.lines + 1]
    ]
    more = len(ahead) - len(events)
    events += [f"and {more} more"] if more else []
    return _ended("; ".join(events) or "nothing in the diary")


def _status(view: View) -> str:
    """That the plan goes on as it is, where nothing is asked of the board."""
    last: tuple[dt.date | None, str | None] = (None, None)
    if view.plan.reviews:
        last = (view.plan.reviews[-1].date, view.plan.reviews[-1].review)
    day, result = last
    review = f"the review of {short_day(day)} said {result}" if day else "not reviewed yet"
    return f"{view.plan.status}; {review}; no step-down or archive request."
