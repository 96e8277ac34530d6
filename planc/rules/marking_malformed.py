"""The marking is written as the Government Security Classifications Policy has it.

The order is: OFFICIAL or OFFICIAL-SENSITIVE, then handling instructions, then descriptors, parted
by a hyphen with a space on each side.

Wrong: {shown} is not a marking that may be printed: {reason}.
Why: A marking that is nearly right is read as somebody's own words, and not obeyed.
Do: Write it as in: OFFICIAL-SENSITIVE, or OFFICIAL-SENSITIVE - RECIPIENTS ONLY.
Acts: LRO
Source: GSCP paragraphs 25, 28 and 39

Flagged:
    marking: OFFICIAL SENSITIVE
             ^^^^^^^^^^^^^^^^^^
Flagged: in the wrong order
    marking: OFFICIAL-SENSITIVE - COMMERCIAL - RECIPIENTS ONLY
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
Flagged: a marking that is no longer used
    marking: RESTRICTED
             ^^^^^^^^^^
Clean:
    marking: OFFICIAL-SENSITIVE - EXAMPLETON POLICE USE ONLY - PERSONAL DATA
"""

from collections.abc import Iterator

from planc.model.finding import Problem, Severity, problem
from planc.model.marking import is_too_high, parse_marking
from planc.model.plan import Plan
from planc.model.portfolio import Given
from planc.model.words import quoted

SEVERITY = Severity.REFUSAL


def check(plan: Plan, _given: Given) -> Iterator[Problem]:
    """A marking, of the plan or of a tactic, that cannot be read."""
    parts = [("marking",), *((*tactic.route, "marking") for tactic in plan.tactics)]
    markings = [plan.marking, *(tactic.marking for tactic in plan.tactics)]
    for route, text in zip(parts, markings, strict=True):
        if text is None or is_too_high(text):
            continue
        read = parse_marking(text)
        if isinstance(read, str):
            yield problem(route, value=True, shown=quoted(text), reason=read)
