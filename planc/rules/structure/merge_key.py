"""A line starts with << to take in another piece of the file.

Wrong: << on this line takes in another piece of the plan.
Why: Each fact stands where it applies, so that a reader sees what planc sees.
Do: Write out what is meant in place of the line.
Acts: LRO
Source: planc's judgement: what is written once and counts twice is overlooked in one of the places

Flagged:
    safeguarding:
      <<: {lead: di-soc-east}
      ^^
Clean: the sign within a text
    operation: LARCH << ELM
Clean: between quotation marks
    operation: "<<"
"""

from planc.model.finding import Severity

SEVERITY = Severity.REFUSAL
