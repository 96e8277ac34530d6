"""What a paper about many plans is made from: what each of them gives to it, and the occasion."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from planc.model.checked_plan import LeftOut
from planc.model.context import Context
from planc.model.issue import Issue
from planc.model.marking import Marking
from planc.model.noun import noun
from planc.model.paper import Block, Cell, Fitted
from planc.model.paper_file import PaperRequest
from planc.model.policy import Board
from planc.model.view import Edition


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table that many plans fill.

    `order` sorts it among theirs; lines of one table have orders of one form. `kind` is the word
    under which it is counted: late, open, closed. One that is not printed as it is, but worked
    with, has no cells; it is of a class of its own, which names what it knows.
    """

    order: tuple[str | int, ...]
    cells: tuple[Cell | str | None, ...] = ()
    kind: str = ""


@noun(frozen=True)
class PlanExtract:
    """What one plan gives to a paper about many. Kept for each plan of a run, so it stays small.

    `lines` are by the name of the table they belong to. `errors` counts the plan checks not
    met, `waived` those that would not be if they were not waived. `page` is the plan's page one,
    where the paper holds it. `digest` is its view's. `released` is false where a partner may not
    be sent it.
    """

    ref: str
    name: str
    marking: Marking
    digest: str
    lines: Mapping[str, tuple[Row, ...]]
    summary: str = ""
    errors: int = 0
    waived: int = 0
    page: tuple[Block | Fitted, ...] = ()
    embargo: str = ""
    released: bool = True


@noun(frozen=True)
class PaperContext:
    """What a paper is made for.

    `about` is the id of the board it goes to, or of the post it is for; the path of its plan where
    it is about one. `whole` says whether every plan of the repository was asked for. `left_out` are
    the plans it has nothing from. `refused` names the directory or the policy if that has a
    refusal: then there can be no paper. `issues` are the papers that were issued to boards.
    """

    about: str
    request: PaperRequest
    context: Context
    whole: bool = True
    left_out: tuple[LeftOut, ...] = ()
    refused: str = ""
    issues: tuple[Issue, ...] = ()

    @property
    def edition(self) -> Edition:
        """The edition that was asked for."""
        return self.request.edition

    @property
    def as_of(self) -> dt.date:
        """The day that the plans are read as of."""
        return self.context.as_of

    @property
    def board(self) -> Board:
        """The board it goes to; one without a name or meetings where the policy has none."""
        return self.context.policy.board(self.about) or Board(id=self.about)

    def post(self, name: str | None) -> str:
        """A post as it is printed."""
        return self.context.directory.title(name) if self.context.directory else name or ""

    def organisation_of(self, post: str | None) -> str:
        """The organisation of a post as it is printed."""
        organisation = (
            self.context.directory.organisation_of(post) if self.context.directory else None
        )
        return (organisation.name if organisation else None) or ""


def rows_of(parts: Sequence[PlanExtract], table: str) -> list[Row]:
    """The lines that all the plans have for a table, in order."""
    rows = [line for part in parts for line in part.lines.get(table, ())]
    return sorted(rows, key=lambda line: line.order)
