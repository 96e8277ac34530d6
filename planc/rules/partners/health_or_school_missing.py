"""Where children are at risk a school or health takes part, and where drugs are used, health.

Looks where the plan says so itself: children at risk, or drugs and those who use them; once it is
older than the first weeks (settling_days in planc.yaml). Not in a plan about one individual, nor
where there is a reason for having few partners.

Wrong: {what}, and nobody from {who} takes part.
Why: They see those who are harmed day by day, and know first when it gets worse.
Do: Add them under "partners:" or give one of their posts a part; or say in "gaps:" why not.
Acts: LRO
Source: planc's judgement: inspectors of such plans ask first who sees the people who are harmed

Flagged:
    starts: 2026-10-01
    requests: [{id: REQ-1, kind: GAIN, what: Firms that rent the flats, status: considered}]
    team: {deputy_lro: di-soc-west, soctac: di-soc-west}
    threat:
      type: ocg
      areas: [drugs]
      tier: local
      local_profile: {ref: Exampleton profile 2026, date: 2026-03-18}
      mapping: {status: pending}
      cyp_at_risk: true
      ^^^^^^^^^^^
      assessment: Likely to keep making children carry drugs.
    safeguarding: {lead: council-housing, plan_ref: SG-12, nrm_considered: 2026-10-20}
    prepare:
      - {id: PPR-1, tactic: A safe place at short notice, kind: safeguarding, serves: OBJ-1, owner: council-housing, status: in progress, due: 2026-12-11}
Flagged: those who use drugs are named
    starts: 2026-10-01
    requests: [{id: REQ-1, kind: GAIN, what: Firms that rent the flats, status: considered}]
    team: {deputy_lro: di-soc-west, soctac: di-soc-west}
    threat:
      type: ocg
      areas: [drugs]
      ^^^^^
      tier: local
      local_profile: {ref: Exampleton profile 2026, date: 2026-03-18}
      mapping: {status: pending}
      assessment: Likely to go on selling heroin; two users overdosed in October.
Clean: the safeguarding nurse
    starts: 2026-10-01
    requests: [{id: REQ-1, kind: GAIN, what: Firms that rent the flats, status: considered}]
    team: {deputy_lro: di-soc-west, soctac: di-soc-west}
    threat:
      type: ocg
      areas: [drugs]
      tier: local
      local_profile: {ref: Exampleton profile 2026, date: 2026-03-18}
      mapping: {status: pending}
      cyp_at_risk: true
      assessment: Likely to keep making children carry drugs.
    safeguarding: {lead: council-housing, plan_ref: SG-12, nrm_considered: 2026-10-20}
    prepare:
      - {id: PPR-1, tactic: A safe place at short notice, kind: safeguarding, serves: OBJ-1, owner: council-housing, support: [health-safeguarding], status: in progress, due: 2026-12-11}
Clean: in its first weeks
    threat:
      type: ocg
      areas: [drugs]
      tier: local
      cyp_at_risk: true
      assessment: Likely to keep making children carry drugs.
    safeguarding: {lead: council-housing, plan_ref: SG-12, nrm_considered: 2026-10-20}
    prepare:
      - {id: PPR-1, tactic: A safe place at short notice, kind: safeguarding, serves: OBJ-1, owner: council-housing, status: in progress, due: 2026-12-11}
Clean: drugs by the ton, and nobody who uses them
    starts: 2026-10-01
    requests: [{id: REQ-1, kind: GAIN, what: Firms that rent the flats, status: considered}]
    team: {deputy_lro: di-soc-west, soctac: di-soc-west}
    threat:
      type: ocg
      areas: [drugs]
      tier: local
      local_profile: {ref: Exampleton profile 2026, date: 2026-03-18}
      mapping: {status: pending}
      assessment: Likely to go on bringing cocaine through the port for other groups.
"""

import re
from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan

SEVERITY = Severity.INFO
STATUS = "preview"

_USERS = re.compile(
    r"\b(?:overdos\w+|drug deaths?|dependen(?:t|ce|cy)|addict\w*|(?:drug|class a) users?"
    r"|users? (?:overdosed|died)|county lines?|cuckoo\w*)\b",
    re.IGNORECASE,
)


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """Children at risk, or people who use drugs, and no partner that sees them."""
    threat = plan.threat
    if not plan.agreed or threat is None or threat.type == "priority individual":
        return
    if plan.gaps and plan.gaps.partners:
        return
    if not plan.is_settled(context.as_of, context.policy):
        return
    children = bool(threat.cyp_at_risk) or "csae" in threat.areas
    if not children and "drugs" not in threat.areas:
        return
    words = f"{threat.assessment or ''} {' '.join(threat.tags)}"
    if not children and not _USERS.search(words):
        return
    there = context.taking_part(plan)
    if None in there or not any(one and one.is_partner for one in there):
        return  # of a plan without partners, or with some that nobody knows, other rules speak
    wanted = ("education", "health") if children else ("health",)
    if any(one and one.sector in wanted for one in there):
        return
    unless = (("partners",), ("gaps", "partners"), *((*o.route, "owner") for o in plan.owned))
    if children:
        what, who = "Children are at risk", "a school or health"
        field = "cyp_at_risk" if threat.cyp_at_risk else "areas"
    else:
        what, who, field = "People who use the drugs are at risk", "health", "areas"
    yield problem(("threat", field), unless=unless, what=what, who=who)
