"""Some matters are never written in a plan.

They have systems of their own. planc names neither the words that it found nor the matter, in any
report, so that a log says nothing that the plan should not. It looks at every file, at comments and
at the file's name. The reference of a sensitive annex, and nothing else about it, may stand under
"annexes:".

Wrong: {here} may not be held with the plans.
Why: A plans repository stands on an OFFICIAL system; this belongs in a system of its own.
Do: Do not push it. If it is already pushed, ring information security now: deleting it is not enough.
Acts: LRO
Source: GSCP; planc's judgement: which matters are meant is told to nobody, so that no report tells of one

Flagged:
    log:
      - {date: 2026-11-18, ref: PUR-1, note: Authorisation URN renewed to February}
                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
Clean: ordinary words
    log:
      - {date: 2026-11-18, ref: PUR-1, note: "Parcel intercepted by Border Force; CCTV surveillance of the parade is on the action tracker, with authorisation of spend"}
Clean: the reference of an annex
    annexes: [SA-2026-03]
"""

from collections.abc import Mapping

from planc.detect import restricted
from planc.model.context import Context
from planc.model.document import Point
from planc.model.finding import Severity

SEVERITY = Severity.REFUSAL


def suspects(text: str) -> list[Point]:
    """The places in a file that deserve a closer look."""
    return restricted.suspects(text)


def blanks(_text: str) -> Mapping[str, str]:
    """Nothing: the message says all that is to be said."""
    return {}


def finds(text: str, _context: Context) -> bool:
    """Whether the text holds what no plan may hold."""
    return restricted.is_restricted(text)
