"""Nobody can be identified from a plan.

Posts stand for officers, opaque keys for subjects, bands for victims. planc looks for telephone
numbers, e-mail addresses, house numbers with a postcode, dates of birth, National Insurance, PNC,
CRO, arrest, prison and NHS numbers, passports and driving licences, vehicle registrations, bank
accounts and cards, handsets and SIM cards, coordinates, and profiles on social media. Helplines
(0800, 03 and the like) may stand. It looks at every file, at comments and at the file's name, shows
the place, and shows nobody the words.

Wrong: {here} holds {kinds}.
Why: A plan is copied to many, and its history is for ever; what identifies people stays elsewhere.
Do: Take it out before you push. If it is already pushed, ring information security now.
Acts: LRO
Source: GSCP paragraphs 29 to 35

Flagged:
    log:
      - {date: 2026-11-18, ref: PUR-1, note: Caller left 07700 900123 and will ring again}
                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
Flagged: in a list
    threat:
      type: ocg
      tier: local
      tags: [county lines, someone@example.org]
                           ^^^^^^^^^^^^^^^^^^^
      assessment: Likely to keep supplying.
Flagged: in a comment
    lro_since: 2026-09-09 # ask on 07700 900456
                          ^^^^^^^^^^^^^^^^^^^^^
Clean: numbers of another kind
    log:
      - {date: 2026-11-18, ref: PUR-1, note: "On 18 November 2026 at 09:30 the M25 J12 stop found £12,500 and 0.5 kg; ref 2026/0114"}
Clean: a number on which nobody in particular answers
    communications: {lead: supt-crime, reactive_lines: "Ring 101, or Crimestoppers on 0800 555 111"}
"""

from collections.abc import Mapping

from planc.detect import personal
from planc.model.context import Context
from planc.model.document import Point
from planc.model.finding import Severity
from planc.wording.words import count, every

SEVERITY = Severity.REFUSAL


def suspects(text: str) -> list[Point]:
    """The places in a file that deserve a closer look."""
    return personal.suspects(text)


def blanks(text: str) -> Mapping[str, str]:
    """Which kinds there are in the text, and how many of each; never the words."""
    kinds = [count(number, kind) for kind, number in personal.kinds_in(text).items()]
    return {"kinds": every(kinds)} if kinds else {}


def finds(text: str, _context: Context) -> bool:
    """Whether something in the text identifies somebody."""
    return personal.identifies(text)
