"""A text starts with a sign that has a meaning of its own.

Wrong: The text on line {line} starts with {sign}, which no text may do without quotation marks.
Why: The sign has a meaning of its own at the start of a text, so the line cannot be read.
Do: Put the text in quotation marks: {quoted}
Acts: LRO
Source: LINT_UX 2

Flagged:
    operation: @LARCH
               ^^^^^^
Flagged:
    operation: *LARCH and others
               ^^^^^^^^^^^^^^^^^
Clean:
    operation: "@LARCH"
"""

import re

from planc.model.document import Span
from planc.model.finding import Severity, problem
from planc.model.snag import Mend, Snag

SEVERITY = Severity.REFUSAL

_MARKED = re.compile(r"\s*(?:- +)*(?:[A-Za-z_][A-Za-z0-9_]*: +)?(?=[*&][^ ])")


def diagnose(snag: Snag) -> Mend | None:
    """A character at which no text can start."""
    line, at = snag.text, snag.column - 1
    if snag.said == "did not find expected key":
        marked = _MARKED.match(line)
        if marked is None or marked.end() >= at:
            return None
        at = marked.end()
    elif snag.said != "found character that cannot start any token":
        return None
    text = line[at:].rstrip()
    if not text:
        return None
    quoted = "'" + text.replace("'", "''") + "'"
    where = Span(snag.line, at + 1, snag.line, len(line.rstrip()) + 1)
    said = problem(where, line=snag.line, sign=text[0], quoted=quoted)
    return Mend(said, snag.line, line[:at] + quoted)
