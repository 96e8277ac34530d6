"""A line of three dashes parts a file in two.

Wrong: {start}.
Why: Only the first part would be read, and the rest would go unnoticed.
Do: Delete the line with the dashes. If what follows it is another plan, move that to a file of its own.
Acts: LRO
Source: YAML 9.2; planc's judgement: one plan a file, so that none is overlooked

Flagged:
    locations:
      - key: LOC-1
    ---
    ^^^
    planc: 1
Flagged: between two sections of one plan
    locations:
      - key: LOC-1
    ---
    ^^^
    other_boards: [county-soc]
Flagged: a heading drawn with dashes
    locations:
      - key: LOC-1
    --- Boards ---
    ^^^^^^^^^^^^^^
    other_boards: [county-soc]
Clean: three dashes at the very start
    ---
    planc: 1
Clean: three dashes within a text
    operation: EXAMPLE --- LARCH
"""

import re

from planc.model.document import Span
from planc.model.edit import line_edit
from planc.model.finding import Problem, Severity, problem
from planc.model.syntax_error import Repair, SyntaxStop

SEVERITY = Severity.REFUSAL

_HEADING = re.compile(r"--- *[^-\s#{\[\"'][^:{]*-*\s*\Z")
"""A line of dashes with words in it, as some part two sections."""

ONE_PLAN, TWO_PLANS = "dashes within one plan", "dashes between two plans"
"""What the reader says of the line where a second document starts."""


def without_dashes(first: Span) -> Problem:
    """A second plan starts where the first of its fields stands for the second time."""
    start = f"A second plan starts on line {first.line} of this file"
    return problem(first, start=start, do="Move all from this line on to a file of its own.")


def diagnose(stop: SyntaxStop) -> Repair | None:
    """A second document; without the dashes, its fields may be further ones of the first."""
    if stop.parser_message not in (ONE_PLAN, TWO_PLANS):
        return None
    start = f"The three dashes on line {stop.line} start a second plan in the same file"
    if _HEADING.match(stop.text):
        do = "Delete the line; or put # in front of it, and it is a remark."
        edit = line_edit(stop.line, stop.text, f"# {stop.text}")
        at = Span(stop.line, 1, stop.line, len(stop.text.rstrip()) + 1)
        return Repair(problem(at, start=start, do=do, edit=edit), stop.line, f"# {stop.text}")
    fault = problem(Span(stop.line, 1, stop.line, 4), start=start)
    rest = stop.text.removeprefix("---").lstrip()
    return Repair(fault, stop.line, rest if stop.parser_message == ONE_PLAN else None)
