"""The files of a plans repository, and what a rule may know beside the plan it looks at."""

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from planc.model.directory import Directory, Organisation
from planc.model.document import Document, Point, Route, Span
from planc.model.finding import Problem
from planc.model.plan import Plan
from planc.model.policy import Policy
from planc.model.rule import Declared


@dataclass(frozen=True)
class Given:
    """What plans are read against: the day, the force's policy, the directory of posts.

    `as_of` is decided once, at the edge. `directory` is None where there is none to read; rules
    that need one then have nothing to say.
    """

    as_of: dt.date
    policy: Policy
    directory: Directory | None

    def taking_part(self, plan: Plan) -> list[Organisation | None]:
        """The organisations that a plan lists, or whose posts lead, own or support something in it.

        None stands for each that the directory does not know, or not the sector of.
        """
        if self.directory is None:
            return []
        listed = [self.directory.organisation(partner.organisation) for partner in plan.partners]
        working = [self.directory.organisation_of(post) for post in plan.working_posts]
        return [held if held and held.sector else None for held in (*listed, *working)]

    def partners_of(self, plan: Plan) -> list[Organisation]:
        """Those of them that are partners."""
        return [held for held in self.taking_part(plan) if held and held.is_partner]

    def may_have(self, plan: Plan, post: str) -> bool:
        """Whether what is shared with a post may go to it.

        Police posts may; others under an agreement in force, or a share on record for that post.
        """
        held = self.directory.organisation_of(post) if self.directory else None
        if held is None or not held.is_partner:
            return held is not None
        agreement = held.agreement
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
class PlanFile:
    """A file as far as it could be read.

    `kind` names its schema: plan, directory, policy or baseline. `text` is what its bytes say,
    empty where they say nothing; `document` and `plan` are None where the file could not be read so
    far, or is no plan. `faults` are those of its bytes and its shape. `withheld` are the lines that
    are shown to nobody.
    """

    path: str
    kind: str
    text: str
    document: Document | None
    plan: Plan | None
    faults: tuple[tuple[Declared, Problem], ...]
    withheld: frozenset[int] = frozenset()

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The text line by line."""
        return tuple(self.text.split("\n"))

    def section_at(self, line: int) -> str | None:
        """The name that a line starts with, this one or the last above it that starts with one."""
        found = bisect_right(self._sections, line, key=lambda section: section[0])
        return self._sections[found - 1][1] if found else None

    @cached_property
    def _sections(self) -> tuple[tuple[int, str], ...]:
        named = ((n, _NAME.match(line)) for n, line in enumerate(self.lines, 1) if line[:1] != " ")
        return tuple((number, name[1]) for number, name in named if name)

    def texts_at(self, places: Sequence[Point]) -> Iterator[tuple[Route | Span, str]]:
        """Each text that any of these places lies in, and where it stands; the places are in order.

        That is a name or a value; else the comment, or the whole line, for there is something that
        could not be read.
        """
        left = dict.fromkeys(places)
        for at, text, extent in self.document.texts_at(places) if self.document else ():
            yield at, text
            for place in [place for place in left if extent[:2] <= place < extent[2:]]:
                del left[place]
        for number in dict.fromkeys(line for line, _ in left):
            written = self.lines[number - 1].rstrip()
            found = _COMMENT.search(written) or re.search(r"\S", written)
            start = found.start() if found else 0
            yield Span(number, start + 1, number, len(written) + 1), written[start:]


_NAME = re.compile(r"[\"']?([A-Za-z_]+)")
_COMMENT = re.compile(r"(?:^|(?<= ))#.*")


@dataclass(frozen=True)
class Clue:
    """What one plan has to say to a rule about all plans.

    Clues with the same `about` (a reference, a post) are looked at together; `weight` is how much
    this one counts. `said` is the problem there will be if they add up to one; `path` and `plan`
    are the file and the reference of the plan.
    Clues are kept for the whole run where plans are not, so they stay small.
    """

    about: str
    said: Problem
    weight: int = 1
    path: str = ""
    plan: str = ""
