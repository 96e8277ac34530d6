"""Some words deserve a second look before they are pushed.

Like restricted-text, it shows the place and nothing else.

Wrong: {here} may be about a matter that is not held with the plans.
Why: Read alone the words may be harmless; a reader who knows more may make more of them.
Do: If it is such a matter, take it out and do not push. If it is not, say it in other words.
Acts: LRO
Source: GSCP; planc's judgement: which matters are meant is told to nobody, so that no report tells of one

Flagged:
    log:
      - {date: 2026-11-18, ref: PUR-1, note: More surveillance is wanted in January}
                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
Clean: cameras in the street
    log:
      - {date: 2026-11-18, ref: PUR-1, note: More CCTV surveillance is wanted in January}
Clean: money and tools
    log:
      - {date: 2026-11-18, ref: PUR-1, note: The source of the money is on the risk tracker}
"""

from collections.abc import Mapping

from planc.detect.restricted import may_be_restricted
from planc.model.context import Context
from planc.model.finding import Severity

SEVERITY = Severity.WARNING


def blanks(_text: str) -> Mapping[str, str]:
    """Nothing: the message says all that is to be said."""
    return {}


def finds(text: str, _context: Context) -> bool:
    """Whether the text may hold what no plan may hold."""
    return may_be_restricted(text)
