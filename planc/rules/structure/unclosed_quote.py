"""A text starts with a quotation mark and does not end with one.

Wrong: The text on line {line} starts with {quote} but does not end with one.
Why: Everything after it would be read as part of that text.
Do: Put a {quote} at the end of the text, or delete the one at its start.
Acts: LRO
Source: LINT_UX 2

Flagged:
    operation: "EXAMPLE LARCH
               ^^^^^^^^^^^^^^
    version: "2"
Flagged: between braces
    log:
      - {date: 2026-11-18, ref: PUR-1, note: "Notices drafted}
                                             ^^^^^^^^^^^^^^^^
      - {date: 2026-11-19, note: "Notices served"}
Clean: a text may go on over several lines
    threat:
      type: ocg
      assessment: "Likely to keep supplying
        from three rented flats."
"""

import re

from planc.model.document import Span
from planc.model.finding import Severity, problem
from planc.model.snag import ENTRY, Mend, Snag, indent_of

SEVERITY = Severity.REFUSAL

_BLOCK = re.compile(r"[:-] *[|>][+-]?[0-9]?[+-]? *(#.*)?$")


def diagnose(snag: Snag) -> Mend | None:
    """The first text whose end is found only after the start of another entry, or never."""
    number = 0
    while number < len(snag.lines):
        line = snag.lines[number]
        number += 1
        if _BLOCK.search(line):
            number = _after_block(snag.lines, number, indent_of(line))
            continue
        opened = _opened_on(line)
        if opened is None:
            continue
        ends = _closed_on(snag.lines, number, line[opened])
        if ends is None:
            return _mend(line, number, opened)
        number = ends
    return None


def _opened_on(line: str) -> int | None:
    """Where a quotation mark opens that this line does not close."""
    at, before = 0, ":"
    while at < len(line):
        letter = line[at]
        if letter == "#" and (at == 0 or line[at - 1] == " "):
            return None
        if letter in "\"'" and before in ":,[{-":
            end = _end_of(line, at + 1, letter)
            if end is None:
                return at
            at, letter = end, " "
        if letter != " ":
            before = letter
        at += 1
    return None


def _end_of(line: str, at: int, quote: str) -> int | None:
    while at < len(line):
        if line[at] == "\\" and quote == '"':
            at += 1
        elif line[at] == quote:
            if quote == "'" and line[at + 1 : at + 2] == "'":
                at += 1
            else:
                return at
        at += 1
    return None


def _closed_on(lines: tuple[str, ...], number: int, quote: str) -> int | None:
    """The number of the line that closes the text, if nothing that looks like an entry is before."""
    for later in range(number, len(lines)):
        line = lines[later]
        if ENTRY.match(line) or line.lstrip().startswith(("- ", "#")):
            return None
        if _end_of(line, 0, quote) is not None:
            return later + 1
    return None


def _after_block(lines: tuple[str, ...], number: int, indent: int) -> int:
    while number < len(lines) and (not lines[number].strip() or indent_of(lines[number]) > indent):
        number += 1
    return number


def _mend(line: str, number: int, opened: int) -> Mend:
    end = len(line.rstrip().rstrip("}]").rstrip()) if line.lstrip().startswith("- {") else len(line)
    where = Span(number, opened + 1, number, end + 1)
    quote = line[opened]
    return Mend(problem(where, line=number, quote=quote), number, line[:end] + quote + line[end:])
