"""Where people are exploited, social care or health takes part.

Wrong: People are exploited or children at risk, and neither a local authority nor health takes part.
Why: The duties to children and adults at risk are theirs; the police cannot take them over.
Do: Add them under "partners:", or make one of their posts owner of a tactic.
Acts: LRO
Source: S0

Flagged:
    threat:
      type: ocg
      areas: [drugs]
      tier: local
      cyp_at_risk: true
      ^^^^^^^^^^^
      assessment: Likely to keep using children to carry drugs.
    partners:
      - {organisation: second-chance, since: 2026-09-09}
    prevent:
      - {id: PRE-1, tactic: Mentoring for excluded pupils, serves: OBJ-1, owner: mentoring-lead, due: 2027-01-29}
    prepare:
      - {id: PPR-1, tactic: Rehousing at short notice, serves: OBJ-1, owner: di-soc-west, due: 2026-12-11}
    protect:
      - {id: PRO-1, tactic: A safe place for each child, kind: safeguarding, serves: OBJ-1, owner: di-soc-west, due: 2026-12-11}
Clean:
    threat:
      type: ocg
      areas: [drugs]
      tier: local
      cyp_at_risk: true
      assessment: Likely to keep using children to carry drugs.
    prepare:
      - {id: PPR-1, tactic: Rehousing at short notice, serves: OBJ-1, owner: di-soc-west, due: 2026-12-11}
    protect:
      - {id: PRO-1, tactic: A safe place for each child, kind: safeguarding, serves: OBJ-1, owner: council-housing, due: 2026-12-11}
Clean: health supports a tactic, and the council does nothing
    threat:
      type: ocg
      areas: [msht]
      tier: local
      assessment: Likely to keep workers in debt at two car washes.
    partners:
      - {organisation: second-chance, since: 2026-09-09}
    prevent:
      - {id: PRE-1, tactic: Mentoring for excluded pupils, serves: OBJ-1, owner: mentoring-lead, due: 2027-01-29}
    prepare:
      - {id: PPR-1, tactic: Rehousing at short notice, serves: OBJ-1, owner: di-soc-west, due: 2026-12-11}
    protect:
      - {id: PRO-1, tactic: A nurse for each worker, kind: safeguarding, serves: OBJ-1, owner: di-soc-west, support: [health-safeguarding], due: 2026-12-11}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.model.threat import EXPLOITING

SEVERITY = Severity.WARNING

_CARING = ("local authority", "health")


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """An exploiting threat without a local authority or health among the partners and owners."""
    partners = context.partners_of(plan)
    if not plan.in_force or not plan.exploits or not partners:
        return  # of a plan without any partner, another rule speaks
    unsure = None in context.taking_part(plan)
    if not unsure and not any(partner.sector in _CARING for partner in partners):
        exploited = plan.threat and {*plan.threat.areas} & EXPLOITING
        route = ("threat", "areas") if exploited else ("threat", "cyp_at_risk")
        unless = (("partners",), *((*item.route, "owner") for item in plan.owned))
        yield problem(route, unless=unless)
