"""A finished file -> its words, by the part of the paper in which they stand.

Reads what planc wrote, and what somebody has changed since. Nothing in the file is followed,
loaded or run.
"""

import lzma
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from io import BytesIO

from planc.all_formats import Format, formats
from planc.errors import PlancError
from planc.model.read_back import ReadBack
from planc.model.seal import PARTS, find_seal

_MOST_BYTES = 200_000_000
"""How large all that a file holds may be, unpacked."""


def format_of(raw: bytes) -> Format:
    """The first format that recognises a file. Raises PlancError if none does."""
    for name, module in formats().items():
        if module.recognises(raw):
            return name
    raise PlancError("It is no Word, HTML or Markdown file that planc can read.")


def read_paper(raw: bytes) -> ReadBack:
    """The words of a finished file, its seal taken out. Raises PlancError if it is no paper."""
    module = formats()[format_of(raw)]
    try:
        stray = module.stray(raw)
        stored = dict(_stored(raw, "", _MOST_BYTES)) if _is_packed(raw) else {"the file": raw}
    except _DAMAGED as error:
        raise PlancError(f"It is a packed file that cannot be opened: {error}.") from None
    texts = module.texts(stored)
    seals = [seal for lines in texts.values() for line in lines if (seal := find_seal(line))]
    seal = seals[-1] if seals else None
    written = str(seal)
    kept = {part: [line for line in texts.get(part, ()) if line != written] for part in PARTS}
    doubts = (*_doubled(stored), *module.doubts(stored))
    if stray:
        stored[OUTSIDE] = stray
    words = {part: tuple(lines) for part, lines in kept.items()}
    return ReadBack(words, stored, seal, doubts, len(stray))


OUTSIDE = "outside its parts"
"""The name of what is in a packed file and in no part of it."""
_AGAIN = " (again)"


def _is_packed(raw: bytes) -> bool:
    return zipfile.is_zipfile(BytesIO(raw))


def _stored(raw: bytes, lead: str, most: int) -> Iterator[tuple[str, bytes]]:
    """Every part of a package, and of the packages in it, by its name; all names; all remarks."""
    with zipfile.ZipFile(BytesIO(raw)) as package:
        parts = package.infolist()
        if sum(part.file_size for part in parts) > most:
            raise PlancError("It is too large, unpacked, to be a paper.")
        seen = Counter[str]()
        for part in parts:
            plain = part.filename.replace("\\", "/").lstrip("/")
            name = lead + plain + _AGAIN * seen[plain.casefold()]
            seen[plain.casefold()] += 1
            content = package.read(part)
            yield name, content
            if _is_packed(content):
                yield from _inner(content, f"{name}/", most // 2)
        yield f"{lead}{NAMES}", "\n".join(part.orig_filename for part in parts).encode()


NAMES = "the names of its parts"


def _inner(raw: bytes, lead: str, most: int) -> Iterator[tuple[str, bytes]]:
    """What is in a package in a package; nothing of one that cannot be opened."""
    try:
        yield from _stored(raw, lead, most)
    except _DAMAGED:
        return


def _doubled(stored: Mapping[str, bytes]) -> Iterator[str]:
    for name in stored:
        if name.endswith(_AGAIN) and not name.removesuffix(_AGAIN).endswith(_AGAIN):
            yield f"{name.removesuffix(_AGAIN)} stands twice in it"


_DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, struct.error),
    *(RuntimeError, OSError, ValueError),
)
