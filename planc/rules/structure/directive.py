"""A line starts with % and gives an instruction to the program that reads the file.

Wrong: Line {line} starts with % and is an instruction, not part of a plan.
Why: A plan says only what stands in it; instructions can change what its words mean.
Do: Delete line {line}.
Acts: LRO
Source: DESIGN 2, promise 4

Flagged:
    %YAML 1.2
    ^^^^^^^^^
    ---
    planc: 1
"""

from planc.model.document import Span
from planc.model.finding import Severity, problem
from planc.model.snag import Mend, Snag

SEVERITY = Severity.REFUSAL


def diagnose(snag: Snag) -> Mend | None:
    """An instruction that the parser does not know either."""
    if not snag.text.startswith("%"):
        return None
    where = Span(snag.line, 1, snag.line, len(snag.text.rstrip()) + 1)
    return Mend(problem(where, line=snag.line), snag.line, "")
