"""Objectives are served by more than Pursue.

Off until a force switches it on in planc.yaml.

Wrong: Every objective is served by tactics under Pursue alone.
Why: What the other three are for is nowhere in the plan, so nobody is asked whether it was reached.
Do: Have the SRO set an objective that Prevent, Protect or Prepare serves.
Acts: SRO
Source: REC8929

Flagged:
    # planc.yaml
    rules:
      objective-all-pursue: {severity: info, reason: Tried out by this force}
    # plans/larch.yaml
    objectives:
    ^^^^^^^^^^
      - {id: OBJ-1, statement: Halve supply at the flats, measure: Calls a month, baseline: 22, target: 11, by: 2027-03-31, set_on: 2026-09-09}
    pursue:
      - {id: PUR-1, tactic: Closure orders on the flats, serves: OBJ-1, owner: council-housing, status: in progress, due: 2026-12-18}
    prevent: []
    protect: []
    prepare: []
    gaps:
      prevent: {reason: No cohort is known, accepted_on: 2026-10-07}
      protect: {reason: No victim is known, accepted_on: 2026-10-07}
      prepare: {reason: The council's own plan covers it, accepted_on: 2026-10-07}
      finance: {reason: The group pays in kind, accepted_on: 2026-10-07}
Clean: one is served by Protect as well
    # planc.yaml
    rules:
      objective-all-pursue: {severity: info, reason: Tried out by this force}
    # plans/larch.yaml
    objectives:
      - {id: OBJ-1, statement: Halve supply at the flats, measure: Calls a month, baseline: 22, target: 11, by: 2027-03-31, set_on: 2026-09-09}
    pursue:
      - {id: PUR-1, tactic: Closure orders on the flats, serves: OBJ-1, owner: council-housing, status: in progress, due: 2026-12-18}
Clean: a draft
    # planc.yaml
    rules:
      objective-all-pursue: {severity: info, reason: Tried out by this force}
    # plans/larch.yaml
    status: draft
    objectives:
      - {id: OBJ-1, statement: Halve supply at the flats, measure: Calls a month, baseline: 22, target: 11, by: 2027-03-31, set_on: 2026-09-09}
    pursue:
      - {id: PUR-1, tactic: Closure orders on the flats, serves: OBJ-1, owner: council-housing, status: in progress, due: 2026-12-18}
    prevent: []
    protect: []
    prepare: []
    gaps:
      prevent: {reason: No cohort is known, accepted_on: 2026-10-07}
      protect: {reason: No victim is known, accepted_on: 2026-10-07}
      prepare: {reason: The council's own plan covers it, accepted_on: 2026-10-07}
      finance: {reason: The group pays in kind, accepted_on: 2026-10-07}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan

SEVERITY = Severity.INFO
STATUS = "off"


def check(plan: Plan, _context: Context) -> Iterator[Problem]:
    """Objectives that only Pursue serves."""
    if not plan.agreed:
        return
    serving = {tactic.strand for tactic in plan.live_tactics if tactic.serves}
    if serving == {"pursue"} and plan.objectives:
        yield problem(("objectives",))
