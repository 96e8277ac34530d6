"""Characters that no plan may hold and no output may carry, and how to show them."""

import re
import unicodedata
from collections.abc import Iterable

FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f"
    "\u2028-\u202e\u2060-\u206f\u3164\ufeff\ufff0-\uffff\ud800-\udfff"
    "\U0001fffe\U0001ffff\U000e0000-\U000e007f]"
)
"""Control characters, line ends that git does not see, and characters without a shape of their
own: bidirectional controls, zero-width spaces and joiners, tag characters, lone surrogates
(RELIABILITY 3). Tab and line feed are not among them."""

_KNOWN = {
    "\r": "a line end as old Macs wrote it (U+000D)",
    "\x85": "a line end that editors do not show (U+0085)",
    "\u2028": "a line end that editors do not show (U+2028)",
    "\u2029": "a paragraph end that editors do not show (U+2029)",
    "\ufeff": "a byte order mark that is not at the start of the file (U+FEFF)",
    "\x1b": "an escape character, which steers a screen (U+001B)",
    "\x00": "a zero byte (U+0000)",
}


def described(character: str) -> str:
    """A forbidden character in words: `a zero width space (U+200B)`."""
    if character in _KNOWN:
        return _KNOWN[character]
    name = unicodedata.name(character, "control character").lower()
    article = "an" if name[0] in "aeiou" else "a"
    return f"{article} {name} (U+{ord(character):04X})"


def visible(text: str) -> str:
    """The text with each forbidden character and tab drawn as `\\u200b`, safe for any screen."""
    return FORBIDDEN.sub(lambda m: ascii(m[0])[1:-1], text.replace("\t", "→"))


_COMMAND = re.compile(r"^[^\S\n]*:(?=:)|##(?=\w*\[)", re.MULTILINE)


def lines_at(raw: bytes, places: Iterable[int]) -> frozenset[int]:
    """The numbers, from 1, of the lines on which these places of a text lie."""
    found, line, last = set(), 1, 0
    for place in sorted(places):
        line += raw.count(b"\n", last, place)
        last = place
        found.add(line)
    return frozenset(found)


def inert(text: str) -> str:
    """The text with nothing in it that a build server would obey (RELIABILITY 1, point 8).

    GitHub's runner acts on `::command::` where a line begins, and on `##[command]` anywhere.
    """
    return _COMMAND.sub(lambda m: m[0] + " ", text)
