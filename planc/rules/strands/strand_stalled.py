"""Every strand with live tactics is worked on.

After how many days without a line in the log a strand counts as stalled is local policy
(stalled_days in planc.yaml). What is logged about an action that serves
one of the tactics counts, and so does a disruption under the strand. A tactic that has not been
running for that long is left alone, and so is a plan. A plan in monitoring has as long as lies
between its reviews, and a check of the strand that is still to come says when it is looked at next.

Wrong: Nothing has been logged about {strand} for {days}.
Why: A strand that nobody writes about is as good as empty, however many tactics it lists.
Do: Write in the log what was done about one of its tactics, or say why nothing was.
Acts: LRO
Source: STF

Flagged: no line about Prevent since August
    starts: 2026-03-04
    prevent:
    ^^^^^^^
      - {id: PRE-1, tactic: Mentoring for excluded pupils, serves: OBJ-1, owner: council-youth-lead, due: 2027-01-29}
    log:
      - {date: 2026-11-10, ref: PUR-1, status: in progress}
      - {date: 2026-08-12, ref: PRE-1, status: in progress}
      - {date: 2026-11-10, ref: PRO-1, status: in progress}
      - {date: 2026-11-10, ref: PPR-1, status: in progress}
    threat:
      type: ocg
      areas: [drugs]
      tier: local
      assessment: Likely to keep supplying.
      local_profile: {ref: Exampleton profile 2026, date: 2026-03-18}
      mapping: {status: pending}
    requests:
      - {id: REQ-1, kind: GAIN, what: Firms that rent the flats, status: considered}
Clean: a line about any of its tactics will do
    starts: 2026-03-04
    log:
      - {date: 2026-11-10, ref: PUR-1, status: in progress}
      - {date: 2026-10-12, ref: PRE-1, status: in progress}
      - {date: 2026-11-10, ref: PRO-1, status: in progress}
      - {date: 2026-11-10, ref: PPR-1, status: in progress}
    threat:
      type: ocg
      areas: [drugs]
      tier: local
      assessment: Likely to keep supplying.
      local_profile: {ref: Exampleton profile 2026, date: 2026-03-18}
      mapping: {status: pending}
    requests:
      - {id: REQ-1, kind: GAIN, what: Firms that rent the flats, status: considered}
Clean: nothing was logged about Prevent, and its tactic has only just begun
    starts: 2026-03-04
    prevent:
      - {id: PRE-1, tactic: Mentoring for excluded pupils, serves: OBJ-1, owner: council-youth-lead, starts: 2026-10-07, due: 2027-01-29}
    log:
      - {date: 2026-11-10, ref: PUR-1, status: in progress}
      - {date: 2026-11-10, ref: PRO-1, status: in progress}
      - {date: 2026-11-10, ref: PPR-1, status: in progress}
    threat:
      type: ocg
      areas: [drugs]
      tier: local
      assessment: Likely to keep supplying.
      local_profile: {ref: Exampleton profile 2026, date: 2026-03-18}
      mapping: {status: pending}
    requests:
      - {id: REQ-1, kind: GAIN, what: Firms that rent the flats, status: considered}
Clean: in monitoring, and the next check is agreed
    status: monitoring
    starts: 2026-03-04
    prevent:
      - {id: PRE-1, tactic: Mentoring for excluded pupils, serves: OBJ-1, owner: council-youth-lead, next_check: 2027-01-20}
    log:
      - {date: 2026-11-10, ref: PUR-1, status: in progress}
      - {date: 2026-08-12, ref: PRE-1, status: in progress}
      - {date: 2026-11-10, ref: PRO-1, status: in progress}
      - {date: 2026-11-10, ref: PPR-1, status: in progress}
    threat:
      type: ocg
      areas: [drugs]
      tier: local
      assessment: Likely to keep supplying.
      local_profile: {ref: Exampleton profile 2026, date: 2026-03-18}
      mapping: {status: pending}
    requests:
      - {id: REQ-1, kind: GAIN, what: Firms that rent the flats, status: considered}
Clean: a new plan, in which nothing has been logged about any strand
    starts: 2026-10-07
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.log import Entry
from planc.model.plan import Plan
from planc.model.tactic import STRANDS, Strand
from planc.wording.words import count

SEVERITY = Severity.WARNING


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """A strand whose live tactics have no recent entry in the log."""
    most = context.policy.numbers.stalled_days
    if not plan.in_force or plan.starts is None:
        return
    if plan.status == "monitoring":
        most = max(most, context.policy.review_days(plan.tier))
    for strand in STRANDS:
        tactics = plan.strand(strand)
        if not any(plan.is_live(tactic) for tactic in tactics):
            continue
        entries = _entries_about(plan, strand)
        days = [entry.date for entry in entries] + [tactic.starts for tactic in tactics]
        quiet = (context.as_of - max([plan.starts, *(day for day in days if day)])).days
        blocked = entries and entries[-1].status == "blocked"  # of which another rule speaks
        if quiet > most and not blocked and not _check_is_set(plan, strand, context):
            unless = tuple(route for tactic in tactics for route in plan.told_by(tactic))
            long = count(quiet, "day")
            yield problem((strand,), unless=unless, strand=strand.capitalize(), days=long)


def _entries_about(plan: Plan, strand: Strand) -> list[Entry]:
    """The entries of the log about the strand, its tactics, or an action about one of these."""
    ids = {tactic.id for tactic in plan.strand(strand)}
    ids |= {action.id for action in plan.actions if action.about in ids}
    return [entry for entry in plan.entries if entry.ref in ids or entry.strand == strand]


def _check_is_set(plan: Plan, strand: Strand, context: Context) -> bool:
    """Whether the plan is only watched, and the day is set on which the strand is next."""
    if plan.status != "monitoring":
        return False
    last = context.policy.numbers.review_cap_days
    checks = [plan.next_check_of(t) for t in plan.strand(strand) if plan.is_live(t)]
    return any(day and 0 <= (day - context.as_of).days <= last for day in checks)
