"""Phrases are refused, lone words get a warning, and what they were is said nowhere."""

from pathlib import Path

import pytest

from tests.conftest import examples
from tests.detect.notes import lines, noted, variants

HERE = Path(__file__).parent


def _all_variants(path: Path) -> list[str]:
    """Each phrase as it stands in every way; otherwise spelt, in three, and at length in all."""
    ways = 3 if examples(1) == 1 else None
    found = []
    for text in lines(path):
        found += variants(text)
        for spelling in (text.upper(), text.replace(" ", "-"), text.replace(" ", "  ")):
            found += variants(spelling)[:ways]
    return list(dict.fromkeys(found))


@pytest.mark.generated
def test_every_phrase_is_refused_wherever_it_stands_in_a_text(base: Path) -> None:
    texts = _all_variants(HERE / "refused.txt")
    rules_by_text = noted(base, texts)
    assert [text for text in texts if rules_by_text[text] != ["restricted-text"]] == []


def test_a_lone_word_gets_a_warning(base: Path) -> None:
    texts = _all_variants(HERE / "looked_at.txt")
    rules_by_text = noted(base, texts)
    assert [text for text in texts if rules_by_text[text] != ["restricted-text-hint"]] == []


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("EI warrant in place", ["restricted-text"]),
        ("The CROP officers are booked", ["restricted-text"]),
        ("UCO to meet him", ["restricted-text-hint"]),
        ("TEI fitted", ["restricted-text-hint"]),
        ("A UC officer bought twice", ["restricted-text-hint"]),
        ("A crop officer of the council met the farmers", []),
        ("Tea with the uco choir", []),
    ],
)
def test_abbreviations_count_in_capitals_only(base: Path, text: str, rules: list[str]) -> None:
    assert noted(base, [text])[text] == rules
