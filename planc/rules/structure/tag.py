"""A ! stands before a value and tells the program how to read it.

Wrong: {tag} on this line tells the program how to read the value.
Why: What a field means is fixed; nothing in a plan may change it.
Do: Delete {tag}. If it was meant as text, put the whole text in quotation marks.
Acts: LRO
Source: planc's judgement: the schema alone says what a field means

Flagged:
    operation: !!str LARCH
               ^^^^^
Clean: an exclamation mark within a text, or at its end
    operation: EXAMPLE LARCH!
Clean: between quotation marks
    operation: "!LARCH"
"""

from planc.model.finding import Severity

SEVERITY = Severity.REFUSAL
