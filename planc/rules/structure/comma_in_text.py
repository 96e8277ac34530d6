"""A text between braces holds a comma, and no quotation marks.

Between { and } a comma ends one field and starts the next. The words after it would be taken for
the name of a field.

Wrong: The text before "{rest}" has a comma in it, and stands {marks}.
Why: Between braces a comma ends the text, so "{rest}" would be lost from it.
Do: Put the whole text in quotation marks.
Acts: LRO
Source: YAML 7.3.3 and 7.4.2

Flagged:
    log:
      - {date: 2026-11-18, ref: PUR-1, note: Two visits, one notice served}
                                                         ^^^^^^^^^^^^^^^^^
Flagged: in quotation marks as Word has them
    log:
      - {date: 2026-11-18, ref: PUR-1, note: “Two visits, one notice served”}
                                                          ^^^^^^^^^^^^^^^^^^
Clean:
    log:
      - {date: 2026-11-18, ref: PUR-1, note: "Two visits, one notice served"}
Clean: not between braces
    log:
      - date: 2026-11-18
        ref: PUR-1
        note: Two visits, one notice served
"""

from planc.model.document import Span
from planc.model.finding import Problem, Severity, problem
from planc.wording.words import cut

SEVERITY = Severity.REFUSAL

_BARE = "between braces without quotation marks"
_CURLY = ("“", "”", "„", "‘", "’", "«")


def at(where: Span, start: str, rest: str) -> Problem:
    """What was taken for a key at `where` goes on with the text that starts with `start`."""
    if start.startswith(_CURLY):
        marks = f"in curly marks ({start[0]}), which hold no text together"
        do = 'Put straight marks (") round the whole text, in place of the curly ones.'
        return problem(where, rest=cut(rest), marks=marks, do=do)
    if rest.endswith('"'):
        do = 'Put a " in front of the text as well: the one at its end opens nothing.'
        return problem(where, rest=cut(rest).rstrip('"'), marks=_BARE, do=do)
    return problem(where, rest=cut(rest), marks=_BARE)
