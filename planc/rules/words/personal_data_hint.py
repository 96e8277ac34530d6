"""No name of a person stands in a plan, and no address.

Looks for a title, a rank or a collar number with a name, a surname in capitals with a given name, an
initial with a surname, a postcode, a house in a street, what looks like the plate of a vehicle, an
age with gender and place, and a name on social media. What posts in the directory are called is no
name, unless a post is called by the name of whoever holds it.

Wrong: {here} reads like the name, the address or the vehicle of a person, or would tell who it is.
Why: Officers are named by post, subjects and places by key, victims not at all.
Do: Write the post or the key instead. If it is neither name nor address, say it in other words.
Acts: LRO
Source: GSCP paragraphs 29 to 35

Flagged:
    log:
      - {date: 2026-11-18, ref: PUR-1, note: Seen by Mr Sample at the flats}
                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
Flagged: as custody records have it
    log:
      - {date: 2026-11-18, ref: PUR-1, note: "SAMPLER, Darren arrested"}
                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^
Flagged: an age, a gender and a place
    log:
      - {date: 2026-11-18, ref: PUR-1, note: Victim is a 14-year-old girl from Sampleford}
                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
Clean: posts and places
    log:
      - {date: 2026-11-18, ref: PUR-1, note: DI SOC East and Det Supt Crime met Mill Ward residents at St Sample church}
Clean: places without a house
    locations:
      - {key: LOC-1, kind: rented flats, area: "Canal Ward, off Mill Street"}
"""

from collections.abc import Mapping

from planc.detect.personal_hint import may_identify
from planc.model.context import Context
from planc.model.finding import Severity

SEVERITY = Severity.WARNING


def blanks(_text: str) -> Mapping[str, str]:
    """Nothing: the message says all that is to be said."""
    return {}


def finds(text: str, context: Context) -> bool:
    """Whether the text may name a person or a home."""
    return may_identify(text, context.directory.words if context.directory else None)
