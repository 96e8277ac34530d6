"""Each of the four Ps has a live tactic, or a reason that the SRO accepted.

A strand with nothing in it may be right: there may be no known victims to protect yet. Then the
plan says so, with a reason that the SRO accepted and a day on which to look again. In a plan that
is in monitoring, a tactic that is complete and came to something is reason enough. What is only
proposed fills no strand of a plan that is agreed.

Wrong: {strand} has {what}, and {reason}.
Why: A plan that leaves a strand blank looks finished when nobody has thought about that strand.
Do: Add a tactic under "{key}:"; or under "gaps:" write {key}: {reason: …, accepted_on: …, look_again: …}.
Acts: LRO
Source: S0; REC8929

Flagged: nothing under Prevent, and no reason
    prevent: []
    ^^^^^^^
Flagged: a reason that the SRO has not accepted
    prevent: []
    ^^^^^^^
    gaps:
      finance: {reason: The group pays in kind, accepted_on: 2026-10-14}
      prevent: {reason: No young people known to be at risk}
Flagged: the only tactic is done
    prevent:
    ^^^^^^^
      - {id: PRE-1, tactic: Mentoring for excluded pupils, serves: OBJ-1, owner: council-youth-lead, due: 2027-01-29, status: complete}
    log:
      - {date: 2026-11-18, ref: PRE-1, status: complete, outcome: "Eight pupils back in school"}
Clean: in monitoring, and the work was done
    status: monitoring
    prevent:
      - {id: PRE-1, tactic: Mentoring for excluded pupils, serves: OBJ-1, owner: council-youth-lead, due: 2027-01-29, status: complete}
    log:
      - {date: 2026-11-18, ref: PRE-1, status: complete, outcome: "Eight pupils back in school"}
Clean: a reason that the SRO accepted
    prevent: []
    gaps:
      finance: {reason: The group pays in kind, accepted_on: 2026-10-14}
      prevent: {reason: No young people known to be at risk, accepted_on: 2026-11-04, look_again: 2027-01-06}
Flagged: what nobody has agreed to
    prevent:
    ^^^^^^^
      - {id: PRE-1, tactic: Mentoring for excluded pupils, serves: OBJ-1, owner: council-youth-lead, due: 2027-01-29, status: proposed}
Clean: one live tactic beside one that is done
    prevent:
      - {id: PRE-1, tactic: Mentoring for excluded pupils, serves: OBJ-1, owner: council-youth-lead, due: 2027-01-29}
      - {id: PRE-2, tactic: Assembly at the academy, serves: OBJ-1, owner: council-youth-lead, due: 2026-10-30, status: complete}
    log:
      - {date: 2026-10-30, ref: PRE-2, outcome: "All of year 9 heard it"}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.model.tactic import STRANDS, Strand

SEVERITY = Severity.ERROR


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """A strand with too few live tactics."""
    if not plan.in_force:
        return
    least = context.policy.numbers.strand_tactics
    for strand in STRANDS:
        live = sum(plan.counts(tactic) for tactic in plan.strand(strand))
        proposed = any(plan.is_live(tactic) for tactic in plan.strand(strand)) and not live
        gap = plan.gaps.strand(strand) if plan.gaps else None
        if live >= least or (gap and gap.reason and gap.accepted_on):
            continue
        yield problem(
            (strand,),
            unless=(("gaps", strand, "reason"), ("gaps", strand, "accepted_on")),
            strand=strand.capitalize(),
            key=strand,
            what=_what(live, least, proposed=proposed),
            reason="a reason that the SRO has not accepted" if gap else "no reason why",
            do=_do(strand, proposed=proposed, reasoned=gap is not None),
        )


def _what(live: int, least: int, *, proposed: bool) -> str:
    if live:
        return f"only {live} of {least} live tactics"
    return "nothing but what is proposed" if proposed else "no live tactic"


def _do(strand: Strand, *, proposed: bool, reasoned: bool) -> str | None:
    if reasoned:
        return f'When the SRO has accepted it, under "gaps:", "{strand}:" add accepted_on and the day; or add a tactic.'
    if proposed:
        return 'Once the tactic is agreed, write in the log its ref and "status: approved".'
    return None
