"""View -> Paper: what a paper says, in which order."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from planc import __version__
from planc.model.extract import PaperContext, PlanExtract
from planc.model.paper import Paper, para
from planc.model.seal import blank
from planc.model.view import View
from planc.papers import partner, plan, portfolio, tasks


class PaperKind(Protocol):
    """A module that lays out one kind of paper about one plan."""

    def lay_out(self, view: View, /) -> Paper: ...


class GatheredKind(Protocol):
    """A module that lays out one kind of paper about many plans.

    `gather` takes from each plan what the paper needs of it, so that plans need not be kept;
    `lay_out` makes the paper from what they gave, in order of files.
    """

    def gather(self, view: View, /) -> PlanExtract: ...

    def lay_out(self, parts: Sequence[PlanExtract], paper_context: PaperContext, /) -> Paper: ...


PACKS: Mapping[str, PaperKind] = {
    "plan": plan,
    "partner": partner,
}
GATHERED: Mapping[str, GatheredKind] = {
    "portfolio": portfolio,
    "tasks": tasks,
}


def lay_out(kind: str, view: View) -> Paper:
    """The paper of this kind, a key of PACKS."""
    return _with_seal(PACKS[kind].lay_out(view))


def lay_out_together(kind: str, parts: Sequence[PlanExtract], paper_context: PaperContext) -> Paper:
    """The paper of this kind, a key of GATHERED, from what many plans gave to it."""
    return _with_seal(GATHERED[kind].lay_out(parts, paper_context))


def _with_seal(paper: Paper) -> Paper:
    """The paper with room for its seal at the end."""
    empty = blank(paper.name, paper.as_of, __version__)
    return replace(paper, blocks=(*paper.blocks, para(str(empty), small=True)))
