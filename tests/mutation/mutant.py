"""A plan with one mistake in it, and what planc should say of it."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tests.mutation.sample import Edit, Sample


class Said(NamedTuple):
    """A rule and the line at which it fires."""

    rule: str
    line: int

    def __str__(self) -> str:
        return f"{self.rule}:{self.line}"


@dataclass(frozen=True)
class Change:
    """What an operator does to a sample in one place, and the answers that are right.

    Without answers the change means nothing, and planc must be silent. `also` are rules that
    rightly say something else of what the change leaves behind, wherever they say it.
    """

    edits: Sequence[Edit]
    answers: frozenset[Said]
    also: Collection[str] = ()


Changes = Iterator[Change]


def change(
    edits: Edit | Sequence[Edit], rules: str | Iterable[str], *lines: int, also: str = ""
) -> Change:
    """A change after which one of the rules fires on one of the lines."""
    names = [rules] if isinstance(rules, str) else rules
    answers = frozenset(Said(rule, line) for rule in names for line in lines)
    return Change([edits] if isinstance(edits, Edit) else edits, answers, also.split())


def harmless(*edits: Edit) -> Change:
    """A change that means nothing."""
    return Change(edits, frozenset())


class Mutant(NamedTuple):
    """A change made by an operator to a sample."""

    operator: str
    sample: Sample
    change: Change

    @property
    def raw(self) -> bytes:
        """The file."""
        return self.sample.edited(self.change.edits).encode()

    def outcome(self, said: Sequence[Said]) -> str:
        """Found, or in what way not; of a change that means nothing, silent or false alarm."""
        answers = self.change.answers
        if not answers:
            return "false alarm" if said else "silent"
        if not answers & set(said):
            return "elsewhere" if said else "missed"
        others = [one for one in said if one not in answers and one.rule not in self.change.also]
        return "and more" if others else "found"

    def told(self, said: Sequence[Said]) -> str:
        """One line for all such mutants: what was done, and which rules speak."""
        right, rules = self.change.answers & {*said}, {one.rule for one in said}
        others = sorted(rules - {one.rule for one in right} - {*self.change.also})
        got = ", ".join((*sorted(one.rule for one in right), *others)) or "silence"
        return f"{self.operator}: {self.outcome(said)}: {got}"

    def place(self, said: Sequence[Said]) -> str:
        """Where it was done, what should be said, and what is."""
        at = self.sample.line(min(edit.start for edit in self.change.edits))
        wanted = " or ".join(map(str, sorted(self.change.answers))) or "silence"
        return f"{self.sample}:{at}: wanted {wanted}; got {', '.join(map(str, said))}"
