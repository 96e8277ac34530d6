"""A force's own Word file as the style of its papers, and what has to be said about it."""

from typing import NamedTuple

from planc.model.noun import noun


class Remark(NamedTuple):
    """Something about a house file, and where in Word it is mended, if it is to be."""

    words: str
    where: str = ""

    def __str__(self) -> str:
        return f"{self.words}. In Word: {self.where}." if self.where else f"{self.words}."


@noun(frozen=True)
class HouseStyle:
    """What papers are written on.

    `base` is the Word file that they start from; empty if something is refused. `taken` is what
    papers have from the force's file, `dropped` what stays behind, `changed` what is taken
    otherwise than it stands there, and `refused` why the file cannot be used at all.
    """

    base: bytes
    taken: tuple[str, ...] = ()
    dropped: tuple[Remark, ...] = ()
    changed: tuple[Remark, ...] = ()
    refused: tuple[Remark, ...] = ()
