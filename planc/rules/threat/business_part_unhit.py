"""Each part of the business that matters most is hit by a tactic.

Off until a force switches it on in planc.yaml.

Wrong: No live tactic hits {parts}, which matters to the group's business.
Why: A group that keeps its money or its leaders is back in months.
Do: Add a tactic that does; or write under "hits:" of one what it hits.
Acts: LRO
Source: PFD

Flagged:
    # planc.yaml
    rules:
      business-part-unhit: {severity: info, reason: Tried out by this force}
    # plans/larch.yaml
    threat:
      type: ocg
      areas: [drugs]
      tier: force
      assessment: Likely to keep supplying Class A from three rented flats.
      business_model: [premises, finance]
      ^^^^^^^^^^^^^^
    pursue:
      - {id: PUR-1, tactic: Closure orders on the flats, hits: [premises], serves: OBJ-1, owner: di-soc-east, status: in progress, due: 2026-12-18}
Clean:
    # planc.yaml
    rules:
      business-part-unhit: {severity: info, reason: Tried out by this force}
    # plans/larch.yaml
    threat:
      type: ocg
      areas: [drugs]
      tier: force
      assessment: Likely to keep supplying Class A from three rented flats.
      business_model: [premises]
    pursue:
      - {id: PUR-1, tactic: Closure orders on the flats, hits: [premises], serves: OBJ-1, owner: di-soc-east, status: in progress, due: 2026-12-18}
Clean: no part is named
    # planc.yaml
    rules:
      business-part-unhit: {severity: info, reason: Tried out by this force}
    # plans/larch.yaml
    pursue:
      - {id: PUR-1, tactic: Closure orders on the flats, hits: [premises], serves: OBJ-1, owner: di-soc-east, status: in progress, due: 2026-12-18}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.wording.words import either

SEVERITY = Severity.INFO
STATUS = "off"


def check(plan: Plan, _context: Context) -> Iterator[Problem]:
    """A part of the business model that nothing hits."""
    if not plan.agreed or plan.threat is None:
        return
    hit = {part for tactic in plan.live_tactics for part in tactic.hits}
    left = [part for part in plan.threat.business_model if part not in hit]
    if left:
        yield problem((*plan.threat.route, "business_model"), parts=either(left))
