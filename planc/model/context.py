"""What a rule may know beside the plan it looks at, and what plans say together."""

import datetime as dt
from dataclasses import dataclass

from planc.model.approval_authority import Authority
from planc.model.directory import Directory, Organisation
from planc.model.finding import Problem
from planc.model.governance import Share
from planc.model.log import Entry
from planc.model.noun import noun
from planc.model.plan import Plan
from planc.model.policy import Board, Policy
from planc.model.tactic import Action


@noun(frozen=True)
class Context:
    """What plans are read against: the day, the force's policy, the directory of posts.

    `as_of` is decided once, at the edge. `directory` is None where there is none to read; rules
    that need one then have nothing to say.
    """

    as_of: dt.date
    policy: Policy
    directory: Directory | None

    def authority(self, plan: Plan, day: dt.date) -> Authority:
        """Who may agree for a plan on a day."""
        return Authority.on(day, plan, self.policy, self.directory)

    def last_meeting(self, board: str) -> dt.date | None:
        """The day on which a board met last; that may be the very day."""
        known = self.policy.board(board)
        return known.last_meeting(self.as_of + dt.timedelta(1)) if known else None

    def vacant_since(self, post: str | None) -> dt.date | None:
        """Since when nobody holds a post; None if somebody does today."""
        known_post = self.directory.post(post) if self.directory and post else None
        since = known_post.vacant_since if known_post else None
        return since if since and since <= self.as_of else None

    def is_led(self, plan: Plan, number: int) -> bool:
        """Whether the SRO, or a chair above, was at one of the last so many reviews, or held it.

        So it is where there have not been so many.
        """
        last = plan.reviews[-number:]
        return len(last) < number or any(self._saw(plan, entry) for entry in last)

    def _saw(self, plan: Plan, entry: Entry) -> bool:
        if plan.sro == entry.by or plan.sro in entry.present:
            return True
        if entry.by is None or entry.date is None:
            return False
        board = self.policy.board(entry.board)
        chair = board.chair if board and board.chair != plan.lro else None
        return entry.by in (chair, *self.authority(plan, entry.date).above)

    def boards_since(self, plan: Plan, day: dt.date) -> int | None:
        """How often the plan's board has met since a day; None where its calendar is not known."""
        board = self.policy.board(plan.board)
        if board is None or not board.meetings:
            return None
        return sum(day < met < self.as_of for met in board.meetings)

    def board_has_seen(self, plan: Plan, day: dt.date) -> bool:
        """Whether the board has met since a day; with no calendar, whether it is long past."""
        met = self.boards_since(plan, day)
        long_past = (self.as_of - day).days > self.policy.numbers.overdue_days
        return long_past if met is None else met > 0

    def two_boards_since(self, plan: Plan, day: dt.date) -> bool:
        """Whether the board has met twice since a day, and two reviews could have been held.

        Never before the days after which a strand counts as stalled, nor before the interval of
        reviews; that alone counts where there is no calendar.
        """
        least = max(self.policy.numbers.stalled_days, self.policy.review_days(plan.tier))
        met = self.boards_since(plan, day)
        return (self.as_of - day).days > least and (met is None or met >= 2)

    def unanswered_since(self, plan: Plan, action: Action) -> Board | None:
        """The board that has met since an open action of it was due, with nothing in the log."""
        board = self.policy.board(action.raised_at or plan.board)
        met = board.last_meeting(self.as_of) if board else None
        if not (board and met and action.raised_on and action.due):
            return None
        asked = action.raised_on < met and action.due <= met
        return board if asked and not plan.entries_about(action.id) else None

    def title(self, post: str | None, otherwise: str) -> str:
        """A post as it is printed; other words where there is none."""
        if post is None:
            return otherwise
        return (self.directory.title(post) if self.directory else post) or otherwise

    def taking_part(self, plan: Plan) -> list[Organisation | None]:
        """The organisations that a plan lists, or whose posts lead, own or support something in it.

        None stands for each that the directory does not know, or not the sector of.
        """
        if self.directory is None:
            return []
        listed = [self.directory.organisation(partner.organisation) for partner in plan.partners]
        working = [self.directory.organisation_of(post) for post in plan.working_posts]
        return [
            organisation if organisation and organisation.sector else None
            for organisation in (*listed, *working)
        ]

    def partners_of(self, plan: Plan) -> list[Organisation]:
        """Those of them that are partners."""
        return [
            organisation
            for organisation in self.taking_part(plan)
            if organisation and organisation.is_partner
        ]

    def may_have(self, plan: Plan, post: str) -> bool:
        """Whether what is shared with a post may go to it.

        Police posts may; others under an agreement in force, or a share on record for that post.
        """
        organisation = self.directory.organisation_of(post) if self.directory else None
        if organisation is None or not organisation.is_partner:
            return organisation is not None
        agreement = organisation.agreement
        if agreement and agreement.in_force(self.as_of):
            return True
        return bool(self.shares_in_force(plan, post))

    def shares_in_force(self, plan: Plan, post: str) -> list[Share]:
        """The shares on record for a post that are whole, and neither to come nor withdrawn."""
        return [
            share
            for share in plan.shares
            if share.to == post
            and share.is_whole
            and share.date
            and share.date <= self.as_of
            and not (share.withdrawn_on and share.withdrawn_on <= self.as_of)
        ]


@dataclass(frozen=True, slots=True)
class Clue:
    """What one plan has to say to a rule about all plans.

    Clues with the same `about` (a reference, a post) are looked at together; `weight` is how much
    this one counts. `problem` is the one there will be if they add up to one; `path` and `plan`
    are the file and the reference of the plan.
    Clues are kept for the whole run where plans are not, so they stay small.
    """

    about: str
    problem: Problem
    weight: int = 1
    path: str = ""
    plan: str = ""
