"""What the SRO approved of an objective changes with the SRO.

The words of an objective, how it is measured, its target and its day are the SRO's. A sign-off, a
decision of the SRO, or a new day under set_on, in the same change, says that they agreed.

Wrong: {id}: {what}, and nothing here says that the SRO agreed.
Why: The board would hold the plan to something that nobody approved.
Do: Ask {who}. When they have agreed, record it with the minute: planc sign; or put back what was.
Acts: SRO
Source: S0

Flagged: the target
    objectives:
      - id: OBJ-1
        statement: Halve supply at the flats
        measure: Calls a month from residents
        baseline: 22
        target: 15
        ^^^^^^
        by: 2027-03-31
        set_on: 2026-09-09
Flagged: the words
    objectives:
      - id: OBJ-1
        statement: Look into supply at the flats
        ^^^^^^^^^
        measure: Calls a month from residents
        baseline: 22
        target: 11
        by: 2027-03-31
        set_on: 2026-09-09
Flagged: an objective is gone
    # plans/larch.yaml as it was
    objectives:
      - {id: OBJ-1, statement: Halve supply at the flats, measure: Calls a month from residents, baseline: 22, target: 11, by: 2027-03-31, set_on: 2026-09-09}
      - {id: OBJ-2, statement: Rehouse the tenants, measure: Tenants rehoused, baseline: 0, target: 3, by: 2027-03-31, set_on: 2026-09-09}
    pursue:
      - {id: PUR-1, tactic: Closure orders on the flats, serves: [OBJ-1, OBJ-2], owner: di-soc-east, status: in progress, due: 2026-12-18}
    # plans/larch.yaml
    objectives:
    ^^^^^^^^^^
      - {id: OBJ-1, statement: Halve supply at the flats, measure: Calls a month from residents, baseline: 22, target: 11, by: 2027-03-31, set_on: 2026-09-09}
    pursue:
      - {id: PUR-1, tactic: Closure orders on the flats, serves: OBJ-1, owner: di-soc-east, status: in progress, due: 2026-12-18}
Clean: the SRO signed it off in the same change
    objectives:
      - id: OBJ-1
        statement: Halve supply at the flats
        measure: Calls a month from residents
        baseline: 22
        target: 15
        by: 2027-03-31
        set_on: 2026-09-09
    signoffs:
      - {date: 2026-11-20, by: supt-crime, covers: [objectives], minute_ref: OCGMB 11/26 item 2}
Clean: the words are laid out in another way
    objectives:
      - id: OBJ-1
        statement: >-
          Halve supply
          at the flats
        measure: "Calls a month from residents"
        baseline: 22
        target: 11
        by: 2027-03-31
        set_on: 2026-09-09
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.difference import PlanChange
from planc.model.finding import Problem, Severity, problem

SEVERITY = Severity.WARNING

_WHAT = {
    "statement": "its words changed",
    "measure": "its measure changed",
    "judgement.would_see": "how it is judged changed",
    "judgement.assessed_by": "who judges it changed",
    "baseline": "its baseline changed",
    "target": "its target changed",
    "by": "its day changed",
}


def check(change: PlanChange, context: Context) -> Iterator[Problem]:
    """An objective that says another thing, or is gone, without the SRO's word."""
    before = change.approved_before
    if before is None or change.after is None or change.is_agreed(context, "objectives"):
        return
    who = context.title(change.after.plan.sro, "the SRO")
    set_again = {one.id for one in change.of("objectives", "set_on")}
    for one in change.of("objectives"):
        what = "it was taken out" if one.kind == "deleted" else _WHAT.get(one.field)
        if what and one.id not in set_again:
            yield problem(one.route or ("objectives",), id=one.id, what=what, who=who)
