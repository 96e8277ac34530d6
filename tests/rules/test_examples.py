"""Every rule's own examples: each flagged one fires there and nothing else, each clean one not."""

import re
from pathlib import Path

import pytest

from planc import pipeline
from planc.model.document import Span
from planc.model.finding import Place
from planc.model.rule import Declared, Example, manual, rule_name
from planc.passes.lint import EVERY_RULE, PORTFOLIO_RULES, RULES, STRUCTURE
from tests.conftest import AS_OF, Checked, before, merged, parts

FLAGGED = [(rule, e) for rule in EVERY_RULE for e in manual(rule).examples if e.flagged]
CLEAN = [(rule, e) for rule in EVERY_RULE for e in manual(rule).examples if not e.flagged]

# Their faults cannot be written in a docstring; tests/passes/test_decode.py and others have them.
BY_HAND = {
    "unreadable-file", "too-large", "wrong-encoding", "forbidden-character", "tab", "too-long",
}  # fmt: skip
NEVER_CLEAN = BY_HAND | {
    "empty-file", "not-a-plan", "several-documents", "directive", "anchor", "alias", "merge-key",
    "tag",
}  # fmt: skip


def _id(pair: tuple[Declared, Example]) -> str:
    rule, example = pair
    return f"{rule_name(rule)}-{manual(rule).examples.index(example) + 1}"


def _run(example: Example, root: Path) -> tuple[list[tuple[str, Place]], list[Place]]:
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
        path.write_text("\n".join(kept))
    found = pipeline.check(pipeline.open_repository([root]), AS_OF)
    return [(f.rule, f.place) for f in found.findings], places


@pytest.mark.parametrize("pair", FLAGGED, ids=_id)
def test_a_flagged_example_fires_its_rule_there_and_no_other(
    pair: tuple[Declared, Example], base: Path
) -> None:
    rule, example = pair
    found, places = _run(example, base)
    assert found == [(rule_name(rule), place) for place in places]
    assert places


@pytest.mark.parametrize("pair", CLEAN, ids=_id)
def test_a_clean_example_is_silent(pair: tuple[Declared, Example], base: Path) -> None:
    found, places = _run(pair[1], base)
    assert found == []
    assert not places


def test_the_base_plan_is_clean(checked: Checked) -> None:
    assert checked().findings == ()


@pytest.mark.parametrize("rule", EVERY_RULE, ids=rule_name)
def test_every_rule_is_declared_in_full(rule: Declared) -> None:
    page = manual(rule)
    assert all((page.title, page.wrong, page.why, page.do, page.acts, page.source))
    kinds = {example.flagged for example in page.examples}
    if page.name not in BY_HAND:
        assert True in kinds
    if page.name not in NEVER_CLEAN:
        assert False in kinds


@pytest.mark.parametrize("rule", EVERY_RULE, ids=rule_name)
def test_a_rule_has_no_other_status_than_preview(rule: Declared) -> None:
    assert getattr(rule, "STATUS", "preview") == "preview"


def test_the_tables_hold_every_file_of_their_folders() -> None:
    rules = Path(__file__).parents[2] / "planc" / "rules"
    for folder, table in ((rules, (*RULES, *PORTFOLIO_RULES)), (rules / "structure", STRUCTURE)):
        files = {path.stem for path in folder.glob("*.py")} - {"__init__"}
        assert files == {rule.__name__.rpartition(".")[2] for rule in table}
