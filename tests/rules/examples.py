"""The rules' own examples, and how to run one: as a piece of the base plan."""

import re
from pathlib import Path

from planc.all_rules import CHANGE_RULES, EVERY_RULE, SETTING_RULES
from planc.check import check
from planc.history import Revision
from planc.model.document import Span
from planc.model.finding import Finding, Place
from planc.model.report import Report
from planc.model.rule import Declared, Example, manual, rule_name
from planc.model.source import Source
from planc.repository import open_repository
from planc.since import Earlier
from tests.conftest import AS_OF, before, merged, parts

Pair = tuple[Declared, Example]
EXAMPLES: list[Pair] = [(rule, example) for rule in EVERY_RULE for example in manual(rule).examples]
FLAGGED = [(rule, example) for rule, example in EXAMPLES if example.flagged]
CLEAN = [(rule, example) for rule, example in EXAMPLES if not example.flagged]


def named(pair: Pair) -> str:
    """`tactic-no-owner-2` is the second example of that rule."""
    rule, example = pair
    return f"{rule_name(rule)}-{manual(rule).examples.index(example) + 1}"


def run(pair: Pair, root: Path) -> tuple[tuple[Finding, ...], list[Place]]:
    """The findings, and the places that the example's carets mark."""
    report, places = report_on(pair, root)
    return report.findings, places


def report_on(pair: Pair, root: Path) -> tuple[Report, list[Place]]:
    """The report, and the places that the example's carets mark.

    One of a rule about changes has the base repository before it, with the pieces under
    `# plans/larch.yaml as it was`; what it says then comes on top, or takes a file away.
    """
    rule, example = pair
    text = example.text
    was = None
    if rule in (*CHANGE_RULES, *SETTING_RULES):
        pieces = re.split(r"^(?=# [a-z/-]+\.yaml)", text, flags=re.MULTILINE)
        for piece in pieces:
            if " as it was\n" in piece:
                _write(piece.replace(" as it was\n", "\n", 1), root)
        was = as_it_is(root)
        for gone in re.findall(r"^# (\S+) is gone$", text, re.MULTILINE):
            (root / gone).unlink()
        text = "".join(
            piece for piece in pieces if not re.match(r"# \S+ (as it was|is gone)\n", piece)
        )
    places = _write(text, root, whole_file="as a whole file" in example.note)
    return check(open_repository([root]), AS_OF, since=was), places


def as_it_is(root: Path) -> Earlier:
    """The repository as a commit of the day would have it."""
    paths = sorted(root.rglob("*.yaml"))
    files = {path.relative_to(root).as_posix(): path.read_bytes() for path in paths}
    sources = {name: Source(name, raw) for name, raw in files.items()}
    plans = tuple(name for name in files if name.startswith("plans/"))
    return Earlier(Revision("0" * 40, _NOON), sources, plans)


_NOON = 1795348800
"""Noon of the day as of which examples are read."""


def _write(text: str, root: Path, *, whole_file: bool = False) -> list[Place]:
    """Writes the pieces into their files; the places that carets mark in them."""
    places: list[Place] = []
    for name, piece in parts(text).items():
        path = root / name
        text = piece if whole_file else merged(before(path), piece)
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
    return places
