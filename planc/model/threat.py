"""The threat a plan answers, and what is known of it. Fields: see the plan's schema."""

import datetime as dt
from dataclasses import dataclass

from planc.model.document import Route

EXPLOITING = frozenset({"csae", "msht", "oic"})
"""The areas in which people are what is traded."""


@dataclass(frozen=True, kw_only=True)
class LocalProfile:
    """The SOC local profile a plan rests on."""

    route: Route
    ref: str | None = None
    date: dt.date | None = None


@dataclass(frozen=True, kw_only=True)
class Mapping:
    """Where mapping of the group stands. The coordinator's, not the LRO's."""

    route: Route
    status: str | None = None
    mapped_on: dt.date | None = None
    rescore_due: dt.date | None = None
    interest: str | None = None
    lead_force: str | None = None


@dataclass(frozen=True, kw_only=True)
class Score:
    """A score as its scheme gave it. planc stores scores and never computes one (DOMAIN 3)."""

    route: Route
    date: dt.date | None = None
    scheme: str | None = None
    version: str | None = None
    total: str | None = None
    band: str | None = None
    harm: str | None = None
    likelihood: str | None = None
    organisational_position: str | None = None
    confidence: str | None = None
    priority: str | None = None
    opportunity: str | None = None


@dataclass(frozen=True, kw_only=True)
class Threat:
    """What the threat is."""

    route: Route
    type: str | None = None
    areas: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    tier: str | None = None
    assessment: str | None = None
    partner_text: str | None = None
    likelihood: str | None = None
    phase: str | None = None
    chb_stage: str | None = None
    business_model: tuple[str, ...] = ()
    group_size: int | None = None
    victims: str | None = None
    cyp_at_risk: bool | None = None
    strategy_lines: tuple[str, ...] = ()
    local_profile: LocalProfile | None = None
    apmis_ref: str | None = None
    mapping: Mapping | None = None
    scores: tuple[Score, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Subject:
    """A person in the group, by an opaque key."""

    route: Route
    key: str | None = None
    role: str | None = None
    status: str | None = None
    release: str | None = None
    lifetime_owner: str | None = None


@dataclass(frozen=True, kw_only=True)
class Location:
    """A place, by key."""

    route: Route
    key: str | None = None
    kind: str | None = None
    area: str | None = None


@dataclass(frozen=True, kw_only=True)
class Investigation:
    """A linked investigation, in outline."""

    route: Route
    phase: str | None = None
    last_deconfliction: dt.date | None = None
    next_court_stage: str | None = None
