"""The baseline ends before long.

How far ahead is local policy (baseline_days).

Wrong: This list sets findings aside until {day}, {ahead} from now; this force allows {most}.
Why: Older findings that nobody has to put right soon are never put right.
Do: Write an earlier day, or run "planc baseline --renew", which writes the last that is allowed.
Acts: OCG coordinator
Source: planc's judgement: time given to put older plans right has an end

Flagged: for 183 days
    pursue:
      - {id: PUR-1, tactic: Closure orders on the flats, serves: OBJ-1, due: 2026-12-18}
    # planc-baseline.yaml
    plans:
      - plan: SOC-2026-014
        until: 2027-05-24
        ^^^^^
        findings: {tactic-no-owner: {PUR-1.owner: 1}}
Clean: for 182 days
    pursue:
      - {id: PUR-1, tactic: Closure orders on the flats, serves: OBJ-1, due: 2026-12-18}
    # planc-baseline.yaml
    plans:
      - plan: SOC-2026-014
        until: 2027-05-23
        findings: {tactic-no-owner: {PUR-1.owner: 1}}
Clean: as long as this force allows
    # planc.yaml
    numbers: {baseline_days: 365}
    # planc-baseline.yaml
    plans:
      - plan: SOC-2026-014
        until: 2027-11-22
        findings: {tactic-no-owner: {PUR-1.owner: 1}}
    # plans/larch.yaml
    pursue:
      - {id: PUR-1, tactic: Closure orders on the flats, serves: OBJ-1, due: 2026-12-18}
"""

from collections.abc import Iterator, Sequence

from planc.model.baseline import OlderOfPlan
from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.wording.day import long_day
from planc.wording.words import count

SEVERITY = Severity.ERROR


def check(met: Sequence[tuple[OlderOfPlan, int]], context: Context) -> Iterator[Problem]:
    """Each day that lies too far ahead, at the first plan that has it."""
    most = context.policy.numbers.baseline_days
    for day in sorted({of_plan.last for of_plan, _ in met}):
        ahead = (day - context.as_of).days
        if ahead > most:
            first = next(of_plan for of_plan, _ in met if of_plan.last == day)
            route = (*first.route, "until")
            yield problem(route, day=long_day(day), ahead=count(ahead, "day"), most=most)
