"""Mistakes made by hand: a line of code in another form, as by_hand.txt has them."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.mutation.code_trial import ROOT

FILE = Path(__file__).with_suffix(".txt")


@dataclass(frozen=True)
class ByHand:
    """A file in which some code stands in another form, and the tests that must find it."""

    what: str
    path: str
    before: str
    after: str
    tests: tuple[str, ...]

    @property
    def told(self) -> str:
        return f"{self.path}: {self.what}"

    def tree(self) -> ast.Module:
        """The file's syntax tree with the mistake in it. Raises AssertionError if it has moved."""
        source = (ROOT / self.path).read_text(encoding="utf-8")
        assert source.count(self.before) == 1, f"{self.path} has not once: {self.before}"
        return ast.parse(source.replace(self.before, self.after))


def by_hand() -> Iterator[ByHand]:
    """Those of the file: what goes wrong, where, the code before and after, the tests."""
    for block in FILE.read_text(encoding="utf-8").strip().split("\n\n")[1:]:
        lines = block.splitlines()
        signs = {sign: [line[2:] for line in lines if line[:2] == sign] for sign in ("- ", "+ ")}
        what, path, tests = (line for line in lines if line[:2] not in signs)
        yield ByHand(
            what.removeprefix("# "),
            path,
            "\n".join(signs["- "]),
            "\n".join(signs["+ "]),
            tuple(tests.split()),
        )
