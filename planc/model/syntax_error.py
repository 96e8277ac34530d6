"""Where the YAML parser stopped, and a guess at what the line was meant to be."""

import re
from dataclasses import replace
from itertools import takewhile

from planc.model.document import Extent, Marks, Route, Span
from planc.model.edit import TextEdit
from planc.model.finding import Problem
from planc.model.noun import noun

ENTRY = re.compile(r"\s*(- +)*[A-Za-z_][A-Za-z0-9_]*:(\s|$)")
"""A line that starts an entry, `owner: di-soc-east`, with or without a dash."""

_QUOTED = re.compile(r"\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\n]|'')*'")
_ITEM = re.compile(r" *- +(?=[{[])")
_HEAD = re.compile(r" *(?:- +)*")
_START = re.compile(rf"{ENTRY.pattern}|\s*(- |#)|(---|\.\.\.)(\s|$)")


@noun(frozen=True)
class SyntaxStop:
    """A place where the parser could not go on.

    `lines` is the whole file; `line` and `column` count from 1 and are where the parser stopped,
    which is often later than the mistake. `parser_message` is its own complaint, never shown.
    `since` is the line and column of what it was in the middle of.
    """

    lines: tuple[str, ...]
    line: int
    column: int
    parser_message: str
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

    def start_of(self, number: int) -> int:
        """The number of the line on which what goes on between brackets on this one starts."""
        while number > 1 and self.lines[number - 2].rstrip().endswith((",", "{", "[")):
            number -= 1
        return number

    def dash_lost(self) -> bool:
        """Whether the line stands like an item of the list above, and has no dash."""
        above = self.start_of(self.entry_above())
        item = _ITEM.match(self.lines[above - 1]) if above else None
        fields = ENTRY.match(self.text) is not None
        return item is not None and fields and indent_of(self.text) == item.end()

    def bracket_never_opened(self, number: int, column: int = 1) -> str:
        """The first bracket from a place on that closes what nothing opens; else an empty text.

        Looked for up to the end of what starts on the line; of what goes on there between
        brackets, from its own first line on.
        """
        start = self.start_of(number)
        number, column = (number, column) if start == number else (start, 1)
        first = self.lines[number - 1][column - 1 :]
        words = "\n".join((first, *self.lines[number : self.end_of(number)]))
        depth = 0
        for sign in re.findall(r"[][{}]", _QUOTED.sub("", words)):
            depth += 1 if sign in "[{" else -1
            if depth < 0:
                return str(sign)
        return ""

    def end_of(self, number: int) -> int:
        """The number of the last line that can belong to what starts on line `number`.

        The next one that is not blank starts something beside it, or further out.
        """
        last, head = number, _HEAD.match(self.lines[number - 1])
        column = len(head[0]) if head else 0
        for below in range(number + 1, len(self.lines) + 1):
            line = self.lines[below - 1]
            if indent_of(line) <= column and _START.match(line):
                break
            last = below if line.strip() else last
        return last


@noun(frozen=True)
class Repair:
    """A mistake found, and line `line` as it was probably meant, so that the rest can be read.

    The mended text is never written anywhere: it only lets planc report the other faults of the
    file in the same run. It is None where nobody can tell what was meant. `also` are further lines
    with the same mistake, by number.
    """

    problem: Problem
    line: int
    text: str | None
    also: tuple[tuple[int, str], ...] = ()


class RepairedText:
    """The lines of a text, some of them mended, and the way back to places in it as written."""

    def __init__(self, text: str) -> None:
        self.lines = text.split("\n")
        self._repairs: dict[int, list[tuple[int, int, int]]] = {}

    def repair(self, number: int, text: str) -> None:
        """Puts `text` in the place of a line, counted from 1."""
        line = self.lines[number - 1]
        pairs = zip(line, text, strict=False)
        same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
        self._repairs.setdefault(number, []).append((same, len(line), len(text)))
        self.lines[number - 1] = text

    def written(self, problem: Problem) -> Problem:
        """The problem with its places as they are in the file."""
        related = tuple((self._at(at), word) for at, word in problem.related)
        edit = problem.edit
        if isinstance(edit, TextEdit):
            edit = replace(edit, span=Span(*self._extent(edit.span)))
        return replace(problem, at=self._at(problem.at), related=related, edit=edit)

    def written_marks(self, marks: Marks) -> Marks:
        """The places of a value and all it holds as they are in the file."""
        if not self._repairs:
            return marks
        extent, inner_marks, plain = self._extent(marks[0]), marks[1], marks[2]
        if isinstance(inner_marks, dict):
            keys = {
                n: (self._extent(k), self.written_marks(v)) for n, (k, v) in inner_marks.items()
            }
            return extent, keys, plain
        return extent, inner_marks and [self.written_marks(inner) for inner in inner_marks], plain

    def _at(self, at: Route | Span) -> Route | Span:
        return Span(*self._extent(at)) if isinstance(at, Span) else at

    def _extent(self, extent: Extent) -> Extent:
        line, column, end_line, end_column = extent
        return line, self._column(line, column), end_line, self._column(end_line, end_column)

    def _column(self, number: int, column: int) -> int:
        for same, before, after in reversed(self._repairs.get(number, [])):
            if column > same + 1:
                column = max(same + 1, min(column + before - after, before + 1))
        return column


_COMMENT = re.compile(r" +(#.*)?$| +#.*")


def end_of_words(line: str, at: int = 0) -> int:
    """Where the words that start at `at` end: before a comment, or the spaces at the line's end."""
    rest = _COMMENT.search(line, at)
    return rest.start() if rest else len(line)


def indent_of(line: str) -> int:
    """How many spaces a line starts with."""
    return len(line) - len(line.lstrip(" "))
