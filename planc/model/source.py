"""A file as it was found: its name for messages, and its bytes."""

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """A file that planc was asked to read.

    `path` is relative to the repository, with `/` on every system. `raw` is None when the file
    could not be opened; `trouble` then says why, in words for an officer.
    """

    path: str
    raw: bytes | None
    trouble: str = ""

    @property
    def digest(self) -> str:
        """The SHA-256 of the bytes; of none where it could not be opened."""
        return hashlib.sha256(self.raw or b"").hexdigest()
