"""Something has no id, or lacks the words that make it what it is.

Wrong: {holder} has no "{field}".
Why: Without it nobody can tell what is meant.
Do: With its other fields, on line {line} or below, add "{stub}".
Acts: LRO
Source: planc's judgement: what makes a thing what it is must be there, and a draft may lack the rest

Flagged:
    pursue:
      - tactic: Closure orders on the flats
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        owner: di-soc-east
        serves: OBJ-1
        due: 2026-12-18
Clean:
    pursue:
      - {id: PUR-1, tactic: Closure orders, owner: di-soc-east, serves: OBJ-1, due: 2026-12-18}
Clean: all that a tactic cannot do without, in another order
    pursue:
      - {due: 2026-12-18, owner: di-soc-east, serves: OBJ-1, tactic: Closure orders, id: PUR-1}
"""

from planc.model.document import Route
from planc.model.finding import Problem, Severity, problem

SEVERITY = Severity.ERROR


def at(route: Route, field: str, holder: str, line: int) -> Problem:
    """`route` leads to the field that is not there, `line` is where its holder starts."""
    name = str(route[-1])
    why = "The log and the other fields point at things by their id." if name == "id" else None
    return problem(route, holder=holder, field=field, why=why, line=line, stub=f"{name}: ...")
