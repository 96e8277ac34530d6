"""A community impact assessment is of the last year while there is enforcement.

After how many days it is old is local policy (impact_days in planc.yaml).

Wrong: The community impact assessment is of {day}, {days} ago, and {id} is still to come.
Why: It was made for another time; whom it takes account of may have moved, or be the next victims.
Do: Have it looked at again before {id}, and write the new date under "community_impact:".
Acts: LRO
Source: S2

Flagged:
    pursue:
      - {id: PUR-1, tactic: Warrants at the flats, kind: enforcement, power: "Misuse of Drugs Act 1971, s23", success: Two sellers charged, serves: OBJ-1, owner: di-soc-east, status: in progress, due: 2027-02-18}
    community_impact: {ref: CIA-31, date: 2025-11-19, trigger: The warrants}
                                    ^^^^
Clean: of a year ago
    pursue:
      - {id: PUR-1, tactic: Warrants at the flats, kind: enforcement, power: "Misuse of Drugs Act 1971, s23", success: Two sellers charged, serves: OBJ-1, owner: di-soc-east, status: in progress, due: 2027-02-18}
    community_impact: {ref: CIA-31, date: 2025-11-22, trigger: The warrants}
Clean: no enforcement is to come
    community_impact: {ref: CIA-31, date: 2025-11-19, trigger: The warrants}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.wording.day import long_day
from planc.wording.words import count

SEVERITY = Severity.WARNING


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """An old assessment, and a live tactic of enforcement."""
    impact = plan.community_impact
    if not plan.agreed or impact is None or impact.date is None:
        return
    days = (context.as_of - impact.date).days
    live = next((t for t in plan.live_tactics if t.kind == "enforcement"), None)
    if live and days > context.policy.numbers.impact_days:
        yield problem(
            (*impact.route, "date"),
            unless=plan.told_by(live),
            id=live.id or "a tactic of enforcement",
            day=long_day(impact.date),
            days=count(days, "day"),
        )
