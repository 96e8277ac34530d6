"""A file is too large, or nested too deep, to be a plan.

Wrong: {what}.
Why: A plan of a year's work has some hundreds of lines. Something else has got into this file.
Do: Check that it is the right file, and take out what does not belong in a plan.
Acts: LRO
Source: RELIABILITY 3
"""

from planc.model.finding import Severity

SEVERITY = Severity.REFUSAL
