"""Every rule's own examples: each flagged one fires there and nothing else, each clean one not."""

from pathlib import Path

import pytest

from planc.all_rules import (
    BASELINE_RULES,
    EVERY_RULE,
    REPOSITORY_RULES,
    STRUCTURE,
    WAIVER_RULES,
)
from planc.model.finding import Place
from planc.model.rule import Declared, manual, rule_name
from planc.rules.structure import unreadable_line
from tests.conftest import Checked
from tests.rules.examples import CLEAN, FLAGGED, Pair, named, run

# Their faults cannot be written in a docstring; tests/passes/test_decode.py and others have them.
BY_HAND = {
    "unreadable-file", "too-large", "wrong-encoding", "forbidden-character", "tab", "too-long",
    *map(rule_name, REPOSITORY_RULES),  # tests/test_completeness.py
    "plan-removed",  # tests/test_changes.py
}  # fmt: skip
# Nor can a file that is nearly one of these.
NEVER_CLEAN = {
    "unreadable-file", "too-large", "empty-file", "too-long", *map(rule_name, REPOSITORY_RULES),
}  # fmt: skip

BODIES = ("check", "gather", "finds", "diagnose", "cut_texts", "conflicts")
"""What a rule's module calls the functions that see the problem."""


def _fired(pair: Pair, root: Path) -> tuple[list[tuple[str, Place]], list[tuple[str, Place]]]:
    """What an example fires, and what its carets say that it fires.

    What a waiver or a list names and does not set aside is found as well, and left out here.
    """
    rule, example = pair
    findings, places = run(pair, root)
    fired = [(f.rule, f.place) for f in findings]
    if rule in (*WAIVER_RULES, *BASELINE_RULES):
        fired = [(name, place) for name, place in fired if name not in example.text]
    return fired, [(rule_name(rule), place) for place in places]


@pytest.mark.parametrize("pair", FLAGGED, ids=named)
def test_a_flagged_example_fires_its_rule_there_and_no_other(pair: Pair, base: Path) -> None:
    fired, marked = _fired(pair, base)
    assert fired == marked
    assert marked


@pytest.mark.parametrize("pair", CLEAN, ids=named)
def test_a_clean_example_is_silent(pair: Pair, base: Path) -> None:
    findings, places = run(pair, base)
    assert [(f.rule, f.place) for f in findings] == []
    assert not places


def _bodies(rule: Declared) -> list[str]:
    return [name for name in BODIES if hasattr(rule, name)]


# The parser itself knows one sort of directive; and unreadable-line is what is left to say when
# no other rule can tell, so it always says something.
EMPTIED = [
    (rule, example)
    for rule, example in FLAGGED
    if _bodies(rule) and rule is not unreadable_line and "%YAML" not in example.text
]


@pytest.mark.parametrize("pair", EMPTIED, ids=named)
def test_a_flagged_example_fails_once_the_body_of_its_rule_is_emptied(
    pair: Pair, base: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rule, _ = pair
    for body in _bodies(rule):
        empty = None if body in ("diagnose", "conflicts") else ()
        monkeypatch.setattr(rule, body, lambda *_, empty=empty: empty)
    fired, marked = _fired(pair, base)
    assert fired != marked


def test_the_base_plan_is_clean(checked: Checked) -> None:
    assert checked().findings == ()


@pytest.mark.parametrize("rule", EVERY_RULE, ids=rule_name)
def test_every_rule_is_declared_in_full(rule: Declared) -> None:
    page = manual(rule)
    assert all((page.title, page.wrong, page.why, page.do, page.acts, page.sources))
    flagged = [example for example in page.examples if example.flagged]
    clean = [example for example in page.examples if not example.flagged]
    if page.name not in BY_HAND:
        assert flagged, "it has no example under Flagged:"
    if page.name not in NEVER_CLEAN:
        assert len(clean) >= 2, "it wants two examples under Clean:, one of them a near miss"
        assert any(example.note for example in clean), "none says what is near about it"
        assert len({example.text for example in page.examples}) == len(page.examples)


@pytest.mark.parametrize(
    "rule",
    [rule for rule in EVERY_RULE if rule not in (*STRUCTURE, *REPOSITORY_RULES)],
    ids=rule_name,
)
def test_every_rule_about_plans_has_a_body(rule: Declared) -> None:
    assert _bodies(rule)


@pytest.mark.parametrize("rule", EVERY_RULE, ids=rule_name)
def test_a_rule_has_no_other_status_than_preview_and_off(rule: Declared) -> None:
    assert getattr(rule, "STATUS", "preview") in ("preview", "off")


def test_the_tables_hold_every_file_of_their_folders() -> None:
    rules = Path(__file__).parents[2] / "planc" / "rules"
    files = {
        ".".join(path.relative_to(rules).with_suffix("").parts)
        for path in rules.rglob("*.py")
        if path.stem != "__init__"
    }
    listed = {rule.__name__.removeprefix("planc.rules.") for rule in EVERY_RULE}
    assert not files - listed, "no table has it: give it a line in planc/all_rules.py"
