"""Who answers for a plan and how it is governed: gaps, risks, requests, sign-offs, waivers ..."""

import datetime as dt

from planc.model.document import Route
from planc.model.noun import noun
from planc.model.tactic import Strand


@noun(frozen=True, kw_only=True)
class Team:
    """Further posts with a part in the plan."""

    route: Route
    deputy_lro: str | None = None
    soctac: str | None = None
    coordinator: str | None = None
    sio: str | None = None
    intelligence_lead: str | None = None
    analyst: str | None = None
    financial_investigator: str | None = None
    disclosure_officer: str | None = None
    board_chair: str | None = None
    partner_leads: tuple[str, ...] = ()


@noun(frozen=True, kw_only=True)
class Option:
    """A course open to the board."""

    route: Route
    option: str | None = None
    because: str | None = None
    risk: str | None = None
    cost: str | None = None
    recommended: bool | None = None


@noun(frozen=True, kw_only=True)
class DecisionSought:
    """What the board is asked to decide."""

    route: Route
    id: str | None = None
    decision: str | None = None
    by: str | None = None
    when: dt.date | None = None
    otherwise: str | None = None
    consulted: tuple[str, ...] = ()
    dissent: str | None = None
    moves: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()


@noun(frozen=True, kw_only=True)
class ChangeSought:
    """What the board is asked to do with the plan as a whole."""

    route: Route
    change: str | None = None
    tier: str | None = None
    because: str | None = None
    asked_on: dt.date | None = None

    @property
    def words(self) -> str:
        """`archive`, or `step down to local`."""
        return (self.change or "change") + (f" to {self.tier}" if self.tier else "")


@noun(frozen=True, kw_only=True)
class Partner:
    """An organisation that takes part."""

    route: Route
    organisation: str | None = None
    since: dt.date | None = None
    role: str | None = None


@noun(frozen=True, kw_only=True)
class Gap:
    """Something deliberately not planned, for a reason that the SRO accepted."""

    route: Route
    reason: str | None = None
    accepted_on: dt.date | None = None
    look_again: dt.date | None = None


@noun(frozen=True, kw_only=True)
class Gaps:
    """The reasoned gaps, by what is not planned."""

    route: Route
    pursue: Gap | None = None
    prevent: Gap | None = None
    protect: Gap | None = None
    prepare: Gap | None = None
    partners: Gap | None = None
    finance: Gap | None = None

    @property
    def all(self) -> tuple[Gap, ...]:
        """Every gap there is."""
        named = (self.pursue, self.prevent, self.protect, self.prepare, self.partners, self.finance)
        return tuple(gap for gap in named if gap is not None)

    def strand(self, name: Strand) -> Gap | None:
        """The gap for one of the four strands."""
        return {
            "pursue": self.pursue,
            "prevent": self.prevent,
            "protect": self.protect,
            "prepare": self.prepare,
        }[name]


@noun(frozen=True, kw_only=True)
class Risk:
    """A risk to the plan or from it."""

    route: Route
    id: str | None = None
    risk: str | None = None
    likelihood: str | None = None
    impact: str | None = None
    controls: str | None = None
    owner: str | None = None
    accepted_on: dt.date | None = None
    review: dt.date | None = None


@noun(frozen=True, kw_only=True)
class IntelligenceGap:
    """What is not known, by reference only."""

    route: Route
    id: str | None = None
    requirement_ref: str | None = None
    owner: str | None = None
    tactic: str | None = None
    review: dt.date | None = None


@noun(frozen=True, kw_only=True)
class Request:
    """Advice taken or help asked for."""

    route: Route
    id: str | None = None
    kind: str | None = None
    what: str | None = None
    asked_of: str | None = None
    asked_on: dt.date | None = None
    status: str | None = None
    answered_on: dt.date | None = None
    answer: str | None = None


@noun(frozen=True, kw_only=True)
class Bid:
    """Resources asked for."""

    route: Route
    id: str | None = None
    what: str | None = None
    cost: str | None = None
    asked_on: dt.date | None = None
    asked_of: str | None = None
    result: str | None = None
    result_on: dt.date | None = None
    answer: str | None = None


@noun(frozen=True, kw_only=True)
class Finance:
    """The financial side of the threat."""

    route: Route
    investigator_allocated: bool | None = None
    poca_considered: dt.date | None = None
    note: str | None = None


@noun(frozen=True, kw_only=True)
class Safeguarding:
    """What has been considered for victims and those at risk."""

    route: Route
    lead: str | None = None
    nrm_considered: dt.date | None = None
    nrm_outcome: str | None = None
    strategy_discussion: dt.date | None = None
    plan_ref: str | None = None


@noun(frozen=True, kw_only=True)
class Communications:
    """What is said, and when."""

    route: Route
    lead: str | None = None
    reactive_lines: str | None = None
    reassurance: str | None = None
    embargo: str | None = None


@noun(frozen=True, kw_only=True)
class Impact:
    """An impact assessment that the plan relies on: community or equality."""

    route: Route
    ref: str | None = None
    date: dt.date | None = None
    trigger: str | None = None


@noun(frozen=True, kw_only=True)
class Coming:
    """A date the board should know of."""

    route: Route
    date: dt.date | None = None
    event: str | None = None


@noun(frozen=True, kw_only=True)
class ClosureTest:
    """One of the things that must be true before the plan is archived."""

    route: Route
    test: str | None = None
    met_on: dt.date | None = None


@noun(frozen=True, kw_only=True)
class Closure:
    """The closing review of an archived plan."""

    route: Route
    reviewed_on: dt.date | None = None
    rescored_on: dt.date | None = None
    reason: str | None = None


@noun(frozen=True, kw_only=True)
class Lesson:
    """Something learnt, for others."""

    route: Route
    date: dt.date | None = None
    lesson: str | None = None
    shared_with: str | None = None


@noun(frozen=True, kw_only=True)
class Share:
    """Information shared once, outside a standing agreement."""

    route: Route
    id: str | None = None
    date: dt.date | None = None
    to: str | None = None
    what: str | None = None
    gateway: str | None = None
    necessity: str | None = None
    proportionality: str | None = None
    authorised_by: str | None = None
    sanitised_by: str | None = None
    withdrawn_on: dt.date | None = None
    urgent_safeguarding: bool | None = None

    @property
    def is_whole(self) -> bool:
        """Whether it says all that lets it stand in for an agreement."""
        reasons = (self.gateway, self.necessity, self.proportionality)
        return bool(self.urgent_safeguarding) or all(
            (*reasons, self.authorised_by, self.sanitised_by)
        )


@noun(frozen=True, kw_only=True)
class SignOff:
    """A record that the SRO approved something. A record, not a signature."""

    route: Route
    date: dt.date | None = None
    by: str | None = None
    covers: tuple[str, ...] = ()
    acting_for: str | None = None
    minute_ref: str | None = None
    recorded_by: str | None = None
    digest: str | None = None
    digests: tuple[str, ...] = ()


@noun(frozen=True, kw_only=True)
class Waiver:
    """A finding set aside for a time. Not the acceptance of a risk."""

    route: Route
    rule: str | None = None
    id: str | None = None
    reason: str | None = None
    approver: str | None = None
    until: dt.date | None = None

    @property
    def complete(self) -> bool:
        """Whether it says all that it must; a waiver that does not sets nothing aside."""
        return all((self.rule, self.id, self.reason, self.approver, self.until))
