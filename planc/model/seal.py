"""The line at the end of every paper by which planc knows it again."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass

from planc.wording.day import parse_day

PARTS = ("paragraphs", "tables", "charts", "header", "footer", "properties")
"""What a paper is made of, as far as a reader can tell; formats without one leave it empty."""

_LENGTH = 12
"""How many figures of a SHA-256 stand for a part: no chance will hit them."""

_WRITTEN = re.compile(
    r"Seal: (?P<name>[^ ]+) (?P<as_of>[0-9-]{10}) planc-(?P<version>[^ ]+)"
    rf" (?P<parts>[0-9a-f]{{{_LENGTH * len(PARTS)}}}) (?P<whole>[0-9a-f]{{64}})"
)


@dataclass(frozen=True)
class Seal:
    """Which paper it is, and digests of its parts and of the whole file without this line.

    `name` is the file's as planc named it: what it is about, its kind and its edition. A seal shows
    what was changed by accident or in passing. It is not a signature: who can make papers can make
    a seal.
    """

    name: str
    as_of: dt.date
    version: str
    parts: Mapping[str, str]
    whole: str

    def __str__(self) -> str:
        parts = "".join(self.parts[part] for part in PARTS)
        return f"Seal: {self.name} {self.as_of} planc-{self.version} {parts} {self.whole}"


def blank(name: str, as_of: dt.date, version: str) -> Seal:
    """A seal as long as the real one, for the time before there is anything to seal."""
    return Seal(name, as_of, version, dict.fromkeys(PARTS, "0" * _LENGTH), "0" * 64)


def shortened(digest: str) -> str:
    """A hexadecimal SHA-256 as it stands for a part."""
    return digest[:_LENGTH]


def find_seal(text: str) -> Seal | None:
    """The last seal in a text."""
    matches = list(_WRITTEN.finditer(text))
    as_of = parse_day(matches[-1]["as_of"]) if matches else None
    if as_of is None:
        return None
    last = matches[-1]
    digests = [last["parts"][at : at + _LENGTH] for at in range(0, len(last["parts"]), _LENGTH)]
    parts = dict(zip(PARTS, digests, strict=True))
    return Seal(last["name"], as_of, last["version"], parts, last["whole"])
