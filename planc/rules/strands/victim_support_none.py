"""Where people are exploited, somebody looks after them.

Wrong: People are exploited or children at risk, and no live tactic under Protect or Prepare looks after them.
Why: Victims who are not looked after go back to the group, and do not give evidence.
Do: Under "protect:" or "prepare:" add a tactic with "kind: safeguarding" or "kind: victim support".
Acts: LRO
Source: MAID

Flagged:
    threat:
      type: ocg
      areas: [msht]
      tier: local
      assessment: Likely to keep workers in debt at two car washes.
    partners:
      - {organisation: exampleton-council, since: 2026-09-09}
    protect:
    ^^^^^^^
      - {id: PRO-1, tactic: Visits to car washes, kind: target hardening, serves: OBJ-1, owner: di-soc-west, due: 2026-12-11}
    safeguarding: {lead: council-housing, plan_ref: SG-12}
Clean:
    threat:
      type: ocg
      areas: [msht]
      tier: local
      assessment: Likely to keep workers in debt at two car washes.
    partners:
      - {organisation: exampleton-council, since: 2026-09-09}
    protect:
      - {id: PRO-1, tactic: A safe place for each worker, kind: safeguarding, serves: OBJ-1, owner: council-housing, due: 2026-12-11}
Clean: support under Prepare, by a partner, for children at risk of a drugs group
    threat:
      type: ocg
      areas: [drugs]
      cyp_at_risk: true
      tier: local
      assessment: Likely to keep using children to carry drugs.
    prepare:
      - {id: PPR-1, tactic: A worker for each child found, kind: victim support, serves: OBJ-1, owner: council-housing, due: 2026-12-11}
Clean: nobody is exploited
    threat:
      type: ocg
      areas: [drugs]
      tier: local
      assessment: Likely to keep supplying.
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan

SEVERITY = Severity.WARNING


def check(plan: Plan, _context: Context) -> Iterator[Problem]:
    """An exploiting threat without safeguarding or victim support in Protect or Prepare."""
    if not plan.in_force or not plan.exploits:
        return
    caring = ("safeguarding", "victim support")
    tactics = (*plan.protect, *plan.prepare)
    if not any(tactic.kind in caring and plan.counts(tactic) for tactic in tactics):
        routes = [route for tactic in tactics for route in plan.told_by(tactic, "kind")]
        kinds = [(*tactic.route, "kind") for tactic in tactics]
        yield problem(("protect",), unless=(("prepare",), *kinds, *routes))
