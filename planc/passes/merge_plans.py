"""Three versions of a plan -> one: what two people wrote at the same time, put together.

Entries of the log are taken whole, however many lines each has, so that none is lost, doubled or
mixed with another. All else is merged line by line. Where both changed the same lines, both
versions stay, between git's marks: which one holds is for people to say.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any, NamedTuple, TypeAlias

from planc.model.document import Document, value_at

Parse: TypeAlias = Callable[[bytes], Document | None]


class Merged(NamedTuple):
    """The file put together, and in how many places people have to choose."""

    content: bytes
    conflicts: int


class _Piece(NamedTuple):
    """A line, or an entry of the log with its lines, and the day of the entry."""

    text: str
    day: str = ""


class _Chunk(NamedTuple):
    """A stretch of the base, and what stands there in either version."""

    base: list[_Piece]
    ours: list[_Piece]
    theirs: list[_Piece]


class _Version(NamedTuple):
    """One version: its lines, with one piece in place of all entries of the log; and these."""

    around: list[_Piece]
    log: list[_Piece]


_LOG = _Piece("\0")
_OURS, _BETWEEN, _THEIRS = "<<<<<<< yours", "=======", ">>>>>>> theirs"


def merge_plans(base: bytes, ours: bytes, theirs: bytes, parse: Parse) -> Merged:
    """What both made of the base. `parse` is how a plan is read; None for one that has a fault."""
    versions = [_version(raw, parse) for raw in (base, ours, theirs)]
    if None in versions:
        return _as_lines(base, ours, theirs, parse)
    before, one, other = (version for version in versions if version is not None)
    log, conflicts = _joined(before.log, one.log, other.log)
    if not log:
        return _as_lines(base, ours, theirs, parse)
    around, more = _joined(before.around, one.around, other.around)
    if around.count(_LOG) != 1:
        return _as_lines(base, ours, theirs, parse)
    place = around.index(_LOG)
    content = _bytes([*around[:place], *log, *around[place + 1 :]], ours)
    conflicts += more
    if not conflicts and not _is_right(content, log, parse):
        return _side_by_side(ours, theirs)
    return Merged(content, conflicts)


def _is_right(content: bytes, log: list[_Piece], parse: Parse) -> bool:
    """Whether the result can be read, and its log has each entry that it should have."""
    version = _version(content, parse)
    return version is not None and [piece.text for piece in version.log] == [
        piece.text for piece in log
    ]


def _as_lines(base: bytes, ours: bytes, theirs: bytes, parse: Parse) -> Merged:
    """Merged line by line, as git does it: for files that cannot be read, or not as a log."""
    texts = [_text(raw) for raw in (base, ours, theirs)]
    if None in texts:
        return Merged(ours, 1)
    before, one, other = (_lines(text or "") for text in texts)
    pieces, conflicts = _joined(before, one, other)
    content = _bytes(pieces, ours)
    if not conflicts and parse(content) is None and parse(ours) and parse(theirs):
        return _side_by_side(ours, theirs)
    return Merged(content, conflicts)


def _side_by_side(ours: bytes, theirs: bytes) -> Merged:
    """Both files whole, one after the other: neither fits the other."""
    pieces = _conflict(_lines(_text(ours) or ""), _lines(_text(theirs) or ""))
    return Merged(_bytes(pieces, ours), 1)


# The pieces of a file


def _text(raw: bytes) -> str | None:
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        return None


def _lines(text: str) -> list[_Piece]:
    lines = text.split("\n")
    return [_Piece(line) for line in (lines if lines[-1] else lines[:-1])]


def _bytes(pieces: Sequence[_Piece], like: bytes) -> bytes:
    """The pieces as a file, with the byte order mark and the line ends of another."""
    text = "".join(f"{piece.text}\n" for piece in pieces)
    line_end = "\r\n" if b"\r\n" in like else "\n"
    mark = b"\xef\xbb\xbf" if like.startswith(b"\xef\xbb\xbf") else b""
    return mark + text.replace("\n", line_end).encode()


def _version(raw: bytes, parse: Parse) -> _Version | None:
    """The pieces of a plan; None if it has a fault, or a log that is not in lines of its own."""
    text, document = _text(raw), parse(raw)
    if text is None or document is None:
        return None
    lines = [piece.text for piece in _lines(text)]
    log, inner = value_at(document.data, ("log",)), document.marks[1]
    if log in (None, []):
        return _without_log(lines, inner)
    marks: Any = inner["log"][1] if isinstance(inner, dict) else None
    if not isinstance(log, list) or marks is None or not _is_block(marks, lines):
        return None
    starts = [_first_line(extent[0], lines) for extent, _, _ in marks[1]]
    end = marks[1][-1][0][2]
    pieces = []
    for start, stop, entry in zip(starts, [*starts[1:], end + 1], log, strict=True):
        day = value_at(entry, ("date",))
        pieces.append(_Piece("\n".join(lines[start - 1 : stop - 1]), str(day or "-")))
    around = [*map(_Piece, lines[: starts[0] - 1]), _LOG, *map(_Piece, lines[end:])]
    return _Version(around, pieces)


def _without_log(lines: list[str], inner: Any) -> _Version:
    """A plan whose log is still to be begun: below `log:`, or at the end."""
    place = len(lines)
    if isinstance(inner, dict) and "log" in inner:
        place = inner["log"][0][0]
        lines = [
            *lines[: place - 1],
            re.sub(r"^(log:) *\[\]", r"\1", lines[place - 1]),
            *lines[place:],
        ]
    else:
        lines = [*lines, "log:"]
        place += 1
    return _Version([*map(_Piece, lines[:place]), _LOG, *map(_Piece, lines[place:])], [])


def _is_block(marks: Any, lines: list[str]) -> bool:
    """Whether each entry of a list begins with a dash on a line of its own."""
    return (
        all(lines[extent[0] - 1][: extent[1] - 1].strip() == "-" for extent, _, _ in marks[1])
        and marks[1][0][0][0] > 1
    )


def _first_line(line: int, lines: list[str]) -> int:
    """The line that an entry begins on: with the comments and blank lines right above it."""
    while line > 1 and (not lines[line - 2].strip() or lines[line - 2].lstrip().startswith("#")):
        line -= 1
    return line


# Three lists of pieces, put together


def _joined(
    base: list[_Piece], ours: list[_Piece], theirs: list[_Piece]
) -> tuple[list[_Piece], int]:
    """The pieces of both, and how many times both changed the same ones."""
    pieces: list[_Piece] = []
    conflicts = 0
    for chunk in _chunks(base, ours, theirs):
        solved = _solved(chunk)
        conflicts += solved is None
        pieces += _conflict(chunk.ours, chunk.theirs) if solved is None else solved
    return pieces, conflicts


def _solved(chunk: _Chunk) -> list[_Piece] | None:
    """What a stretch becomes; None if both changed it, each in another way."""
    base, ours, theirs = chunk
    if ours in (theirs, base):
        return theirs
    if theirs == base:
        return ours
    if not all(piece.day for piece in (*base, *ours, *theirs)):
        return None
    number = len(base)
    if ours[:number] == base:
        kept, added = theirs[:number], theirs[number:]
        return [*kept, *_by_day(ours[number:], added)]
    if theirs[:number] == base:
        kept, added = ours[:number], ours[number:]
        return [*kept, *_by_day(added, theirs[number:])]
    return None


def _by_day(ours: list[_Piece], theirs: list[_Piece]) -> list[_Piece]:
    """The entries that both added, by day and in either's own order; the same entry once."""
    theirs = [piece for piece in theirs if piece not in ours]
    merged: list[_Piece] = []
    for piece in ours:
        while theirs and theirs[0].day < piece.day:
            merged.append(theirs.pop(0))
        merged.append(piece)
    return [*merged, *theirs]


def _conflict(ours: list[_Piece], theirs: list[_Piece]) -> list[_Piece]:
    return [_Piece(_OURS), *ours, _Piece(_BETWEEN), *theirs, _Piece(_THEIRS)]


def _chunks(base: list[_Piece], ours: list[_Piece], theirs: list[_Piece]) -> Iterator[_Chunk]:
    """The stretches that are the same in all three, and those between them."""
    at_base = at_ours = at_theirs = 0
    for start, end, in_ours, in_theirs in _common(base, ours, theirs):
        if (at_base, at_ours, at_theirs) != (start, in_ours, in_theirs):
            yield _Chunk(base[at_base:start], ours[at_ours:in_ours], theirs[at_theirs:in_theirs])
        same = base[start:end]
        yield _Chunk(same, same, same)
        at_base, at_ours, at_theirs = end, in_ours + end - start, in_theirs + end - start
    yield _Chunk(base[at_base:], ours[at_ours:], theirs[at_theirs:])


def _common(
    base: list[_Piece], ours: list[_Piece], theirs: list[_Piece]
) -> Iterator[tuple[int, int, int, int]]:
    """Each stretch of the base that is in both: its start and end, and where either has it."""
    matches = [
        list(SequenceMatcher(None, base, other, autojunk=False).get_matching_blocks())
        for other in (ours, theirs)
    ]
    mine, others = (iter(blocks) for blocks in matches)
    one, other = next(mine), next(others)
    while one.size and other.size:
        start = max(one.a, other.a)
        end = min(one.a + one.size, other.a + other.size)
        if start < end:
            yield start, end, one.b + start - one.a, other.b + start - other.a
        if one.a + one.size <= other.a + other.size:
            one = next(mine)
        else:
            other = next(others)
