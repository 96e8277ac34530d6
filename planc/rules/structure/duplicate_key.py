"""The same field stands twice in one place.

Wrong: "{key}" stands twice: on line {first} and again on line {line}.
Why: Only one of the two can hold, and nobody could tell which.
Do: Keep the right one and delete the other. If both hold, move one to where it belongs.
Acts: LRO
Source: YAML 3.2.1.1

Flagged:
    pursue:
      - id: PUR-1
        tactic: Closure orders on the flats
        owner: di-soc-east
        serves: OBJ-1
        owner: council-youth-lead
        ^^^^^
        due: 2026-12-18
Clean: the same field in two different tactics
    pursue:
      - {id: PUR-1, tactic: Closure orders, owner: di-soc-east, serves: OBJ-1, due: 2026-12-18}
      - {id: PUR-2, tactic: Cash seizures, owner: di-soc-east, serves: OBJ-1, due: 2026-12-18}
Clean: a value that is the same word as the name of its field
    learning:
      - {date: 2026-11-04, lesson: lesson}
"""

from planc.model.finding import Severity

SEVERITY = Severity.REFUSAL
