"""A sign-off is recorded by somebody else than who leads the plan.

Wrong: The LRO recorded this sign-off.
Why: Whoever asks for an approval should not be the one who writes down that it was given.
Do: Let the coordinator record it from the minutes: planc sign.
Acts: OCG coordinator
Source: planc's judgement: a record is worth what its keeper has to gain from it

Flagged:
    signoffs:
      - {date: 2026-11-04, by: supt-crime, covers: [objectives], minute_ref: OCGMB 11/26, recorded_by: di-soc-east}
                                                                                          ^^^^^^^^^^^
Clean: by another post
    signoffs:
      - {date: 2026-11-04, by: supt-crime, covers: [objectives], minute_ref: OCGMB 11/26, recorded_by: di-soc-west}
Clean: nobody says who recorded it
    signoffs:
      - {date: 2026-11-04, by: supt-crime, covers: [objectives], minute_ref: OCGMB 11/26}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan

SEVERITY = Severity.WARNING


def check(plan: Plan, _context: Context) -> Iterator[Problem]:
    """A sign-off that the LRO of today wrote down."""
    for signoff in plan.signoffs:
        then = plan.lro_since is None or signoff.date is None or signoff.date >= plan.lro_since
        if signoff.recorded_by and signoff.recorded_by == plan.lro and then:
            unless = (("lro",), ("lro_since",), (*signoff.route, "date"))
            yield problem((*signoff.route, "recorded_by"), unless=unless)
