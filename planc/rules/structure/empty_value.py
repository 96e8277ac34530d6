"""A field is there, but nothing stands after it.

Wrong: Nothing stands after "{field}:".
Why: A reader may take it for filled in; planc takes it for forgotten.
Do: Write the value after the colon, or delete the line.
Acts: LRO
Source: DESIGN 2, promise 4

Flagged:
    operation:
    ^^^^^^^^^
Flagged: a word that means nothing
    operation: null
    ^^^^^^^^^
Clean:
    operation: EXAMPLE LARCH
"""

from planc.model.document import Route
from planc.model.finding import Problem, Severity, problem

SEVERITY = Severity.ERROR


def at(route: Route, field: str) -> Problem:
    """Nothing stands where a value belongs."""
    return problem(route, field=field)
