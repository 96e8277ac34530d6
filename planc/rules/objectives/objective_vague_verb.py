"""An objective says what will be different, not that something will be watched.

Off until a force switches it on in planc.yaml: many an objective begins so, and is sound.

Wrong: {id} begins with "{verb}", and does not say what will be different.
Why: Something can be monitored or considered for ever without anything changing.
Do: Say with the SRO what will be different at the end, and by how much.
Acts: SRO
Source: SMART

Flagged:
    # planc.yaml
    rules:
      objective-vague-verb: {severity: info, reason: Tried out by this force}
    # plans/larch.yaml
    objectives:
      - id: OBJ-1
        statement: Monitor supply at the flats
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^
        measure: Calls a month from residents
        baseline: 22
        target: 11
        by: 2027-03-31
        set_on: 2026-09-09
Clean: what is watched is changed as well
    # planc.yaml
    rules:
      objective-vague-verb: {severity: info, reason: Tried out by this force}
    # plans/larch.yaml
    objectives:
      - id: OBJ-1
        statement: Monitor and halve supply at the flats
        measure: Calls a month from residents
        baseline: 22
        target: 11
        by: 2027-03-31
        set_on: 2026-09-09
Clean: the word means something else here
    # planc.yaml
    rules:
      objective-vague-verb: {severity: info, reason: Tried out by this force}
    # plans/larch.yaml
    objectives:
      - id: OBJ-1
        statement: Raise reporting by a third; residents no longer consider it pointless
        measure: Calls a month from residents
        baseline: 22
        target: 30
        by: 2027-03-31
        set_on: 2026-09-09
"""

import re
from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan

SEVERITY = Severity.INFO
STATUS = "off"

_VAGUE = re.compile(
    r"(?:continue to |try to |seek to )?(?:monitor|consider|explore|liaise|discuss|look (?:at|into)"
    r"|raise (?:the )?(?:awareness|profile)|be aware|keep (?:an eye|under review|track)|review)\b",
    re.IGNORECASE,
)
_CHANGE = re.compile(
    r"\b(?:so that|until|and (?:close|cut|double|end|free|halve|keep|lower|move|prevent|put|raise"
    r"|recover|reduce|remove|return|stop|take))\b",
    re.IGNORECASE,
)


def check(plan: Plan, _context: Context) -> Iterator[Problem]:
    """An objective that begins with a verb of watching, and goes on to no other."""
    for objective in plan.objectives:
        statement = objective.statement or ""
        vague = _VAGUE.match(statement)
        if plan.in_force and vague and not _CHANGE.search(statement):
            route = (*objective.route, "statement")
            yield problem(route, value=True, verb=vague[0])
