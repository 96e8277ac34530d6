"""An id leads to nothing.

Wrong: {shown} is not the id of {what}.{hint}
Why: Whatever hangs on it would be lost from the paper without a word.
Do: {do}
Acts: LRO
Source: DESIGN 5

Flagged:
    pursue:
      - id: PUR-1
        tactic: Closure orders on the flats
        serves: OBJ-7
                ^^^^^
        owner: di-soc-east
        due: 2026-12-18
Flagged: in the log
    log:
      - {date: 2026-11-18, ref: PUR-9, note: Notices drafted}
                                ^^^^^
Clean:
    log:
      - {date: 2026-11-18, ref: PUR-1, note: Notices drafted}
"""

from collections.abc import Collection

from planc.model.document import Route
from planc.model.finding import Problem, Severity, problem
from planc.model.words import hint, nearest, quoted

SEVERITY = Severity.REFUSAL

_WHAT = {
    "objective": "an objective of this plan",
    "item": "anything in this plan",
    "board": "a board in planc.yaml",
    "organisation": "an organisation in directory.yaml",
}


def at(route: Route, kind: str, text: str, ids: Collection[str]) -> Problem:
    """`text` is none of the `ids` of its kind."""
    what, near = _WHAT[kind], nearest(text, ids)
    do = f"Write the id of {what.replace('anything', 'something')}."
    if near:
        do = f'Write "{near}", if that is what you mean.'
    return problem(route, value=True, shown=quoted(text), what=what, hint=hint(text, ids), do=do)
