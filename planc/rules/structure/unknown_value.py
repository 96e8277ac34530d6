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

from collections.abc import Collection

from planc.model.document import Route
from planc.model.finding import Problem, Severity, problem
from planc.wording.words import advice, hint, nearest, quoted

SEVERITY = Severity.ERROR


def at(
    route: Route, field: str, text: str, allowed: Collection[str], *, personal: bool = False
) -> Problem:
    """`text` is not among the allowed words."""
    near = nearest(text, allowed)
    return problem(
        route,
        value=True,
        shown=quoted(text, personal=personal),
        field=field,
        hint=hint(near),
        do=advice(near, allowed),
        edit=None if personal else near,
    )
