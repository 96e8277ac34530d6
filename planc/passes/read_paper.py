"""A finished file -> its words, by the part of the paper in which they stand.

Reads what planc wrote, and what somebody has changed since. Nothing in the file is followed,
loaded or run.
"""

import lzma
import zipfile
import zlib
from collections.abc import Iterator
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
    packed = raw.startswith(b"PK")
    stored = dict(_stored(raw, "", _MOST_BYTES)) if packed else {"the file": raw}
    texts = module.texts(stored)
    seals = [seal for lines in texts.values() for line in lines if (seal := find_seal(line))]
    seal = seals[-1] if seals else None
    kept = {part: [line for line in texts.get(part, ()) if line != str(seal)] for part in PARTS}
    return ReadBack({part: tuple(lines) for part, lines in kept.items()}, stored, seal)


def _stored(raw: bytes, lead: str, most: int) -> Iterator[tuple[str, bytes]]:
    """Every part of a package, and of the packages in it. Raises PlancError."""
    try:
        with zipfile.ZipFile(BytesIO(raw)) as package:
            if sum(part.file_size for part in package.infolist()) > most:
                raise PlancError("It is too large, unpacked, to be a paper.")
            names = package.namelist()
            if len(names) > len(set(names)):
                raise PlancError("It is a packed file in which a part stands twice.")
            for part in package.infolist():
                content = package.read(part)
                yield lead + part.filename, content
                if content.startswith(b"PK"):
                    yield from _stored(content, f"{lead}{part.filename}/", most // 2)
    except _DAMAGED as error:
        raise PlancError(f"It is a packed file that cannot be opened: {error}.") from None


_DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError),
    *(NotImplementedError, RuntimeError, OSError),
)
