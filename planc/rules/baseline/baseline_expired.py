"""What the baseline sets aside is put right by its day.

The day of a plan is the last on which the findings on its list are set aside. From the
next day on they count as any others do.

Wrong: {findings} on this list {were} set aside until {day}, and {count} again.
Why: The time that was given to put older plans right is over.
Do: Put them right; if more time is agreed, run "planc baseline --renew".
Acts: OCG coordinator
Source: planc's judgement: time given to put older plans right has an end

Flagged: yesterday was the last day
    pursue:
      - {id: PUR-1, tactic: Closure orders on the flats, serves: OBJ-1, due: 2026-12-18}
    # planc-baseline.yaml
    plans:
      - plan: SOC-2026-014
        until: 2026-11-21
        ^^^^^
        findings: {tactic-no-owner: {PUR-1.owner: 1}}
Clean: today is
    pursue:
      - {id: PUR-1, tactic: Closure orders on the flats, serves: OBJ-1, due: 2026-12-18}
    # planc-baseline.yaml
    plans:
      - plan: SOC-2026-014
        until: 2026-11-22
        findings: {tactic-no-owner: {PUR-1.owner: 1}}
Clean: it is over, and what was on it is put right
    # planc-baseline.yaml
    plans:
      - plan: SOC-2026-014
        until: 2026-11-20
        findings: {tactic-no-owner: {PUR-1.owner: 1}}
"""

from collections.abc import Iterator, Sequence

from planc.model.baseline import OlderOfPlan
from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.wording.day import long_day
from planc.wording.words import count

SEVERITY = Severity.ERROR


def check(met: Sequence[tuple[OlderOfPlan, int]], context: Context) -> Iterator[Problem]:
    """Each day that is over, at the first plan that has it."""
    for day in sorted(
        {of_plan.last for of_plan, _ in met if of_plan.until and of_plan.last < context.as_of}
    ):
        total = sum(number for of_plan, number in met if of_plan.last == day)
        first = next(of_plan for of_plan, _ in met if of_plan.last == day)
        yield problem(
            (*first.route, "until"),
            findings=count(total, "finding"),
            were="was" if total == 1 else "were",
            count="counts" if total == 1 else "count",
            day=long_day(day),
        )
