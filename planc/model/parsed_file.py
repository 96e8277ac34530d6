"""A file of a plans repository as far as it could be read."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final, Literal, TypeAlias

from planc.model.document import Document, Point, Route, Span
from planc.model.finding import Problem
from planc.model.noun import noun
from planc.model.plan import Plan
from planc.model.rule import Declared

FileKind: TypeAlias = Literal["plan", "directory", "policy", "extended", "baseline"]
"""What a file of a repository is, and the name of its schema; a policy that another builds on is
extended."""
PLAN: Final = "plan"


@noun(frozen=True)
class ParsedFile:
    """A file as far as it could be read.

    `text` is what its bytes say,
    empty where they say nothing; `document` and `plan` are None where the file could not be read so
    far, or is no plan. `faults` are those of its bytes and its shape. `withheld` are the lines that
    are shown to nobody.
    """

    path: str
    kind: FileKind
    text: str
    document: Document | None
    plan: Plan | None
    faults: tuple[tuple[Declared, Problem], ...]
    withheld: frozenset[int] = frozenset()

    @property
    def is_plan(self) -> bool:
        """Whether it is meant as one, even if no plan could be made of it."""
        return self.kind == PLAN

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The text line by line."""
        return tuple(self.text.split("\n"))

    def section_at(self, line: int) -> str | None:
        """The name that a line starts with, this one or the last above it that starts with one."""
        position = bisect_right(self._sections, line, key=lambda section: section[0])
        return self._sections[position - 1][1] if position else None

    @cached_property
    def _sections(self) -> tuple[tuple[int, str], ...]:
        named = ((n, _NAME.match(line)) for n, line in enumerate(self.lines, 1) if line[:1] != " ")
        return tuple((number, name[1]) for number, name in named if name)

    def texts_at(self, places: Sequence[Point]) -> Iterator[tuple[Route | Span, str]]:
        """Each text that any of these places lies in, and where it stands; the places are in order.

        That is a name or a value; else the comment, or the whole line, for there is something that
        could not be read.
        """
        left = dict.fromkeys(places)
        for at, text, extent in self.document.texts_at(places) if self.document else ():
            yield at, text
            line, column = extent[:2]
            mark = _MARK.match(self.lines[line - 1], column - 1)
            if mark:  # an anchor or a tag, which is no part of the text
                yield Span(line, column, line, mark.end() + 1), mark[0]
            for place in [place for place in left if extent[:2] <= place < extent[2:]]:
                del left[place]
        for number in dict.fromkeys(line for line, _ in left):
            written = self.lines[number - 1].rstrip()
            first = _COMMENT.search(written) or re.search(r"\S", written)
            start = first.start() if first else 0
            yield Span(number, start + 1, number, len(written) + 1), written[start:]


_NAME = re.compile(r"[\"']?([A-Za-z_]+)")
_MARK = re.compile(r"[&!*]\S+(?: +[&!*]\S+)?")
_COMMENT = re.compile(r"(?:^|(?<= ))#.*")
