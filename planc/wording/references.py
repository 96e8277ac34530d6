"""What a field that refers to something leads to, in words, by its `x-refers`."""

import re
from collections.abc import Mapping
from typing import NamedTuple


class Reference(NamedTuple):
    """What it leads to, what is written for it, such as what, and the file that keeps them."""

    to: str
    name: str
    like: str
    kept_in: str


_POST = Reference(
    "a post in directory.yaml",
    "the id of a post in directory.yaml",
    "di-soc-east",
    "directory.yaml",
)
REFERENCES: Mapping[str, Reference] = {
    "post": _POST,
    "owner": _POST,
    "organisation": Reference(
        "an organisation in directory.yaml",
        "the id of an organisation in directory.yaml",
        "exampleton-council",
        "directory.yaml",
    ),
    "board": Reference(
        "a board in planc.yaml", "the id of a board in planc.yaml", "exampleton-ocg", "planc.yaml"
    ),
    "tier": Reference(
        "a tier in planc.yaml", "the name of a tier in planc.yaml", "force", "planc.yaml"
    ),
    "objective": Reference(
        "an objective of this plan", "the id of an objective", "OBJ-1", "the plan"
    ),
    "item": Reference(
        "anything in this plan", "the id of something in the plan", "PUR-1", "the plan"
    ),
}

UNKNOWN = frozenset(
    ["tbc", "tbd", "tba", "n/a", "na", "n/k", "nk", "none", "unknown", "vacant", "??", "???", "-"]
) | {"x", "xx", "xxx", "to be confirmed", "to be appointed", "to-be-confirmed", "unallocated"}
"""What is written where nobody knows yet."""
UNSETTLED = "Until that is settled, write the post that will settle it, such as the LRO's."
"""What to write in its place where an owner belongs."""
_ALL = re.compile(
    r"(?:(?:to|with|for) )?(?:all|everyone|everybody|any|yes|the table)(?: partners?)?|partners?"
)


def whole_table(route: tuple[str | int, ...], text: str) -> str | None:
    """What to write where something is shared with all, in a word that is no post."""
    if "share" not in route or not _ALL.fullmatch(text.casefold().strip()):
        return None
    return (
        "Write the post of each partner that may have it; or, if every partner at the table may,"
        " write table."
    )
