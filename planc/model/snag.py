"""Where the YAML parser stopped, and a guess at what the line was meant to be."""

import re
from dataclasses import dataclass

from planc.model.finding import Problem

ENTRY = re.compile(r"\s*(- +)*[A-Za-z_][A-Za-z0-9_]*:(\s|$)")
"""A line that starts an entry, `owner: di-soc-east`, with or without a dash."""


@dataclass(frozen=True)
class Snag:
    """A place where the parser could not go on.

    `lines` is the whole file; `line` and `column` count from 1 and are where the parser stopped,
    which is often later than the mistake. `said` is the parser's own complaint, never shown.
    `since` is the line and column of what it was in the middle of.
    """

    lines: tuple[str, ...]
    line: int
    column: int
    said: str
    since: tuple[int, int]

    @property
    def text(self) -> str:
        """The line on which the parser stopped."""
        return self.lines[self.line - 1] if self.line <= len(self.lines) else ""

    def entry_above(self) -> int:
        """The number of the last line with anything on it above the place; 0 if there is none."""
        for number in range(self.line - 1, 0, -1):
            words = self.lines[number - 1].strip()
            if words and not words.startswith("#"):
                return number
        return 0


@dataclass(frozen=True)
class Mend:
    """A mistake found, and line `line` as it was probably meant, so that the rest can be read.

    The mended text is never written anywhere: it only lets planc report the other faults of the
    file in the same run. It is None where nobody can tell what was meant.
    """

    problem: Problem
    line: int
    text: str | None


def indent_of(line: str) -> int:
    """How many spaces a line starts with."""
    return len(line) - len(line.lstrip(" "))
