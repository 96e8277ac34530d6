"""What an officer types for a plan, an id or a post, and what is made of it."""

import pytest

from planc.errors import PlancError
from planc.passes.resolve_name import looks_like_id, resolve_name

POSTS = {
    "di-soc-east": "DI, Serious and Organised Crime East",
    "di-soc-west": "DI, Serious and Organised Crime West",
    "supt-crime": "Superintendent, Crime",
    "supt-crime-2": "Superintendent, Crime and Justice",
}


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("di-soc-east", "di-soc-east"),
        ("DI SOC East", "di-soc-east"),
        ("disocwest", "di-soc-west"),
        ("West", "di-soc-west"),
        ("crime organised EAST", "di-soc-east"),
        ("justice", "supt-crime-2"),
        ("supt-crime", "supt-crime"),  # though another begins with it
        ("superintendent crime", "supt-crime"),  # though another has these words too
    ],
)
def test_one_post_is_meant_for_certain(typed: str, name: str) -> None:
    assert resolve_name(typed, POSTS, "post") == (name, True)


@pytest.mark.parametrize("typed", ["di-soc-eats", "disoc-esat", "supt-crme"])
def test_what_is_only_near_is_a_guess_and_says_so(typed: str) -> None:
    resolved = resolve_name(typed, POSTS, "post")
    assert resolved.name in POSTS
    assert not resolved.exact


def test_words_that_fit_two_are_asked_for_again() -> None:
    message = (
        '"serious crime" fits more than one post: di-soc-east (DI, Serious and Organised Crime'
        " East), di-soc-west (DI, Serious and Organised Crime West). Say which."
    )
    with pytest.raises(PlancError) as raised:
        resolve_name("serious crime", POSTS, "post")
    assert str(raised.value) == message


def test_a_name_goes_by_the_letters_that_only_it_begins_with() -> None:
    strands = dict.fromkeys(("pursue", "prevent", "protect", "prepare"), "")
    assert resolve_name("Pro", strands, "strand") == ("protect", True)
    with pytest.raises(PlancError, match="fits more than one strand: prevent, prepare"):
        resolve_name("pre", strands, "strand")


def test_one_number_is_not_the_beginning_of_another() -> None:
    with pytest.raises(PlancError, match='"PUR-2" is no id here'):
        resolve_name("PUR-2", {"PUR-21": "Visits"}, "id")


def test_one_number_is_not_guessed_for_another() -> None:
    for typed in ("PUR-9", "RSK-1"):
        with pytest.raises(PlancError, match=f'"{typed}" is no id here'):
            resolve_name(typed, {"PUR-1": "Visits"}, "id")
    assert resolve_name("PRU-1", {"PUR-1": "Visits"}, "id") == ("PUR-1", False)


@pytest.mark.parametrize("typed", ["elder", "", "!"])
def test_what_is_near_nothing_is_told_what_there_is(typed: str) -> None:
    with pytest.raises(PlancError, match=r"is no post here. There are: di-soc-east, di-soc-west"):
        resolve_name(typed, POSTS, "post")


def test_two_names_that_differ_by_a_separator_only_are_not_guessed_between() -> None:
    names = {"a-b": "", "ab": ""}
    assert resolve_name("ab", names, "id") == ("ab", True)
    assert not resolve_name("A_B", names, "id").exact


@pytest.mark.parametrize("typed", ["PUR-1", "pur1", "Obj 12", "DEC_009", "PRE-2a"])
def test_an_id_is_known_by_its_look(typed: str) -> None:
    assert looks_like_id(typed)


@pytest.mark.parametrize("typed", ["Notices", "P-1", "2026-11-22", "PUR-1 drafted", "PUR-", ""])
def test_words_are_no_id(typed: str) -> None:
    assert not looks_like_id(typed)
