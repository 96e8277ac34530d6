"""Before enforcement, somebody asks what it will do to the community.

Looks at the first enforcement that is still to come, and at enforcement that endures. How far ahead planc looks is local policy
(look_ahead_days in planc.yaml).

Wrong: {id} {what}, and the plan has no community impact assessment.
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
Flagged: it endures
    pursue:
      - {id: PUR-1, tactic: Warrants on new sellers, kind: enforcement, power: "Misuse of Drugs Act 1971, s23", success: Supply stops, serves: OBJ-1, owner: di-soc-east, status: ongoing, next_check: 2027-02-18}
                                                                                                                                                                                           ^^^^^^^^^^
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
    enduring = (t for t in plan.live_tactics if t.kind == "enforcement" and not plan.due_of(t))
    tactic = coming[0] if coming else next(enduring, None)
    if tactic is None:
        return
    what = "is enforcement that goes on"
    if coming:
        what = f"{'was' if coming[1] < context.as_of else 'is'} due on {long_day(coming[1])}"
    yield problem(
        (*tactic.route, "due" if coming else "next_check"),
        unless=(
            ("community_impact", "date"),
            ("community_impact", "ref"),
            *plan.told_by(tactic, "due", "next_check"),
        ),
        id=tactic.id,
        what=what,
    )
