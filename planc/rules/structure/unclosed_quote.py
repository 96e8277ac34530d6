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

from collections.abc import Sequence

from planc.model.document import Extent, Span
from planc.model.finding import Severity, problem
from planc.model.snag import ENTRY, Mend, Snag, end_of_words, indent_of

SEVERITY = Severity.REFUSAL

_AT_END = ("found unexpected end of stream", "found unexpected document indicator")


def diagnose(snag: Snag) -> Mend | None:
    """A text that the parser was inside of, or came out of too late, when it stopped."""
    number, column = snag.since
    line = snag.lines[number - 1] if number <= len(snag.lines) else ""
    quote = line[column - 1 : column]
    if quote not in ("'", '"') or _end_of(line, column, quote) is not None:
        return None
    last = snag.end_of(number)
    if snag.said not in _AT_END and last >= snag.line:
        return None
    end = max(column, _end_of_words(line, column))
    said = problem(Span(number, column, number, end + 1), line=number, quote=quote)
    if end == column:  # a mark at the end of a line starts nothing
        return Mend(said, number, line[: column - 1] + " " + line[column:])
    closed = snag.lines[last - 1]
    end = end if last == number else len(closed[: end_of_words(closed)].rstrip(",}]"))
    return Mend(said, last, closed[:end] + quote + closed[end:])


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


def _end_of_words(line: str, column: int) -> int:
    """Where the text was probably meant to end: before a comma or the brackets that close its line."""
    bracketed = "{" in line[:column] or "[" in line[:column]
    words = line[: end_of_words(line, column)]
    return len(words.rstrip(" },]") if bracketed else words.rstrip(","))
