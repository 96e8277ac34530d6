"""The plan says what the threat is.

Wrong: The plan does not say what the threat is.
Why: Tactics can be weighed only against a threat that somebody has put into words.
Do: Under "threat:" add "assessment:", three lines with PHIA words for likelihood.
Acts: LRO
Source: S0

Flagged:
    threat:
    ^^^^^^
      type: ocg
      areas: [drugs]
      tier: force
Flagged:
    # without threat
    planc: 1
    ^^^^^^^^
Clean:
    threat:
      type: ocg
      areas: [drugs]
      tier: local
      assessment: Likely to keep supplying from three rented flats.
Clean: a line will do, and neither area nor tier is asked for
    threat:
      assessment: Likely to keep supplying.
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan

SEVERITY = Severity.ERROR


def check(plan: Plan, _context: Context) -> Iterator[Problem]:
    """No assessment, or no threat at all."""
    if not plan.in_force:
        return
    if plan.threat is None or plan.threat.assessment is None:
        yield problem(("threat", "assessment"))
