"""A marking is lowered by who set it, or by the information asset owner.

Wrong: The marking was {before} and is {after} now.
Why: Everybody who handles it from now on handles it as less than it was.
Do: Ask the originator, or {owner}; keep the answer. Until then put back {before}.
Acts: LRO
Source: GSCP

Flagged:
    # plans/larch.yaml as it was
    marking: OFFICIAL-SENSITIVE - RECIPIENTS ONLY
    recipients: [supt-crime]
    # plans/larch.yaml
    marking: OFFICIAL-SENSITIVE
    ^^^^^^^
    recipients: [supt-crime]
Clean: it is raised
    marking: OFFICIAL-SENSITIVE - RECIPIENTS ONLY
    recipients: [supt-crime]
    signoffs:
      - {date: 2026-11-19, by: supt-crime, covers: [distribution], minute_ref: OCGMB 11/26 item 2}
Clean: a tactic that had one goes as well
    # plans/larch.yaml as it was
    status: draft
    pursue:
      - {id: PUR-1, tactic: Closure orders on the flats, marking: OFFICIAL-SENSITIVE, serves: OBJ-1, owner: di-soc-east, status: in progress, due: 2026-12-18}
    # plans/larch.yaml
    status: draft
    pursue:
      - {id: PUR-1, tactic: Closure orders on the flats, serves: OBJ-1, owner: di-soc-east, status: in progress, due: 2026-12-18}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.difference import PlanChange
from planc.model.finding import Problem, Severity, problem
from planc.model.marking import Marking, highest, parse_marking

SEVERITY = Severity.WARNING


def check(change: PlanChange, context: Context) -> Iterator[Problem]:
    """A marking that holds less than it did; a part without one has its plan's."""
    if change.before is None or change.after is None:
        return
    owner = context.policy.information_asset_owner or "the information asset owner"
    plan, was = change.after.plan.marking, change.before.plan.marking
    for one in change.differences:
        if one.field != "marking":
            continue
        before, after = (
            parse_marking(text or "") for text in (one.before or was, one.after or plan)
        )
        if not isinstance(before, Marking) or not isinstance(after, Marking):
            continue
        if set(_parts(highest([before, after]))) - set(_parts(after)):
            yield problem(one.route, before=before, after=after, owner=owner)


def _parts(marking: Marking) -> Iterator[str]:
    yield from ("SENSITIVE",) if marking.sensitive else ()
    yield from (*marking.handling, *marking.descriptors)
