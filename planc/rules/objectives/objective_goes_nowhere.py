"""The target of an objective lies where its words lead.

Looks at figures only. A target at the baseline is right where something is to be kept as it is. A
target above the baseline is right for a word like "cut" where the measure counts what is good, such
as weeks without a call.

Wrong: {id} {what}.
Why: Page one compares the two figures; with these, success would be printed as failure.
Do: Put the figures or the words right; if the SRO set them so, ask what was meant.
Acts: SRO
Source: SMART

Flagged: more, where less is meant
    objectives:
      - id: OBJ-1
        statement: Halve supply at the flats
        measure: Calls a month from residents
        baseline: 22
        target: 44
        ^^^^^^
        by: 2027-03-31
        set_on: 2026-09-09
Flagged: what is reported is what shall become less
    objectives:
      - id: OBJ-1
        statement: Cut dealing at the flats
        measure: Reports of dealing a month
        baseline: 15
        target: 46
        ^^^^^^
        by: 2027-03-31
        set_on: 2026-09-09
Flagged: no change
    objectives:
      - id: OBJ-1
        statement: Halve supply at the flats
        measure: Calls a month from residents
        baseline: 22
        target: 22
        ^^^^^^
        by: 2027-03-31
        set_on: 2026-09-09
Clean: the measure counts what is good
    objectives:
      - id: OBJ-1
        statement: Stop supply at the flats
        measure: Weeks in a row without a call
        baseline: 1
        target: 12
        by: 2027-03-31
        set_on: 2026-09-09
Clean: reports are wanted
    objectives:
      - id: OBJ-1
        statement: Cut the time until a victim is heard
        measure: Reports from residents a month
        baseline: 15
        target: 46
        by: 2027-03-31
        set_on: 2026-09-09
Clean: it is to be kept as it is
    objectives:
      - id: OBJ-1
        statement: Keep the flats free of supply
        measure: Calls a month from residents
        baseline: 2
        target: 2
        by: 2027-03-31
        set_on: 2026-09-09
Clean: no figures
    objectives:
      - id: OBJ-1
        statement: Halve supply at the flats
        measure: Calls a month from residents
        baseline: high
        target: low
        by: 2027-03-31
        set_on: 2026-09-09
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.measure import course, number
from planc.model.plan import Plan
from planc.model.tactic import Objective

SEVERITY = Severity.WARNING
STATUS = "preview"

_LESS = ("halve", "cut", "reduce", "lower", "decrease", "stop", "end", "shrink", "lessen")
_MORE = ("double", "treble", "triple", "increase", "grow")
_KEEP = frozenset((
    "keep", "hold", "maintain", "sustain", "preserve", "prevent", "no", "nobody", "none", "stay",
    "remain", "stop", "end", "avoid",
))  # fmt: skip
_GOOD = frozenset((
    "without", "free", "since", "safe", "plan", "plans", "supported", "support", "agreed", "closed",
    "seized", "restrained", "arrests", "charged", "convicted", "trained", "referred", "referrals",
    "reports", "reporting", "completed", "between",
))  # fmt: skip
_EITHER_WAY = {"reports", "reporting"}
"""Good, but for reports of what the words say shall become less."""


def check(plan: Plan, _context: Context) -> Iterator[Problem]:
    """Figures that go the other way, or no way."""
    if not plan.in_force:
        return
    for objective in plan.objectives:
        what = _what(objective)
        if what:
            unless = ((*objective.route, "statement"), (*objective.route, "baseline"))
            yield problem((*objective.route, "target"), unless=unless, id=objective.id, what=what)


def _what(objective: Objective) -> str | None:
    start, end = number(objective.baseline), number(objective.target)
    if start is None or end is None:
        return None
    words = {word.strip(".,;:") for word in (objective.statement or "").casefold().split()}
    if start == end:
        kept = words & _KEEP or start == 0
        return None if kept else f"has the target {objective.target}, which is where it started"
    way = course(objective.baseline, objective.target)
    verb = (objective.statement or "").casefold().partition(" ")[0]
    measured = {word.strip(".,;:%()") for word in (objective.measure or "").casefold().split()}
    of_it = {word for word in words & measured if len(word) > 3}
    good = measured & _GOOD - (_EITHER_WAY if of_it else set())
    if way is None or start == 0 or good:
        return None
    wrong_way = verb in _LESS if way.is_upward else verb in _MORE
    side = "above" if way.is_upward else "below"
    figures = f"its target {objective.target} is {side} {objective.baseline}"
    return f'says "{verb}", and {figures}' if wrong_way else None
