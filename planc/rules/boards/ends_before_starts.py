"""A plan ends after it starts.

Wrong: The plan ends on {ends}, and starts on {starts}.
Why: One of the two days is wrong, and what is due after the end is judged by it.
Do: Put the wrong one right.
Acts: LRO
Source: planc's judgement: an end lies after its start

Flagged:
    starts: 2027-06-30
    ends: 2027-03-31
    ^^^^
    # without log
Clean:
    ends: 2027-06-30
Clean: the day after
    starts: 2027-03-30
    ends: 2027-03-31
    # without log
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.wording.day import long_day

SEVERITY = Severity.WARNING


def check(plan: Plan, _context: Context) -> Iterator[Problem]:
    """An end that is not after the start."""
    if plan.in_force and plan.starts and plan.ends and plan.ends <= plan.starts:
        yield problem(
            ("ends",),
            related=((("starts",), "starts"),),
            ends=long_day(plan.ends),
            starts=long_day(plan.starts),
        )
