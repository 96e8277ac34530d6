"""The next in a row of ids."""

import pytest

from planc.wording.numbering import next_id


@pytest.mark.parametrize(
    ("ids", "first", "taken", "following"),
    [
        ([], "ACT-1", [], "ACT-1"),
        (["ACT-009"], "ACT-1", [], "ACT-010"),
        (["ACT-9", "ACT-10", "ACT-2"], "ACT-1", [], "ACT-11"),
        (["ACT-999"], "ACT-1", [], "ACT-1000"),
        (["A1", "A2"], "ACT-1", [], "A3"),
        (["the-flats"], "ACT-1", [], "ACT-1"),
        (["ACT-1"], "ACT-1", ["ACT-1", "ACT-2"], "ACT-3"),
        ([], "DEC-001", ["DEC-001"], "DEC-002"),
    ],
)
def test_it_follows_the_highest_and_is_nobody_elses(
    ids: list[str], first: str, taken: list[str], following: str
) -> None:
    assert next_id(ids, first, taken) == following
