"""A name that is the police's own, found again however somebody wrote it.

An id may lose its hyphen (`PUR1`), be spelled out (`P U R-2`, `PUR number two`) or be padded
(`PUR-002`); an operation may be spelled with dots, stand without its SAMPLE or Op, or be glued to
it.
"""

import re
import unicodedata
from functools import lru_cache

from planc.wording.late_pattern import late_pattern

_FOREIGN, _OURS = "авекмнорстухіјѕԁһӏԛԝαβεικνορτυχ", "abekmhopctyxijsdhlqwabeiknoptux"
_LOOK_ALIKES = str.maketrans(_FOREIGN + _FOREIGN.upper(), _OURS + _OURS.upper())
_SMALL_CAPITALS = str.maketrans("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnoprstuvwyz")
_AS_LETTERS = [str.maketrans("013457", letters) for letters in ("oieast", "oleast")]
_PREFIXES = ("operation", "op", "sample", "example", "exercise", "project")
_IN_WORDS = """
one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen twenty
"""
_ROMAN = "I II III IV V VI VII VIII IX X XI XII"
_YEAR = r"20\d\d"
_GAP = r"[\W_]*"
_SIGNS = bytes(code for code in range(128) if not chr(code).isalnum())


def folded(text: str) -> str:
    """The text without accents, look-alikes of other alphabets as ours, with its capitals."""
    if text.isascii():
        return text
    plain = unicodedata.normalize("NFKD", text)
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return plain if plain.isascii() else plain.translate(_LOOK_ALIKES | _SMALL_CAPITALS)


@lru_cache(256)
def squeezed(text: str) -> str:
    """The letters and figures of a folded text, in small."""
    if text.isascii():  # as nearly all are, and this takes a small part of the time
        return text.encode().translate(None, _SIGNS).decode().lower()
    return re.sub(r"[\W_]+", "", text).casefold()


def names_id(name: str, text: str) -> bool:
    """Whether an id or a reference stands in a folded text."""
    return _may_name(name, text) and bool(_id(name).search(text))


def _may_name(name: str, text: str) -> bool:
    """Whether its letters stand there beside its figures: seldom, and then the pattern decides."""
    plain = squeezed(text)
    letters, figures = _telling_parts(name)
    if letters not in plain or figures not in plain:
        return False
    beside = _beside(name) if text.isascii() else None
    return beside is None or bool(beside.search(plain))


@lru_cache(1024)
def _telling_parts(name: str) -> tuple[str, str]:
    """What an id starts with, as `squeezed` has it: `pur` of PUR-1; and figures that it must have.

    Those of a reference, SOC-2026-015: all of them are written in figures, or it is not named.
    """
    letters = re.match(r"\d*[^\W\d_]*", squeezed(folded(name)))
    last = _pieces(name)[2:][-1:]
    figures = last[0] if last and last[0].isascii() and last[0].isdigit() else ""
    figures = figures[2:] if re.fullmatch(_YEAR, figures) else figures
    return letters[0] if letters else "", str(int(figures)) if figures else ""


@lru_cache(1024)
def _beside(name: str) -> re.Pattern[str] | None:
    """What stands beside the letters of PUR-1 in a squeezed text; None for an id of another form.

    It starts with the letters, for that is what is found quickly.
    """
    pieces = _pieces(name)
    if len(pieces) != 2 or pieces[0].isdigit() or not pieces[1].isdigit():
        return None
    letters, number = pieces[0].lower(), int(pieces[1])
    nth, index = _nth(number), slice(max(0, number - 1), number)
    words = (*_IN_WORDS.split()[index], *_ROMAN.lower().split()[index])
    after = [_figures(pieces[1]), nth, *words]
    before = [nth, *(f"{number}{end}" for end in ("", "st", "nd", "rd", "th"))]
    ways = [f"(?:no|num|number|nr|the)?(?:{'|'.join(after)})"]
    ways += [f"(?<={way}{letters})" for way in before]
    return re.compile(f"{letters}(?:{'|'.join(ways)})")


def names_operation(name: str, text: str) -> bool:
    """Whether an operation stands in a folded text, with figures for some letters too."""
    letters = squeezed("".join(_telling(name)))
    return any(
        letters in squeezed(reading) and bool(_operation(name).search(reading))
        for reading in dict.fromkeys((text, *with_letters(text)))
    )


def with_letters(text: str) -> tuple[str, ...]:
    """The text with figures in words as letters: k33p is keep; one may be an i or an l."""
    if not _MIXED.search(text):
        return ()
    return tuple(
        _MIXED.sub(lambda word, table=table: word[0].translate(table), text)  # type: ignore[misc]
        for table in _AS_LETTERS
    )


_MIXED = late_pattern(r"(?<![^\W_])(?=\w*\d)(?=[^\W_]*[^\W\d_]{2})[^\W_]+")
"""A word that has letters and figures in it."""


def _telling(name: str) -> list[str]:
    """The words of an operation without those that any may have."""
    words = re.findall(r"[^\W_]+", folded(name).casefold())
    return [word for word in words if word not in _PREFIXES] or words


@lru_cache(1024)
def _id(name: str) -> re.Pattern[str]:
    pieces = _pieces(name)
    # a short one, such as A-1, is a road and the beginning of many things when spelled out
    apart = sum(map(len, pieces)) > 3
    gap = r"[\W_]{0,3}(?:(?:no|num|number|nr)\b[\W_]{0,2})?" if apart else r"[\W_]?"
    plain = gap.join(_figures(p) if p.isdigit() else _letters(p, apart) for p in pieces)
    ways = [f"(?i:{plain})"]
    if len(pieces) == 2 and apart and pieces[1].isdigit():
        # in capitals alone: "act one week before" is no ACT-1
        ways += [
            f"{pieces[0].upper()}[\\W_]{{1,3}}(?:{way})" for way in _ways_to_say(int(pieces[1]))
        ]
        ways += _turned_round(pieces[0].upper(), int(pieces[1]))
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(ways)})s?(?![^\W_])")


def _pieces(name: str) -> list[str]:
    return re.findall(r"[^\W\d_]+|\d+", folded(name))


def _turned_round(letters: str, number: int) -> list[str]:
    """Second PUR, PUR the second, 2-PUR, PUR-ii."""
    nth = _nth(number)
    roman = _ROMAN.split()[number - 1].lower() if 1 < number <= len(_ROMAN.split()) else nth
    return [
        f"(?i:{nth}|{number}(?:st|nd|rd|th)?)[\\W_]{{1,2}}{letters}",
        f"{letters}[\\W_]{{1,2}}(?i:the {nth})",
        f"{letters}[-_./]{roman}",
    ]


def _nth(number: int) -> str:
    ordinals = _ORDINALS.split()
    return ordinals[number - 1] if 0 < number <= len(ordinals) else f"{number}th"


_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"


def _letters(piece: str, apart: bool) -> str:
    return r"[\W_]{0,2}".join(piece) if apart else piece


def _figures(piece: str) -> str:
    if re.fullmatch(_YEAR, piece):  # a year, which people write short
        return f"(?:20)?{piece[2:]}"
    return f"0{{0,4}}{int(piece)}"


def _ways_to_say(number: int) -> list[str]:
    """A number as a word and as a Roman figure."""
    words, figures = _IN_WORDS.split(), _ROMAN.split()
    ways = [f"(?i:(?:number )?{words[number - 1]})"] if 0 < number <= len(words) else []
    return ways + ([figures[number - 1]] if 0 < number <= len(figures) else [])


@lru_cache(1024)
def _operation(name: str) -> re.Pattern[str]:
    before = f"(?:{'|'.join(map(_spelled, _PREFIXES))}){_GAP}"
    words = _telling(name)
    spelled = _GAP.join(map(_spelled, words))
    if len(words) == 1:  # in capitals alone: "for get" is two words
        halves = "|".join(f"{words[0][:n]} {words[0][n:]}" for n in range(2, len(words[0]) - 1))
        spelled = f"(?:{spelled}|(?-i:{halves.upper()}))" if halves else spelled
    return re.compile(rf"(?<![^\W_])(?:{before}){{0,2}}{spelled}(?![^\W\d_])", re.IGNORECASE)


def _spelled(word: str) -> str:
    """The word as it is, with a sign between some letters, or with all of them apart."""
    if len(word) < 3:
        return word
    with_signs, apart = r"[^\w\s]?".join(word), r"[\W_]+".join(word)
    return f"(?:{with_signs}|{apart})"
