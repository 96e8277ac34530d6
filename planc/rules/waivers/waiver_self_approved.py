"""A waiver is approved by somebody who does not answer for what it sets aside.

The SRO approves it, or somebody to whom the SRO answers. Not the LRO, not the deputy, and not the
post that owns the tactic, action or risk.

Wrong: {approver} approved this waiver and is {what}.
Why: Nobody can excuse themselves from what they answer for.
Do: Take it to the SRO, and write as approver the post that approved it.
Acts: LRO
Source: S0; planc's judgement: the SRO sets what the LRO answers for

Flagged: by the LRO
    prevent: []
    waivers:
      - rule: strand-missing
        id: prevent
        reason: The youth offer is being bought in
        approver: di-soc-east
                  ^^^^^^^^^^^
        until: 2027-01-29
Flagged: by the post that is late
    protect:
      - {id: PRO-1, tactic: Safe-home visits, serves: OBJ-1, owner: di-soc-west, due: 2026-11-20}
    waivers:
      - rule: tactic-overdue
        id: PRO-1
        reason: The visits start in the new year
        approver: di-soc-west
                  ^^^^^^^^^^^
        until: 2027-01-29
Clean: by the SRO
    protect:
      - {id: PRO-1, tactic: Safe-home visits, serves: OBJ-1, owner: di-soc-west, due: 2026-11-20}
    waivers:
      - rule: tactic-overdue
        id: PRO-1
        reason: The visits start in the new year
        approver: supt-crime
        until: 2027-01-29
Clean: by the owner of something else
    protect:
      - {id: PRO-1, tactic: Safe-home visits, serves: OBJ-1, owner: di-soc-west, due: 2026-11-20}
    waivers:
      - rule: tactic-overdue
        id: PRO-1
        reason: The visits start in the new year
        approver: council-youth-lead
        until: 2027-01-29
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.set_aside import WaiverCase

SEVERITY = Severity.ERROR


def check(case: WaiverCase, _context: Context) -> Iterator[Problem]:
    """An approver whom the waiver excuses."""
    plan, approver = case.plan, case.waiver.approver
    if approver is None or approver == plan.sro:
        return
    owners = {item.owner for item in plan.owned if item.id and item.id == case.waiver.id}
    deputy = plan.team.deputy_lro if plan.team else None
    if approver == plan.lro:
        what = "the LRO"
    elif approver == deputy:
        what = "the deputy LRO"
    elif approver in owners:
        what = f"the owner of {case.waiver.id}"
    else:
        return
    route = (*case.waiver.route, "approver")
    yield problem(route, value=True, approver=approver, what=what)
