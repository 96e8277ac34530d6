"""A file holds several plans, parted by a line of three dashes.

Wrong: The three dashes on line {line} start a second plan in the same file.
Why: Only the first part would be read, and the rest would go unnoticed.
Do: Move what follows line {line} to a file of its own, and delete the line with the three dashes.
Acts: LRO
Source: DESIGN 2, promise 4

Flagged:
    locations:
      - key: LOC-1
    ---
    ^^^
    planc: 1
Clean: three dashes at the very start
    ---
    planc: 1
Clean: three dashes within a text
    operation: EXAMPLE --- LARCH
"""

from planc.model.finding import Severity

SEVERITY = Severity.REFUSAL
