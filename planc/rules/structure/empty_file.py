"""A file has nothing in it.

Wrong: There is nothing in {path}.
Why: Its name says that it is a plan, and an empty plan would pass unnoticed.
Do: Write the plan, or delete the file.
Acts: LRO
Source: planc's judgement: nothing that was asked for is passed over in silence

Flagged: as a whole file
    # to be written
    ^^^^^^^^^^^^^^^
"""

from planc.model.finding import Severity

SEVERITY = Severity.REFUSAL
