"""Hold begins before Clear is over.

For a Clear, Hold, Build place whose tactics say their stage.

Wrong: Every Clear tactic is done, and no live tactic belongs to Hold.
Why: A place that is cleared and not held is taken over by the next group within weeks.
Do: Add tactics with "stage: hold": patrols, guardianship, lettings, services in the place.
Acts: LRO
Source: GCHB

Flagged:
    threat:
      type: place
      tier: local
      chb_stage: clear
      ^^^^^^^^^
      assessment: Likely to be retaken.
    pursue:
      - {id: PUR-1, tactic: Warrants, stage: clear, status: complete, serves: OBJ-1, owner: di-soc-east, due: 2026-11-11}
      - {id: PUR-2, tactic: Lettings checks, stage: build, serves: OBJ-1, owner: di-soc-east, due: 2026-12-11}
    log:
      - {date: 2026-11-10, ref: PUR-1, outcome: Eight charged}
Clean:
    threat:
      type: place
      tier: local
      chb_stage: clear
      assessment: Likely to be retaken.
    pursue:
      - {id: PUR-1, tactic: Warrants, stage: clear, status: complete, serves: OBJ-1, owner: di-soc-east, due: 2026-11-11}
      - {id: PUR-2, tactic: Patrols, stage: hold, serves: OBJ-1, owner: di-soc-east, due: 2026-12-11}
    log:
      - {date: 2026-11-10, ref: PUR-1, outcome: Eight charged}
"""

from collections.abc import Iterator

from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.model.portfolio import Given

SEVERITY = Severity.WARNING


def check(plan: Plan, _given: Given) -> Iterator[Problem]:
    """A place whose Clear tactics are all done and which has no live Hold tactic."""
    if not plan.in_force or plan.threat is None or plan.threat.type != "place":
        return
    clearing = [tactic for tactic in plan.tactics if tactic.stage == "clear"]
    cleared = clearing and not any(plan.is_live(tactic) for tactic in clearing)
    if cleared and not any(tactic.stage == "hold" for tactic in plan.live_tactics):
        unless = tuple((*tactic.route, "stage") for tactic in plan.tactics)
        yield problem(("threat", "chb_stage"), unless=unless)
