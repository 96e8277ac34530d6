"""A line cannot be read, and planc cannot tell what was meant.

Wrong: Line {line} cannot be read: it does not go on from the lines above it as a plan does.
Why: What follows it cannot be told apart either, so it was not checked.
Do: Compare it with the same part of another plan: colons, dashes, brackets, quotation marks and spaces.
Acts: LRO
Source: LINT_UX 2

Flagged:
    actions: - first
             ^^^^^^^
Clean:
    actions:
      - {id: ACT-1, action: Visit the flats, owner: di-soc-east, due: 2026-12-01}
"""

from planc.model.document import Span
from planc.model.finding import Severity, problem
from planc.model.snag import Mend, Snag

SEVERITY = Severity.REFUSAL


def diagnose(snag: Snag) -> Mend:
    """Where the parser stopped; what follows cannot be read."""
    number = min(snag.line, len(snag.lines))
    line = snag.lines[number - 1]
    end = max(len(line.rstrip()), snag.column - 1)
    where = Span(number, min(snag.column, end + 1), number, end + 1)
    return Mend(problem(where, line=number), number, None)
