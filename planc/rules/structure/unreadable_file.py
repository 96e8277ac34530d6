"""A file cannot be opened.

Wrong: {path} cannot be opened: {trouble}.
Why: What is not read is not checked, and no paper can be made from it.
Do: Make sure that it is an ordinary file that you may read, and run planc again.
Acts: LRO
Source: planc's judgement: nothing that was asked for is passed over in silence
"""

from planc.model.finding import Severity

SEVERITY = Severity.REFUSAL
