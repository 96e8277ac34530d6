"""Every kind of paper there is: the contract of the family, and its table.

The only place that knows the kinds by name. A check needs none of them, so the table does not load
them before it is looked into.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Literal, Protocol, TypeAlias, TypeVar

from planc.model.checked_plan import CheckedPlan, Grant, LeftOut, RefusedPlan
from planc.model.context import Context
from planc.model.extract import PaperContext
from planc.model.paper import Paper
from planc.model.paper_file import NoPaper, PaperRequest
from planc.model.view import Edition, View

Part = TypeVar("Part")
PaperName: TypeAlias = Literal["plan", "partner", "portfolio", "tasks", "changes"]
USUAL = "plan"
ASKED_AS: Mapping[str, tuple[str, tuple[PaperName, ...]]] = {
    "plan": ("one plan", ("plan", "partner")),
    "portfolio": ("a board's plans", ("portfolio",)),
    "tasks": ("a post's tasks", ("tasks",)),
    "changes": ("what changed in a plan", ("changes",)),
}
"""The words by which people ask for papers: what they are about, and of which kinds they can be.

The edition says which kind it is.
"""
RELEASED: PaperName = "partner"
"""The kind that a release to a partner is of."""


class PaperKind(Protocol[Part]):
    """A module that makes one kind of paper.

    `TITLE` is what people call it. `EDITIONS` are those it can have. `FOR` is "board" or "post" if
    many plans are gathered into one for each; empty if each plan has a paper of its own.
    `NEEDS_RELEASES` says whether it must know what was released of a plan, `COMPARES` whether it is
    about what became of a plan, and `LOOKS_AHEAD` whether it says what will be late when its board
    meets.
    """

    TITLE: str
    EDITIONS: tuple[Edition, ...]
    FOR: str
    NEEDS_RELEASES: bool
    COMPARES: bool
    LOOKS_AHEAD: bool

    def addressees(self, request: PaperRequest, context: Context, /) -> Sequence[str]:
        """The ids of those who have a paper over many plans; none if each plan has its own."""
        ...

    def grants(
        self,
        plan: CheckedPlan | RefusedPlan,
        request: PaperRequest,
        context: Context,
        addressees: Collection[str],
        /,
    ) -> Iterator[tuple[str | None, Grant | LeftOut | NoPaper]]:
        """What the plan gives to whom, or why it gives nothing; None stands for its own paper."""
        ...

    def gather(self, view: View, /) -> Part | None:
        """What the paper needs of a plan, so that plans need not be kept; None if it is nothing."""
        ...

    def lay_out(self, parts: Sequence[Part], paper_context: PaperContext, /) -> Paper | NoPaper:
        """The paper, made from what plans gave, in order of files."""
        ...

    def named(self, name: str, /) -> Iterator[PaperRequest]:
        """What to ask for to get the paper whose file has this name; nothing if none has."""
        ...


@cache
def papers() -> Mapping[PaperName, PaperKind[Any]]:
    """The modules, by their names."""
    from planc.papers import changes, partner, plan, portfolio, tasks

    return {
        "plan": plan,
        "partner": partner,
        "portfolio": portfolio,
        "tasks": tasks,
        "changes": changes,
    }


def kind_of(word: str, edition: Edition) -> PaperName:
    """The kind that somebody means by a key of ASKED_AS; the first, where no edition decides."""
    kinds = ASKED_AS[word][1]
    return next((kind for kind in kinds if edition in papers()[kind].EDITIONS), kinds[0])


def requests_for(name: str) -> Iterator[tuple[PaperName, PaperRequest]]:
    """What can have given a paper its file's name: the kinds, and what was asked of them."""
    for kind, module in papers().items():
        for request in module.named(name):
            yield kind, request
