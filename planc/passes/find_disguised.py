"""Edited paper -> what of a plan is in it that its edition was not granted, however it is written.

For a person to judge: texts are found through letters that look like others, signs that nobody
sees, and gaps in words; what is packed or encoded is looked into as far as `unwrap` goes. What is
also granted is no leak. It finds words; it cannot find what a reader may infer from them.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import unescape
from typing import NamedTuple

from planc.detect.own_names import folded, names_id, names_operation, squeezed, with_letters
from planc.model.leaks import Leak, Secret, Secrets
from planc.model.read_back import ReadBack

_LONG = 12
"""Letters enough to be no chance, whatever stands before and after them."""
_SHORT = 4


def find_disguised(
    paper: ReadBack, pieces: Mapping[str, bytes], secrets: Sequence[Secrets]
) -> list[Leak]:
    """Each piece of a paper and each field of a plan that it must not hold, once.

    `pieces` are those of the paper and what is packed or encoded in them. `secrets` are those of
    every plan that it is made from: what any of them granted is no leak.
    """
    needles = _Needles(secrets)
    leaks: dict[Leak, None] = {}
    for piece, content in pieces.items():
        readings = dict.fromkeys(_readings(content))
        for text in dict.fromkeys(
            (*readings, *(more for one in readings for more in with_letters(one)))
        ):
            leaks |= dict.fromkeys(needles.found_in(piece, text))
            leaks |= dict.fromkeys(needles.found_in(piece, text[::-1], only_long=True))
            if piece in paper.stored:
                leaks |= dict.fromkeys(_operations(piece, text, secrets))
    for part, lines in paper.texts.items():
        leaks |= dict.fromkeys(_short_facts(part, lines, secrets))
    # what a short fact is found by in the words is nearly always found in a piece as well
    places = {(leak.plan, leak.route) for leak in leaks if leak.piece in pieces}
    return [leak for leak in leaks if leak.piece in pieces or (leak.plan, leak.route) not in places]


# Texts, days and names, by their letters


class _Needle(NamedTuple):
    """Letters that are sought; `is_whole` says that words must begin and end with them."""

    letters: str
    is_whole: bool
    plan: str
    secret: Secret


class _Needles:
    """All that is sought by its letters, by the first few of them."""

    def __init__(self, secrets: Sequence[Secrets]) -> None:
        self._short: dict[str, list[_Needle]] = defaultdict(list)
        self._long: dict[str, list[_Needle]] = defaultdict(list)
        granted = " | ".join(one.granted for one in secrets)
        granted_letters = _letters(granted)
        for one in secrets:
            for needle in _needles_of(one, granted):
                long = len(needle.letters) >= _LONG
                if not (long and needle.letters in granted_letters):
                    place, length = (self._long, _LONG) if long else (self._short, _SHORT)
                    place[needle.letters[:length]].append(needle)

    def found_in(self, piece: str, text: str, *, only_long: bool = False) -> Iterator[Leak]:
        """The leaks in one reading of a piece."""
        words = re.findall(r"[^\W_]+", _plain(text))
        letters = "".join(words)
        edges: set[int] | None = None
        for at in range(len(letters) - _SHORT + 1):
            near = () if only_long else self._short.get(letters[at : at + _SHORT], ())
            for needle in (*near, *self._long.get(letters[at : at + _LONG], ())):
                if letters.startswith(needle.letters, at):
                    edges = edges if edges is not None else _edges(words)
                    end = at + len(needle.letters)
                    if not needle.is_whole or {at, end} <= edges:
                        yield Leak(piece, needle.plan, needle.secret.route)


def _needles_of(secrets: Secrets, granted: str) -> Iterator[_Needle]:
    for secret in secrets.texts:
        if secret.sort not in ("phrase", "day", "name"):
            continue
        words = secret.words.split()
        run = secrets.run if secret.sort == "phrase" else len(words)
        for at in range(max(len(words) - run, 0) + 1):
            phrase = " ".join(words[at : at + run])
            letters = _letters(phrase)
            if len(letters) >= _SHORT and f" {phrase} " not in granted:
                is_whole = secret.sort != "phrase" or len(letters) < _LONG
                yield _Needle(letters, is_whole, secrets.plan, secret)


def _edges(words: Iterable[str]) -> set[int]:
    """Where words begin and end in their letters on end."""
    edges, at = {0}, 0
    for word in words:
        at += len(word)
        edges.add(at)
    return edges


_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\U0001d173-\U0001d17a\U000e0000-\U000e01ef]"
)


_DRAWN = {0xE0000 + code: code for code in range(32, 127)}
_DRAWN |= {first + n: ord("a") + n for first in (0x1F1E6, 0x1F150, 0x1F170) for n in range(26)}
"""Letters that nobody sees, and such as stand on flags, in black squares and circles."""


def _plain(text: str) -> str:
    """The text in small and plain letters, without signs that nobody sees."""
    if text.isascii():
        return text.casefold()
    return folded(_UNSEEN.sub("", text.translate(_DRAWN))).casefold()


def _letters(text: str) -> str:
    return squeezed(_plain(text))


# Names and figures, in words that can be read


def _operations(piece: str, text: str, secrets: Sequence[Secrets]) -> Iterator[Leak]:
    for one in secrets:
        for secret in one.texts:
            if secret.route[-1] == "operation" and names_operation(secret.words, _plain(text)):
                yield Leak(piece, one.plan, secret.route)


def _short_facts(part: str, lines: Sequence[str], secrets: Sequence[Secrets]) -> Iterator[Leak]:
    """Ids however they are written, keys, and figures beside the words that tell what they are."""
    text = folded(_UNSEEN.sub("", "\n".join(lines)))
    tokens = re.findall(r"[^\W_]+", text.casefold())
    for one in secrets:
        for secret in one.texts:
            if secret.route[-1] in ("id", "ref"):
                is_there = names_id(secret.words, text)
            elif secret.sort == "key":
                is_there = bool(_key(secret.words).search(text))
            else:  # only figures have words that they must stand beside
                is_there = any(
                    _is_beside(form, tokens, secret.beside) for form in _forms(secret.words)
                )
            if is_there:
                yield Leak(part, one.plan, secret.route)


def _key(key: str) -> re.Pattern[str]:
    """A key letter for letter; something may stand between its letters and its figures."""
    pieces = re.findall(r"[^\W\d_]+|\d+|[\W_]+", key)
    return re.compile(rf"(?<![\w-]){'[-. _#]?'.join(map(re.escape, pieces))}(?![\w-])")


def _forms(figure: str) -> Iterator[list[str]]:
    words = figure.split()
    yield words
    if "to" in words:  # 20-49; between 20 and 49
        yield [word for word in words if word != "to"]
        yield ["and" if word == "to" else word for word in words]
    if figure.isdigit() and 3 < int(figure) < 50:
        roman = _roman(int(figure))
        yield from [[roman]] if len(roman) > 1 else []
    if figure.isdigit() and 0 < int(figure) <= len(_IN_WORDS):
        yield [_IN_WORDS[int(figure) - 1]]


_IN_WORDS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen", "twenty"),
)


def _roman(number: int) -> str:
    """A Roman figure below fifty, in small letters."""
    tens = ("", "x", "xx", "xxx", "xl")[number // 10]
    return tens + ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")[number % 10]


_NEAR = 4


def _is_beside(figure: list[str], tokens: list[str], beside: frozenset[str]) -> bool:
    """Whether a figure stands within a few words of one that tells what it is."""
    for at in range(len(tokens)):
        end = at + len(figure)
        if tokens[at:end] == figure:
            near = [*tokens[max(at - _NEAR, 0) : at], *tokens[end : end + _NEAR]]
            if not beside.isdisjoint(near):
                return True
    return False


# How a piece can be read

_SYMBOL = re.compile(r'<w:sym\b[^>]*w:char="(?:F0|00)([0-9A-Fa-f]{2})"[^>]*>')
_TAG = re.compile(r"<[^>]*>")
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()]*\)")
_ATTRIBUTE = re.compile(r"=\s*(?:\"([^\"]*)\"|'([^']*)')")


def _readings(content: bytes) -> Iterator[str]:
    """The ways in which a piece can be read as text."""
    for coding in ("utf-8", "utf-16-le", "utf-16-be"):
        if coding != "utf-8" and not content.count(0):
            continue
        text = content.decode(coding, errors="ignore")
        yield text
        if "](" in text:
            yield _LINK.sub(r"\1", text)
        if "&" in text:
            yield unescape(unescape(text))
        if "<" in text:
            drawn = _SYMBOL.sub(lambda match: chr(int(match[1], 16)), text)
            yield unescape(_TAG.sub(" ", drawn))
            yield unescape(" ".join(a or b for a, b in _ATTRIBUTE.findall(text)))
