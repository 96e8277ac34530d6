"""Somebody stands in for the LRO.

A deputy whom the directory names beside the LRO's post counts, as one that the plan names does.
Not asked of plans at the most local tier, nor of plans that are still settling (settling_days in
planc.yaml).

Wrong: The plan names no deputy LRO.
Why: The group does not wait while the LRO is on leave.
Do: Under "team:" add "deputy_lro:" and a post; or have "deputy:" added to the LRO's post in directory.yaml.
Acts: LRO
Source: REC8929

Flagged:
    starts: 2026-10-01
    team: {soctac: di-soc-west}
    ^^^^
    threat:
      type: ocg
      areas: [drugs]
      tier: force
      assessment: Likely to keep supplying.
      local_profile: {ref: Exampleton profile 2026, date: 2026-03-18}
      mapping: {status: pending}
    requests:
      - {id: REQ-1, kind: GAIN, what: Firms that rent the flats, status: considered}
Clean:
    starts: 2026-10-01
    team: {deputy_lro: di-soc-west, soctac: di-soc-west}
    threat:
      type: ocg
      areas: [drugs]
      tier: force
      assessment: Likely to keep supplying.
      local_profile: {ref: Exampleton profile 2026, date: 2026-03-18}
      mapping: {status: pending}
    requests:
      - {id: REQ-1, kind: GAIN, what: Firms that rent the flats, status: considered}
Clean: a local plan
    starts: 2026-10-01
    team: {soctac: di-soc-west}
    threat:
      type: ocg
      areas: [drugs]
      tier: local
      assessment: Likely to keep supplying.
      local_profile: {ref: Exampleton profile 2026, date: 2026-03-18}
      mapping: {status: pending}
    requests:
      - {id: REQ-1, kind: GAIN, what: Firms that rent the flats, status: considered}
Clean: a plan that is settling until tomorrow
    starts: 2026-10-04
    team: {soctac: di-soc-west}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan

SEVERITY = Severity.WARNING


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """A settled plan above the most local tier without a deputy."""
    if not plan.in_force or not plan.is_settled(context.as_of, context.policy):
        return
    if context.policy.is_most_local(plan.tier):
        return
    if context.directory is None:
        return  # which may name one
    post = context.directory.post(plan.lro)
    if post is not None and post.deputy is not None:
        return
    if plan.team is None or plan.team.deputy_lro is None:
        yield problem(("team", "deputy_lro"))
