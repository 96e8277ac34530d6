"""A file is too large, nested too deep, or too full of faults, to be a plan.

Wrong: {what}.
Why: A plan of a year's work has some hundreds of lines. Something else has got into this file.
Do: Check that it is the right file, and take out what does not belong in a plan.
Acts: LRO
Source: planc's judgement: beyond these limits a file made to do harm would take minutes and gigabytes
"""

from planc.model.document import Route, Span
from planc.model.finding import Problem, Severity, problem

SEVERITY = Severity.REFUSAL

MOST_FAULTS = 1_000
"""How many faults are counted before the rest of a file is left alone."""


def too_many(at: Route | Span) -> Problem:
    """The first fault that is not counted any more stands at `at`."""
    return problem(at, what=f"It has more than {MOST_FAULTS:,} faults")
