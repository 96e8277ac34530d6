"""The Government Agency Intelligence Network was thought of.

Not asked of plans that are still settling (settling_days in planc.yaml).

Wrong: The plan on this group does not say whether a GAIN request was considered.
Why: Some twenty agencies hold information on groups, and one coordinator brings their answers together.
Do: Under "requests:" add one with "kind: GAIN"; "status: considered" is a proper answer.
Acts: LRO
Source: S1; GAINY

Flagged:
    starts: 2026-10-01
    threat:
      type: ocg
      ^^^^
      areas: [drugs]
      tier: local
      assessment: Likely to keep supplying.
      local_profile: {ref: Exampleton profile 2026, date: 2026-03-18}
      mapping: {status: pending}
Clean:
    starts: 2026-10-01
    threat:
      type: ocg
      areas: [drugs]
      tier: local
      assessment: Likely to keep supplying.
      local_profile: {ref: Exampleton profile 2026, date: 2026-03-18}
      mapping: {status: pending}
    requests:
      - {id: REQ-1, kind: GAIN, what: Businesses linked to the flats, status: considered}
Clean: no group
    starts: 2026-10-01
    threat:
      type: priority individual
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

SEVERITY = Severity.INFO


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """A settled plan on a group without a GAIN request."""
    if not plan.in_force or plan.threat is None or plan.threat.type != "ocg":
        return
    if any(request.kind == "GAIN" for request in plan.requests):
        return
    if plan.is_settled(context.as_of, context.policy):
        unless = tuple((*request.route, "kind") for request in plan.requests)
        yield problem(("threat", "type"), unless=(("requests",), *unless))
