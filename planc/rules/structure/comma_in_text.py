"""A text between braces holds a comma, and no quotation marks.

Between { and } a comma ends one field and starts the next. The words after it would be taken for
the name of a field.

Wrong: The text before "{rest}" has a comma in it, and stands between braces without quotation marks.
Why: Between braces a comma ends the text, so "{rest}" would be lost from it.
Do: Put the whole text in quotation marks.
Acts: LRO
Source: YAML 7.3.3 and 7.4.2

Flagged:
    log:
      - {date: 2026-11-18, ref: PUR-1, note: Two visits, one notice served}
                                                         ^^^^^^^^^^^^^^^^^
Clean:
    log:
      - {date: 2026-11-18, ref: PUR-1, note: "Two visits, one notice served"}
Clean: not between braces
    log:
      - date: 2026-11-18
        ref: PUR-1
        note: Two visits, one notice served
"""

from planc.model.finding import Severity

SEVERITY = Severity.REFUSAL
