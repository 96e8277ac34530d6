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
from planc.model.syntax_error import Repair, SyntaxStop

SEVERITY = Severity.REFUSAL


def diagnose(stop: SyntaxStop) -> Repair | None:
    """A backslash with a letter after it that means nothing."""
    if "escape" not in stop.parser_message and "hexdecimal" not in stop.parser_message:
        return None
    at = stop.text.find("\\", stop.column - 1)
    at = at if at >= 0 else stop.text.find("\\")
    if at < 0:
        return None
    where = Span(stop.line, at + 1, stop.line, at + 2)
    return Repair(problem(where, line=stop.line), stop.line, stop.text.replace("\\", "/"))
