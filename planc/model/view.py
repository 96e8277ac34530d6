"""What one edition of a paper is made from: the plan as far as its reader may see it."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from typing import Any, Final, Literal, NamedTuple, TypeAlias

from planc.model.difference import Difference
from planc.model.directory import Directory
from planc.model.finding import Finding, Severity
from planc.model.log import Entry
from planc.model.marking import RECIPIENTS_ONLY, Marking
from planc.model.noun import noun
from planc.model.plan import Plan
from planc.model.policy import Board, Policy
from planc.model.set_aside import SetAside
from planc.model.tactic import TABLE, Action, Objective, Strand, Tactic
from planc.model.upcoming import Upcoming
from planc.wording.day import long_day, short_day
from planc.wording.words import count

Edition: TypeAlias = Literal["author", "board", "owner", "recipient", "partners"]
"""Whose paper it is. The owner's and the recipient's are for one post, of the police or of a
partner; the partners' is for all of them at the table."""
AUTHOR: Final = "author"
BOARD: Final = "board"
OWNER: Final = "owner"
RECIPIENT: Final = "recipient"
PARTNERS: Final = "partners"
FOR_PARTNERS: tuple[Edition, ...] = (PARTNERS, RECIPIENT)
"""Made of what the author shared, in words written for partners."""
NOT_RELEASED = "NOT RELEASED"
BANNERS: Mapping[Edition, str] = {
    AUTHOR: "AUTHOR'S FULL PACK - POLICE ONLY",
    BOARD: "POLICE ONLY",
    OWNER: "POLICE ONLY",
    RECIPIENT: "PARTNERS",
    PARTNERS: "PARTNERS",
}


class Tally(NamedTuple):
    """How many tactics of a strand are live and agreed, complete, and late."""

    live: int
    done: int
    late: int


class Stuck(NamedTuple):
    """Something that stands still: how many days late; whether blocked, and since when."""

    item: Tactic | Action
    late: int
    blocked: bool
    since: dt.date | None

    @property
    def words(self) -> str:
        """`12 days late`, or `blocked`."""
        return f"{count(self.late, 'day')} late" if self.late else "blocked"


@dataclass(frozen=True, slots=True)
class Field:
    """How a field of the plan is printed: its title, what it refers to, words for its values."""

    title: str
    refers: str = ""
    labels: Mapping[str, str] | None = None


@noun(frozen=True)
class View:
    """The grant that an edition is, made flesh: what was not granted is not in here.

    `plan` holds only granted fields, `directory` only posts and organisations that it names,
    `findings` and `set_aside` only those about granted fields. `digest` is of the granted content
    alone, for partners of what is printed; it does not depend on the day or on planc's version.
    `reader` is the post that the paper is for, if it is one post's, and `to_board` the board that a
    portfolio is for, if it is not the plan's own. `released` says whether a release is on record.
    `changes` are what became of the granted fields since `since`, for a paper about that.
    `upcoming` is what will be late when each board meets that the plan goes to, by its id.
    `shared_under` is the ground on which a partner has what is shared with it.
    """

    edition: Edition
    as_of: dt.date
    plan: Plan
    directory: Directory
    policy: Policy
    findings: tuple[Finding, ...]
    set_aside: tuple[SetAside, ...]
    marking: Marking
    digest: str
    fields: Mapping[tuple[str, ...], Field]
    reader: str | None = None
    to_board: str | None = None
    released: bool = False
    changes: tuple[Difference, ...] = ()
    since: str = ""
    upcoming: Mapping[str, tuple[Upcoming, ...]] = field(default_factory=dict)
    shared_under: str = ""

    @property
    def destroy_by(self) -> dt.date:
        """The day by which a partner is asked to destroy the paper."""
        days = dt.timedelta(self.policy.numbers.partner_keep_days)
        return self.as_of + days if dt.date.max - self.as_of > days else dt.date.max

    @property
    def name(self) -> str:
        """What the plan is called: its operation, else its reference."""
        return self.plan.operation or self.plan.ref or "Plan"

    @property
    def board(self) -> Board | None:
        """The board that the paper goes to."""
        return self.policy.board(self.to_board or self.plan.board)

    @property
    def own_board(self) -> bool:
        """Whether that is the board that governs the plan, and does not only receive it."""
        return self.to_board in (None, self.plan.board)

    @property
    def last_board(self) -> dt.date | None:
        """The last meeting of that board before the as-of day."""
        return self.board.last_meeting(self.as_of) if self.board else None

    @property
    def due_before_board(self) -> tuple[Upcoming, ...]:
        """What is not late today and will be when that board meets next, if nothing is done."""
        return self.upcoming.get(self.to_board or self.plan.board or "", ())

    @property
    def waived(self) -> tuple[SetAside, ...]:
        """The findings that a waiver sets aside."""
        return tuple(aside for aside in self.set_aside if aside.waiver)

    @property
    def older(self) -> tuple[SetAside, ...]:
        """The findings that the baseline sets aside; a board's paper counts them all the same."""
        return tuple(aside for aside in self.set_aside if not aside.waiver)

    @property
    def for_recipients_only(self) -> bool:
        """Whether only the plan's recipients may have a copy."""
        return RECIPIENTS_ONLY in self.marking.handling

    @property
    def errors(self) -> int:
        """How many plan checks are not met, older ones included."""
        findings = (*self.findings, *(aside.finding for aside in self.older))
        return sum(finding.severity >= Severity.ERROR for finding in findings)

    @property
    def warnings(self) -> int:
        """How many checks ask for something and fail nothing."""
        return sum(finding.severity == Severity.WARNING for finding in self.findings)

    @property
    def errors_waived(self) -> int:
        """How many more would not be met, were they not waived."""
        return sum(aside.finding.severity >= Severity.ERROR for aside in self.waived)

    def tally(self, strand: Strand) -> Tally:
        """The tactics of one of the four strands, counted."""
        tactics = self.plan.strand(strand)
        return Tally(
            live=sum(self.plan.is_live(t) and self.plan.counts(t) for t in tactics),
            done=sum(self.plan.status_of(tactic) == "complete" for tactic in tactics),
            late=sum(self.plan.days_late(tactic, self.as_of) > 0 for tactic in tactics),
        )

    def ratings(self, objective: Objective) -> tuple[Entry | None, Entry | None]:
        """The entries that rate an objective now, and rated it when the last board met."""
        rated = self.plan.ratings_of(objective)
        last = self.last_board
        seen = [entry for entry in rated if last and entry.date and entry.date <= last]
        return (rated[-1] if rated else None), (seen[-1] if seen else None)

    @property
    def stuck(self) -> list[Stuck]:
        """The live tactics and actions that are late, by most days, then those that are blocked."""
        stuck_items = []
        for item in self.plan.tracked:
            late = self.plan.days_late(item, self.as_of)
            blocked = self.plan.status_of(item) == "blocked"
            if late or blocked:
                stuck_items.append(Stuck(item, late, blocked, self.plan.blocked_since(item)))
        return sorted(stuck_items, key=lambda stuck: -stuck.late)

    def post(self, name: str | None) -> str:
        """A post as it is printed; or all of them."""
        if name == TABLE:
            return "All partners at the table"
        return self.directory.title(name)

    def vacant_since(self, post: str | None) -> dt.date | None:
        """Since when nobody holds a post; None if somebody does."""
        known_post = self.directory.post(post)
        return known_post.vacant_since if known_post else None

    def organisation_of(self, post: str | None) -> str:
        """The organisation of a post as it is printed."""
        organisation = self.directory.organisation_of(post)
        return (organisation.name if organisation else None) or ""

    def contact_of(self, post: str | None) -> str:
        """How a post is reached, in the directory's words; empty if it does not say."""
        known_post = self.directory.post(post)
        return (known_post.contact if known_post else None) or ""

    def facts(
        self, noun: Any, *, skip: tuple[str, ...] = (), short: bool = False
    ) -> Iterator[tuple[str, str]]:
        """The title and the printed value of each plain field of a part of the plan that has one.

        Fields that hold parts of their own are left out: they have their own place in a paper.
        """
        path = tuple(step for step in noun.route if isinstance(step, str))
        for attribute in fields(noun):
            value = getattr(noun, attribute.name)
            field = self.fields.get((*path, attribute.name))
            if attribute.name in skip or field is None or value is None or value == ():
                continue
            if (isinstance(value, tuple) and hasattr(value[0], "route")) or hasattr(value, "route"):
                continue
            yield field.title, self.printed(field, value, short=short)

    def printed(self, field: Field, value: Any, *, short: bool = False) -> str:
        """A value as it is printed: days in words, posts by their title, lists with commas.

        The months are `short` beside others that are: a table has one form of day.
        """
        if isinstance(value, tuple):
            return ", ".join(self.printed(field, part, short=short) for part in value)
        if isinstance(value, bool):
            return "yes" if value else "no"
        if isinstance(value, dt.date):
            return short_day(value) if short else long_day(value)
        text = str(value)
        if field.refers in ("post", "owner"):
            return self.post(text)
        if field.refers == "board":
            board = self.policy.board(text)
            return (board.name if board else None) or text
        if field.refers == "organisation":
            organisation = self.directory.organisation(text)
            return (organisation.name if organisation else None) or text
        return (field.labels or {}).get(text, text)
