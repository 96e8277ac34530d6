"""Every format there is: the contract of the family, and its table.

The only place that knows the formats by name. They load what is slow to load, so the table does
not load them before it is looked into.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Literal, Protocol, TypeAlias, get_args

from planc.model.paper import Paper

Format: TypeAlias = Literal["docx", "md", "html"]
FORMATS: tuple[Format, ...] = get_args(Format)
USUAL: tuple[Format, ...] = ("docx", "md")
"""Those in which papers are made if none is asked for; the first is what is sent."""


class FormatModule(Protocol):
    """A module that writes papers in one format, and reads them back.

    `SUFFIX` is the ending of its files. `STYLED` says whether a force's own Word file can be its
    style; `PAGED` whether it has pages that what stands on them must fit.
    """

    SUFFIX: str
    STYLED: bool
    PAGED: bool

    def emit(self, paper: Paper, style: bytes, /) -> bytes:
        """The file; the same bytes for the same paper. `style` is empty for planc's own."""
        ...

    def marking_faults(self, raw: bytes, paper: Paper, /) -> Sequence[str]:
        """What is wrong with the marking in a finished file, in words; none if it stands."""
        ...

    def recognises(self, raw: bytes, /) -> bool:
        """Whether a file may be one of this format."""
        ...

    def texts(self, stored: Mapping[str, bytes], /) -> Mapping[str, Sequence[str]]:
        """The words of a file, line by line, by those of `seal.PARTS` in which they stand.

        `stored` is every stored piece of it by its name; the file itself, where it is one piece.
        Raises PlancError if it cannot be read.
        """
        ...

    def doubts(self, stored: Mapping[str, bytes], /) -> Iterable[str]:
        """Why it cannot be said which of its words a program shows; nothing if it can."""
        ...

    def stray(self, raw: bytes, /) -> bytes:
        """The bytes that belong to no part of a file that has parts."""
        ...

    def sealed(self, raw: bytes, empty: str, line: str, /) -> bytes:
        """The file with a line in the place of the empty one, and with its fingerprint."""
        ...

    def is_as_sealed(self, raw: bytes, /) -> bool:
        """Whether every byte of a file is as it was when it was sealed."""
        ...


@cache
def formats() -> Mapping[Format, FormatModule]:
    """The modules, by the names of FORMATS."""
    from planc.formats import docx, html, markdown

    return {"docx": docx, "md": markdown, "html": html}
