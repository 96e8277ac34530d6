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
from planc.model.syntax_error import Repair, SyntaxStop, end_of_words

SEVERITY = Severity.REFUSAL

_CLOSING = {"[": "]", "{": "}"}
_FIELD = re.compile(r"[A-Za-z_][A-Za-z0-9_]*:(\s|$)")
_NEXT_FIELD = re.compile(r", +[A-Za-z_][A-Za-z0-9_]*: ")


def diagnose(stop: SyntaxStop) -> Repair | None:
    """A bracket that the parser was inside of when it met the next entry, or another bracket."""
    number, column = stop.since
    line = stop.lines[number - 1] if number <= len(stop.lines) else ""
    bracket = line[column - 1 : column]
    if bracket not in _CLOSING or not stop.parser_message.startswith("did not find expected ','"):
        return None
    last = stop.end_of(number)
    other = stop.text[stop.column - 1 : stop.column]
    if other in ("]", "}"):
        if _CLOSING[bracket] in "".join([stop.text[stop.column :], *stop.lines[stop.line : last]]):
            return None  # it is closed further on, and the other was never opened
        last, mended = _closed_by_another(stop, line, column, _CLOSING[bracket])
    elif bracket == "{" and not _FIELD.search(line, column):
        last, mended = number, f"{line[: column - 1]} {line[column:]}"  # a text, to go by its words
    elif last < stop.line or not stop.text.strip():
        end = end_of_words(stop.lines[last - 1])
        mended = stop.lines[last - 1][:end] + _CLOSING[bracket] + stop.lines[last - 1][end:]
    else:
        return None
    where = Span(number, column, number, column + 1)
    fault = problem(where, bracket=bracket, closing=_CLOSING[bracket], line=number)
    return Repair(fault, last, mended)


def _closed_by_another(stop: SyntaxStop, line: str, column: int, closing: str) -> tuple[int, str]:
    """A line, the bracket closed on it before the next field, or in place of the wrong one."""
    first, at = stop.since[0], stop.column - 1
    for number in range(first, stop.line + 1):
        words = stop.lines[number - 1]
        if number > first and _FIELD.match(words.lstrip()):
            before = stop.lines[number - 2]
            end = len(before[: end_of_words(before)].rstrip(","))
            return number - 1, before[:end] + closing + before[end:]
        field = _NEXT_FIELD.search(words, column if number == first else 0)
        if field:
            return number, words[: field.start()] + closing + words[field.start() :]
    if stop.line == first:
        above = stop.start_of(stop.line) < stop.line
        inside = above or "{" in line[: column - 1] or "[" in line[: column - 1]
        return first, line[:at] + closing + line[at if inside else at + 1 :]
    end = len(line[: end_of_words(line)].rstrip(","))
    return first, line[:end] + closing + line[end:]
