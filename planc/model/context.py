"""What a rule may know beside the plan it looks at, and what plans say together."""

import datetime as dt
from dataclasses import dataclass

from planc.model.authority import Authority
from planc.model.directory import Directory, Organisation
from planc.model.finding import Problem
from planc.model.plan import Plan
from planc.model.policy import Policy


@dataclass(frozen=True)
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
        shares = [share for share in plan.shares if share.to == post and share.is_whole]
        return any(
            share.date
            and share.date <= self.as_of
            and not (share.withdrawn_on and share.withdrawn_on <= self.as_of)
            for share in shares
        )


@dataclass(frozen=True)
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
