"""A text starts with a quotation mark and does not end with one.

Wrong: The text on line {line} starts with {quote} but does not end with one.
Why: Everything after it would be read as part of that text.
Do: Put a {quote} at the end of the text, or delete the one at its start.
Acts: LRO
Source: YAML 7.3

Flagged:
    operation: "EXAMPLE LARCH
               ^^^^^^^^^^^^^^
    version: "2"
Flagged: between braces
    log:
      - {date: 2026-11-18, ref: PUR-1, note: "Notices drafted}
                                             ^^^^^^^^^^^^^^^^
      - {date: 2026-11-19, note: "Notices served"}
Flagged: a mark further down would end it, and the fields between would be lost
    operation: "EXAMPLE LARCH
               ^^^^^^^^^^^^^^
    version: 2     # "second edition"
Clean: a text may go on over several lines
    threat:
      type: ocg
      assessment: "Likely to keep supplying
        from three rented flats."
Clean: an apostrophe within a text opens nothing
    operation: LARCH's friends
"""

import re
from collections.abc import Sequence

from planc.model.document import Extent, Span
from planc.model.finding import Severity, problem
from planc.model.syntax_error import ENTRY, Repair, SyntaxStop, end_of_words, indent_of

SEVERITY = Severity.REFUSAL

_BEFORE_TEXT = re.compile(r"(?:^ *(?:- +)?|[{,] *)[a-z_][a-z0-9_]*: +$")
_NEXT_FIELD = re.compile(r", *[a-z_][a-z0-9_]*: ")
_FIELD = re.compile(r" *[a-z_][a-z0-9_]*: ")
_AT_END = ("found unexpected end of stream", "found unexpected document indicator")


def diagnose(stop: SyntaxStop) -> Repair | None:
    """A text that the parser was inside of, or came out of too late, when it stopped."""
    number, column = stop.since
    line = stop.lines[number - 1] if number <= len(stop.lines) else ""
    quote = line[column - 1 : column]
    if quote not in ("'", '"'):
        return None
    last, end = stop.end_of(number), None
    if not _opens(stop, quote):
        if _end_of(line, column, quote) is not None:
            return None
        if stop.parser_message not in _AT_END and last >= stop.line:
            return None
    if _in_brackets(stop.lines, number, column):
        last, end = _before_next_field(stop, last)
    shown = max(column, _end_of_words(stop.lines, number, column))
    fault = problem(Span(number, column, number, shown + 1), line=number, quote=quote)
    if shown == column:  # a mark at the end of a line starts nothing
        return Repair(fault, number, line[: column - 1] + " " + line[column:])
    closed = stop.lines[last - 1]
    if end is None:
        end = shown if last == number else len(closed[: end_of_words(closed)].rstrip(",}]"))
    return Repair(fault, last, closed[:end] + quote + closed[end:])


def _opens(stop: SyntaxStop, quote: str) -> bool:
    """Whether the mark before the place was taken for an end, and starts the text of a field."""
    head = stop.text[: stop.column - 1]
    return head.endswith(quote) and bool(_BEFORE_TEXT.search(head[:-1]))


def _before_next_field(stop: SyntaxStop, last: int) -> tuple[int, int | None]:
    """The line, at most `last`, and the place in it, before the first field that was swallowed."""
    number, column = stop.since
    for below in range(number, last + 1):
        line = stop.lines[below - 1]
        if below > number and _FIELD.match(line):
            above = stop.lines[below - 2]
            return below - 1, len(above[: end_of_words(above)].rstrip(","))
        if field := _NEXT_FIELD.search(line, column if below == number else 0):
            return below, field.start()
    return last, None


def runs_over(lines: Sequence[str], text: Extent, column: int) -> bool:
    """Whether a text of several lines has swallowed a field that starts at `column`, or before."""
    return any(indent_of(line) < column and ENTRY.match(line) for line in lines[text[0] : text[2]])


def _end_of(line: str, at: int, quote: str) -> int | None:
    """Where, from `at` on, the quotation mark is that ends a text; None if not on this line."""
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


def _end_of_words(lines: Sequence[str], number: int, column: int) -> int:
    """Where the text was probably meant to end: before a comma or the brackets that close its line."""
    words = lines[number - 1][: end_of_words(lines[number - 1], column)]
    return len(words.rstrip(" },]" if _in_brackets(lines, number, column) else ","))


def _in_brackets(lines: Sequence[str], number: int, column: int) -> bool:
    """Whether the place stands between brackets that open on its line, or on the one above."""
    line, above = lines[number - 1][:column], lines[number - 2].rstrip() if number > 1 else ""
    return "{" in line or "[" in line or above.endswith((",", "{", "["))
