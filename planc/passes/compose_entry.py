"""What an officer says happened -> an entry of the log, its fields in order, and what it lacks."""

import datetime as dt
from collections.abc import Mapping
from typing import NamedTuple

from planc.errors import PlancError
from planc.model.context import Context
from planc.model.document import Data
from planc.model.log import Entry
from planc.model.plan import Plan
from planc.model.tactic import Action
from planc.wording.day import long_day
from planc.wording.numbering import next_id
from planc.wording.words import listed

ORDER = (
    "date", "recorded_on", "redacted", "corrects", "ref", "id", "decision", "review", "board", "by",
    "status", "due", "disruption", "lead", "support", "strand", "state", "external_ref", "rag",
    "value", "because", "rejected", "outcome", "effect", "note", "next_check", "next_review",
    "present", "read", "view",
)  # fmt: skip
"""The fields of an entry as a reader wants them: when, about what, what happened, why."""


class EntryKind(NamedTuple):
    """A kind of entry: the field that takes the officer's words, and the fields it needs."""

    name: str
    words: str
    needs: tuple[str, ...] = ()


class Composed(NamedTuple):
    """An entry, and the fields that its kind needs and nobody has given."""

    kind: EntryKind
    entry: dict[str, Data]
    lacking: tuple[str, ...]


_ENDED = ("complete", "closed")
_STOPPED = ("blocked", "withdrawn")


_NAMED = {
    "redacted": EntryKind("redaction", "note"),
    "corrects": EntryKind("correction", "note", ("note",)),
    "decision": EntryKind("decision", "because", ("because", "rejected", "by")),
    "review": EntryKind("review", "note", ("board", "by", "next_review")),
    "next_review": EntryKind("review", "note", ("review", "board", "by")),
    "view": EntryKind("LRO's view", "view", ("by",)),
    "disruption": EntryKind("disruption", "effect", ("ref", "lead", "effect")),
}
"""The kinds that one field makes, whatever else there is."""


def kind_of(fields: Mapping[str, Data]) -> EntryKind:
    """What the fields of an entry, without its words, make of it."""
    status = fields.get("status")
    named = next((kind for field, kind in _NAMED.items() if field in fields), None)
    if named:
        return named
    if "rag" in fields or "value" in fields:
        return EntryKind("rating", "because", ("ref", "rag", "because"))
    if status in _ENDED:
        return EntryKind("status", "outcome", ("ref", "outcome"))
    if (status in _STOPPED and "note" not in fields) or "due" in fields:
        return EntryKind("status" if status else "new date", "because", ("ref", "because"))
    if status or "next_check" in fields:
        return EntryKind("status" if status else "next check", "note", ("ref",))
    if "outcome" in fields:
        return EntryKind("result", "note", ("ref",))
    return EntryKind("note", "note", ("note",))


def compose_entry(plan: Plan, context: Context, asked: Mapping[str, Data], words: str) -> Composed:
    """The entry that was asked for, with what can be known of the rest.

    `asked` are fields by their names in the log; `words` go where its kind has them. `context`
    says which day it is: what happened before it gets `recorded_on`. Raises PlancError for a status
    or a date of what has none in the log.
    """
    asked = {**asked, **_fitting_status(plan, asked)}
    kind = kind_of(asked)
    if kind.name == "disruption" and ("ref" in asked or "strand" in asked):
        counts = "strand" in asked or asked["ref"] in {tactic.id for tactic in plan.tactics}
        kind = kind._replace(needs=("lead", "effect") if counts else ("strand", "lead", "effect"))
    fields: dict[str, Data] = dict(asked)
    if words:
        fields.setdefault(kind.words, words)
    if kind.name == "decision":
        ids = [decision.id for decision in plan.decisions if decision.id]
        fields.setdefault("id", next_id(ids, "DEC-001"))
    elif kind.name == "review":
        _fill_review(plan, context, fields)
    elif kind.name == "LRO's view" and plan.lro:
        fields.setdefault("by", plan.lro)
    today = context.as_of.isoformat()
    date = fields.setdefault("date", today)
    if isinstance(date, str) and date < today:
        fields.setdefault("recorded_on", today)
    entry = {name: fields[name] for name in ORDER if name in fields}
    return Composed(kind, entry, tuple(name for name in kind.needs if name not in entry))


_WORDS_OF_ACTIONS = {"complete": "closed", "withdrawn": "closed"}
_WORDS_OF_TACTICS = {"closed": "complete", "open": "in progress"}


def _fitting_status(plan: Plan, fields: Mapping[str, Data]) -> dict[str, Data]:
    """The status in the words of what it is of: an action is closed, a tactic complete."""
    ref, status = fields.get("ref"), str(fields.get("status", ""))
    dated = [name for name in ("status", "due", "next_check") if name in fields]
    if not ref or not dated:
        return {}
    kinds = {item.id: item for item in plan.tracked}
    if ref not in kinds and any(item.id == ref for item in plan.identified):
        rated = any(objective.id == ref for objective in plan.objectives)
        advice = "Rate it: --rag" if rated else "Change it above the log: planc change"
        raise PlancError(
            f"{ref} is no tactic and no action, so the log has no {dated[0]} of it. {advice}"
        )
    words = _WORDS_OF_ACTIONS if isinstance(kinds.get(str(ref)), Action) else _WORDS_OF_TACTICS
    return {"status": words[status]} if status in words else {}


def entries_corrected(plan: Plan, entry: Mapping[str, Data]) -> list[Entry]:
    """What a correction may mean: the entries of its day about the same thing.

    Raises PlancError if there is none.
    """
    about = entry.get("ref", entry.get("id"))
    entries = [one for one in plan.entries if about in one.about]
    meant = [one for one in entries if str(one.date) == entry["corrects"]]
    if not meant:
        days = listed([long_day(day) for day in dict.fromkeys(e.date for e in entries) if day], 5)
        day = long_day(dt.date.fromisoformat(str(entry["corrects"])))
        what = f"about {about}" if about else "about the plan as a whole"
        others = f"It has: {days}." if days else "There is none about it at all."
        raise PlancError(f"The log has no entry of {day} {what}. {others}")
    return meant


def _fill_review(plan: Plan, context: Context, fields: dict[str, Data]) -> None:
    """The board, its last meeting, who decided there, and when it meets next."""
    if plan.board:
        fields.setdefault("board", plan.board)
    board = context.policy.board(str(fields.get("board", "")))
    if board and "date" not in fields:
        held_on = board.last_meeting(context.as_of + dt.timedelta(1))
        if held_on:
            fields["date"] = held_on.isoformat()
    if plan.sro:
        fields.setdefault("by", plan.sro)
    day = dt.date.fromisoformat(str(fields.get("date", context.as_of)))
    following = board.next_meeting(day + dt.timedelta(1)) if board else None
    if following:
        fields.setdefault("next_review", following.isoformat())
