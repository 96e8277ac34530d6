"""A plan with one mistake in it, and what planc should say of it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tests.mutation.sample import Edit, Sample


class Answer(NamedTuple):
    """A rule and the line at which it should fire."""

    rule: str
    line: int


@dataclass(frozen=True)
class Change:
    """What an operator does to a sample in one place, and the answers that are right.

    Without answers the change means nothing, and planc must be silent.
    """

    edits: Sequence[Edit]
    answers: frozenset[Answer]
    encoding: str = "utf-8"


Changes = Iterator[Change]


def change(edits: Edit | Sequence[Edit], rules: str | Iterable[str], *lines: int) -> Change:
    """A change after which one of the rules fires on one of the lines."""
    names = [rules] if isinstance(rules, str) else list(rules)
    answers = frozenset(Answer(rule, line) for rule in names for line in lines)
    return Change([edits] if isinstance(edits, Edit) else list(edits), answers)


def harmless(*edits: Edit, encoding: str = "utf-8") -> Change:
    """A change that means nothing."""
    return Change(list(edits), frozenset(), encoding)


class Mutant(NamedTuple):
    """A change made by an operator to a sample."""

    operator: str
    sample: Sample
    change: Change

    @property
    def line(self) -> int:
        """The line of the change."""
        return self.sample.line(min(edit.start for edit in self.change.edits))

    @property
    def raw(self) -> bytes:
        """The file."""
        return self.sample.edited(self.change.edits).encode(self.change.encoding)
