"""Source -> text: bytes become lines of characters that a reader can see."""

import re

from planc.model.document import Span
from planc.model.finding import Problem, problem
from planc.model.rule import Declared
from planc.model.source import Source
from planc.model.text import FORBIDDEN, described
from planc.rules.structure import (
    empty_file,
    forbidden_character,
    tab,
    too_large,
    unreadable_file,
    wrong_encoding,
)

MOST_BYTES = 1 << 20

_START = Span(1, 1, 1, 1)


def decode(source: Source) -> tuple[str | None, list[tuple[Declared, Problem]]]:
    """The text of the source, and what is wrong with its bytes and characters.

    Lines end in `\\n`; there is no byte order mark, no tab and no forbidden character: a space
    stands in for each, so that columns hold and the rest of the file can be read. The text is
    None where there is nothing to read.
    """
    raw = source.raw
    if raw is None:
        said = problem(_START, path=source.path, trouble=source.trouble)
        return None, [(unreadable_file, said)]
    if len(raw) > MOST_BYTES:
        what = f"It has {len(raw):,} bytes; a plan may have {MOST_BYTES:,}"
        return None, [(too_large, problem(_START, what=what))]
    text, faults = _decoded(raw)
    if FORBIDDEN.search(text):
        text = _without_forbidden(text, faults)
    if "\t" in text:
        text = _without_tabs(text, faults)
    lines = text.split("\n")
    if all(not line.strip() or line.lstrip().startswith("#") for line in lines):
        first = next((n for n, line in enumerate(lines) if line.strip()), 0)
        where = Span(first + 1, 1, first + 1, len(lines[first].rstrip()) + 1)
        return None, [*faults, (empty_file, problem(where, path=source.path))]
    return text, faults


def _decoded(raw: bytes) -> tuple[str, list[tuple[Declared, Problem]]]:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = raw.decode("utf-16", errors="replace").replace("\r\n", "\n")
        where = Span(1, 1, 1, text.find("\n") + 1 or len(text) + 1)
        what = 'The file is saved as "Unicode" (UTF-16), which Excel and Notepad offer'
        return text, [(wrong_encoding, problem(where, what=what))]
    raw = raw.removeprefix(b"\xef\xbb\xbf")
    try:
        return raw.decode().replace("\r\n", "\n"), []
    except UnicodeDecodeError as error:
        at = error.start
    line = raw.count(b"\n", 0, at) + 1
    column = len(raw[raw.rfind(b"\n", 0, at) + 1 : at].decode()) + 1
    letter = raw[at : at + 1].decode("cp1252", errors="replace")
    what = (
        f'The byte {raw[at]:#04x} on line {line} is not UTF-8; it is the letter "{letter}" in a'
        ' file saved as "ANSI"'
    )
    said = problem(Span(line, column, line, column + 1), what=what)
    text = raw.decode("cp1252", errors="replace").replace("\r\n", "\n")
    return text, [(wrong_encoding, said)]


def _without_forbidden(text: str, faults: list[tuple[Declared, Problem]]) -> str:
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        for found in FORBIDDEN.finditer(line):
            where = Span(number, found.start() + 1, number, found.end() + 1)
            faults.append((forbidden_character, problem(where, what=described(found[0]))))
    return FORBIDDEN.sub(" ", text)


def _without_tabs(text: str, faults: list[tuple[Declared, Problem]]) -> str:
    """One fault for all the tabs of a file: the habit of an editor is one mistake."""
    lines = text.split("\n")
    hit = [number for number, line in enumerate(lines, 1) if "\t" in line]
    column = lines[hit[0] - 1].index("\t") + 1
    more = f" and on {len(hit) - 1} more" if len(hit) > 1 else ""
    where = Span(hit[0], column, hit[0], column + 1)
    faults.append((tab, problem(where, line=hit[0], more=more)))
    indented = (re.sub(r"^[ \t]+", lambda m: m[0].replace("\t", "  "), line) for line in lines)
    return "\n".join(indented).replace("\t", " ")
