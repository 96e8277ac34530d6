"""Before enforcement, somebody plans for those who will be found.

Looks at the first enforcement that is still to come. How far ahead planc looks is local policy
(look_ahead_days in planc.yaml).

Wrong: {id} {what} on {day}, and the plan has no safeguarding plan.
Why: Behind the door there may be children, or people who are made to be there.
Do: Add "safeguarding:" with plan_ref, or with strategy_discussion and the date it was held.
Acts: LRO
Source: CA04

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
    community_impact: {ref: CIA-31, date: 2026-11-02, trigger: The warrants}
Clean: a strategy discussion was held
    pursue:
      - id: PUR-1
        tactic: Warrants at the flats
        kind: enforcement
        power: Misuse of Drugs Act 1971, section 23
        success: Supply stops for a month
        serves: OBJ-1
        owner: di-soc-east
        due: 2026-12-18
    community_impact: {ref: CIA-31, date: 2026-11-02, trigger: The warrants}
    safeguarding: {lead: council-housing, strategy_discussion: 2026-11-10}
Clean: further off than planc looks, in a plan without either
    pursue:
      - id: PUR-1
        tactic: Warrants at the flats
        kind: enforcement
        power: Misuse of Drugs Act 1971, section 23
        success: Supply stops for a month
        serves: OBJ-1
        owner: di-soc-east
        due: 2026-12-21
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.wording.day import long_day

SEVERITY = Severity.WARNING


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """Enforcement due soon without a safeguarding plan or strategy discussion."""
    safeguarding = plan.safeguarding
    if not plan.in_force or (
        safeguarding and (safeguarding.plan_ref or safeguarding.strategy_discussion)
    ):
        return
    coming = plan.next_enforcement(context.as_of, context.policy.numbers.look_ahead_days)
    if coming:
        tactic, day = coming
        yield problem(
            (*tactic.route, "due"),
            unless=(
                ("safeguarding", "plan_ref"),
                ("safeguarding", "strategy_discussion"),
                *plan.told_by(tactic, "due"),
            ),
            id=tactic.id,
            what="was due" if day < context.as_of else "is due",
            day=long_day(day),
        )
