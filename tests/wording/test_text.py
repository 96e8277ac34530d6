"""How text stands in what planc writes: everything seen, and nothing obeyed."""

import json

import pytest

from planc.wording.text import (
    FORBIDDEN,
    as_cell,
    as_json,
    as_markdown,
    described,
    inert,
    one_line,
    places_at,
    visible,
    words_of,
)


@pytest.mark.parametrize(
    "character", ["\t", "\n", " ", "é", "\u00a0", "\u2009", "…", "字", "\U0001f600"]
)
def test_characters_that_people_write_are_allowed(character: str) -> None:
    assert not FORBIDDEN.search(character)


@pytest.mark.parametrize("character", ["\x00", "\r", "\x1b", "\x85", "\u200b", "\u2028", "\u202e"])
def test_a_character_that_nobody_sees_is_drawn_and_described(character: str) -> None:
    assert FORBIDDEN.search(character)
    assert not FORBIDDEN.search(visible(f"a{character}b") + described(character))
    assert f"(U+{ord(character):04X})" in described(character)


def test_a_character_is_described_in_words() -> None:
    assert described("\u200b") == "a zero width space (U+200B)"
    assert described("\u061c") == "an arabic letter mark (U+061C)"
    assert described("\x07") == "a control character (U+0007)"


def test_a_text_is_drawn_on_one_line() -> None:
    assert visible("a\tb\nc\u200b") == "a→b\nc\\u200b"
    assert one_line("a\tb\nc\u200b") == "a→b\\nc\\u200b"


def test_texts_are_compared_by_their_letters_and_figures() -> None:
    assert (
        words_of("“High_Street”,\n  No. ５") == words_of("high street no 5") == "high street no 5"
    )


def test_places_are_counted_in_characters_from_one() -> None:
    raw = "é: ü\nref: x\n".encode()
    offsets = [raw.index(b"x"), raw.index("ü".encode()), 0, raw.index(b"x")]
    assert places_at(raw, offsets) == [(1, 1), (1, 4), (2, 6)]


@pytest.mark.parametrize(
    "text", ["::error::x", "a\n  ::set-output::x", "##[error]x", "x ##[group]y"]
)
def test_a_build_server_finds_nothing_to_obey(text: str) -> None:
    shown = inert(text)
    assert "##[" not in shown
    assert not any(line.strip().startswith("::") for line in shown.split("\n"))
    assert "##[" not in as_json(text)
    assert json.loads(as_json(text)) == text


def test_a_build_server_is_not_feared_where_it_does_not_listen() -> None:
    for text in ("at 10::30", "a :: b", "## heading"):
        assert inert(text) == text


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("1. x", "1\\. x"),
        ("- x", "\\- x"),
        ("# x", "\\# x"),
        ("x # y", "x # y"),
        ("x #", "x \\#"),
        ("a_b *c* [d] <e> `f`", "a\\_b \\*c\\* \\[d\\] \\<e\\> \\`f\\`"),
        ("&amp; R&D", "\\&amp; R&D"),
        ("www.example.org http://x", "www\\.example.org http\\://x"),
        ("a\nb", "a<br>b"),
        ("  a", "&#32;&#32;a"),
        (" a", " a"),
    ],
)
def test_markdown_shows_a_text_as_it_is(text: str, markdown: str) -> None:
    assert as_markdown(text) == markdown


def test_a_cell_is_one_line_and_no_two_cells() -> None:
    assert as_cell("a | b\n\n  c\n") == "a \\| b<br>c"
