"""There is no space after the colon of a field.

Wrong: There is no space after "{field}:" on line {line}.
Why: Without the space it is a text with a colon in it, and not a field.
Do: Type a space after the colon.
Acts: LRO
Source: LINT_UX 2

Flagged:
    operation:EXAMPLE LARCH
    ^^^^^^^^^^
    version: 2
Clean:
    operation: EXAMPLE LARCH
"""

import re

from planc.model.document import Span
from planc.model.finding import Severity, problem
from planc.model.snag import Mend, Snag

SEVERITY = Severity.REFUSAL

_GLUED = re.compile(r"(\s*(?:- +)*)([a-z_][a-z0-9_]*):(?=[^\s:/])")


def diagnose(snag: Snag) -> Mend | None:
    """A field glued to its value, on the line where the parser stopped or the one above it."""
    for number in (snag.line, snag.entry_above()):
        line = snag.lines[number - 1] if 0 < number <= len(snag.lines) else ""
        glued = _GLUED.match(line)
        if glued:
            where = Span(number, len(glued[1]) + 1, number, glued.end() + 1)
            mended = line[: glued.end()] + " " + line[glued.end() :]
            return Mend(problem(where, field=glued[2], line=number), number, mended)
    return None
