"""A waiver that is new, or lasts longer, is looked at by who approved it.

Wrong: The waiver of {what} is {how}; it says that {who} approved it.
Why: Whoever writes a plan can also write that somebody approved a waiver.
Do: Let {who} see this change, or their minute of it.
Acts: SRO
Source: planc's judgement: an approval that only its own line knows of is none

Flagged: it is new
    # plans/larch.yaml as it was
    pursue:
      - {id: PUR-1, tactic: Closure orders on the flats, serves: OBJ-1, status: in progress, due: 2026-12-18}
    # plans/larch.yaml
    waivers:
      - rule: tactic-no-owner
        ^^^^^^^^^^^^^^^^^^^^^
        id: PUR-1
        reason: The post is being filled
        approver: supt-crime
        until: 2027-01-29
Flagged: it lasts longer
    # plans/larch.yaml as it was
    pursue:
      - {id: PUR-1, tactic: Closure orders on the flats, serves: OBJ-1, status: in progress, due: 2026-12-18}
    waivers:
      - {rule: tactic-no-owner, id: PUR-1, reason: The post is being filled, approver: supt-crime, until: 2027-01-29}
    # plans/larch.yaml
    waivers:
      - {rule: tactic-no-owner, id: PUR-1, reason: The post is being filled, approver: supt-crime, until: 2027-02-05}
                                                                                                   ^^^^^
Clean: it is as it was
    # plans/larch.yaml as it was
    pursue:
      - {id: PUR-1, tactic: Closure orders on the flats, serves: OBJ-1, status: in progress, due: 2026-12-18}
    waivers:
      - {rule: tactic-no-owner, id: PUR-1, reason: The post is being filled, approver: supt-crime, until: 2027-01-29}
    # plans/larch.yaml
    log:
      - {date: 2026-11-20, ref: PUR-1, note: Interviews are next week}
Clean: what it set aside is put right, and it is taken out
    # plans/larch.yaml as it was
    pursue:
      - {id: PUR-1, tactic: Closure orders on the flats, serves: OBJ-1, status: in progress, due: 2026-12-18}
    waivers:
      - {rule: tactic-no-owner, id: PUR-1, reason: The post is being filled, approver: supt-crime, until: 2027-01-29}
    # plans/larch.yaml
    # without waivers
    pursue:
      - {id: PUR-1, tactic: Closure orders on the flats, serves: OBJ-1, owner: di-soc-east, status: in progress, due: 2026-12-18}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.difference import PlanChange
from planc.model.finding import Problem, Severity, problem

SEVERITY = Severity.INFO


def check(change: PlanChange, context: Context) -> Iterator[Problem]:
    """A waiver that was not there, or says other things than it did."""
    if change.before is None or change.after is None:
        return
    waivers = {f"{w.rule or ''} of {w.id or ''}": w for w in change.after.plan.waivers}
    told: set[str] = set()
    for one in change.of("waivers"):
        waiver = waivers.get(one.id)
        if waiver is None or one.id in told:
            continue
        told.add(one.id)
        what, who = one.id.replace(" of ", " for "), context.title(waiver.approver, "nobody")
        how = "new" if one.kind == "added" else "another than it was"
        yield problem(one.route, what=what, how=how, who=who)
