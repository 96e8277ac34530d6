"""Characters that no plan may hold and no output may carry, and how text stands in an output."""

import json
import re
import unicodedata
from collections.abc import Iterable

FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180e"
    "\u2000-\u2008\u200a-\u200f\u2028-\u202e\u205f-\u206f\u2800\u3000\u3164\uffa0\ufeff"
    "\ufff0-\uffff\ud800-\udfff"
    "\U0001fffe\U0001ffff\U000e0000-\U000e007f]"
)
"""Control characters, line ends that git does not see, and characters without a shape of their
own: bidirectional controls, zero-width spaces and joiners, tag characters, lone surrogates; and
spaces of odd widths, some of which a format would make into others.
What a reviewer sees would not be what planc reads: a parser takes U+2028 in a comment for the end
of the line, and what follows for a field, where git and editors show one line. Tab and line feed
are not among them."""

_KNOWN = {
    "\t": "a tab (U+0009)",
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


def words_of(text: str) -> str:
    """Its letters and figures in small, a space between words: how texts are compared."""
    folded = text.lower() if text.isascii() else _folded(text)
    # to part bytes takes a fraction of what a pattern for words does
    return " ".join(folded.encode(errors="ignore").translate(_PARTED).decode().split())


def _folded(text: str) -> str:
    """In small, one form for letters that say the same, and spaces for what is no letter."""
    return _NO_WORD.sub(" ", unicodedata.normalize("NFKC", text).casefold())


_NO_WORD = re.compile(r"[^\x00-\x7f\w]")
_PARTED = bytes(code if code > 127 or chr(code).isalnum() else ord(" ") for code in range(256))
"""Bytes of UTF-8, with a space for each in ASCII that is no letter or figure."""


def one_line(text: str) -> str:
    """The text as `visible` has it, with line ends drawn as `\\n` too."""
    return visible(text).replace("\n", "\\n")


_COMMAND = re.compile(r"^[^\S\n]*:(?=:)|##(?=\w*\[)", re.MULTILINE)


def places_at(raw: bytes, offsets: Iterable[int]) -> list[tuple[int, int]]:
    """Line and column, from 1 and in characters, of places in a text; in order, each once."""
    places, line, start = [], 1, 0
    for offset in sorted(set(offsets)):
        line += raw.count(b"\n", start, offset)
        start = max(start, raw.rfind(b"\n", start, offset) + 1)
        places.append((line, len(raw[start:offset].decode(errors="replace")) + 1))
    return places


def inert(text: str) -> str:
    """The text with nothing in it that a build server would obey.

    GitHub's runner acts on `::command::` where a line begins, and on `##[command]` anywhere.
    """
    return _COMMAND.sub(lambda m: m[0] + " ", text)


def as_json(data: object) -> str:
    """The data as JSON, in ASCII and with nothing in it that a build server would obey."""
    return json.dumps(data, indent=2).replace("##", "#\\u0023") + "\n"


_ACTIVE = re.compile(
    r"[\\`*_\[\]<>~$@]|&(?=#?\w+;)|(?<=www)\.|(?<=[a-z]):(?=//)|#(?=#*\s*$)", re.IGNORECASE
)


def as_markdown(text: str) -> str:
    """Text that Markdown shows as it is, wherever it stands in a line."""
    text = _ACTIVE.sub(lambda m: "\\" + m[0], text)
    number = re.match(r"[0-9]{1,9}(?=[.)](\s|$))", text)
    if number:
        text = f"{number[0]}\\{text[number.end() :]}"
    elif text[:1] in tuple("-+=#"):
        text = "\\" + text
    inner = text.strip(" ")
    lead, tail = len(text) - len(text.lstrip(" ")), len(text) - len(text.rstrip(" "))
    if inner and (lead > 1 or tail > 1):
        text = "&#32;" * lead + inner + "&#32;" * tail
    return text.replace("\n", "<br>")


def as_cell(markdown: str) -> str:
    """Markdown on one line, in which | would end the cell."""
    lines = (line.strip() for line in markdown.strip().split("\n"))
    return "<br>".join(line for line in lines if line).replace("|", "\\|")


def single_spaced(text: str) -> str:
    """The words with one space between them."""
    return " ".join(text.split())
