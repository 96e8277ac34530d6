"""A Word file as the archive that it is: its fingerprint, and what stands outside its parts.

The fingerprint is the identifier among the file's properties, whose part is stored as it is. So
every byte counts: between the parts, in their headers, and how they are packed.
"""

import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple

from planc.model.fingerprint import has_its_fingerprint, with_fingerprint

PROPERTIES = "docProps/core.xml"

_FINGERPRINT = re.compile(rb"<dc:identifier>([0-9a-f]{64})</dc:identifier>")


class _Entry(NamedTuple):
    """Where the list of parts has a part, and where the part is, its header first."""

    at: int
    start: int
    data: int
    end: int
    name: str


def sealed(raw: bytes, empty: str, line: str) -> bytes:
    """The file with a line in the place of the empty one, and with its fingerprint."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(raw)) as package, zipfile.ZipFile(out, "w") as plain:
        for part in package.infolist():
            content = package.read(part)
            if part.filename == PROPERTIES:
                content = content.replace(empty.encode(), line.encode())
                part.compress_type = zipfile.ZIP_STORED
            plain.writestr(part, content)
    unsummed = _summed(out.getvalue(), 0)
    return _summed(with_fingerprint(unsummed, _place(unsummed)))


def is_as_sealed(raw: bytes) -> bool:
    """Whether every byte is as it was when the file was sealed."""
    try:
        unsummed = _summed(raw, 0)
        return _summed(raw) == raw and has_its_fingerprint(unsummed, _place(unsummed))
    except (zipfile.BadZipFile, struct.error, ValueError, NotImplementedError):
        return False


def _summed(raw: bytes, total: int | None = None) -> bytes:
    """The file with the sum of the part in which the fingerprint is, or with another."""
    entry = _properties(raw)
    if entry is None:
        return raw
    changed = bytearray(raw)
    for place in (entry.start + 14, entry.at + 16):
        right = zlib.crc32(raw[entry.data : entry.end])
        struct.pack_into("<I", changed, place, right if total is None else total)
    return bytes(changed)


def _place(raw: bytes) -> re.Match[bytes] | None:
    entry = _properties(raw)
    return _FINGERPRINT.search(raw, entry.data, entry.end) if entry else None


def _properties(raw: bytes) -> _Entry | None:
    with zipfile.ZipFile(BytesIO(raw)) as package:
        return next((e for e in _entries(raw, package) if e.name == PROPERTIES), None)


def _entries(raw: bytes, package: zipfile.ZipFile) -> Iterator[_Entry]:
    at = package.start_dir
    for part in package.infolist():
        start = part.header_offset
        data = start + 30 + sum(struct.unpack_from("<HH", raw, start + 26))
        yield _Entry(at, start, data, data + part.compress_size, part.orig_filename)
        at += 46 + sum(struct.unpack_from("<HHH", raw, at + 28))


def stray(raw: bytes) -> bytes:
    """All that belongs to no part: before, between and after them, comments and extra fields.

    Raises BadZipFile if it is no archive.
    """
    pieces, place = [], 0
    with zipfile.ZipFile(BytesIO(raw)) as package:
        entries, listed = list(_entries(raw, package)), package.start_dir
    for entry in sorted(entries, key=lambda entry: entry.start):
        (name,) = struct.unpack_from("<H", raw, entry.start + 26)
        pieces += [raw[place : entry.start], raw[entry.start + 30 + name : entry.data]]
        place = max(place, entry.end)
    pieces.append(raw[place:listed])
    place = listed
    for entry in entries:
        name, extra, comment = struct.unpack_from("<HHH", raw, entry.at + 28)
        place = entry.at + 46 + name
        pieces.append(raw[place : place + extra + comment])
        place += extra + comment
    pieces.append(raw[place + 22 :])
    return b"".join(pieces)
