"""Somebody is ready when a subject is released.

Looks two quarters ahead.

Wrong: A subject is to be released in {quarter}, and no live tactic manages offenders.
Why: The weeks after release decide whether the group takes somebody back.
Do: Add a tactic with "kind: offender management", with probation or the prison.
Acts: LRO
Source: SCPO, OFFICER 3

Flagged:
    subjects:
      - {key: S1, role: leader, status: serving, release: 2027-Q2}
                                                 ^^^^^^^
Clean: further off
    subjects:
      - {key: S1, role: leader, status: serving, release: 2027-Q3}
Clean: it is planned for
    subjects:
      - {key: S1, role: leader, status: serving, release: 2027-Q1}
    pursue:
      - {id: PUR-1, tactic: Lifetime management, kind: offender management, serves: OBJ-1, owner: di-soc-east, next_check: 2027-01-06}
"""

from collections.abc import Iterator

from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.model.portfolio import Given

SEVERITY = Severity.WARNING


def check(plan: Plan, given: Given) -> Iterator[Problem]:
    """A release within two quarters without offender management."""
    if not plan.in_force or any(t.kind == "offender management" for t in plan.live_tactics):
        return
    now = given.as_of.year * 4 + (given.as_of.month - 1) // 3
    for subject in plan.subjects:
        quarter = subject.release or ""
        ahead = int(quarter[:4]) * 4 + int(quarter[-1]) - 1 - now if quarter else 99
        if 0 <= ahead <= 2:
            yield problem((*subject.route, "release"), quarter=quarter)
