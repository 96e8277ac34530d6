"""The fingerprint of a file: a SHA-256 of all its bytes, with naughts in its own place.

It says that a file is, to the byte, the one that it was taken of, and nothing of any other file.
"""

import hashlib
import re

NONE_YET = "0" * 64
"""Stands where the fingerprint will, until there is a file to take it of."""


def with_fingerprint(raw: bytes, place: re.Match[bytes] | None) -> bytes:
    """The file with its fingerprint in the first group of the place; as it is, if there is none."""
    return raw if place is None else _put(raw, place, _taken(_put(raw, place, NONE_YET)))


def has_its_fingerprint(raw: bytes, place: re.Match[bytes] | None) -> bool:
    """Whether every byte is as it was when the fingerprint in that place was taken."""
    return place is not None and place[1].decode() == _taken(_put(raw, place, NONE_YET))


def _put(raw: bytes, place: re.Match[bytes], digest: str) -> bytes:
    return raw[: place.start(1)] + digest.encode() + raw[place.end(1) :]


def _taken(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()
