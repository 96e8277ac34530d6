"""View -> Pack: what a paper says, in which order."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Protocol

from planc import __version__
from planc.model.pack import Pack, para
from planc.model.seal import blank
from planc.model.view import View
from planc.packs import plan


class PackKind(Protocol):
    """A module that lays out one kind of paper."""

    def lay_out(self, view: View, /) -> Pack: ...


PACKS: Mapping[str, PackKind] = {
    "plan": plan,
}


def lay_out(kind: str, view: View) -> Pack:
    """The paper of this kind, a key of PACKS."""
    pack = PACKS[kind].lay_out(view)
    empty = blank(pack.name, pack.as_of, __version__)
    return replace(pack, blocks=(*pack.blocks, para(str(empty), small=True)))
