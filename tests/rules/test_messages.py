"""The words of the rules: no jargon, no blank left, and short enough to be read at a screen."""

import re

import pytest

from planc.all_reporters import show_as
from planc.all_rules import EVERY_RULE
from planc.model.report import Report, Style
from planc.model.rule import manual
from tests.conftest import Checked

MOST_LINES = 9
"""Fewer lines are on the screen for a finding."""

MOST = 120
"""How many characters say what is wrong, values of the usual length filled in."""

JARGON = (
    "property", "properties", "scalar", "mapping", "sequence", "token", "schema", "null",
    "instance", "array", "object", "node", "string", "boolean", "integer", "dict", "dictionary",
    "parse", "parser", "parsed", "validate", "validation", "invalid", "regex", "enum", "syntax",
    "yaml", "json", "unicode", "deserialise", "exception", "traceback", "oops", "please", "sorry",
    "illegal", "bad", "failed", "you must", "you should", "you forgot",
)  # fmt: skip
OF_THE_FIELD = {"mapping"}
"""The mapping of a group is a term of the field; only rules about it may say the word."""

ABOUT_MAPPING = {"score-missing", "score-stale", "score-long-stale"}

_JARGON = re.compile(rf"\b({'|'.join(JARGON)})\b", re.IGNORECASE)
_BLANK = re.compile(r"\{[a-z_]+\}")
_PATH = re.compile(r"\$\.|\w\[\d+\]|\B/\w+/\d+|\w\.\d+\.\w")


def _plain(words: str) -> str:
    """The words without what they quote from the plan, or ask to be written in it."""
    return re.sub(r"planc\.yaml|directory\.yaml|plans/\w+\.yaml|\"[^\"]*\"|'[^']*'", "", words)


def _jargon(rule: str, words: str) -> set[str]:
    jargon = {word.lower() for word in _JARGON.findall(_plain(words))}
    return jargon - OF_THE_FIELD if rule in ABOUT_MAPPING else jargon


def assert_readable(report: Report) -> None:
    """The words of each finding can be read: test_examples.py has a report on each rule."""
    *blocks, _ = show_as(report, "text", Style()).split("\n\n")
    assert blocks
    for block in blocks:
        assert block.count("\n") < MOST_LINES, block
    for finding in report.findings:
        assert len(finding.wrong) <= MOST
        for words in (finding.wrong, finding.why, finding.do):
            assert not _BLANK.search(words)
            assert not _PATH.search(words)
            assert "  " not in words
            assert "None" not in words
            assert words == words.strip()
            assert not _jargon(finding.rule, words)
        assert re.search(r"[.?]$", finding.wrong), finding.wrong
        assert finding.why.endswith("."), finding.why
        assert re.search(r"[.\"']$", finding.do), finding.do


def test_the_page_of_a_rule_can_be_read() -> None:
    for page in map(manual, EVERY_RULE):
        for words in (page.title, page.notes, page.wrong, page.why, page.do):
            assert not _jargon(page.name, words), page.name
            assert "  " not in words, page.name
        assert page.title.endswith("."), page.name
        assert re.match(r"[A-Z]|\d", page.title), page.name
        for words in (page.why, page.do):
            assert len(_BLANK.sub("", words).split()) >= 3, f"{page.name} would say nothing"
        assert not any(_BLANK.search(words) for _, words in page.advice({})), page.name


POSTS = {"LRO", "SRO", "owner", "OCG coordinator", "directory keeper"}


def test_somebody_acts() -> None:
    assert [page.name for page in map(manual, EVERY_RULE) if page.acts not in POSTS] == []


def test_the_words_of_two_rules_are_never_the_same() -> None:
    words = [(page.title, page.wrong) for page in map(manual, EVERY_RULE)]
    assert len({title for title, _ in words}) == len(words)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The property is null.", {"property", "null"}),
        ("Mapping is pending.", {"mapping"}),
        ('"null" is not a post.', set()),
        ("planc.yaml gives it no meeting.", set()),
    ],
)
def test_jargon_is_found(words: str, expected: set[str]) -> None:
    assert _jargon("tag", words) == expected
    assert _jargon("score-missing", words) == expected - {"mapping"}


NAMELESS = """\
objectives:
  - {statement: Halve supply, by: 2027-03-31, set_on: 2026-09-09}
pursue:
  - {id: PUR-1, tactic: Warrants, owner: di-soc-east, due: 2026-12-18}
  - {tactic: Closure orders, due: 2026-12-18}
"""


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("tactic-no-owner", "Pursue, number 2 has no owner."),
        ("objective-not-measurable", "Objectives, number 1 does not say what is counted, where"),
    ],
)
def test_a_thing_without_an_id_is_named_by_where_it_stands(
    checked: Checked, rule: str, expected: str
) -> None:
    (one,) = (finding for finding in checked(NAMELESS).findings if finding.rule == rule)
    assert one.wrong.startswith(expected)
