"""What one edition of a paper is made from: the plan as far as its reader may see it."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any

from planc.model.day import long_day
from planc.model.directory import Directory
from planc.model.finding import Finding, Severity
from planc.model.marking import Marking
from planc.model.plan import Plan
from planc.model.policy import Board, Policy
from planc.model.set_aside import SetAside

AUTHOR = "author"
BOARD = "board"
EDITIONS = (AUTHOR, BOARD)
BANNERS = {
    AUTHOR: "AUTHOR'S FULL PACK - POLICE ONLY",
    BOARD: "PART A - POLICE ONLY",
}


def pack_name(plan: Plan, kind: str, edition: str) -> str:
    """The name of a pack's file without its ending: what it is about, its kind, its reader."""
    return f"{plan.ref or 'no-reference'}-{kind}-{edition}"


@dataclass(frozen=True, slots=True)
class Field:
    """How a field of the plan is printed: its title, what it refers to, words for its values."""

    title: str
    refers: str = ""
    labels: Mapping[str, str] | None = None


@dataclass(frozen=True)
class View:
    """The grant that an edition is, made flesh: what was not granted is not in here.

    `plan` holds only granted fields, `directory` only posts and organisations that it names,
    `findings` and `set_aside` only those about granted fields. `digest` is of the granted content
    alone; it does not depend on the day or on planc's version.
    """

    edition: str
    as_of: dt.date
    plan: Plan
    directory: Directory
    policy: Policy
    findings: tuple[Finding, ...]
    set_aside: tuple[SetAside, ...]
    marking: Marking
    digest: str
    fields: Mapping[tuple[str, ...], Field]

    @property
    def board(self) -> Board | None:
        """The board that the plan goes to."""
        return self.policy.board(self.plan.board)

    @property
    def last_board(self) -> dt.date | None:
        """The last meeting of that board before the as-of day."""
        return self.board.last_meeting(self.as_of) if self.board else None

    @property
    def waived(self) -> tuple[SetAside, ...]:
        """The findings that a waiver sets aside."""
        return tuple(aside for aside in self.set_aside if aside.waiver)

    @property
    def older(self) -> tuple[SetAside, ...]:
        """The findings that the baseline sets aside; a board's paper counts them all the same."""
        return tuple(aside for aside in self.set_aside if not aside.waiver)

    @property
    def errors(self) -> int:
        """How many findings make the plan not compliant, older ones included."""
        found = (*self.findings, *(aside.finding for aside in self.older))
        return sum(finding.severity >= Severity.ERROR for finding in found)

    def post(self, name: str | None) -> str:
        """A post as it is printed."""
        return self.directory.title(name)

    def organisation_of(self, post: str | None) -> str:
        """The organisation of a post as it is printed."""
        held = self.directory.organisation_of(post)
        return (held.name if held else None) or ""

    def facts(self, noun: Any, *, skip: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
        """The title and the printed value of each plain field of a part of the plan that has one.

        Fields that hold parts of their own are left out: they have their own place in a paper.
        """
        path = tuple(step for step in noun.route if isinstance(step, str))
        for held in fields(noun):
            value = getattr(noun, held.name)
            field = self.fields.get((*path, held.name))
            if held.name in skip or field is None or value is None or value == ():
                continue
            if (isinstance(value, tuple) and hasattr(value[0], "route")) or hasattr(value, "route"):
                continue
            yield field.title, self.printed(field, value)

    def printed(self, field: Field, value: Any) -> str:
        """A value as it is printed: days in words, posts by their title, lists with commas."""
        if isinstance(value, tuple):
            return ", ".join(self.printed(field, part) for part in value)
        if isinstance(value, bool):
            return "yes" if value else "no"
        if isinstance(value, dt.date):
            return long_day(value)
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
