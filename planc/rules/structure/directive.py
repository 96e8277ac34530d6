"""A line starts with % and gives an instruction to the program that reads the file.

Wrong: Line {line} starts with % and is an instruction, not part of a plan.
Why: A plan says only what stands in it; instructions can change what its words mean.
Do: Delete line {line}.
Acts: LRO
Source: YAML 6.8; planc's judgement: a plan has no use for instructions to a program

Flagged:
    %YAML 1.2
    ^^^^^^^^^
    ---
    planc: 1
Flagged: one that nobody knows
    %LARCH
    ^^^^^^
    planc: 1
Clean: a line of a text may start with the sign
    threat:
      type: ocg
      areas: [drugs]
      assessment: |
        Likely to keep supplying, at
        % of purity that rises.
Clean: a comment
    # %YAML 1.2
    operation: EXAMPLE LARCH
"""

from planc.model.document import Span
from planc.model.finding import Severity, problem
from planc.model.syntax_error import Repair, SyntaxStop

SEVERITY = Severity.REFUSAL


def diagnose(stop: SyntaxStop) -> Repair | None:
    """An instruction that the parser does not know either, or after which it waits for a ---."""
    number = stop.line
    if stop.parser_message == "did not find expected <document start>":
        number = next(
            (n for n in range(number, 0, -1) if stop.lines[n - 1].startswith("%")), number
        )
    line = stop.lines[number - 1]
    if not line.startswith("%"):
        return None
    where = Span(number, 1, number, len(line.rstrip()) + 1)
    return Repair(problem(where, line=number), number, "")
