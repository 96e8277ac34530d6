"""A line of three dashes parts a file in two.

It means that another document starts, which is a thing that plans do not use.

Wrong: The three dashes on line {line} start a second plan in the same file.
Why: Only the first part would be read, and the rest would go unnoticed.
Do: Delete line {line}. If what follows it is another plan, move that to a file of its own.
Acts: LRO
Source: DESIGN 2, promise 4

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
Clean: three dashes at the very start
    ---
    planc: 1
Clean: three dashes within a text
    operation: EXAMPLE --- LARCH
"""

from planc.model.document import Span
from planc.model.finding import Severity, problem
from planc.model.snag import Mend, Snag

SEVERITY = Severity.REFUSAL

IN_ONE = "a line of dashes stands between fields of one plan"
"""What the reader says of a second document that goes on with the first one."""


def diagnose(snag: Snag) -> Mend | None:
    """A line of dashes without which the plan goes on."""
    if snag.said != IN_ONE or not snag.text.startswith("---"):
        return None
    where = Span(snag.line, 1, snag.line, 4)
    return Mend(problem(where, line=snag.line), snag.line, snag.text.replace("---", "", 1).lstrip())
