"""A rating agrees with the figures.

Green with a value that is worse than the baseline, and complete with a value short of the target.
Looks at the last rating and the value that was last given with it or before it.

Wrong: {id} is rated {rag} at {figure}, and {what}.
Why: A board that looks from the colour to the figure believes neither.
Do: Rate it again in the log, or put the figure right; say in "because:" what the figure leaves out.
Acts: LRO
Source: TVP; SMART

Flagged: green, and worse than before the plan
    log:
      - {date: 2026-11-18, ref: OBJ-1, rag: green, value: 27, because: Work goes well}
                                       ^^^
Flagged: complete, and not there
    log:
      - {date: 2026-11-18, ref: OBJ-1, rag: complete, value: 15, because: Calls are down}
                                       ^^^
Clean: green on the way
    log:
      - {date: 2026-11-18, ref: OBJ-1, rag: green, value: 17, because: Calls are down}
Clean: complete on the spot
    log:
      - {date: 2026-11-18, ref: OBJ-1, rag: complete, value: 11, because: Calls are halved}
Clean: red where it is worse
    log:
      - {date: 2026-11-18, ref: OBJ-1, rag: red, value: 27, because: A new seller}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.measure import course, number
from planc.model.plan import Plan

SEVERITY = Severity.WARNING


def check(plan: Plan, _context: Context) -> Iterator[Problem]:
    """A last rating of green or complete that the figures belie."""
    if not plan.in_force:
        return
    for objective in plan.objectives:
        way = course(objective.baseline, objective.target)
        ratings = plan.ratings_of(objective)
        if way is None or not ratings:
            continue
        last = ratings[-1]
        value = last.value
        for entry in plan.entries_about(objective.id):
            value = entry.value or value
            if entry is last:
                break
        figure = number(last.value or value)
        if figure is None:
            continue
        if last.rag == "green" and way.is_worse(figure):
            what = f"was better at the start, at {objective.baseline}"
        elif last.rag == "complete" and not way.is_met(figure):
            what = f"the target is {objective.target}"
        else:
            continue
        yield problem(
            (*last.route, "rag"),
            unless=plan.told_by(objective, "rag", "value"),
            id=objective.id,
            rag=last.rag,
            figure=last.value or value,
            what=what,
        )
