"""No name of a person stands in a plan, and no address.

Looks for a title, a rank or a collar number with a name, a postcode, a house in a street, and a
name on social media. What posts in the directory are called is no name.

Wrong: {here} reads like the name or the address of a person.
Why: Officers are named by post, subjects and places by key, victims not at all.
Do: Write the post or the key instead. If it is neither name nor address, say it in other words.
Acts: LRO
Source: GSCP paragraphs 29 to 35

Flagged:
    log:
      - {date: 2026-11-18, ref: PUR-1, note: Seen by Mr Sample at the flats}
                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
Clean: posts and places
    log:
      - {date: 2026-11-18, ref: PUR-1, note: DI SOC East and Det Supt Crime met Mill Ward residents at St Sample church}
Clean: places without a house
    locations:
      - {key: LOC-1, kind: rented flats, area: "Canal Ward, off Mill Street"}
"""

from planc.detect.personal_hint import may_identify
from planc.model.context import Context
from planc.model.finding import Severity

SEVERITY = Severity.WARNING


def finds(text: str, context: Context) -> bool:
    """Whether the text may name a person or a home."""
    return may_identify(text, context.directory.words if context.directory else None)
