"""What became of a plan, in a line."""

import pytest

from planc.model.difference import Difference
from planc.resources import schema
from planc.wording.differences import words_of

SLIPPED = Difference(
    kind="moved", section="pursue", id="PUR-1", field="due", after="2027-01-08", days=39
)


@pytest.mark.parametrize(
    ("times", "told"),
    [(1, ""), (2, " (2nd time)"), (3, " (3rd time)"), (4, " (4th time)"), (11, " (11th time)")],
)
def test_how_often_a_date_moved(times: int, told: str) -> None:
    difference = Difference(
        kind="moved", section="pursue", id="PUR-1", field="due", after="2027-01-08", days=39,
        times=times, because="The court is full",
    )  # fmt: skip
    words = f"PUR-1: due 8 January 2027, 39 days later{told}"
    assert words_of(schema("plan"), difference) == f"{words}: The court is full"
    assert words_of(schema("plan"), difference, shown=False) == words


def test_a_missing_reason_is_told_and_a_kept_one_is_not_missing() -> None:
    assert words_of(schema("plan"), SLIPPED).endswith("39 days later; no reason given")


def test_long_words_are_cut_and_a_title_in_capitals_stays_one() -> None:
    long = Difference(kind="changed", field="summary", before="a" * 200, after="b" * 200)
    assert len(words_of(schema("plan"), long)) < 220
    sro = Difference(kind="changed", field="sro", before="supt-crime", after="supt-west")
    assert words_of(schema("plan"), sro) == "SRO supt-west, was supt-crime"


def test_what_is_taken_out_is_told() -> None:
    gone = Difference(kind="changed", section="risks", id="RSK-1", field="owner", before="a-post")
    assert words_of(schema("plan"), gone) == "RSK-1: owner taken out, was a-post"
