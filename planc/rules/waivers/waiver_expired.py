"""A waiver has not ended while there is something for it to set aside.

The day it names is its last. From the next day on the finding counts again.

Wrong: The waiver of {rule} for {id} ended on {day}, and the finding counts again.
Why: The time that was given to put it right is over.
Do: Put it right and take the waiver out; or ask the SRO, and write the new day and reason.
Acts: LRO
Source: planc's judgement: what is set aside comes back to whoever decided it

Flagged: yesterday was its last day
    pursue:
      - {id: PUR-1, tactic: Closure orders on the flats, serves: OBJ-1, due: 2026-12-18}
    waivers:
      - rule: tactic-no-owner
        id: PUR-1
        reason: The post is being filled
        approver: supt-crime
        until: 2026-11-21
        ^^^^^
Clean: another waiver of the same finding is in force
    pursue:
      - {id: PUR-1, tactic: Closure orders on the flats, serves: OBJ-1, due: 2026-12-18}
    waivers:
      - rule: tactic-no-owner
        id: PUR-1
        reason: The post is being filled; the SRO gave more time
        approver: supt-crime
        until: 2027-01-29
Clean: today is its last day
    # planc.yaml
    rules: {waiver-ends-soon: {severity: off, reason: Told by the coordinator}}
    # plans/larch.yaml
    pursue:
      - {id: PUR-1, tactic: Closure orders on the flats, serves: OBJ-1, due: 2026-12-18}
    waivers:
      - rule: tactic-no-owner
        id: PUR-1
        reason: The post is being filled
        approver: supt-crime
        until: 2026-11-22
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.set_aside import WaiverCase
from planc.wording.day import long_day

SEVERITY = Severity.ERROR


def check(case: WaiverCase, context: Context) -> Iterator[Problem]:
    """A waiver whose last day is over, of a finding that is still there."""
    waiver = case.waiver
    if case.has_finding and waiver.until and waiver.until < context.as_of:
        day = long_day(waiver.until)
        yield problem((*waiver.route, "until"), rule=waiver.rule, id=waiver.id, day=day)
