"""The log: what happened, a line a thing."""

import datetime as dt
from dataclasses import dataclass

from planc.model.document import Route


@dataclass(frozen=True, kw_only=True)
class Ndm:
    """A decision under the headings of the National Decision Model (NDM)."""

    route: Route
    code_of_ethics: str | None = None
    information: str | None = None
    assessment: str | None = None
    powers_policy: str | None = None
    options: str | None = None
    action_review: str | None = None


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One entry of the log. Which fields it has says what it records."""

    route: Route
    date: dt.date | None = None
    recorded_on: dt.date | None = None
    ref: str | None = None
    note: str | None = None
    status: str | None = None
    outcome: str | None = None
    due: dt.date | None = None
    next_check: dt.date | None = None
    because: str | None = None
    rag: str | None = None
    value: str | None = None
    disruption: str | None = None
    strand: str | None = None
    lead: str | None = None
    support: tuple[str, ...] = ()
    effect: str | None = None
    state: str | None = None
    external_ref: str | None = None
    id: str | None = None
    decision: str | None = None
    rejected: str | None = None
    by: str | None = None
    ndm: Ndm | None = None
    review: str | None = None
    board: str | None = None
    present: tuple[str, ...] = ()
    next_review: dt.date | None = None
    read: str | None = None
    view: str | None = None
