"""The end of a waiver does not come as a surprise.

How far planc looks ahead is local policy (waiver_notice_days in planc.yaml).

Wrong: The waiver of {rule} for {id} ends on {day}, {left}; then the finding counts again.
Why: The check fails, and the board's paper says so, on the day after.
Do: Put right by then what is set aside, or ask the SRO in time.
Acts: LRO
Source: planc's judgement: what is set aside comes back to whoever decided it

Flagged: it ends in a week
    pursue:
      - {id: PUR-1, tactic: Closure orders on the flats, serves: OBJ-1, due: 2026-12-18}
    waivers:
      - rule: tactic-no-owner
        id: PUR-1
        reason: The post is being filled
        approver: supt-crime
        until: 2026-11-29
        ^^^^^
Clean: it ends a day later than that
    pursue:
      - {id: PUR-1, tactic: Closure orders on the flats, serves: OBJ-1, due: 2026-12-18}
    waivers:
      - rule: tactic-no-owner
        id: PUR-1
        reason: The post is being filled
        approver: supt-crime
        until: 2026-11-30
Clean: it has nothing to do any more, which is told instead
    # planc.yaml
    rules: {waiver-unused: {severity: off, reason: Tidied once a year}}
    # plans/larch.yaml
    waivers:
      - rule: tactic-no-owner
        id: PUR-1
        reason: The post is being filled
        approver: supt-crime
        until: 2026-11-28
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.set_aside import WaiverCase
from planc.wording.day import long_day
from planc.wording.words import count

SEVERITY = Severity.INFO


def check(case: WaiverCase, context: Context) -> Iterator[Problem]:
    """A waiver at work whose last day is near."""
    waiver = case.waiver
    if waiver.until is None or not case.has_finding:
        return
    left = (waiver.until - context.as_of).days
    if 0 <= left <= context.policy.numbers.waiver_notice_days:
        yield problem(
            (*waiver.route, "until"),
            rule=waiver.rule,
            id=waiver.id,
            day=long_day(waiver.until),
            left=f"in {count(left, 'day')}" if left else "today",
        )
