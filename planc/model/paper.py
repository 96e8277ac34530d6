"""A finished paper, opened again."""

from collections.abc import Mapping
from dataclasses import dataclass

from planc.model.seal import Seal


@dataclass(frozen=True)
class Paper:
    """What a Word, HTML or Markdown file holds.

    `texts` are the words of each of `seal.PARTS`, in order; `stored` every stored piece by its name
    (a text file is one piece), nested archives opened too. `seal` is the one that was in the words,
    which are without it.
    """

    form: str
    texts: Mapping[str, tuple[str, ...]]
    stored: Mapping[str, bytes]
    seal: Seal | None


@dataclass(frozen=True)
class Verdict:
    """What can be said of a file.

    `seal` is None where there is none to go by. `unaltered` means every byte; `changed` are the
    parts whose words are not those that were sealed.
    """

    seal: Seal | None
    unaltered: bool = False
    changed: tuple[str, ...] = ()
