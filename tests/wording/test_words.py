"""How a message quotes, counts and lists, and what it guesses was meant."""

import pytest

from planc.wording.words import (
    advice,
    capital,
    count,
    cut,
    either,
    every,
    folded,
    hint,
    listed,
    nearest,
    quoted,
)


def test_a_value_is_cut_to_one_line_that_shows_everything() -> None:
    assert cut("x" * 40) == "x" * 40
    assert cut("x" * 41) == "x" * 39 + "…"
    assert cut("a\nb\u200bc") == "a b\\u200bc"
    assert len(cut("\u200b" * 40)) == 40


def test_what_may_be_about_a_person_is_not_quoted() -> None:
    assert quoted("di-soc-west") == '"di-soc-west"'
    assert quoted("di-soc-west", personal=True) == "What stands here"


@pytest.mark.parametrize(
    ("value", "near"),
    [
        ("gren", "green"),
        ("GREEN", "green"),
        ("der", "red"),  # letters in another order, too few of them in a row
        ("purple", None),
        ("", None),
    ],
)
def test_a_word_is_guessed_only_if_it_is_near(value: str, near: str | None) -> None:
    assert nearest(value, ["red", "amber", "green"]) == near


@pytest.mark.parametrize(
    ("one", "other"),
    [("In_Progress", "in progress"), ("10–19", "10 to 19"), (" AMBER ", "amber"), ("a - b", "a b")],
)
def test_words_plainly_meant_for_each_other_are_equal(one: str, other: str) -> None:
    assert folded(one) == folded(other)


def test_words_that_differ_stay_different() -> None:
    assert len({folded(word) for word in ("10 to 19", "1019", "red", "re d", "-red")}) == 5


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (0, ""),
        (1, "1"),
        (7, "1, 2, 3, 4, 5, 6, 7"),
        (8, "1, 2, 3, 4, 5, 6, 7, 8"),
        (9, "1, 2, 3, 4, 5, 6, 7 and 2 more"),
    ],
)
def test_a_long_list_is_cut_where_that_saves_something(number: int, expected: str) -> None:
    assert listed([str(n + 1) for n in range(number)]) == expected


def test_lists_end_in_and_or_or() -> None:
    assert [every(names) for names in (["a"], ["a", "b"], ["a", "b", "c"])] == [
        "a",
        "a and b",
        "a, b and c",
    ]
    assert either(["a", "b", "c"]) == "a, b or c"


def test_what_to_write_is_the_near_word_else_those_allowed_else_nothing() -> None:
    assert advice("red", ["red", "amber"]) == 'Write "red", if that is what you mean.'
    assert advice(None, ["red", "amber"]) == "Write one of: red, amber."
    assert advice(None) is None
    assert (hint("red"), hint(None)) == (' Did you mean "red"?', "")


def test_numbers_are_counted_in_good_english() -> None:
    assert [count(n, "plan") for n in (0, 1, 2, 1234)] == [
        "0 plans",
        "1 plan",
        "2 plans",
        "1,234 plans",
    ]
    assert count(2, "is fine", "are fine") == "2 are fine"


def test_a_capital_letter_changes_nothing_else() -> None:
    assert [capital(text) for text in ("", "a Plan", "LRO", "élan")] == [
        "",
        "A Plan",
        "LRO",
        "Élan",
    ]
