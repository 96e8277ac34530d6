"""Before enforcement, somebody asks what it will do to the community.

Looks at the first enforcement that is still to come. How far ahead planc looks is local policy
(look_ahead_days in planc.yaml).

Wrong: {id} {what} on {day}, and the plan has no community impact assessment.
Why: How a community takes it depends on who was told, and who was ready for the day after.
Do: Have the assessment done, and add "community_impact:" with its ref, date and trigger.
Acts: LRO
Source: S2; planc's judgement: asked for before enforcement, when it can still change something

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

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.wording.day import long_day

SEVERITY = Severity.WARNING


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """Enforcement due soon without a dated community impact assessment."""
    impact = plan.community_impact
    if not plan.in_force or (impact and impact.ref and impact.date):
        return
    coming = plan.next_enforcement(context.as_of, context.policy.numbers.look_ahead_days)
    if coming:
        tactic, day = coming
        yield problem(
            (*tactic.route, "due"),
            unless=(
                ("community_impact", "date"),
                ("community_impact", "ref"),
                *plan.told_by(tactic, "due"),
            ),
            id=tactic.id,
            what="was due" if day < context.as_of else "is due",
            day=long_day(day),
        )
