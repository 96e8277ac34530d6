"""What is to be new in a plan -> an item of one of its lists, its fields in order, with an id."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from planc.model.context import Context
from planc.model.document import Data, Route
from planc.model.plan import Plan
from planc.wording.numbering import next_id


class ItemKind(NamedTuple):
    """A kind of item: its list, the field that takes the officer's words, and what is asked.

    A list inside something else is `threat.scores`. `id` is what its first id looks like; `today`
    are the fields that are today's date if nobody says another, and `status` is the one it is
    asked for with.
    """

    list: str
    words: str
    asks: tuple[str, ...]
    id: str = ""
    today: tuple[str, ...] = ()
    status: str = ""

    @property
    def route(self) -> Route:
        """The way to its list."""
        return tuple(self.list.split("."))


KINDS: Mapping[str, ItemKind] = {
    "objective": ItemKind(
        "objectives", "statement", ("measure", "baseline", "target", "by", "set_on"), "OBJ-1"
    ),
    "tactic": ItemKind(
        "pursue", "tactic", ("serves", "owner", "due", "success", "status"), status="proposed"
    ),
    "action": ItemKind("actions", "action", ("about", "owner", "due"), "ACT-1", ("raised_on",)),
    "risk": ItemKind(
        "risks", "risk", ("likelihood", "impact", "controls", "owner", "review"), "RSK-1"
    ),
    "intelligence-gap": ItemKind(
        "intelligence_gaps", "requirement_ref", ("owner", "tactic", "review"), "INT-1"
    ),
    "request": ItemKind(
        "requests", "what", ("kind", "asked_of", "status"), "REQ-1", ("asked_on",), "sent"
    ),
    "bid": ItemKind("bids", "what", ("cost", "asked_of"), "BID-1", ("asked_on",)),
    "partner": ItemKind("partners", "organisation", ("role", "since")),
    "subject": ItemKind("subjects", "key", ("role", "status", "release", "lifetime_owner")),
    "score": ItemKind("threat.scores", "total", ("confidence",), today=("date",)),
    "event": ItemKind("coming", "event", ("date",)),
    "closure-test": ItemKind("closure_test", "test", ()),
    "lesson": ItemKind("learning", "lesson", ("shared_with",), today=("date",)),
    "share": ItemKind(
        "shares",
        "what",
        ("to", "gateway", "necessity", "proportionality", "authorised_by", "sanitised_by"),
        "SHR-1",
        ("date",),
    ),
}
"""What can be added to a plan, by the word for one of it."""

_STRAND_IDS = {"pursue": "PUR-1", "prevent": "PRE-1", "protect": "PRO-1", "prepare": "PPR-1"}


def compose_item(
    plan: Plan, context: Context, kind: ItemKind, given: Mapping[str, Data], order: Iterable[str]
) -> dict[str, Data]:
    """The item, with what can be known of the rest: its id, and today's date.

    `order` is that of the fields in the schema.
    """
    proposed: dict[str, Data] = dict.fromkeys(kind.today, context.as_of.isoformat())
    first = _STRAND_IDS.get(kind.list, kind.id)
    if first:
        ids = [item.id for item in getattr(plan, kind.list) if item.id]
        proposed["id"] = next_id(ids, first, [item.id for item in plan.identified if item.id])
    scores = plan.threat.scores if plan.threat and kind.list == "threat.scores" else ()
    if scores and scores[-1].scheme:  # a score of another scheme says nothing beside the last one
        proposed["scheme"] = scores[-1].scheme
    fields = {**proposed, **given}
    return {name: fields[name] for name in order if name in fields}
