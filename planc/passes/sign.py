"""A plan, and what a board decided of it -> the sign-off that records it."""

import datetime as dt
from collections.abc import Collection, Mapping
from typing import NamedTuple

from planc.model.approvals import COVERS, Signed, signed_things
from planc.model.document import Data
from planc.model.plan import Plan


class Approved(NamedTuple):
    """What a board's minutes say: on which day, which post, and of which things.

    `covers` are those of COVERS that were approved; empty for all that the plan has. `acting_for`
    is the post in whose stead `by` did.
    """

    date: dt.date
    by: str
    minute: str
    recorded_by: str
    covers: Collection[str] = ()
    acting_for: str | None = None


class Signing(NamedTuple):
    """A sign-off as it is written, and the things that are not as the board read them, in words."""

    entry: dict[str, Data]
    changed: tuple[str, ...]


def sign(
    plan: Plan, approved: Approved, read: Mapping[str, str] | None = None, paper: str = ""
) -> Signing:
    """The sign-off, with a digest of each thing that it covers.

    `read` are the digests of what the board read, by the names of things, and `paper` the digest
    of that paper; without them, what is signed is the plan as it is.
    """
    now = signed_things(plan)
    digests = {name: thing.digest for name, thing in now.items()} if read is None else read
    wanted = {name: digest for name, digest in digests.items() if _covered(name, now, approved)}
    parts = {_covers(name, now) for name in wanted}
    entry: dict[str, Data] = {
        "date": approved.date.isoformat(),
        "by": approved.by,
        "acting_for": approved.acting_for,
        "covers": [word for word in COVERS if word in parts],
        "minute_ref": approved.minute,
        "recorded_by": approved.recorded_by,
        "digest": paper[:12] or None,
        "digests": [f"{name}={digest}" for name, digest in wanted.items()],
    }
    changed = [
        now[name].words if name in now else name
        for name, digest in wanted.items()
        if name not in now or now[name].digest != digest
    ]
    return Signing({name: value for name, value in entry.items() if value}, tuple(changed))


def _covered(name: str, now: Mapping[str, Signed], approved: Approved) -> bool:
    return not approved.covers or _covers(name, now) in approved.covers


def _covers(name: str, now: Mapping[str, Signed]) -> str:
    """What of a plan a thing is part of; of one that is there no more, as its name has it."""
    if name in now:
        return now[name].covers
    head, _, field = name.partition(".")
    if head in ("gaps", "distribution", "closure"):
        return head
    return "risks" if field == "risk" else "objectives"
