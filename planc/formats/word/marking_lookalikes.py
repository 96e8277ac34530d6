"""Words of a house file that would contradict the marking, and the text they are looked for in."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Any

from planc.formats.word.ooxml import W, local

_WORDS = frozenset(
    (
        *("OFFICIAL", "SWYDDOGOL", "SENSITIVE", "SENSITIF", "SECRET", "RESTRICTED"),
        *("CONFIDENTIAL", "UNCLASSIFIED", "DECLASSIFIED", "UNRESTRICTED", "UNMARKED", "NPM"),
        *("MARKING", "MARKINGS", "CLASSIFIED", "CLASSIFICATION", "EMBARGOED", "TLP"),
        *("OFFICIALSENSITIVE", "TOPSECRET", "NOTPROTECTIVELYMARKED", "NOTMARKED"),
        *("FORPUBLICRELEASE", "PUBLICRELEASE", "PUBLICDOMAIN", "EYESONLY", "USEONLY"),
        *("POLICEONLY", "RECIPIENTSONLY", "PARTNERSONLY", "PARTA", "PARTB"),
        *("RESTRICTION", "RESTRICTIONS", "UNPROTECTED", "DISCLOSABLE", "PUBLISHABLE"),
        *("FORPUBLICATION", "GENERALRELEASE", "COPYFREELY", "SHAREFREELY", "OPENTOALL"),
        *("MAYBESHARED", "MAYBECOPIED", "MAYBEPUBLISHED"),
    )
)
"""Markings of today and of old, what is said about one, and planc's own banners, without spaces."""
_LONGEST = max(map(len, _WORDS))
_ALONE = re.compile(r"^\W*(PROTECT|PUBLIC|OPEN|PARTNERS)\W*$", re.MULTILINE)
"""What is a marking only where nothing else is said."""
_MOST_PIECES = 20

_INSIDE = ("OFFICIAL", "SECRET", "SENSITIVE", "RESTRICTED", "CLASSIFIED", "CONFIDENTIAL")
"""What is one inside of another word too."""
_OTHER_WORDS = re.compile(
    "SECRETAR(?:Y|IES|IAT|IAI)|OFFICIA[LI](?:S|IY|LY)|CONFIDENTIA[LI](?:ITY|IY|LY)|INSENSITIVE"
)

_FIGURES = {"1": "I", "|": "I", "L": "I", "0": "O", "Ø": "O", "Ł": "I"}
_SHAPES = {"!": "I", "¦": "I", "5": "S", "$": "S", "§": "S", "3": "E", "€": "E", "4": "A"}
_SHAPES |= {"@": "A", "7": "T", "+": "T", "8": "B", "©": "C", "¢": "C", "(": "C", "®": "R"}
_PLAIN_SIGNS = "£©®™°·•–—‘’“”…§¶†«»→№€¢¦×½¼¾²³¹´¨¯¸ªº"


def contradiction(text: str) -> str:
    """The words of a marking, or about one, in text that is not planc's; empty if there are none.

    However they are spaced or written. A letter of another alphabet counts as such a word, and so
    does a sign that stands as a letter: too many look like ours.
    """
    plain = unicodedata.normalize("NFKD", text)
    plain = "".join(c for c in plain if unicodedata.category(c) not in ("Mn", "Cf", "Me"))
    strange = _strange(plain)
    if strange:
        return f"{strange} ({unicodedata.name(strange, '').lower()})"
    capitals = "".join(c.upper() if len(c.upper()) == 1 else c for c in plain)
    alone = _ALONE.search(capitals)
    return (
        _marked(capitals, {}, 1)
        or _marked(capitals, _FIGURES, 5)
        or _marked(capitals, {**_FIGURES, **_SHAPES}, 6)
        or (str(alone[1]) if alone else "")
    )


def _strange(plain: str) -> str:
    """The first sign that is no letter of ours but may pass for one."""
    for at, character in enumerate(plain):
        if character.isascii():
            continue
        name, category = unicodedata.name(character, ""), unicodedata.category(character)
        other = character.isalpha() and not name.startswith(("LATIN SMALL", "LATIN CAPITAL"))
        if (other and character not in "ªº") or ("LETTER" in name and not character.isalpha()):
            return character
        before, after = plain[max(at - 1, 0) : at].isalpha(), plain[at + 1 : at + 2].isalpha()
        if character in _PLAIN_SIGNS:
            passes = character == "£" and before
        elif category in ("Sm", "Sc", "Ps", "Pe"):
            passes = before or after
        else:
            passes = category[0] == "S" and before and after
        if passes:
            return character
    return ""


def _marked(capitals: str, reading: Mapping[str, str], shortest: int) -> str:
    """The words of at least so many letters that make a marking, where signs are read so."""
    signs = str.maketrans(dict(reading))
    wanted = {word.translate(signs): word for word in _WORDS if len(word) >= shortest}
    pieces = list(re.finditer(r"[^\W_]+", capitals.translate(signs)))
    for start, first in enumerate(pieces):
        together = ""
        for piece in pieces[start : start + _MOST_PIECES]:
            together += piece[0]
            if together in wanted:
                return " ".join(capitals[first.start() : piece.end()].split())
            if len(together) > _LONGEST:
                break
        rest = _OTHER_WORDS.sub("", first[0])
        if shortest < 6 and any(word.translate(signs) in rest for word in _INSIDE):
            return capitals[first.start() : first.end()]
    return ""


def text_of(element: Any) -> str:
    """The words of a part or of a paragraph, a line for each paragraph."""
    lines = []
    for paragraph in element.iter(f"{W}p"):
        parts = [
            piece.text or "" if local(piece) == "t" else _READS_AS[local(piece)]
            for piece in paragraph.iter(f"{W}t", *(f"{W}{name}" for name in _READS_AS))
        ]
        lines.append("".join(parts))
    return "\n".join(lines)


_READS_AS = {"tab": "\t", "br": " ", "cr": " ", "noBreakHyphen": "-", "ptab": "\t", "sym": "*"}


def in_every_direction(blocks: Sequence[Any]) -> str:
    """The words of paragraphs and tables line by line, and then down each column."""
    rows = [row for block in blocks for row in _rows(block)]
    across = "\n".join("\n".join(cell.replace("\t", " ") for cell in row) for row in rows)
    fields = [[field for cell in row for field in cell.split("\t")] for row in rows]
    down = "\n".join("\n".join(column) for column in zip_longest(*fields, fillvalue=""))
    return f"{across}\n.\n{down}" if any(len(row) > 1 for row in fields) else across


def _rows(block: Any) -> Iterator[list[str]]:
    if local(block) != "tbl":
        yield from ([line] for line in text_of(block).split("\n"))
        return
    for row in block.iter(f"{W}tr"):
        yield [text_of(cell) for cell in row.iter(f"{W}tc")]
