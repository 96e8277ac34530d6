"""Before enforcement, somebody asks what it will do to the community.

Looks at enforcement tactics due within the look-ahead (look_ahead_days in planc.yaml).

Wrong: {id} is due on {day}, and the plan has no community impact assessment.
Why: What happens after the doors go in depends on who was ready for it.
Do: Have the assessment done, and add "community_impact:" with its ref, date and trigger.
Acts: LRO
Source: S2, OFFICER 3

Flagged:
    pursue:
      - id: PUR-1
        tactic: Warrants at the flats
        kind: enforcement
        power: Misuse of Drugs Act 1971, section 23
        success: Supply stops for a month
        serves: OBJ-1
        owner: di-soc-east
        due: 2026-12-18
        ^^^
    safeguarding: {lead: council-housing, plan_ref: SG-12}
Clean:
    pursue:
      - id: PUR-1
        tactic: Warrants at the flats
        kind: enforcement
        power: Misuse of Drugs Act 1971, section 23
        success: Supply stops for a month
        serves: OBJ-1
        owner: di-soc-east
        due: 2026-12-18
    safeguarding: {lead: council-housing, plan_ref: SG-12}
    community_impact: {ref: CIA-31, date: 2026-11-02, trigger: The warrants}
Clean: further off than planc looks
    pursue:
      - id: PUR-1
        tactic: Warrants at the flats
        kind: enforcement
        power: Misuse of Drugs Act 1971, section 23
        success: Supply stops for a month
        serves: OBJ-1
        owner: di-soc-east
        due: 2026-12-21
    safeguarding: {lead: council-housing, plan_ref: SG-12}
"""

from collections.abc import Iterator

from planc.model.day import long_day
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.model.portfolio import Given

SEVERITY = Severity.WARNING


def check(plan: Plan, given: Given) -> Iterator[Problem]:
    """Enforcement due soon without a dated community impact assessment."""
    impact = plan.community_impact
    if not plan.in_force or (impact and impact.ref and impact.date):
        return
    ahead = given.policy.numbers.look_ahead_days
    for tactic, day in plan.enforcement_due(given.as_of, ahead):
        unless = (("community_impact", "date"), ("community_impact", "ref"))
        yield problem((*tactic.route, "due"), unless=unless, id=tactic.id, day=long_day(day))
