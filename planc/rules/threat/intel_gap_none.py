"""A plan on a group says what is not known.

Off until a force switches it on in planc.yaml. After a year without a single intelligence gap.

Wrong: The plan started on {day}, and names no intelligence gap.
Why: A group of which everything is known would be in prison.
Do: Ask the intelligence lead; add "intelligence_gaps:" with the reference of the requirement.
Acts: LRO
Source: LANC

Flagged:
    # planc.yaml
    rules:
      intel-gap-none: {severity: info, reason: Tried out by this force}
    # plans/larch.yaml
    starts: 2025-11-20
    team: {deputy_lro: di-soc-west, soctac: di-soc-west}
    requests:
      - {id: REQ-1, kind: GAIN, what: Firms that rent the flats, status: considered}
    threat:
      type: ocg
      areas: [drugs]
      tier: force
      assessment: Likely to keep supplying.
      local_profile: {ref: Exampleton profile 2026, date: 2026-03-18}
      mapping: {status: pending}
    log:
      - {date: 2026-10-14, ref: PUR-1, note: Notices drafted}
      - {date: 2026-10-14, ref: PRE-1, note: Six of ten matched}
      - {date: 2026-10-14, ref: PRO-1, note: Four visits made}
      - {date: 2026-10-14, ref: PPR-1, note: Two flats promised}
    planc: 1
    ^^^^^^^^
Clean: not yet a year
    # planc.yaml
    rules:
      intel-gap-none: {severity: info, reason: Tried out by this force}
    # plans/larch.yaml
    starts: 2025-11-22
    team: {deputy_lro: di-soc-west, soctac: di-soc-west}
    requests:
      - {id: REQ-1, kind: GAIN, what: Firms that rent the flats, status: considered}
    threat:
      type: ocg
      areas: [drugs]
      tier: force
      assessment: Likely to keep supplying.
      local_profile: {ref: Exampleton profile 2026, date: 2026-03-18}
      mapping: {status: pending}
    log:
      - {date: 2026-10-14, ref: PUR-1, note: Notices drafted}
      - {date: 2026-10-14, ref: PRE-1, note: Six of ten matched}
      - {date: 2026-10-14, ref: PRO-1, note: Four visits made}
      - {date: 2026-10-14, ref: PPR-1, note: Two flats promised}
    planc: 1
Clean:
    # planc.yaml
    rules:
      intel-gap-none: {severity: info, reason: Tried out by this force}
    # plans/larch.yaml
    starts: 2025-11-20
    team: {deputy_lro: di-soc-west, soctac: di-soc-west}
    requests:
      - {id: REQ-1, kind: GAIN, what: Firms that rent the flats, status: considered}
    threat:
      type: ocg
      areas: [drugs]
      tier: force
      assessment: Likely to keep supplying.
      local_profile: {ref: Exampleton profile 2026, date: 2026-03-18}
      mapping: {status: pending}
    log:
      - {date: 2026-10-14, ref: PUR-1, note: Notices drafted}
      - {date: 2026-10-14, ref: PRE-1, note: Six of ten matched}
      - {date: 2026-10-14, ref: PRO-1, note: Four visits made}
      - {date: 2026-10-14, ref: PPR-1, note: Two flats promised}
    planc: 1
    intelligence_gaps:
      - {id: INT-1, requirement_ref: IR-2026-0042, owner: di-soc-west, tactic: PUR-1}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.wording.day import long_day

SEVERITY = Severity.INFO
STATUS = "off"

_YEAR = 366


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """A plan on a group, a year old, without one."""
    group = plan.threat is not None and plan.threat.type in ("ocg", "usg")
    if not plan.agreed or not group or plan.intelligence_gaps or plan.starts is None:
        return
    if plan.days_old(context.as_of) > _YEAR:
        yield problem(("intelligence_gaps",), day=long_day(plan.starts))
