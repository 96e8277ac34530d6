r"""A \ stands in a text between double quotation marks.

Wrong: There is a \ in the text between double quotation marks on line {line}.
Why: Between double quotation marks a \ gives the letter after it another meaning.
Do: Use single quotation marks around the text.
Acts: LRO
Source: YAML 5.7

Flagged:
    lro_handover: "S:\crime\handover"
                     ^
Clean:
    lro_handover: 'S:\crime\handover'
Clean: before a quotation mark it has its place
    lro_handover: "See the note \"Handover\" in the LRO's file"
"""

from planc.model.document import Span
from planc.model.finding import Severity, problem
from planc.model.syntax_stop import Repair, SyntaxStop

SEVERITY = Severity.REFUSAL


def diagnose(snag: SyntaxStop) -> Repair | None:
    """A backslash with a letter after it that means nothing."""
    if "escape" not in snag.said and "hexdecimal" not in snag.said:
        return None
    at = snag.text.find("\\", snag.column - 1)
    at = at if at >= 0 else snag.text.find("\\")
    if at < 0:
        return None
    where = Span(snag.line, at + 1, snag.line, at + 2)
    return Repair(problem(where, line=snag.line), snag.line, snag.text.replace("\\", "/"))
