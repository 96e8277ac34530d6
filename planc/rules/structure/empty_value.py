"""A field is there, but nothing stands after it.

Wrong: Nothing stands {what}.
Why: A reader may take it for filled in; planc takes it for forgotten.
Do: Write the value after the colon, or delete the line.
Acts: LRO
Source: planc's judgement: a program reads it as a value of its own, people as forgotten

Flagged:
    operation:
    ^^^^^^^^^
Flagged: a word that means nothing
    operation: null
    ^^^^^^^^^
Flagged: nothing but a blank between the quotation marks
    operation: " "
    ^^^^^^^^^
Clean:
    operation: EXAMPLE LARCH
Clean: a nought is something
    objectives:
      - {id: OBJ-1, statement: Nobody harmed, measure: Calls, baseline: 3, target: 0, by: 2027-03-31, set_on: 2026-09-09}
"""

from planc.model.document import Route
from planc.model.finding import Problem, Severity, problem

SEVERITY = Severity.ERROR


def at(route: Route, field: str) -> Problem:
    """Nothing stands where a value belongs: after a key, or in a list, which is `field`."""
    key = route[-1]
    if isinstance(key, str):
        return problem(route, what=f'after "{key}:"')
    return problem(
        route, what=f'in item {key + 1} of "{field}"', do="Write the item, or delete it."
    )
