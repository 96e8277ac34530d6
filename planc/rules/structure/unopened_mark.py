"""A text ends with a quotation mark or a bracket that nothing in it opens.

Wrong: The text on line {line} ends with {mark}, and nothing before it opens what that closes.
Why: The mark would be printed as part of the text; or words are missing at its start.
Do: Delete the {mark}, or put the mark that opens it where it belongs.
Acts: LRO
Source: YAML 7.3

Flagged:
    operation: EXAMPLE LARCH"
               ^^^^^^^^^^^^^^
Flagged: a bracket
    closure_test:
      - test: No offence in two quarters}
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^
Clean: both marks are part of the text
    operation: The operation against the "Larch Firm"
Clean: inches
    operation: Knives longer than 3"
"""

import re

from planc.model.document import Route
from planc.model.finding import Problem, Severity, problem

SEVERITY = Severity.WARNING
STATUS = "preview"

_OPENING = {"}": "{", "]": "["}
_INCHES = re.compile(r'[\s(]\d{1,3}(\.\d+)?"\Z')


def mark_in(text: str) -> str:
    """The mark at the end of a text that nothing opens; empty if there is none."""
    mark = text[-1]
    if mark == '"':
        return mark if text.count(mark) % 2 and not _INCHES.search(text) else ""
    opening = _OPENING.get(mark)
    return mark if opening and text.count(opening) < text.count(mark) else ""


def at(route: Route, mark: str, line: int) -> Problem:
    """The text at `route`, on this line, ends with such a mark."""
    return problem(route, value=True, mark=mark, line=line)
