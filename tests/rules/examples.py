"""The rules' own examples, and how to run one: as a piece of the base plan."""

import re
from pathlib import Path

from planc.all_rules import EVERY_RULE
from planc.check import check
from planc.model.document import Span
from planc.model.finding import Finding, Place
from planc.model.rule import Declared, Example, manual, rule_name
from planc.repository import open_repository
from tests.conftest import AS_OF, before, merged, parts

Pair = tuple[Declared, Example]
EXAMPLES: list[Pair] = [(rule, example) for rule in EVERY_RULE for example in manual(rule).examples]
FLAGGED = [(rule, example) for rule, example in EXAMPLES if example.flagged]
CLEAN = [(rule, example) for rule, example in EXAMPLES if not example.flagged]


def named(pair: Pair) -> str:
    """`tactic-no-owner-2` is the second example of that rule."""
    rule, example = pair
    return f"{rule_name(rule)}-{manual(rule).examples.index(example) + 1}"


def run(example: Example, root: Path) -> tuple[tuple[Finding, ...], list[Place]]:
    """The findings, and the places that the example's carets mark."""
    places: list[Place] = []
    for name, piece in parts(example.text).items():
        path = root / name
        text = piece if "as a whole file" in example.note else merged(before(path), piece)
        kept: list[str] = []
        for line in text.split("\n"):
            carets = re.fullmatch(r"( *)(\^+) *", line)
            if carets:
                start = len(carets[1]) + 1
                end = start + len(carets[2])
                places.append(Place(name, Span(len(kept), start, len(kept), end)))
            else:
                kept.append(line)
        path.write_text("\n".join(kept), encoding="utf-8")
    report = check(open_repository([root]), AS_OF)
    return report.findings, places
