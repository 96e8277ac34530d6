"""A field holds a word that is not one of those it can hold.

Wrong: {shown} is not one of the words that "{field}" can hold.{hint}
Why: The checks and the papers go by these words; any other would drop out of both.
Do: Write one of those words.
Acts: LRO
Source: planc's judgement: counts and checks need the same word for the same thing in every plan

Flagged:
    threat:
      type: organised crime group
            ^^^^^^^^^^^^^^^^^^^^^
      assessment: Likely to keep supplying.
Flagged: one of several
    threat:
      type: ocg
      areas: [drugs, guns]
                     ^^^^
      assessment: Likely to keep supplying.
Clean:
    threat:
      type: ocg
      areas: [drugs, firearms]
      assessment: Likely to keep supplying.
Clean: a tag is free text
    threat:
      type: ocg
      areas: [drugs]
      tags: [guns, anything else]
      assessment: Likely to keep supplying.
"""

import re
from collections.abc import Collection, Mapping

from planc.model.document import Route
from planc.model.finding import Problem, Severity, problem
from planc.wording.words import advice, either, folded, hint, nearest, quoted

SEVERITY = Severity.ERROR


_SAME: Mapping[str, tuple[str, ...]] = {
    "complete": ("completed", "done", "finished", "delivered", "achieved", "closed", "ended"),
    "closed": ("done", "finished", "complete", "completed"),
    "in progress": ("started", "underway", "under way", "live", "begun"),
    "withdrawn": ("cancelled", "dropped", "stopped", "abandoned", "rejected"),
    "blocked": ("on hold", "stuck", "paused", "stalled"),
    "amber": ("orange", "yellow"),
    "ocg": ("organised crime group", "crime group"),
    "usg": ("gang", "street gang", "urban street gang"),
    "msht": ("modern slavery", "human trafficking", "labour exploitation", "slavery"),
    "csae": ("child sexual exploitation", "child sexual abuse", "cse"),
    "oic": ("immigration crime", "people smuggling", "organised immigration crime"),
    "oac": ("burglary", "theft", "robbery", "acquisitive crime", "organised acquisitive crime"),
    "drugs": ("county lines", "drug supply"),
    "firearms": ("guns", "gun crime", "weapons"),
    "cyber": ("ransomware", "hacking", "cyber crime", "cybercrime"),
}
"""Words that officers use for one of those allowed."""


_CHOICE = re.compile(r"[/,;&+|]|\b(?:and|or|to)\b")
_REMARK = re.compile(r"[^\w\s]|\d|\b(?:since|from|until|as|was|but|now|for|by|on|at)\b")


def _meant(text: str, allowed: Collection[str]) -> str | None:
    """The allowed word that another one stands for."""
    words = folded(text)
    return next((one for one, same in _SAME.items() if words in same and one in allowed), None)


def _inside(words: str, allowed: Collection[str]) -> list[str]:
    """The allowed words that stand in a text with something beside them: one, or a choice."""
    parts = [part.strip() for part in _CHOICE.split(words)]
    if len(parts) > 1 and all(part in allowed for part in parts):
        return parts
    alone = _REMARK.split(words)[0].strip()
    return [alone] if alone != words and alone in allowed else []


def at(
    route: Route, field: str, text: str, allowed: Collection[str], *, personal: bool = False
) -> Problem:
    """`text` is not among the allowed words."""
    inside = _inside(folded(text), allowed)
    near = _meant(text, allowed) or (nearest(text, allowed) if not inside else None)
    do = advice(near, allowed, most=20)
    if len(inside) == 1 and not near:
        near, do = inside[0], f'Write "{inside[0]}" alone, if that is what you mean.'
    elif inside and not near:
        do = f"Write one of the two: {either(inside)}." if len(inside) == 2 else do
    return problem(
        route,
        value=True,
        shown=quoted(text, personal=personal),
        field=field,
        hint=hint(near),
        do=do,
        edit=None if personal or inside else near,
    )
