"""The line in every paper by which planc knows it again, among the properties of its file."""

import datetime as dt
import hashlib
import re
from collections.abc import Mapping
from dataclasses import replace

from planc.model.noun import noun
from planc.wording.day import parse_day

PARTS = (
    *("paragraphs", "tables", "charts", "header", "footer", "properties"),
    *("notes", "pictures", "alternative text", "markup"),
)
"""What a paper is made of, as far as a reader can tell; formats without one leave it empty.
Notes are words anywhere else in a Word file, markup is all of a page that is no word."""

_LENGTH = 10
"""How many figures of a SHA-256 stand for a part: no chance will hit them."""

_WRITTEN = re.compile(
    r"Seal: (?P<name>[\w.-]+) (?P<as_of>[0-9-]{10}) planc-(?P<version>[\w.+-]+)"
    rf" (?P<parts>[0-9a-f]{{{_LENGTH * len(PARTS)}}}) (?P<check>[0-9a-f]{{{_LENGTH}}})"
)


@noun(frozen=True)
class Seal:
    """Which paper it is, and digests of its parts without this line.

    `name` is the file's as planc named it: what it is about, its kind and its edition. `check` is
    a digest of the line itself: where it does not fit, nothing the line says can be believed. A
    seal shows what was changed by accident or in passing. It is not a signature: who can make
    papers can make a seal. The whole file, to the byte, has a
    fingerprint of its own.
    """

    name: str
    as_of: dt.date
    version: str
    parts: Mapping[str, str]
    check: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether the line says what it said when it was made."""
        return self.check == self._check()

    def checked(self) -> "Seal":
        """The seal with the digest of its own line."""
        return replace(self, check=self._check())

    def _check(self) -> str:
        line = str(replace(self, check=""))
        return shortened(hashlib.sha256(line.encode()).hexdigest())

    def __str__(self) -> str:
        parts = "".join(self.parts[part] for part in PARTS)
        about = f"{self.name} {self.as_of} planc-{self.version}"
        return f"Seal: {about} {parts} {self.check}"


def blank(name: str, as_of: dt.date, version: str) -> Seal:
    """A seal as long as the real one, for the time before there is anything to seal."""
    nothing = "0" * _LENGTH
    return Seal(name, as_of, version, dict.fromkeys(PARTS, nothing), nothing)


def shortened(digest: str) -> str:
    """A hexadecimal SHA-256 as it stands for a part."""
    return digest[:_LENGTH]


def find_seal(text: str) -> Seal | None:
    """The last seal in a text."""
    matches = list(_WRITTEN.finditer(text)) if "Seal: " in text else []
    as_of = parse_day(matches[-1]["as_of"]) if matches else None
    if as_of is None:
        return None
    last = matches[-1]
    digests = [last["parts"][at : at + _LENGTH] for at in range(0, len(last["parts"]), _LENGTH)]
    parts = dict(zip(PARTS, digests, strict=True))
    return Seal(last["name"], as_of, last["version"], parts, last["check"])
