"""An enforcement-led plan names the SIO or OIC.

Asked for once the plan is older than the first weeks (settling_days in planc.yaml), where at least
half of its live tactics are in Pursue and one of them is an investigation or enforcement. A disclosure
officer, or an SIO or OIC who owns such a tactic, counts.

Wrong: Pursue is most of this plan, and it names no SIO, OIC or disclosure officer.
Why: Disclosure, charging and what may be told to partners are the SIO's or OIC's to decide.
Do: Under "team:" add "sio:" and the post; where nobody investigates, say so in a decision.
Acts: LRO
Source: planc's judgement: whoever leads the investigation answers for disclosure

Flagged:
    starts: 2026-10-01
    team: {deputy_lro: di-soc-west, soctac: di-soc-west}
    requests: [{id: REQ-1, kind: GAIN, what: Firms that rent the flats, status: considered}]
    threat:
      type: ocg
      areas: [drugs]
      tier: force
      assessment: Likely to keep supplying.
      local_profile: {ref: Exampleton profile 2026, date: 2026-03-18}
      mapping: {status: pending}
    investigation: {phase: developing, last_deconfliction: 2026-11-18}
    pursue:
      - {id: PUR-1, tactic: Charge the leaders, kind: investigation, serves: OBJ-1, owner: di-soc-east, status: in progress, due: 2026-12-18}
         ^^^^^^^^^
      - {id: PUR-2, tactic: Closure orders on the flats, kind: civil order, power: "Anti-social Behaviour, Crime and Policing Act 2014, Part 4", success: No callers left, serves: OBJ-1, owner: di-soc-east, status: in progress, due: 2026-12-18}
      - {id: PUR-3, tactic: Licence reviews, kind: regulatory, power: "Licensing Act 2003, s51", success: Nothing sold on, serves: OBJ-1, owner: di-soc-east, status: in progress, due: 2026-12-18}
Clean: it does
    starts: 2026-10-01
    team: {deputy_lro: di-soc-west, soctac: di-soc-west, sio: di-soc-west}
    requests: [{id: REQ-1, kind: GAIN, what: Firms that rent the flats, status: considered}]
    threat:
      type: ocg
      areas: [drugs]
      tier: force
      assessment: Likely to keep supplying.
      local_profile: {ref: Exampleton profile 2026, date: 2026-03-18}
      mapping: {status: pending}
    investigation: {phase: developing, last_deconfliction: 2026-11-18}
    pursue:
      - {id: PUR-1, tactic: Charge the leaders, kind: investigation, serves: OBJ-1, owner: di-soc-east, status: in progress, due: 2026-12-18}
Clean: Pursue is the lesser part of it
    starts: 2026-10-01
    team: {deputy_lro: di-soc-west, soctac: di-soc-west}
    requests: [{id: REQ-1, kind: GAIN, what: Firms that rent the flats, status: considered}]
    threat:
      type: ocg
      areas: [drugs]
      tier: force
      assessment: Likely to keep supplying.
      local_profile: {ref: Exampleton profile 2026, date: 2026-03-18}
      mapping: {status: pending}
    investigation: {phase: developing, last_deconfliction: 2026-11-18}
    pursue:
      - {id: PUR-1, tactic: Charge the leaders, kind: investigation, serves: OBJ-1, owner: di-soc-east, status: in progress, due: 2026-12-18}
"""

import re
from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan

SEVERITY = Severity.INFO
STATUS = "preview"

_INVESTIGATES = re.compile(r"\b(?:sio|oic|investigating officer)\b", re.IGNORECASE)


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """A plan that lives on Pursue, without one."""
    team = plan.team
    if plan.status != "active" or (team and (team.sio or team.disclosure_officer)):
        return
    if not plan.is_settled(context.as_of, context.policy):
        return
    live = list(plan.live_tactics)
    pursuing = [tactic for tactic in live if tactic.strand == "pursue"]
    first = next((t for t in pursuing if t.kind in ("investigation", "enforcement")), None)
    if first is None or 2 * len(pursuing) < len(live):
        return
    titles = (context.title(tactic.owner, "") for tactic in pursuing)
    if any(_INVESTIGATES.search(title.replace("-", " ")) for title in titles):
        return
    unless = (("team", "sio"), *((*t.route, "kind") for t in plan.pursue), *plan.told_by(first))
    yield problem(first.route, unless=unless)
