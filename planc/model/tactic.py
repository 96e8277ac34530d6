"""What is to be achieved and what is done about it: objectives, tactics, actions."""

import datetime as dt
from typing import Literal, TypeAlias, get_args

from planc.model.document import Route
from planc.model.noun import noun

Strand: TypeAlias = Literal["pursue", "prevent", "protect", "prepare"]
STRANDS: tuple[Strand, ...] = get_args(Strand)
"""The four Ps in the order of the national strategies of 2013 and 2018."""

DONE = ("complete", "withdrawn", "closed")
"""The statuses after which nothing more is due."""
TABLE = "table"
"""What stands under `share` for all partners at the table."""
UNRECORDED = "no status recorded"
"""What is printed for a tactic of which nobody has said how it stands."""

STATUSES = (
    "proposed",
    "approved",
    "in progress",
    "ongoing",
    "awaiting court",
    "blocked",
    "complete",
    "withdrawn",
)
"""What a tactic can be, in the order in which one usually goes through them."""

ACTION_STATUSES = ("open", "closed")
"""What an action can be."""

NOT_BEGUN = (UNRECORDED, "proposed", "approved", "awaiting court")
"""The statuses that a disruption, an order made or a result moves on."""


@noun(frozen=True, kw_only=True)
class Judgement:
    """How an objective is judged that cannot be counted."""

    route: Route
    would_see: str | None = None
    assessed_by: str | None = None
    assessed_on: dt.date | None = None


@noun(frozen=True, kw_only=True)
class Objective:
    """What the SRO wants achieved."""

    route: Route
    id: str | None = None
    statement: str | None = None
    partner_text: str | None = None
    share: tuple[str, ...] = ()
    measure: str | None = None
    judgement: Judgement | None = None
    baseline: str | None = None
    target: str | None = None
    by: dt.date | None = None
    aim: str | None = None
    set_on: dt.date | None = None
    set_by: str | None = None

    @property
    def partner_words(self) -> str | None:
        """What partners are told of it."""
        return self.partner_text


@noun(frozen=True, kw_only=True)
class Order:
    """A court order that a tactic seeks or monitors."""

    route: Route
    type: str | None = None
    ref: str | None = None
    made_on: dt.date | None = None
    expires: dt.date | None = None
    review: dt.date | None = None


@noun(frozen=True, kw_only=True)
class Tactic:
    """Something the LRO has done towards the objectives. It endures; an action is one task."""

    route: Route
    id: str | None = None
    tactic: str | None = None
    detail: str | None = None
    kind: str | None = None
    area: str | None = None
    stage: str | None = None
    aim: str | None = None
    hits: tuple[str, ...] = ()
    serves: tuple[str, ...] = ()
    owner: str | None = None
    support: tuple[str, ...] = ()
    starts: dt.date | None = None
    due: dt.date | None = None
    next_check: dt.date | None = None
    status: str | None = None
    success: str | None = None
    power: str | None = None
    order: Order | None = None
    marking: str | None = None
    share: tuple[str, ...] = ()
    partner_title: str | None = None
    partner_text: str | None = None

    @property
    def partner_words(self) -> str | None:
        """What partners are told of it."""
        return self.partner_title or self.partner_text

    @property
    def strand(self) -> str:
        """Which of the four Ps it stands under."""
        return str(self.route[0])


@noun(frozen=True, kw_only=True)
class Action:
    """A task raised at a meeting, owned, due, and closed with a result."""

    route: Route
    id: str | None = None
    action: str | None = None
    about: str | None = None
    owner: str | None = None
    raised_on: dt.date | None = None
    raised_at: str | None = None
    due: dt.date | None = None
    share: tuple[str, ...] = ()
    partner_text: str | None = None

    @property
    def partner_words(self) -> str | None:
        """What partners are told of it."""
        return self.partner_text
