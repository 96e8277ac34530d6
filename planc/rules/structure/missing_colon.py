"""A line has no colon after the name of its field.

Wrong: Line {line} is not a field and its value: there is no colon after "{word}".
Why: Without the colon nothing says where the name of the field ends.
Do: Put a colon and a space after the name of the field.
Acts: LRO
Source: LINT_UX 2

Flagged:
    operation EXAMPLE LARCH
    ^^^^^^^^^
    version: 2
Clean:
    operation: EXAMPLE LARCH
"""

import re

from planc.model.document import Span
from planc.model.finding import Severity, problem
from planc.model.snag import ENTRY, Mend, Snag, indent_of

SEVERITY = Severity.REFUSAL

_WORD = re.compile(r"(\s*(?:- +)*)([A-Za-z_][A-Za-z0-9_]*)(\s+|$)")


def diagnose(snag: Snag) -> Mend | None:
    """A line of plain words where its neighbours are fields."""
    if snag.said == "mapping values are not allowed in this context":
        number = snag.entry_above()
    elif snag.said == "could not find expected ':'":
        number = snag.since[0]
    else:
        return None
    line = snag.lines[number - 1] if 0 < number <= len(snag.lines) else ""
    word = _WORD.match(line)
    if word is None or ENTRY.match(line) or _goes_on(snag, number):
        return None
    if "-" in word[1] and not line[word.end() :].strip():
        return None  # an item of a list of single words
    where = Span(number, word.start(2) + 1, number, word.end(2) + 1)
    mended = line[: word.end(2)] + ": " + line[word.end() :]
    return Mend(problem(where, word=word[2], line=number), number, mended)


def _goes_on(snag: Snag, number: int) -> bool:
    """Whether the line is the second line of a text that started above it."""
    above = Snag(snag.lines, number, 1, "", (0, 0)).entry_above()
    return above > 0 and indent_of(snag.lines[above - 1]) < indent_of(snag.lines[number - 1])
