"""planc.yaml: the force's own settings. Its numbers are local policy, not a national standard."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import field

from planc.model.document import Route
from planc.model.finding import Place, Severity
from planc.model.noun import noun

POLICY = "planc.yaml"
"""The name of the file; the folder that it stands in is the repository's."""


@noun(frozen=True)
class Origins:
    """Where the values of a policy stand, by their way from the root.

    An item of a list goes by its id or name. What planc ships stands nowhere.
    """

    places: Mapping[Route, Place]

    def of(self, *route: str) -> tuple[Place, ...]:
        """The first place in each file that has a say in the value, the nearest file last."""
        first_by_file: dict[str, Place] = {}
        for at, place in self.places.items():
            if at[: len(route)] == route:
                first_by_file.setdefault(place.path, place)
        return tuple(first_by_file.values())

    def words(self, *route: str) -> str:
        """The same in words: `planc.yaml, line 15`; empty for what planc ships."""
        return "; ".join(place.words for place in self.of(*route))


@noun(frozen=True, kw_only=True)
class Exercise:
    """Pins the date for samples and exercises, and stamps every page."""

    route: Route = ()
    as_of: dt.date | None = None
    stamp: str | None = None


@noun(frozen=True, kw_only=True)
class Label:
    """A sensitivity label of Microsoft Purview, and the marking that it stands for."""

    route: Route = ()
    marking: str | None = None
    name: str | None = None
    id: str | None = None
    tenant: str | None = None


@noun(frozen=True, kw_only=True)
class Tier:
    """Who may own a threat, and how often such plans are reviewed, in days."""

    route: Route = ()
    name: str | None = None
    review_days: int | None = None


@noun(frozen=True, kw_only=True)
class Unplanned:
    """A threat that is known to a board and has no plan yet."""

    route: Route = ()
    ref: str | None = None
    threat: str | None = None
    marking: str | None = None
    tier: str | None = None
    since: dt.date | None = None
    lro: str | None = None
    because: str | None = None


@noun(frozen=True, kw_only=True)
class Board:
    """A governance board and its calendar, oldest meeting first."""

    route: Route = ()
    id: str | None = None
    name: str | None = None
    level: str | None = None
    chair: str | None = None
    meetings: tuple[dt.date, ...] = ()
    threats_without_plan: tuple[Unplanned, ...] = ()

    def last_meeting(self, as_of: dt.date) -> dt.date | None:
        """The last meeting before `as_of`; the meeting of that very day is still to come."""
        return max((day for day in self.meetings if day < as_of), default=None)

    def next_meeting(self, as_of: dt.date) -> dt.date | None:
        """The meeting on `as_of`, or the first one after it."""
        return min((day for day in self.meetings if day >= as_of), default=None)


@noun(frozen=True, kw_only=True)
class Numbers:
    """The thresholds of the rules; what planc ships is in the policy's schema."""

    route: Route = ()
    strand_tactics: int
    overdue_days: int
    review_cap_days: int
    lro_plans: int
    owner_tactics: int
    smallest_cohort: int
    stalled_days: int
    settling_days: int
    unescalated_days: int
    request_days: int
    impact_days: int
    profile_days: int
    score_days: int
    score_cap_days: int
    score_review_days: int
    score_rise: int
    sro_absent_reviews: int
    unmoderated_days: int
    late_entry_days: int
    deconfliction_days: int
    waiver_error_days: int
    waiver_warning_days: int
    waiver_notice_days: int
    baseline_days: int
    look_ahead_days: int
    partner_keep_days: int


@noun(frozen=True, kw_only=True)
class RuleSetting:
    """What the force changed about a rule, and why."""

    route: Route = ()
    severity: str | None = None
    reason: str | None = None


@noun(frozen=True, kw_only=True)
class RuleInForce:
    """A rule as it holds in a force.

    `severity` and `shipped`, what it is where no policy says otherwise, are None for off. `place`
    is where the policy changed it, for `reason`; None where it is as planc ships it.
    """

    name: str
    severity: Severity | None
    shipped: Severity | None
    place: Place | None
    reason: str | None


@noun(frozen=True, kw_only=True)
class Policy:
    """The whole of planc.yaml, the shipped defaults filled in."""

    route: Route = ()
    planc: int | None = None
    extends: str | None = None
    force: str | None = None
    information_asset_owner: str | None = None
    dpia_ref: str | None = None
    calendar_key: str | None = None
    plans: tuple[str, ...] = ()
    not_plans: tuple[str, ...] = ()
    directory: str
    exercise: Exercise | None = None
    house: str | None = None
    text_size: int
    labels: tuple[Label, ...] = ()
    sections: tuple[str, ...] = ()
    orders_in_force: tuple[str, ...] = ()
    foia: str
    partner_terms: str
    confidentiality: str
    tiers: tuple[Tier, ...]
    boards: tuple[Board, ...]
    numbers: Numbers
    rules: Mapping[str, RuleSetting] = field(default_factory=dict)

    def label(self, marking: str) -> Label | None:
        """The label of a marking: of those that it begins with, the one that says most."""
        fitting = [
            label
            for label in self.labels
            if label.marking and f"{marking} - ".startswith(f"{label.marking} - ")
        ]
        return max(fitting, key=lambda label: len(label.marking or ""), default=None)

    def board(self, name: str | None) -> Board | None:
        """The board with this id."""
        return next((board for board in self.boards if board.id == name), None)

    def is_most_local(self, tier: str | None) -> bool:
        """Whether no tier is nearer to the ground; so is a plan that names none."""
        return tier is None or not self.tiers or tier == self.tiers[-1].name

    def review_days(self, tier: str | None) -> int:
        """The longest time between reviews for a tier, in days, never above the cap."""
        days = next((t.review_days for t in self.tiers if t.name == tier and t.review_days), None)
        return min(days or self.numbers.review_cap_days, self.numbers.review_cap_days)
