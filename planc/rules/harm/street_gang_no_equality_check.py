"""A plan on a street gang has looked at whom it will bear on.

Wrong: The plan is on an urban street gang, and has no equality impact assessment.
Why: Who is counted as a member, and who is stopped for it, must be fair and be seen to be fair.
Do: Have the assessment done, and add "equality_impact:" with its ref, date and trigger.
Acts: LRO
Source: EA10

Flagged:
    threat:
      type: usg
      ^^^^
      tier: local
      assessment: Likely to fight over two estates.
Clean:
    threat:
      type: usg
      tier: local
      assessment: Likely to fight over two estates.
    equality_impact: {ref: EIA-9, date: 2026-10-20, trigger: A change in tactics}
Clean: an organised crime group is not asked for one
    threat:
      type: ocg
      tags: [street gang]
      tier: local
      assessment: Likely to fight over two estates.
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan

SEVERITY = Severity.WARNING


def check(plan: Plan, _context: Context) -> Iterator[Problem]:
    """An urban street gang without an equality impact assessment."""
    if not plan.in_force or plan.threat is None or plan.threat.type != "usg":
        return
    if plan.equality_impact is None or plan.equality_impact.ref is None:
        yield problem(("threat", "type"), unless=(("equality_impact", "ref"),))
