"""A [ or { has no ] or } to close it.

Wrong: The {bracket} on line {line} is never closed.
Why: Everything after it would be read as part of the same list.
Do: Put a {closing} where the list ends, or put the text in quotation marks if it was meant as text.
Acts: LRO
Source: YAML 7.4

Flagged:
    other_boards: [exampleton-ocg, county-soc
                  ^
    version: 2
Flagged: between braces that are closed
    log:
      - {date: 2026-11-18, support: [police, council, ref: PUR-1,
                                    ^
         note: Two notices}
Clean:
    other_boards: [exampleton-ocg]
Clean: over several lines
    other_boards: [exampleton-ocg,
      county-soc]
"""

import re

from planc.model.document import Span
from planc.model.finding import Severity, problem
from planc.model.syntax_stop import Repair, SyntaxStop, end_of_words

SEVERITY = Severity.REFUSAL

_CLOSING = {"[": "]", "{": "}"}
_FIELD = re.compile(r"[A-Za-z_][A-Za-z0-9_]*:(\s|$)")
_NEXT_FIELD = re.compile(r", +[A-Za-z_][A-Za-z0-9_]*: ")


def diagnose(snag: SyntaxStop) -> Repair | None:
    """A bracket that the parser was inside of when it met the next entry, or another bracket."""
    number, column = snag.since
    line = snag.lines[number - 1] if number <= len(snag.lines) else ""
    bracket = line[column - 1 : column]
    if bracket not in _CLOSING or not snag.said.startswith("did not find expected ','"):
        return None
    last = snag.end_of(number)
    other = snag.text[snag.column - 1 : snag.column]
    if other in ("]", "}"):
        if _CLOSING[bracket] in "".join([snag.text[snag.column :], *snag.lines[snag.line : last]]):
            return None  # it is closed further on, and the other was never opened
        last, mended = _closed_by_another(snag, line, column, _CLOSING[bracket])
    elif bracket == "{" and not _FIELD.search(line, column):
        last, mended = number, f"{line[: column - 1]} {line[column:]}"  # a text, to go by its words
    elif last < snag.line or not snag.text.strip():
        end = end_of_words(snag.lines[last - 1])
        mended = snag.lines[last - 1][:end] + _CLOSING[bracket] + snag.lines[last - 1][end:]
    else:
        return None
    where = Span(number, column, number, column + 1)
    said = problem(where, bracket=bracket, closing=_CLOSING[bracket], line=number)
    return Repair(said, last, mended)


def _closed_by_another(snag: SyntaxStop, line: str, column: int, closing: str) -> tuple[int, str]:
    """A line, the bracket closed on it before the next field, or in place of the wrong one."""
    first, at = snag.since[0], snag.column - 1
    for number in range(first, snag.line + 1):
        words = snag.lines[number - 1]
        if number > first and _FIELD.match(words.lstrip()):
            before = snag.lines[number - 2]
            end = len(before[: end_of_words(before)].rstrip(","))
            return number - 1, before[:end] + closing + before[end:]
        field = _NEXT_FIELD.search(words, column if number == first else 0)
        if field:
            return number, words[: field.start()] + closing + words[field.start() :]
    if snag.line == first:
        above = snag.start_of(snag.line) < snag.line
        inside = above or "{" in line[: column - 1] or "[" in line[: column - 1]
        return first, line[:at] + closing + line[at if inside else at + 1 :]
    end = len(line[: end_of_words(line)].rstrip(","))
    return first, line[:end] + closing + line[end:]
