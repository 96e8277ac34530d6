"""A reference, an id or a number is not in the form it must have.

Wrong: {shown} is not in the form of "{field}"{because}.
Why: Other fields, the log and file names go by it, and would not find it.
Do: Write it as the list of fields says: planc explain --fields.
Acts: LRO
Source: planc's judgement: file names, look-ups and sorting go by the form

Flagged:
    ref: SOC_2026_014
         ^^^^^^^^^^^^
Clean:
    ref: SOC-2026-014
Clean: references of other patterns
    ref: RUR.26/27B
"""

from planc.model.document import Route
from planc.model.finding import Problem, Severity, problem
from planc.wording.words import quoted

SEVERITY = Severity.ERROR


def at(
    route: Route, field: str, text: str, do: str, because: str = "", *, personal: bool = False
) -> Problem:
    """`text` is not in the form of its field; `do` says what the form is."""
    if not because and text != text.strip():
        because = ": there is a space at its start or end"
    elif not because and " " in text:
        because = ": there is a space in it"
    shown = quoted(text, personal=personal)
    return problem(route, value=True, shown=shown, field=field, because=because, do=do)
