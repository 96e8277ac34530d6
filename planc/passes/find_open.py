"""Plan -> what in it is open, the latest first: the items that somebody looks at each week."""

import datetime as dt
from typing import NamedTuple

from planc.model.context import Context
from planc.model.log import Entry
from planc.model.plan import Plan
from planc.model.tactic import Action, Tactic
from planc.wording.day import long_day
from planc.wording.words import count


class OpenItem(NamedTuple):
    """Something that is open: its id and title, how it stands, and what was said of it last."""

    item: Tactic | Action
    id: str
    title: str
    stands: str
    last: str
    late: int


def find_open(plan: Plan, context: Context, post: str | None = None) -> list[OpenItem]:
    """The live tactics and actions: what is late first, then what is due next.

    For a `post` that does not lead the plan, only what it owns.
    """
    own = None if leads(plan, post) else post
    items = [item for item in plan.tracked if item.id and plan.is_live(item)]
    found = [_open(plan, context, i) for i in items if own is None or i.owner == own]

    def when(one: OpenItem) -> tuple[int, dt.date]:
        return -one.late, plan.deadline_of(one.item) or dt.date.max

    return sorted(found, key=when)


def leads(plan: Plan, post: str | None) -> bool:
    """Whether a post is the plan's LRO or deputy; true of nobody in particular."""
    deputy = plan.team.deputy_lro if plan.team else None
    return post in (None, plan.lro, deputy)


def last_word(entries: list[Entry]) -> str:
    """What some entries say last, with its day."""
    if not entries:
        return "Nothing in the log yet"
    entry = entries[-1]
    words = [
        entry.status,
        f"{entry.disruption} disruption" if entry.disruption else None,
        f"moved to {long_day(entry.due)}" if entry.due else None,
        *(entry.decision, entry.view, entry.outcome, entry.effect, entry.because, entry.note),
    ]
    told = ": ".join(word for word in words if word) or "an entry without words"
    return f"{long_day(entry.date)}: {told}" if entry.date else told


def _open(plan: Plan, context: Context, item: Tactic | Action) -> OpenItem:
    late = plan.days_late(item, context.as_of)
    owner = context.directory.title(item.owner) if context.directory else item.owner
    day = plan.deadline_of(item)
    word = "due" if isinstance(item, Action) or plan.due_of(item) else "next check"
    when = f"{word} {long_day(day)}" if day else "no date"
    when += f", {count(late, 'day')} late" if late else ""
    title = item.tactic if isinstance(item, Tactic) else item.action
    stands = f"{owner or 'Nobody'}, {plan.status_of(item)}, {when}"
    last = last_word(plan.entries_about(item.id))
    return OpenItem(item, item.id or "", title or "", stands, last, late)
