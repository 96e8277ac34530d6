"""Words stand after the closing quotation mark of a text.

Wrong: The text in quotation marks ends before the end of line {line}; then come further words.
Why: What stands after the closing mark belongs to nothing, so the line cannot be read.
Do: Put the whole text in one pair of {quote} marks; write a mark inside it as {doubled}.
Acts: LRO
Source: LINT_UX 2

Flagged:
    operation: "EXAMPLE" LARCH
                         ^^^^^
Flagged: an apostrophe ends the text
    operation: 'LARCH's friends'
                      ^^^^^^^^^^
Clean:
    operation: '"EXAMPLE" LARCH'
"""

import re

from planc.model.document import Span
from planc.model.finding import Severity, problem
from planc.model.snag import Mend, Snag

SEVERITY = Severity.REFUSAL

_QUOTED = re.compile(r"(?P<head>\s*(?:- +)*(?:[A-Za-z_][A-Za-z0-9_]*: +)?)(?P<quote>[\"'])")


def diagnose(snag: Snag) -> Mend | None:
    """A line whose value opens with a quotation mark, and which stopped the parser further on."""
    if snag.said != "did not find expected key" and "block collection" not in snag.said:
        return None
    start = _QUOTED.match(snag.text)
    if start is None or snag.column - 1 <= start.end():
        return None
    quote = start["quote"]
    words = snag.text.rstrip()
    inner = words[start.end() - 1 :].replace(quote, "")
    where = Span(snag.line, snag.column, snag.line, len(words) + 1)
    doubled = "''" if quote == "'" else '\\"'
    mended = start["head"] + quote + inner.replace("\\", "") + quote
    return Mend(problem(where, line=snag.line, quote=quote, doubled=doubled), snag.line, mended)
