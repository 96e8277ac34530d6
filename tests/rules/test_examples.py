"""Every rule's own examples: each flagged one fires there and nothing else, each clean one not."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from planc.all_rules import (
    BASELINE_RULES,
    EVERY_RULE,
    REPOSITORY_RULES,
    STRUCTURE,
    WAIVER_RULES,
)
from planc.model.finding import Finding, Place
from planc.model.rule import Declared, Manual, manual, rule_name
from planc.rules.structure import unreadable_line
from tests.conftest import PLAN, Checked
from tests.passes.test_edits import assert_mended
from tests.rules.examples import CLEAN, FLAGGED, Pair, named, report_on, run
from tests.rules.test_messages import assert_readable

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


def _fired(
    pair: Pair, findings: Sequence[Finding], places: Sequence[Place]
) -> tuple[list[tuple[str, Place]], list[tuple[str, Place]]]:
    """What an example fires, and what its carets say that it fires.

    What a waiver or a list names and does not set aside is found as well, and left out here.
    """
    rule, example = pair
    fired = [(f.rule, f.place) for f in findings]
    if rule in (*WAIVER_RULES, *BASELINE_RULES):
        fired = [(name, place) for name, place in fired if name not in example.text]
    return fired, [(rule_name(rule), place) for place in places]


@pytest.mark.parametrize("pair", FLAGGED, ids=named)
def test_a_flagged_example_fires_its_rule_there_in_plain_words_and_its_edits_mend_it(
    pair: Pair, base: Path
) -> None:
    report, places = report_on(pair, base)
    fired, marked = _fired(pair, report.findings, places)
    assert fired == marked
    assert marked
    assert_readable(report)
    assert_mended(base / PLAN, report.findings)


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
    fired, marked = _fired(pair, *run(pair, base))
    assert fired != marked


def test_the_base_plan_is_clean(checked: Checked) -> None:
    assert checked().findings == ()


def test_every_rule_is_declared_in_full() -> None:
    for rule in EVERY_RULE:
        _look_at(manual(rule))


def _look_at(page: Manual) -> None:
    declared = (page.title, page.wrong, page.why, page.do, page.acts, page.sources)
    assert all(declared), page.name
    flagged = [example for example in page.examples if example.flagged]
    clean = [example for example in page.examples if not example.flagged]
    if page.name not in BY_HAND:
        assert flagged, f"{page.name} has no example under Flagged:"
    if page.name not in NEVER_CLEAN:
        assert len(clean) >= 2, f"{page.name} wants two under Clean:, one a near miss"
        assert any(example.note for example in clean), f"{page.name}: none says what is near"
        assert len({example.text for example in page.examples}) == len(page.examples), page.name


def test_every_rule_about_plans_has_a_body() -> None:
    plans = [rule for rule in EVERY_RULE if rule not in (*STRUCTURE, *REPOSITORY_RULES)]
    assert [rule_name(rule) for rule in plans if not _bodies(rule)] == []


def test_a_rule_has_no_other_status_than_preview_and_off() -> None:
    statuses = {getattr(rule, "STATUS", "preview") for rule in EVERY_RULE}
    assert statuses <= {"preview", "off"}


def test_the_tables_hold_every_file_of_their_folders() -> None:
    rules = Path(__file__).parents[2] / "planc" / "rules"
    files = {
        ".".join(path.relative_to(rules).with_suffix("").parts)
        for path in rules.rglob("*.py")
        if path.stem != "__init__"
    }
    listed = {rule.__name__.removeprefix("planc.rules.") for rule in EVERY_RULE}
    assert not files - listed, "no table has it: give it a line in planc/all_rules.py"
