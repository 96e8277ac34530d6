"""Where people are traded, a referral was considered.

For threats of modern slavery and of child sexual abuse and exploitation, and for county lines and
other threats that put children at risk and have known victims, where the plan records its
safeguarding. Not asked in monitoring, nor of plans that are still settling.

Wrong: No day says when a referral to the National Referral Mechanism (NRM) was considered.
Why: Police and councils have a duty to notify; that nobody was found is an answer, and has a day.
Do: Under "safeguarding:" add nrm_considered with the day, and nrm_outcome.
Acts: LRO
Source: MSA15

Flagged:
    starts: 2026-08-05
    requests:
      - {id: REQ-1, kind: GAIN, what: Firms that rent the flats, status: considered}
    threat:
      type: ocg
      areas: [msht]
      tier: local
      assessment: Likely to keep workers in debt.
      local_profile: {ref: Exampleton profile 2026, date: 2026-03-18}
      mapping: {status: pending}
    prepare:
      - {id: PPR-1, tactic: Rehousing at short notice, kind: victim support, serves: OBJ-1, owner: council-housing, status: in progress, due: 2026-12-11}
    safeguarding: {lead: health-safeguarding, plan_ref: SGP-2026-058}
    ^^^^^^^^^^^^
    log:
      - {date: 2026-10-14, ref: PUR-1, note: Notices drafted}
      - {date: 2026-10-14, ref: PRE-1, note: Six of ten matched}
      - {date: 2026-10-14, ref: PRO-1, note: Four visits made}
      - {date: 2026-10-14, ref: PPR-1, note: Two flats promised}
Clean:
    starts: 2026-08-05
    requests:
      - {id: REQ-1, kind: GAIN, what: Firms that rent the flats, status: considered}
    threat:
      type: ocg
      areas: [msht]
      tier: local
      assessment: Likely to keep workers in debt.
      local_profile: {ref: Exampleton profile 2026, date: 2026-03-18}
      mapping: {status: pending}
    prepare:
      - {id: PPR-1, tactic: Rehousing at short notice, kind: victim support, serves: OBJ-1, owner: council-housing, status: in progress, due: 2026-12-11}
    safeguarding: {lead: health-safeguarding, nrm_considered: 2026-10-14, plan_ref: SGP-2026-058}
    log:
      - {date: 2026-10-14, ref: PUR-1, note: Notices drafted}
      - {date: 2026-10-14, ref: PRE-1, note: Six of ten matched}
      - {date: 2026-10-14, ref: PRO-1, note: Four visits made}
      - {date: 2026-10-14, ref: PPR-1, note: Two flats promised}
Clean: nobody is exploited
    starts: 2026-10-07
    safeguarding: {lead: health-safeguarding, plan_ref: SGP-2026-058}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan

SEVERITY = Severity.WARNING

_AREAS = frozenset({"msht", "csae"})


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """A threat of trafficking or to children, with a safeguarding record that leaves this out."""
    safe, threat = plan.safeguarding, plan.threat
    if plan.status != "active" or not plan.is_settled(context.as_of, context.policy):
        return
    if safe is None or threat is None or not (safe.strategy_discussion or safe.plan_ref):
        return  # of which a rule speaks
    harmed = threat.cyp_at_risk and threat.victims not in (None, "none known")
    if safe.nrm_considered is None and (harmed or _AREAS.intersection(threat.areas)):
        fields = (("threat", name) for name in ("areas", "cyp_at_risk", "victims"))
        yield problem(
            ("safeguarding", "nrm_considered"), unless=(*fields, ("safeguarding", "plan_ref"))
        )
