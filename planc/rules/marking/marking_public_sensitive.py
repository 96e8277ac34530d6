"""Nothing is both sensitive and for the public.

Wrong: The marking says both OFFICIAL-SENSITIVE and FOR PUBLIC RELEASE.
Why: The two contradict each other, and a reader may follow the second.
Do: Take out FOR PUBLIC RELEASE: a plan on a named threat is never for the public.
Acts: LRO
Source: GSCP

Flagged:
    marking: OFFICIAL-SENSITIVE - FOR PUBLIC RELEASE
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
Clean:
    marking: OFFICIAL-SENSITIVE
Clean: a part of the plan that is not sensitive
    protect:
      - {id: PRO-1, tactic: Posters on safe homes, marking: OFFICIAL - FOR PUBLIC RELEASE, serves: OBJ-1, owner: di-soc-west, due: 2026-12-11}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.marking import Marking, parse_marking
from planc.model.plan import Plan

SEVERITY = Severity.REFUSAL


def check(plan: Plan, _context: Context) -> Iterator[Problem]:
    """FOR PUBLIC RELEASE on a plan or a tactic that is sensitive."""
    for route, text in plan.markings:
        marking = parse_marking(text)
        if not isinstance(marking, Marking):
            continue
        if marking.sensitive and "FOR PUBLIC RELEASE" in marking.handling:
            yield problem(route, value=True)
