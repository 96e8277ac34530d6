"""Every strand with live tactics is worked on.

After how many days without a line in the log a strand counts as stalled is local policy
(stalled_days in planc.yaml). A plan younger than that is left alone.

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
      - {date: 2026-11-10, ref: PUR-1, note: Notices drafted}
      - {date: 2026-08-12, ref: PRE-1, note: Ten pupils matched}
      - {date: 2026-11-10, ref: PRO-1, note: Twelve visits made}
      - {date: 2026-11-10, ref: PPR-1, note: Two flats held ready}
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
      - {date: 2026-11-10, ref: PUR-1, note: Notices drafted}
      - {date: 2026-10-12, ref: PRE-1, note: Ten pupils matched}
      - {date: 2026-11-10, ref: PRO-1, note: Twelve visits made}
      - {date: 2026-11-10, ref: PPR-1, note: Two flats held ready}
    threat:
      type: ocg
      areas: [drugs]
      tier: local
      assessment: Likely to keep supplying.
      local_profile: {ref: Exampleton profile 2026, date: 2026-03-18}
      mapping: {status: pending}
    requests:
      - {id: REQ-1, kind: GAIN, what: Firms that rent the flats, status: considered}
Clean: a new plan
    starts: 2026-10-07
"""

from collections.abc import Iterator

from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.model.portfolio import Given
from planc.model.tactic import STRANDS
from planc.model.words import count

SEVERITY = Severity.WARNING


def check(plan: Plan, given: Given) -> Iterator[Problem]:
    """A strand whose live tactics have no recent entry in the log."""
    most = given.policy.numbers.stalled_days
    if not plan.in_force or plan.days_old(given.as_of) <= most:
        return
    for strand in STRANDS:
        live = [tactic for tactic in plan.strand(strand) if plan.is_live(tactic)]
        if not live or any(t.starts and t.starts > given.as_of for t in live):
            continue
        said = [e.date for t in plan.strand(strand) for e in plan.entries_about(t.id) if e.date]
        quiet = (given.as_of - max(said, default=plan.starts or given.as_of)).days
        if quiet > most:
            yield problem((strand,), strand=strand.capitalize(), days=count(quiet, "day"))
