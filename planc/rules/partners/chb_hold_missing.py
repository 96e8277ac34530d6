"""Hold begins before Clear is over, and goes on while the place is held.

For a Clear, Hold, Build place whose tactics say their stage.

Wrong: {what}, and no live tactic belongs to Hold.
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
Flagged: it is to be held
    threat:
      type: place
      tier: local
      chb_stage: hold
      ^^^^^^^^^
      assessment: Likely to be retaken.
    pursue:
      - {id: PUR-1, tactic: Closure orders on the flats, stage: clear, serves: OBJ-1, owner: di-soc-east, status: in progress, due: 2026-12-11}
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
Clean: one Clear tactic is still to be done
    threat:
      type: place
      tier: local
      chb_stage: clear
      assessment: Likely to be retaken.
    pursue:
      - {id: PUR-1, tactic: Warrants, stage: clear, serves: OBJ-1, owner: di-soc-east, due: 2026-11-11}
      - {id: PUR-2, tactic: Closure orders, stage: clear, serves: OBJ-1, owner: di-soc-east, due: 2026-12-11}
    log:
      - {date: 2026-11-10, ref: PUR-1, status: complete, outcome: Eight charged}
Clean: the place has been held, and is being built up
    threat:
      type: place
      tier: local
      chb_stage: build
      assessment: Unlikely to be retaken.
    pursue:
      - {id: PUR-1, tactic: Warrants, stage: clear, status: complete, serves: OBJ-1, owner: di-soc-east, due: 2026-10-20}
      - {id: PUR-2, tactic: Patrols, stage: hold, status: complete, serves: OBJ-1, owner: di-soc-east, due: 2026-11-11}
      - {id: PUR-3, tactic: Lettings with checks, stage: build, serves: OBJ-1, owner: council-housing, due: 2026-12-11}
    log:
      - {date: 2026-10-20, ref: PUR-1, outcome: Eight charged}
      - {date: 2026-11-11, ref: PUR-2, outcome: No calls for three weeks}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.model.tactic import DONE, Tactic

SEVERITY = Severity.WARNING


def check(plan: Plan, _context: Context) -> Iterator[Problem]:
    """A place whose Clear tactics are all done and which has no live Hold tactic."""
    if not plan.in_force or plan.threat is None or plan.threat.type != "place":
        return
    clear = {plan.status_of(tactic) for tactic in plan.tactics if _stage(tactic) == "clear"}
    hold = [tactic for tactic in plan.tactics if _stage(tactic) == "hold"]
    holding = any(plan.counts(tactic) for tactic in hold)
    built = plan.threat.chb_stage == "build" and bool(hold)  # Hold may be over by then
    cleared = "complete" in clear and clear <= {*DONE}
    held = plan.threat.chb_stage == "hold" and bool(clear or hold)
    if (cleared or held) and not holding and not built:
        what = "Every Clear tactic is done" if cleared else "The place is at Hold"
        routes = [
            route
            for t in plan.tactics
            for route in ((*t.route, "stage"), (*t.route, "aim"), *plan.told_by(t))
        ]
        yield problem(("threat", "chb_stage"), unless=tuple(routes), what=what)


def _stage(tactic: Tactic) -> str:
    """The stage of a tactic; many write it as its aim."""
    return tactic.stage or (tactic.aim or "").casefold()
