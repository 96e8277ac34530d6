"""A plan whose closure test is met is archived, or goes on for a reason.

Asked when the board has met twice since the last test was met, and not before the interval of
reviews is over, nor 56 days (stalled_days in planc.yaml); and not while archiving is sought.

Wrong: All of the closure test has been met since {day}, and the plan goes on.
Why: Posts and money stay with a threat that has met its test, and not with the next one.
Do: Seek "change: archive"; or have the SRO agree a further test.
Acts: LRO
Source: LANC; S0

Flagged:
    closure_test:
    ^^^^^^^^^^^^
      - {test: No calls about the flats for three months, met_on: 2026-09-16}
Clean: one is still to be met
    closure_test:
      - {test: No calls about the flats for three months, met_on: 2026-09-16}
      - {test: The flats are let again}
Clean: it is sought
    closure_test:
      - {test: No calls about the flats for three months, met_on: 2026-09-16}
    change_sought: {change: archive, because: The test is met, asked_on: 2026-11-18}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.wording.day import long_day

SEVERITY = Severity.WARNING
STATUS = "preview"


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """Every test met for two boards, of a plan that nobody asks to close."""
    met = [test.met_on for test in plan.closure_test]
    sought = plan.change_sought.change if plan.change_sought else None
    if not plan.agreed or not met or sought == "archive":
        return
    days = [day for day in met if day]
    if len(days) == len(met) and context.two_boards_since(plan, max(days)):
        unless = tuple((*test.route, "met_on") for test in plan.closure_test)
        yield problem(("closure_test",), unless=unless, day=long_day(max(days)))
