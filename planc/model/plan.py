"""A 4P plan, name for name as its schema has it, and what its log says of it."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from typing import Any, NamedTuple

from planc.model.document import Route
from planc.model.governance import (
    Bid,
    ChangeSought,
    Closure,
    ClosureTest,
    Coming,
    Communications,
    DecisionSought,
    Finance,
    Gaps,
    Impact,
    IntelligenceGap,
    Lesson,
    Partner,
    Request,
    Risk,
    Safeguarding,
    Share,
    SignOff,
    Team,
    Waiver,
)
from planc.model.log import Entry, as_corrected, corrections
from planc.model.noun import noun
from planc.model.policy import Policy
from planc.model.tactic import (
    ACTION_STATUSES,
    DONE,
    NOT_BEGUN,
    STRANDS,
    UNRECORDED,
    Action,
    Objective,
    Strand,
    Tactic,
)
from planc.model.threat import EXPLOITING, Investigation, Location, Subject, Threat
from planc.model.traversal import texts


class Move(NamedTuple):
    """A due date that was moved: when, from which day to which, why, and where that stands."""

    on: dt.date
    before: dt.date
    after: dt.date
    because: str | None
    entry: Entry

    @property
    def days(self) -> int:
        """How many days later it fell; negative if it was brought forward."""
        return (self.after - self.before).days


class _Logged(NamedTuple):
    """The last status in the log, its day, and whether something has come of it since."""

    status: str | None
    since: dt.date | None
    moved: bool


@noun(frozen=True, kw_only=True)
class Plan:
    """One 4P plan. A value with a structural fault is None here, and reported elsewhere."""

    route: Route = ()
    planc: int | None = None
    ref: str | None = None
    operation: str | None = None
    summary: str | None = None
    version: str | None = None
    marking: str | None = None
    status: str | None = None
    starts: dt.date | None = None
    ends: dt.date | None = None
    sro: str | None = None
    sro_since: dt.date | None = None
    lro: str | None = None
    lro_since: dt.date | None = None
    lro_handover: str | None = None
    team: Team | None = None
    board: str | None = None
    other_boards: tuple[str, ...] = ()
    next_review: dt.date | None = None
    recipients: tuple[str, ...] = ()
    embargo_until: str | None = None
    foia: str | None = None
    decision_sought: DecisionSought | None = None
    change_sought: ChangeSought | None = None
    threat: Threat | None = None
    subjects: tuple[Subject, ...] = ()
    locations: tuple[Location, ...] = ()
    investigation: Investigation | None = None
    partners: tuple[Partner, ...] = ()
    objectives: tuple[Objective, ...] = ()
    pursue: tuple[Tactic, ...] = ()
    prevent: tuple[Tactic, ...] = ()
    protect: tuple[Tactic, ...] = ()
    prepare: tuple[Tactic, ...] = ()
    gaps: Gaps | None = None
    actions: tuple[Action, ...] = ()
    risks: tuple[Risk, ...] = ()
    intelligence_gaps: tuple[IntelligenceGap, ...] = ()
    requests: tuple[Request, ...] = ()
    bids: tuple[Bid, ...] = ()
    finance: Finance | None = None
    safeguarding: Safeguarding | None = None
    communications: Communications | None = None
    community_impact: Impact | None = None
    equality_impact: Impact | None = None
    coming: tuple[Coming, ...] = ()
    closure_test: tuple[ClosureTest, ...] = ()
    closure: Closure | None = None
    learning: tuple[Lesson, ...] = ()
    shares: tuple[Share, ...] = ()
    signoffs: tuple[SignOff, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    annexes: tuple[str, ...] = ()
    log: tuple[Entry, ...] = ()

    # What it holds

    @property
    def in_force(self) -> bool:
        """Whether it is held to the rules: anything but archived, a status unknown included."""
        return self.status != "archived"

    def days_old(self, as_of: dt.date) -> int:
        """How many days it has been in force; 0 if it does not say since when."""
        return (as_of - self.starts).days if self.starts else 0

    def is_settled(self, as_of: dt.date, policy: Policy) -> bool:
        """Whether it is old enough to be asked for what nobody has in the first weeks."""
        return self.days_old(as_of) > policy.numbers.settling_days

    @property
    def tier(self) -> str | None:
        """Who owns the threat."""
        return self.threat.tier if self.threat else None

    @property
    def sro_from(self) -> dt.date | None:
        """The day from which the present SRO is known to be it: `sro_since`, else their first
        sign-off; None if neither is there."""
        signed = (s.date for s in self.signoffs if s.date and s.by == self.sro)
        return self.sro_since or min(signed, default=None)

    def sro_on(self, day: dt.date) -> str | None:
        """The SRO of that day; None where another was it whom the plan does not name."""
        since = self.sro_from
        return None if since and day < since else self.sro

    @property
    def exploits(self) -> bool:
        """Whether people are exploited, or children and young people are at risk."""
        threat = self.threat
        return threat is not None and bool(threat.cyp_at_risk or {*threat.areas} & EXPLOITING)

    @property
    def agreed(self) -> bool:
        """Whether its work is to be done: in force, and no draft."""
        return self.in_force and self.status != "draft"

    @property
    def boards(self) -> tuple[str, ...]:
        """The board that governs the plan, and those that receive it."""
        named = (self.board, *self.other_boards)
        return tuple(dict.fromkeys(board for board in named if board))

    def strand(self, name: Strand) -> tuple[Tactic, ...]:
        """The tactics of one of the four strands."""
        return {
            "pursue": self.pursue,
            "prevent": self.prevent,
            "protect": self.protect,
            "prepare": self.prepare,
        }[name]

    @cached_property
    def tactics(self) -> tuple[Tactic, ...]:
        """Every tactic, in the order of the strands."""
        return tuple(tactic for name in STRANDS for tactic in self.strand(name))

    @cached_property
    def owned(self) -> tuple[Tactic | Action | Risk | IntelligenceGap, ...]:
        """Everything that somebody owns."""
        return (*self.tactics, *self.actions, *self.risks, *self.intelligence_gaps)

    @cached_property
    def working_posts(self) -> list[str]:
        """The posts that lead the plan, or own or support something in it."""
        leads = (self.lro, *(self.team.partner_leads if self.team else ()))
        owners = (item.owner for item in self.owned)
        support = (post for tactic in self.tactics for post in tactic.support)
        return [post for post in (*leads, *owners, *support) if post]

    @property
    def markings(self) -> Iterator[tuple[Route, str]]:
        """The marking of the plan and those of its tactics, with where they stand."""
        for route, marking in (
            (self.route, self.marking),
            *((t.route, t.marking) for t in self.tactics),
        ):
            if marking:
                yield (*route, "marking"), marking

    @cached_property
    def tracked(self) -> tuple[Tactic | Action, ...]:
        """Everything with a status and a date: tactics, then actions."""
        return (*self.tactics, *self.actions)

    @property
    def unserved(self) -> list[Objective]:
        """The objectives that no tactic serves, withdrawn ones left out."""
        working = [tactic for tactic in self.tactics if self.status_of(tactic) != "withdrawn"]
        served = {objective for tactic in working for objective in tactic.serves}
        return [objective for objective in self.objectives if objective.id not in served]

    @cached_property
    def identified(self) -> tuple[Any, ...]:
        """Everything with an id, the decisions among it."""
        named = (*self.objectives, *self.owned, *self.requests, *self.bids, *self.shares)
        return (*named, *self.decisions)

    @property
    def texts(self) -> Iterator[tuple[Route, str]]:
        """Every text of the plan, with its way."""
        return texts(self)

    @cached_property
    def partner_texts(self) -> tuple[tuple[Route, str], ...]:
        """All words for partners, each with its way in the plan."""
        fields_of_nouns: list[tuple[Any, tuple[str, ...]]] = [(self, ("embargo_until",))]
        fields_of_nouns += [(self.threat, ("partner_text",))] if self.threat else []
        fields_of_nouns += [(objective, ("partner_text",)) for objective in self.objectives]
        fields_of_nouns += [(item, ("partner_title", "partner_text")) for item in self.tracked]
        return tuple(
            ((*noun.route, name), text)
            for noun, names in fields_of_nouns
            for name in names
            if (text := getattr(noun, name, None))
        )

    @cached_property
    def live_tactics(self) -> tuple[Tactic, ...]:
        """The tactics that are neither complete nor withdrawn."""
        return tuple(tactic for tactic in self.tactics if self.is_live(tactic))

    def is_delivered(self, tactic: Tactic) -> bool:
        """Whether it is complete and something is known to have come of it."""
        came = self.outcome_of(tactic) or any(
            entry.ref == tactic.id for entry in self.disruptions if tactic.id
        )
        return bool(came) and self.status_of(tactic) == "complete"

    def counts(self, tactic: Tactic) -> bool:
        """Whether it counts for its strand: it is live and agreed, or delivered in monitoring.

        In a draft, what is proposed counts: nothing is agreed yet.
        """
        if self.status == "monitoring" and self.is_delivered(tactic):
            return True
        proposed = self.agreed and self.status_of(tactic) == "proposed"
        return self.is_live(tactic) and not proposed

    def next_enforcement(self, as_of: dt.date, days: int) -> tuple[Tactic, dt.date] | None:
        """The first enforcement that is still to come, with its day; late ones included.

        None where none is due within so many days from `as_of`.
        """
        coming = [
            (tactic, due)
            for tactic in self.live_tactics
            if tactic.kind == "enforcement" and (due := self.due_of(tactic))
            if (due - as_of).days <= days
        ]
        return min(coming, key=lambda pair: pair[1], default=None)

    @property
    def open_actions(self) -> Iterator[Action]:
        """The actions that are not closed."""
        return (action for action in self.actions if self.is_live(action))

    def as_logged(self, day: dt.date) -> "Plan":
        """The plan without what its log recorded after a day."""
        log = tuple(entry for entry in self.log if entry.date is None or entry.date <= day)
        return replace(self, log=log)

    # What the log says

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """The dated entries of the log, oldest first; those of one day stay as they stand."""
        dated = ((entry.date, entry) for entry in self.log if entry.date)
        return tuple(entry for _, entry in sorted(dated, key=lambda pair: pair[0]))

    @cached_property
    def standing(self) -> tuple[Entry, ...]:
        """The entries as they count: each as it was corrected, and its corrections left out."""
        if not any(entry.corrects for entry in self.entries):
            return self.entries
        return as_corrected(self.entries)

    @cached_property
    def corrected_log(self) -> tuple[Entry, ...]:
        """The log in its own order, each entry as it counts; those without a day among them."""
        if len(self.standing) == len(self.entries):
            return self.log
        standing = {entry.route: entry for entry in self.standing}
        return tuple(
            standing.get(entry.route, entry)
            for entry in self.log
            if entry.date is None or entry.route in standing
        )

    @cached_property
    def _corrections(self) -> dict[Route, list[Entry]]:
        by_route: dict[Route, list[Entry]] = {}
        for correction, corrected in corrections(self.entries):
            if corrected is not None:
                by_route.setdefault(corrected.route, []).append(correction)
        return by_route

    def corrections_of(self, entry: Entry) -> list[Entry]:
        """The entries that correct this one, oldest first."""
        return self._corrections.get(entry.route, [])

    @cached_property
    def _by_ref(self) -> dict[str, list[Entry]]:
        by_ref: dict[str, list[Entry]] = {}
        for entry in self.standing:
            if entry.ref:
                by_ref.setdefault(entry.ref, []).append(entry)
        return by_ref

    def entries_about(self, ref: str | None) -> list[Entry]:
        """The entries about one object as they count, oldest first."""
        return self._by_ref.get(ref or "", [])

    @cached_property
    def _logged(self) -> dict[str | None, _Logged]:
        """What the log says last of how each object stands."""
        logged: dict[str | None, _Logged] = {}
        for entry in self.standing:
            if not entry.ref:
                continue
            if entry.status:
                logged[entry.ref] = _Logged(entry.status, entry.date, moved=False)
            elif entry.outcome or (entry.disruption and entry.state != "rejected"):
                before = logged.get(entry.ref, _Logged(None, None, moved=False))
                logged[entry.ref] = before._replace(moved=True)
        return logged

    def told_by(self, item: Tactic | Action | Objective, *names: str) -> tuple[Route, ...]:
        """Each place that has a say in the status of an item, or in these fields of it.

        For the `unless` of a rule: an entry of the log whose date or ref cannot be read says
        nothing here.
        """
        about = [entry.route for entry in self.log if entry.ref == item.id]
        routes = [
            (*route, name) for route in about for name in ("date", "corrects", "status", *names)
        ]
        lost = [(*entry.route, "ref") for entry in self.log if entry.ref is None]
        return (("log",), (*item.route, "status"), *routes, *lost)

    def deadline_told_by(self, item: Tactic | Action) -> tuple[Route, ...]:
        """Each place that has a say in its deadline; without its id, the log says nothing of it."""
        return (*self.told_by(item, "due", "next_check"), (*item.route, "id"), (*item.route, "due"))

    def status_of(self, item: Tactic | Action) -> str:
        """How it stands: nothing but what is recorded, for rules and papers alike.

        That is the status the log gives last, else the one it began with. What has not begun is in
        progress once a disruption, an order made or a result is recorded since. A note moves
        nothing. An action is open until it is closed.
        """
        known = self._statuses.get(id(item))
        return self._status_of(item) if known is None else known

    @cached_property
    def _statuses(self) -> dict[int, str]:
        """The status of everything that has one; rules ask for it some hundred times."""
        return {id(item): self._status_of(item) for item in self.tracked}

    def _status_of(self, item: Tactic | Action) -> str:
        status, since, moved = self._logged.get(item.id, _Logged(None, None, moved=False))
        if isinstance(item, Action):
            return "closed" if status in DONE else "open"
        if status in ACTION_STATUSES:  # of which a rule speaks
            status = "complete" if status == "closed" else "in progress"
        status = status or item.status or UNRECORDED
        moved = moved or self._order_made(item, since)
        return "in progress" if moved and status in NOT_BEGUN else status

    def _order_made(self, tactic: Tactic, since: dt.date | None) -> bool:
        """Whether its order was made, and after the day of the last status in the log."""
        made_on = tactic.order.made_on if tactic.order else None
        since = since or (tactic.status and (tactic.starts or self.starts)) or None
        return made_on is not None and (since is None or made_on > since)

    def blocked_since(self, item: Tactic | Action) -> dt.date | None:
        """The day from which the log calls it blocked without a break; None if it is not."""
        since = None
        for entry in self.entries_about(item.id):
            if entry.status:
                since = (since or entry.date) if entry.status == "blocked" else None
        return since

    def is_live(self, item: Tactic | Action) -> bool:
        """Whether something is still to be done about it."""
        return self.status_of(item) not in DONE

    def due_of(self, item: Tactic | Action) -> dt.date | None:
        """The day it is due: the last one in the log, else its own."""
        about = self.entries_about(item.id)
        return next((entry.due for entry in reversed(about) if entry.due), item.due)

    def next_check_of(self, tactic: Tactic) -> dt.date | None:
        """The day an enduring tactic is next checked."""
        days = [entry.next_check for entry in self.entries_about(tactic.id) if entry.next_check]
        return days[-1] if days else tactic.next_check

    def move_of(self, item: Tactic | Action, field: str) -> Entry | None:
        """The entry of the log that gave its date last: its `due` or its `next_check`."""
        moves = [entry for entry in self.entries_about(item.id) if getattr(entry, field)]
        return moves[-1] if moves else None

    def deadline_of(self, item: Tactic | Action) -> dt.date | None:
        """The day something is expected of it: due, else next checked."""
        due = self.due_of(item)
        return due if due or isinstance(item, Action) else self.next_check_of(item)

    def days_late(self, item: Tactic | Action, as_of: dt.date) -> int:
        """How many days past its deadline a live item is; 0 if it is not late.

        What awaits court is never late: the court sets the day.
        """
        deadline = self.deadline_of(item)
        if deadline is None or not self.is_live(item) or self.awaits_court(item):
            return 0
        return max(0, (as_of - deadline).days)

    def awaits_court(self, item: Tactic | Action) -> bool:
        """Whether it waits for a court, which sets its day."""
        return self.status_of(item) == "awaiting court"

    def moves_of(self, item: Tactic | Action) -> list[Move]:
        """Each time its due date was moved, oldest first."""
        moves, before = [], item.due
        for entry in self.entries_about(item.id):
            if entry.due and entry.date:
                if before and before != entry.due:
                    moves.append(Move(entry.date, before, entry.due, entry.because, entry))
                before = entry.due
        return moves

    def done_on(self, item: Tactic | Action) -> dt.date | None:
        """The day the log says last that nothing more is due; None while it is live."""
        if self.is_live(item):
            return None
        days = [entry.date for entry in self.entries_about(item.id) if entry.status in DONE]
        return days[-1] if days else None

    def outcome_of(self, item: Tactic | Action) -> str | None:
        """What came of it, as the log says last."""
        outcomes = [entry.outcome for entry in self.entries_about(item.id) if entry.outcome]
        return outcomes[-1] if outcomes else None

    def ratings_of(self, objective: Objective) -> list[Entry]:
        """The entries that rate an objective red, amber, green or complete, oldest first."""
        return [entry for entry in self.entries_about(objective.id) if entry.rag]

    def value_of(self, objective: Objective) -> str | None:
        """Where its measure stands as the log says last; None where it was never measured."""
        values = [entry.value for entry in self.entries_about(objective.id) if entry.value]
        return values[-1] if values else None

    @cached_property
    def disruptions(self) -> list[Entry]:
        """The disruptions claimed, oldest first, rejected ones left out."""
        return [entry for entry in self.standing if entry.disruption and entry.state != "rejected"]

    def strand_of(self, disruption: Entry) -> str | None:
        """The strand a disruption counts under: its own word, else that of its tactic."""
        tactic = next((t for t in self.tactics if t.id and t.id == disruption.ref), None)
        return disruption.strand or (tactic.strand if tactic else None)

    @cached_property
    def decisions(self) -> list[Entry]:
        """The decisions, oldest first."""
        return [entry for entry in self.standing if entry.decision]

    @cached_property
    def reviews(self) -> list[Entry]:
        """The reviews held, oldest first."""
        return [entry for entry in self.standing if entry.review]

    @cached_property
    def reviews_told_by(self) -> tuple[Route, ...]:
        """Each place that has a say in when reviews were held and are due; see `told_by`."""
        routes = [
            (*entry.route, name)
            for entry in self.log
            for name in (("date", "next_review") if entry.review else ("corrects", "review"))
        ]
        return (("log",), *routes)

    @property
    def last_review(self) -> dt.date | None:
        """The day of the last review in the log."""
        return self.reviews[-1].date if self.reviews else None

    @cached_property
    def view(self) -> Entry | None:
        """The LRO's last word on the threat and the plan."""
        return next((entry for entry in reversed(self.standing) if entry.view), None)

    @cached_property
    def review_due(self) -> dt.date | None:
        """The next review: as last agreed, else as the plan says at its top; None if both are met.

        A new date at the top does not stand in for a review that was held.
        """
        agreed = [entry for entry in self.reviews if entry.next_review]
        if agreed and not self._is_met(agreed[-1]):
            return agreed[-1].next_review
        top, last = self.next_review, self.last_review
        met = {entry.next_review for entry in agreed}
        return None if top is None or top in met or (last and top <= last) else top

    def _is_met(self, agreed: Entry) -> bool:
        """Whether the review agreed on was held: on its day or later, or not long before it.

        Not long before is nearer to its day than to the day on which it was agreed.
        """
        day, last = agreed.next_review, self.last_review
        if not (day and last and agreed.date):
            return False
        return last >= day or (last > agreed.date and day - last < last - agreed.date)
