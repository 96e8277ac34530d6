"""What a field that refers to something leads to, in words, by its `x-refers`."""

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
