"""What papers are asked for, and what comes of it: a file, or why there is none."""

import re
from collections.abc import Collection, Iterator

from planc.model.noun import noun
from planc.model.view import BOARD, Edition


@noun(frozen=True)
class PaperRequest:
    """Which papers of a kind are asked for.

    A task sheet has its reader's edition, whichever is asked for. `to` is the board or the post
    that they are for; None for each there is, or for all partners at the table. `plan` is the
    reference, as names of files have it, of the only plan that they are made of; None for all.
    `released` says that a release of them is on record.
    """

    edition: Edition = BOARD
    to: str | None = None
    plan: str | None = None
    released: bool = False


@noun(frozen=True)
class PaperFile:
    """A finished paper: its file's name and bytes.

    `about` is the plan's path, or the id of the board or post. `digest` is its content's. `note` is
    what whoever asked must know beside, and stands nowhere in it; `purpose` is that too: which plan
    and reader it is for.
    """

    about: str
    name: str
    content: bytes
    digest: str
    note: str = ""
    purpose: str = ""

    @property
    def stem(self) -> str:
        """The name without its ending."""
        return self.name.rpartition(".")[0]


@noun(frozen=True)
class NoPaper:
    """That there is no paper, and why; `because` is empty where none was to be expected.

    `stem` is the name that its file would have, without the ending, as far as it can be known: what
    an earlier run wrote under it is out of date. `about` and `note` are those of a PaperFile.
    """

    about: str
    because: str = ""
    stem: str = ""
    note: str = ""


def file_name(about: str | None, kind: str, edition: str) -> str:
    """The name of a paper's file without its ending: what it is about, its kind, its edition."""
    return f"{safe_name(about or 'no-reference')}-{kind}-{edition}"


def safe_name(ref: str) -> str:
    """A plan's reference as it stands in the name of a file: SOC/2026/014 is SOC-2026-014."""
    return ref.replace(".", "-").replace("/", "-")


def parts_of_name(
    name: str, kind: str, editions: Collection[Edition]
) -> Iterator[tuple[str, Edition]]:
    """What a paper of this kind and name is about, and its edition; nothing if it has another."""
    for edition in editions:
        if match := re.fullmatch(f"(.+)-{kind}-{edition}", name):
            yield match[1], edition
