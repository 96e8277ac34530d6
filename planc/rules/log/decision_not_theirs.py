"""A decision was taken by a post that may take it.

The SRO, the LRO and the deputy may, the SIO, the chair of a board, and who owns or supports what it
is about. Decisions from before the present LRO or SRO are left alone.

Wrong: {decision} was taken by {by}, who has no such part in the plan.
Why: A decision binds those who have to carry it out only if it was theirs to take.
Do: Have the LRO or the SRO take it, and say so in the log; or put the post right.
Acts: LRO
Source: planc's judgement: who may decide is asked first when a decision is looked into

Flagged:
    log:
      - {date: 2026-11-10, id: DEC-1, decision: Delay phase 2, because: Victims are not safe, rejected: Go now, by: council-youth-lead}
                                                                                                                ^^
Clean: the owner decides about their own tactic
    log:
      - {date: 2026-11-10, id: DEC-1, ref: PRE-1, decision: Take on two mentors more, because: The list is long, rejected: Wait, by: council-youth-lead}
Clean: the SIO
    team: {sio: di-soc-west}
    log:
      - {date: 2026-11-10, id: DEC-1, decision: Delay phase 2, because: Victims are not safe, rejected: Go now, by: di-soc-west}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.log import Entry
from planc.model.plan import Plan

SEVERITY = Severity.WARNING
STATUS = "preview"


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """A decision by a post that neither leads the plan nor answers for what it is about."""
    if not plan.agreed or plan.sro is None or plan.lro is None:
        return
    since = max((day for day in (plan.sro_from, plan.lro_since) if day), default=None)
    for entry in plan.decisions:
        if entry.by is None or entry.date is None or (since and entry.date < since):
            continue
        if _may(plan, entry, entry.by, context):
            continue
        name = entry.id or "This decision"
        unless = ((*entry.route, "ref"), ("sro",), ("lro",), ("sro_since",), ("team",))
        yield problem((*entry.route, "by"), unless=unless, decision=name, by=entry.by)


def _may(plan: Plan, entry: Entry, by: str, context: Context) -> bool:
    team = plan.team
    leading = [plan.sro, plan.lro, *((team.sio, team.deputy_lro) if team else ())]
    about = [item for item in plan.owned if item.id and item.id == entry.ref]
    theirs = [post for item in about for post in (item.owner, *getattr(item, "support", ()))]
    if by in leading or by in theirs:
        return True
    return entry.date is None or context.authority(plan, entry.date).may_agree(by)
