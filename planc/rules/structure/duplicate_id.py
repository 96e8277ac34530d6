"""Two things in one plan have the same id.

Wrong: {id} is already the id of something else, on line {first}.
Why: Other lines point at things by their ids; what they say of {id} would count for both.
Do: Give one of the two another id, and change the lines that mean it, in the log above all.
Acts: LRO
Source: planc's judgement: what points at an id must lead to one thing

Flagged:
    prevent:
      - {id: PUR-1, tactic: Mentoring, owner: council-youth-lead, serves: OBJ-1, due: 2027-01-29}
             ^^^^^
Clean:
    prevent:
      - {id: PRE-1, tactic: Mentoring, owner: council-youth-lead, serves: OBJ-1, due: 2027-01-29}
Clean: ids that differ by a letter, in two strands
    prevent:
      - {id: PUR-1A, tactic: Mentoring, owner: council-youth-lead, serves: OBJ-1, due: 2027-01-29}
"""

from planc.model.document import Route
from planc.model.finding import Problem, Severity, problem
from planc.wording.words import cut

SEVERITY = Severity.ERROR


def at(route: Route, name: str, first: Route, line: int) -> Problem:
    """`name` is already the id at `first`, which stands on `line`."""
    related = ((first, "the first one"),)
    return problem(route, value=True, related=related, id=cut(name), first=line)
