"""Somebody is finding out what is not known.

Wrong: {id} has no {missing}.
Why: A gap that nobody is tasked to fill stays a gap.
Do: Under {id} add {add}.
Acts: LRO
Source: LANC

Flagged:
    intelligence_gaps:
      - {id: INT-1, requirement_ref: IR-2026-04, owner: di-soc-east}
         ^^^^^^^^^
Clean:
    intelligence_gaps:
      - {id: INT-1, requirement_ref: IR-2026-04, owner: di-soc-east, tactic: PUR-1}
Clean: no reference to the requirement is asked for
    intelligence_gaps:
      - {id: INT-1, owner: di-soc-east, tactic: PRO-1}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.wording.words import every

SEVERITY = Severity.WARNING

_STUBS = {"owner": '"owner:" with a post', "tactic": '"tactic:" with the tactic that will fill it'}


def check(plan: Plan, _context: Context) -> Iterator[Problem]:
    """An intelligence gap without an owner or a tactic."""
    if not plan.in_force:
        return
    for gap in plan.intelligence_gaps:
        parts = {"owner": gap.owner, "tactic": gap.tactic}
        missing = [name for name, value in parts.items() if value is None]
        if missing:
            unless = tuple((*gap.route, name) for name in missing)
            yield problem(
                gap.route,
                unless=unless,
                id=gap.id,
                missing=" and no ".join(missing),
                add=every([_STUBS[name] for name in missing]),
            )
