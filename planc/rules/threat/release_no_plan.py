"""Somebody is ready when a subject is released.

Looks two quarters ahead, and only at those who are not out yet. Who it is and when is not repeated.

Wrong: A subject is due for release within two quarters, and no live tactic manages offenders.
Why: The weeks after release decide whether the group takes somebody back.
Do: Add a tactic with "kind: offender management", with probation or the prison.
Acts: LRO
Source: SCPO

Flagged:
    subjects:
      - {key: S1, role: enforcer, status: serving, release: 2027-Q2}
                                                   ^^^^^^^
Clean: further off
    subjects:
      - {key: S1, role: enforcer, status: serving, release: 2027-Q3}
Clean: it is planned for
    subjects:
      - {key: S1, role: enforcer, status: serving, release: 2027-Q1}
    pursue:
      - {id: PUR-1, tactic: Lifetime management, kind: offender management, serves: OBJ-1, owner: di-soc-east, next_check: 2027-01-06}
Clean: out already
    subjects:
      - {key: S1, role: enforcer, status: licence, release: 2026-Q4}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.model.tactic import STRANDS

SEVERITY = Severity.WARNING


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """A release within two quarters without offender management."""
    if not plan.in_force or any(t.kind == "offender management" for t in plan.live_tactics):
        return
    now = context.as_of.year * 4 + (context.as_of.month - 1) // 3
    for subject in plan.subjects:
        quarter = subject.release
        if quarter is None or subject.status not in (None, "remand", "serving"):
            continue
        if 0 <= int(quarter[:4]) * 4 + int(quarter[-1]) - 1 - now <= 2:
            kinds = tuple((*tactic.route, "kind") for tactic in plan.tactics)
            strands = ((strand,) for strand in STRANDS)
            unless = ((*subject.route, "status"), *kinds, *strands)
            yield problem((*subject.route, "release"), unless=unless)
            return  # one tactic is missing, however many subjects it is for
