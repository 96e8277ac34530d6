"""The next in a row of ids: ACT-010 after ACT-009."""

from collections.abc import Collection


def next_id(ids: Collection[str], first: str, taken: Collection[str] = ()) -> str:
    """The id after the highest of its row, as wide as that one; `first` if there is none.

    Never one that something else has already.
    """
    numbered = [(int(digits), lead, len(digits)) for lead, digits in map(_split, ids) if digits]
    lead, digits = _split(first)
    number, lead, width = max(numbered, default=(int(digits) - 1, lead, len(digits)))
    while (name := f"{lead}{number + 1:0{width}}") in taken:
        number += 1
    return name


def _split(name: str) -> tuple[str, str]:
    """A name and the figures that it ends with."""
    lead = name.rstrip("0123456789")
    return lead, name[len(lead) :]
