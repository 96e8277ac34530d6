"""A character that cannot be seen or printed stands in the file.

Some invisible characters break a line where your editor shows none, or turn the order of the
letters round. Text copied from web pages and PDF files often holds them.

Wrong: There is {what} in this line{more}, which cannot be seen.
Why: What you read and what planc reads would not be the same text.
Do: Delete it: put the cursor before the place, press Delete, and type the words again if need be.
Acts: LRO
Source: YAML 5.1; TROJAN
Clean: accents, dashes, curly quotation marks and signs can be seen
    operation: EXAMPLE LLŶN – “£5 café” ½ ✓
Clean: a line that ends in blanks
    operation: EXAMPLE LARCH
"""

from planc.model.finding import Severity

SEVERITY = Severity.REFUSAL
