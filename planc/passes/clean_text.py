"""Bytes -> bytes: the characters that a plan may have, where others only look like them.

A tab, a hard space and a space of another width become what planc reads in their place; there is
no byte order mark; and all lines end as most do. Nothing else is touched.
"""

import re
import unicodedata

from planc.model.source import Source
from planc.passes.decode import decode
from planc.wording.text import FORBIDDEN

_BOM = b"\xef\xbb\xbf"


def clean_text(raw: bytes) -> bytes:
    """The same file with such characters made right; as it is, if it is no text."""
    cleaned = raw.removeprefix(_BOM)
    windows, others = cleaned.count(b"\r\n"), len(re.findall(rb"(?<!\r)\n", cleaned))
    line_end = b"\r\n" if windows > others else b"\n"
    text = cleaned.replace(b"\r\n", b"\n")
    try:
        forbidden = set(FORBIDDEN.findall(text.decode()))
    except UnicodeDecodeError:
        return raw
    read, _ = decode(Source("", text))
    if read is not None and all(unicodedata.category(sign) == "Zs" for sign in forbidden):
        text = read.encode()
    return text.replace(b"\n", line_end)
