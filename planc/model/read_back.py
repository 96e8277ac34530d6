"""A finished paper, opened again."""

from collections.abc import Mapping

from planc.model.issue import Issue
from planc.model.noun import noun
from planc.model.release import Release
from planc.model.seal import Seal


@noun(frozen=True)
class ReadBack:
    """What a Word, HTML or Markdown file holds.

    `texts` are the words of each of `seal.PARTS`, in order; `stored` every stored piece by its name
    (a text file is one piece), nested archives opened too. `seal` is the one that was in the words,
    which are without it. `doubts` are why it cannot be said which words a program shows, and
    `stray` is how many bytes belong to no part of the file.
    """

    texts: Mapping[str, tuple[str, ...]]
    stored: Mapping[str, bytes]
    seal: Seal | None
    doubts: tuple[str, ...] = ()
    stray: int = 0


@noun(frozen=True)
class Verdict:
    """What can be said of a file.

    `seal` is None where there is none to go by: there is no such line, or it is `broken`, which is
    to say that somebody changed the line. `unaltered` means every byte. Else `changed` are the
    parts whose words are not those that were sealed, `gone` those that are empty now as other
    programs may leave them, `same` those that were compared and say the same; of no other part is
    anything known. With `doubts`, nothing can be said of its words. `stray` is how many bytes
    belong to no part of it. `digest` is the start of its content's digest, as the footer has it.
    """

    seal: Seal | None
    digest: str = ""
    unaltered: bool = False
    changed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    same: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    stray: int = 0
    broken: bool = False


@noun(frozen=True)
class Comparison:
    """A paper beside the same one, made again.

    `record` is its release, if that is on record, and `withdrawn` whether it was withdrawn since;
    `issue` is what is on record of it as issued to a board. `found` says whether the plans still
    give such a paper, `same` whether it is the same to the byte; `other` are the parts that say
    something else. `unmade` is why it could not be made again, where it names what is not here.
    """

    record: Release | None
    issue: Issue | None = None
    withdrawn: bool = False
    unmade: str = ""
    found: bool = False
    same: bool = False
    other: tuple[str, ...] = ()
