"""A file is not saved as UTF-8 text.

Excel and older programs save text as "ANSI" or "Unicode". The letters look right on your screen
and come out wrong everywhere else.

Wrong: {what}.
Why: Accented letters, dashes and pound signs would be printed as something else.
Do: Save the file again with the encoding UTF-8: in Notepad it is beside the Save button.
Acts: LRO
Source: YAML 5.2; planc's judgement: one encoding, so that every program shows the same letters
Clean: accents, saved as UTF-8
    operation: EXAMPLE CAFÉ
Clean: a euro sign and a dash, saved as UTF-8
    operation: EXAMPLE € –
"""

from planc.model.finding import Severity

SEVERITY = Severity.REFUSAL
