"""The threat a plan answers, and what is known of it. Fields: see the plan's schema."""

import datetime as dt

from planc.model.document import Route
from planc.model.noun import noun

EXPLOITING = frozenset({"csae", "msht", "oic"})
"""The areas in which people are what is traded."""

SCORED = ("ocg", "usg", "priority individual", "vulnerability")
"""The types of threat that are mapped and scored: those of the LRO's role profile (S0)."""


@noun(frozen=True, kw_only=True)
class LocalProfile:
    """The SOC local profile a plan rests on."""

    route: Route
    ref: str | None = None
    date: dt.date | None = None


@noun(frozen=True, kw_only=True)
class Mapping:
    """Where mapping of the group stands. The coordinator's, not the LRO's."""

    route: Route
    status: str | None = None
    mapped_on: dt.date | None = None
    rescore_due: dt.date | None = None
    interest: str | None = None
    lead_force: str | None = None


@noun(frozen=True, kw_only=True)
class Score:
    """A score as its scheme gave it.

    planc stores scores and never computes one: the schemes' scales are not public.
    """

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


@noun(frozen=True, kw_only=True)
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

    @property
    def is_scored(self) -> bool:
        """Whether somebody is to keep a score of it; not once it is off the map."""
        off = self.mapping is not None and self.mapping.status in ("not required", "archived")
        return self.type in SCORED and not off

    @property
    def scored_by(self) -> tuple[Route, ...]:
        """Each place that has a say in whether it is scored, and when it was last."""
        days = ((*score.route, "date") for score in self.scores)
        return (*self.route, "scores"), (*self.route, "mapping", "status"), *days

    @property
    def dated_scores(self) -> list[tuple[dt.date, Score]]:
        """The scores whose day is known, each with its day, oldest first."""
        dated = ((score.date, score) for score in self.scores if score.date)
        return sorted(dated, key=lambda pair: pair[0])


@noun(frozen=True, kw_only=True)
class Subject:
    """A person in the group, by an opaque key."""

    route: Route
    key: str | None = None
    role: str | None = None
    status: str | None = None
    release: str | None = None
    lifetime_owner: str | None = None


@noun(frozen=True, kw_only=True)
class Location:
    """A place, by key."""

    route: Route
    key: str | None = None
    kind: str | None = None
    area: str | None = None


@noun(frozen=True, kw_only=True)
class Investigation:
    """A linked investigation, in outline."""

    route: Route
    phase: str | None = None
    last_deconfliction: dt.date | None = None
    next_court_stage: str | None = None
