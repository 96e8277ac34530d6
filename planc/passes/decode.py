"""Source -> text: bytes become lines of characters that a reader can see."""

import re
from collections.abc import Iterator

from planc.model.document import Span
from planc.model.finding import Problem, problem
from planc.model.rule import Declared
from planc.model.source import Source
from planc.rules.structure import (
    empty_file,
    forbidden_character,
    tab,
    too_large,
    unreadable_file,
    wrong_encoding,
)
from planc.wording.text import FORBIDDEN, described
from planc.wording.words import count

MOST_BYTES = 1 << 20

_START = Span(1, 1, 1, 1)
_UNICODE = (
    (re.compile(rb"\xff\xfe\0\0|\0\0\xfe\xff"), "utf-32"),
    (re.compile(rb"\xff\xfe|\xfe\xff"), "utf-16"),
    (re.compile(rb"[^\0]\0[^\0]\0"), "utf-16-le"),
    (re.compile(rb"\0[^\0]\0[^\0]"), "utf-16-be"),
)
"""How files start that are saved as "Unicode", with and without a byte order mark."""

_HARD_INDENT = re.compile(r"^ *([^\S \n\t])[^\S\n]*", re.MULTILINE)
"""What looks like spaces at the start of a line and is something else, as web pages have it."""

_SUSPECT = re.compile(rf"{FORBIDDEN.pattern}|[^\S \n\t]")

_COMMON = bytes((9, 10, *range(32, 127)))
"""What nearly all of a plan is made of; only what is left without it is looked at closely."""

_UNSEEN_INDENT = re.compile(f"^( *)(?:{FORBIDDEN.pattern})+", re.MULTILINE)


def decode(source: Source) -> tuple[str | None, list[tuple[Declared, Problem]]]:
    """The text of the source, and what is wrong with its bytes and characters.

    Lines end in `\\n`; there is no byte order mark, no tab and no forbidden character: a space
    stands in for each, so that columns hold and the rest of the file can be read; at the start
    of a line, where it would stand for more, nothing does. The text is None where there is
    nothing to read.
    """
    raw = source.raw
    if raw is None:
        fault = problem(_START, path=source.path, trouble=source.trouble)
        return None, [(unreadable_file, fault)]
    if len(raw) > MOST_BYTES:
        what = f"It has {len(raw):,} bytes; a plan may have {MOST_BYTES:,}"
        return None, [(too_large, problem(_START, what=what))]
    text, faults = _decoded(raw)
    if text is None:
        return None, faults
    rare = text.encode(errors="surrogatepass").translate(None, _COMMON)
    if rare and _SUSPECT.search(rare.decode(errors="surrogatepass")):
        text = _without_forbidden(text, faults)
    lines = text.split("\n")
    if all(not line.strip() or line.lstrip().startswith("#") for line in lines):
        first = next((n for n, line in enumerate(lines) if line.strip()), 0)
        where = Span(first + 1, 1, first + 1, len(lines[first].rstrip()) + 1)
        return None, [*faults, (empty_file, problem(where, path=source.path))]
    if "\t" in text:
        text = _without_tabs(text, faults)
    return text, faults


_OTHER_FILES = (
    (b"{\\rtf", "This is a Rich Text file, as WordPad and Word save it"),
    (b"PK\x03\x04", "This is a Word, Excel or zip file"),
    (b"\xd0\xcf\x11\xe0", "This is an old Word or Excel file"),
    (b"%PDF", "This is a PDF"),
)
_AS_TEXT = (
    "Copy its words into a new file in Notepad, and save that as .yaml with the encoding UTF-8."
)


def _decoded(raw: bytes) -> tuple[str | None, list[tuple[Declared, Problem]]]:
    for start_of_file, what in _OTHER_FILES:
        if raw.startswith(start_of_file):
            why = "It holds the look of a page beside its words, and planc reads plain text."
            return None, [(wrong_encoding, problem(_START, what=what, why=why, do=_AS_TEXT))]
    for start, encoding in _UNICODE:
        if start.match(raw):
            text = _guessed(raw, encoding).removeprefix("\ufeff")
            where = Span(1, 1, 1, text.find("\n") + 1 or len(text) + 1)
            what = 'The file is saved as "Unicode" (UTF-16), which Excel and Notepad offer'
            return text, [(wrong_encoding, problem(where, what=what))]
    raw = raw.removeprefix(b"\xef\xbb\xbf")
    try:
        return raw.decode().replace("\r\n", "\n"), []
    except UnicodeDecodeError as error:
        at = error.start
    if b"\0" in raw:
        what = "The file is not text, but perhaps a Word document or a spreadsheet"
        return None, [(wrong_encoding, problem(_START, what=what))]
    line = raw.count(b"\n", 0, at) + 1
    column = len(raw[raw.rfind(b"\n", 0, at) + 1 : at].decode()) + 1
    what = f"The byte {raw[at]:#04x} on line {line} is not UTF-8"
    letter = raw[at : at + 1].decode("cp1252", errors="ignore")
    if letter:
        what += f'; it is the letter "{letter}" in a file saved as "ANSI"'
    fault = problem(Span(line, column, line, column + 1), what=what)
    return _guessed(raw, "cp1252"), [(wrong_encoding, fault)]


def _guessed(raw: bytes, encoding: str) -> str:
    """The text in an encoding that is itself the fault: what does not fit it is not another."""
    text = raw.decode(encoding, errors="replace").replace("\r\n", "\n")
    return text.replace("\ufffd", " ")


def _without_forbidden(text: str, faults: list[tuple[Declared, Problem]]) -> str:
    """One fault for each character there is, however often: it came from one place."""
    places_by_character: dict[str, list[int]] = {}
    for match in FORBIDDEN.finditer(text):
        places_by_character.setdefault(match[0], []).append(match.start())
    for match in _HARD_INDENT.finditer(text):
        places_by_character.setdefault(match[1], []).append(match.start(1))
    if not places_by_character:
        return text
    for character, places in places_by_character.items():
        first, *again = (_span(text, place) for place in places[:20])
        more = f" and in {count(len(places) - 1, 'more place')}" if again else ""
        related = tuple((span, "here too") for span in again)
        fault = problem(first, related=related, what=described(character), more=more)
        faults.append((forbidden_character, fault))
    text = _UNSEEN_INDENT.sub(r"\1", text)
    text = _HARD_INDENT.sub(lambda match: " " * len(match[0]), text)
    return FORBIDDEN.sub(" ", text)


def _span(text: str, place: int) -> Span:
    line, column = text.count("\n", 0, place) + 1, place - text.rfind("\n", 0, place)
    return Span(line, column, line, column + 1)


def _without_tabs(text: str, faults: list[tuple[Declared, Problem]]) -> str:
    """One fault for all the tabs of a file: the habit of an editor is one mistake."""
    lines = text.split("\n")
    hit = [number for number, line in enumerate(lines, 1) if "\t" in line]
    column = lines[hit[0] - 1].index("\t") + 1
    more = f" and on {len(hit) - 1} more" if len(hit) > 1 else ""
    where = Span(hit[0], column, hit[0], column + 1)
    faults.append((tab, problem(where, line=hit[0], more=more)))
    width = max((2, 4, 8), key=lambda width: _fitting(lines, width))
    indented = (line.replace(head, head.expandtabs(width), 1) for line, head in _heads(lines))
    return "\n".join(indented).replace("\t", " ")


def _fitting(lines: list[str], width: int) -> int:
    """How many lines that start with tabs of this width stand right under a line without."""
    fitting, entry, dash = 0, -1, -1
    for line, head in _heads(lines):
        is_item = line[len(head) :].startswith("- ")
        if "\t" in head:
            fitting += len(head.expandtabs(width)) == (dash if is_item else entry)
        elif line.strip():
            entry = len(line) - len(line.lstrip(" -"))
            dash = len(head) if is_item else dash
    return fitting


def _heads(lines: list[str]) -> Iterator[tuple[str, str]]:
    """Each line, and the spaces and tabs it starts with."""
    return ((line, line[: len(line) - len(line.lstrip(" \t"))]) for line in lines)
