"""A waiver ends before long.

How far ahead is local policy: waiver_error_days for a rule that is an error in this force,
waiver_warning_days for any other.

Wrong: This waiver of {severity} ends on {day}, {ahead} from now; this force allows {most}.
Why: What is set aside for long is forgotten, and nobody decided to leave it so.
Do: Write an earlier day; if more time is needed then, the SRO decides again.
Acts: LRO
Source: planc's judgement: what is set aside comes back to whoever decided it

Flagged: an error, for 91 days
    pursue:
      - {id: PUR-1, tactic: Closure orders on the flats, serves: OBJ-1, due: 2026-12-18}
    waivers:
      - rule: tactic-no-owner
        id: PUR-1
        reason: The post is being filled
        approver: supt-crime
        until: 2027-02-21
        ^^^^^
Clean: an error, for 90 days
    pursue:
      - {id: PUR-1, tactic: Closure orders on the flats, serves: OBJ-1, due: 2026-12-18}
    waivers:
      - rule: tactic-no-owner
        id: PUR-1
        reason: The post is being filled
        approver: supt-crime
        until: 2027-02-20
Clean: a warning, for 182 days
    pursue:
      - {id: PUR-1, tactic: Closure orders on the flats, serves: OBJ-1, owner: di-soc-east, due: 2026-11-20}
    waivers:
      - rule: tactic-overdue
        id: PUR-1
        reason: The court sits in the spring
        approver: supt-crime
        until: 2027-05-23
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.set_aside import WaiverCase
from planc.wording.day import long_day
from planc.wording.words import count

SEVERITY = Severity.ERROR


def check(case: WaiverCase, context: Context) -> Iterator[Problem]:
    """A last day that lies too far ahead."""
    until, severity, numbers = case.waiver.until, case.severity, context.policy.numbers
    if until is None or severity is None:
        return
    error = severity >= Severity.ERROR
    most = numbers.waiver_error_days if error else numbers.waiver_warning_days
    ahead = (until - context.as_of).days
    if ahead > most:
        yield problem(
            (*case.waiver.route, "until"),
            severity="an error" if error else "a warning",
            day=long_day(until),
            ahead=count(ahead, "day"),
            most=most,
        )
