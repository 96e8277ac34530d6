"""A score says how sure the scorer is.

Wrong: The last score does not say with how much confidence it was given.
Why: A board weighs a score of high confidence and one of low confidence differently.
Do: Beside the score add "confidence:" with low, medium or high.
Acts: OCG coordinator
Source: MOR

Flagged:
    threat:
      type: ocg
      areas: [drugs]
      tier: local
      assessment: Likely to keep supplying.
      local_profile: {ref: Exampleton profile 2026, date: 2026-03-18}
      scores: [{date: 2026-09-30, scheme: MoRiLE tactical, total: 41}]
                ^^^^^^^^^^^^^^^^
Clean: an older score may go without, wherever it stands
    threat:
      type: ocg
      areas: [drugs]
      tier: local
      assessment: Likely to keep supplying.
      local_profile: {ref: Exampleton profile 2026, date: 2026-03-18}
      scores:
        - {date: 2026-09-30, scheme: MoRiLE tactical, total: 41, confidence: high}
        - {date: 2026-06-30, scheme: MoRiLE tactical, total: 41}
Clean: a plan without a score is another rule's
    threat:
      type: ocg
      areas: [drugs]
      tier: local
      assessment: Likely to keep supplying.
      local_profile: {ref: Exampleton profile 2026, date: 2026-03-18}
      mapping: {status: pending}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan

SEVERITY = Severity.WARNING


def check(plan: Plan, _context: Context) -> Iterator[Problem]:
    """The last score has no confidence."""
    if plan.in_force and plan.threat and plan.threat.dated_scores:
        _, last = plan.threat.dated_scores[-1]
        if last.confidence is None:
            unless = tuple((*score.route, "date") for score in plan.threat.scores)
            yield problem((*last.route, "confidence"), unless=unless)
