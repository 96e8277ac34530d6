"""What was signed off stands as it was signed off.

A sign-off that `planc sign` wrote has a digest of each thing that the SRO approved: the words, the
measure and the target of an objective, the reason for a gap, an accepted risk, who is shown what,
the closure. Layout and quotation marks are no change. The last sign-off of each thing counts.

Wrong: {what} is not as it was signed off on {day}.
Why: The SRO would answer for something else than they approved.
Do: Ask {who}. When the board has agreed to it, run planc sign; or put back what was approved.
Acts: SRO
Source: S0

Flagged: the target is another
    objectives:
      - id: OBJ-1
        statement: Halve supply at the flats
        measure: Calls a month from residents
        baseline: 22
        target: 15
        ^^^^^^
        by: 2027-03-31
        set_on: 2026-09-09
    signoffs:
      - {date: 2026-11-04, by: supt-crime, covers: [objectives], minute_ref: OCGMB 11/26, digests: [OBJ-1.target=12f516ba7b7d11ad]}
Flagged: it is gone
    signoffs:
    ^^^^^^^^
      - {date: 2026-11-04, by: supt-crime, covers: [objectives], minute_ref: OCGMB 11/26, digests: [OBJ-2.target=12f516ba7b7d11ad]}
Clean: in another layout
    objectives:
      - id: "OBJ-1"
        statement: >-
          Halve supply
          at the flats
        measure: Calls a month from residents
        baseline: 22
        target: "11"
        by: 2027-03-31
        set_on: 2026-09-09
    signoffs:
      - {date: 2026-11-04, by: supt-crime, covers: [objectives], minute_ref: OCGMB 11/26, digests: [OBJ-1.statement=9b96f57def655371, OBJ-1.target=12f516ba7b7d11ad]}
Clean: a later sign-off has what it says now
    signoffs:
      - {date: 2026-10-07, by: supt-crime, covers: [objectives], minute_ref: OCGMB 10/26, digests: [OBJ-1.target=0a1b2c3d4e5f6071]}
      - {date: 2026-11-04, by: supt-crime, covers: [objectives], minute_ref: OCGMB 11/26, digests: [OBJ-1.target=12f516ba7b7d11ad]}
"""

from collections.abc import Iterator

from planc.model.approvals import approvals, is_name, signed_things
from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.wording.day import long_day
from planc.wording.words import capital

SEVERITY = Severity.WARNING


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """A thing whose digest is not the one that was signed off, or that is gone."""
    approved = approvals(plan)
    now = signed_things(plan) if approved else {}
    who = context.title(plan.sro, "the SRO")
    for name, approval in approved.items():
        thing = now.get(name)
        if approval.signoff.date is None or (thing and thing.digest == approval.digest):
            continue
        if thing is None and not is_name(name):
            continue
        what = capital(thing.words) if thing else name
        route = thing.route if thing else ("signoffs",)
        holders = (route[:-1], ("signoffs",)) if thing else (("objectives",), ("risks",), ("gaps",))
        day = long_day(approval.signoff.date)
        yield problem(route, unless=holders, what=what, day=day, who=who)
