"""A [ or { has no ] or } to close it.

Wrong: The {bracket} on line {line} is never closed.
Why: Everything after it would be read as part of the same list.
Do: Put a {closing} where the list ends, or put the text in quotation marks if it was meant as text.
Acts: LRO
Source: LINT_UX 2

Flagged:
    other_boards: [exampleton-ocg, county-soc
                  ^
    version: 2
Clean:
    other_boards: [exampleton-ocg]
"""

from planc.model.document import Span
from planc.model.finding import Severity, problem
from planc.model.snag import Mend, Snag

SEVERITY = Severity.REFUSAL

_CLOSING = {"[": "]", "{": "}"}


def diagnose(snag: Snag) -> Mend | None:
    """A bracket that the parser was inside of when it met the next line."""
    number, column = snag.since
    if not snag.said.startswith("did not find expected ','") or number >= snag.line:
        return None
    line = snag.lines[number - 1]
    bracket = line[column - 1 : column]
    closing = _CLOSING.get(bracket)
    if closing is None:
        return None
    where = Span(number, column, number, column + 1)
    said = problem(where, bracket=bracket, closing=closing, line=number)
    return Mend(said, number, line.rstrip() + closing)
