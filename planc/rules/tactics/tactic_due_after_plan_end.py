"""No tactic is due after the plan ends.

Wrong: {id} is due on {day}, after the plan ends on {end}.
Why: Nobody will hold it to a date on which the plan is no longer there.
Do: Bring it forward in the log; or ask the board to let the plan run on, and change "ends:".
Acts: LRO
Source: STF

Flagged:
    ends: 2027-01-31
    objectives:
      - {id: OBJ-1, statement: Halve supply, measure: Calls a month, baseline: 22, target: 11, by: 2027-01-31, set_on: 2026-09-09}
    pursue:
      - id: PUR-1
        tactic: Cash seizures
        kind: financial
        success: Half of it kept
        serves: OBJ-1
        owner: di-soc-east
        due: 2027-02-01
        ^^^
Clean: due on the last day
    ends: 2027-01-31
    pursue:
      - {id: PUR-1, tactic: Cash seizures, kind: financial, success: Half of it kept, serves: OBJ-1, owner: di-soc-east, due: 2027-01-31}
Clean: the log has brought it forward
    ends: 2027-01-31
    prevent:
      - {id: PRE-1, tactic: Mentoring for excluded pupils, serves: OBJ-1, owner: council-youth-lead, due: 2027-03-26}
    log:
      - {date: 2026-11-18, ref: PRE-1, due: 2027-01-29, because: Term ends sooner}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.wording.day import long_day

SEVERITY = Severity.WARNING


def check(plan: Plan, _context: Context) -> Iterator[Problem]:
    """A live tactic whose due date lies beyond the end of the plan."""
    if not plan.in_force or plan.ends is None:
        return
    for tactic in plan.live_tactics:
        due = plan.due_of(tactic)
        if due and due > plan.ends:
            move = plan.move_of(tactic, "due")
            yield problem(
                (*tactic.route, "due"),
                unless=plan.told_by(tactic, "due"),
                related=(((*move.route, "due"), "the date that counts"),) if move else (),
                id=tactic.id,
                day=long_day(due),
                end=long_day(plan.ends),
            )
