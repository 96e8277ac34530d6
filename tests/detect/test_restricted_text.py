"""Phrases are refused, lone words get a warning, and what they were is said nowhere."""

from pathlib import Path

from tests.detect.notes import lines, noted, variants

HERE = Path(__file__).parent


def _all_variants(path: Path) -> list[str]:
    spellings = [
        spelling
        for text in lines(path)
        for spelling in (text, text.upper(), text.replace(" ", "-"), text.replace(" ", "  "))
    ]
    return [variant for text in dict.fromkeys(spellings) for variant in variants(text)]


def test_every_phrase_is_refused_wherever_it_stands_in_a_text(base: Path) -> None:
    texts = _all_variants(HERE / "refused.txt")
    rules_by_text = noted(base, texts)
    assert [text for text in texts if rules_by_text[text] != ["restricted-text"]] == []


def test_a_lone_word_gets_a_warning(base: Path) -> None:
    texts = _all_variants(HERE / "looked_at.txt")
    rules_by_text = noted(base, texts)
    assert [text for text in texts if rules_by_text[text] != ["restricted-text-hint"]] == []
