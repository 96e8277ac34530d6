"""A * stands where a value belongs.

Wrong: *{name} on this line stands for something given a name elsewhere.
Why: Each fact stands where it applies, so that a reader sees what planc sees.
Do: Write out what is meant. If the words were meant as text, put them in quotation marks.
Acts: LRO
Source: planc's judgement: what is written once and counts twice is overlooked in one of the places

Flagged:
    operation: *LARCH
               ^^^^^^
Clean: a star within a text
    operation: LARCH*
Clean: between quotation marks
    operation: "*LARCH"
"""

from planc.model.finding import Severity

SEVERITY = Severity.REFUSAL
