"""A tab stands in the file where spaces belong.

Wrong: There is a tab on line {line}{more}.
Why: A tab looks like spaces, but its width differs from screen to screen, so what belongs under what cannot be told.
Do: Delete each tab and type spaces: two for each step to the right.
Acts: LRO
Source: YAML 6.1
Clean: an arrow is a sign like any other
    operation: EXAMPLE → LARCH
Clean: spaces, however many
    pursue:
            - {id: PUR-1, tactic: Closure orders, serves: OBJ-1, owner: di-soc-east, due: 2026-12-18}
"""

from planc.model.finding import Severity

SEVERITY = Severity.REFUSAL
