"""A quarter of release that is over is put right.

Looks at subjects who are not out. One who was recalled has a new quarter. Who it is and when is
not repeated.

Wrong: A subject is still held as {status}, and the quarter of release is over.
Why: The licence, the return to the group and the lifetime plan all begin on that day.
Do: Ask the prison or probation; write the new quarter, or "status: licence".
Acts: LRO
Source: SCPO

Flagged:
    subjects:
      - {key: S1, role: courier, status: serving, release: 2026-Q3}
                                                  ^^^^^^^
Clean: this quarter
    subjects:
      - {key: S1, role: courier, status: serving, release: 2026-Q4}
    pursue:
      - {id: PUR-1, tactic: Release plan, kind: offender management, serves: OBJ-1, owner: di-soc-east, status: ongoing, next_check: 2027-01-06}
Clean: out on licence since
    subjects:
      - {key: S1, role: courier, status: licence, release: 2026-Q3}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan

SEVERITY = Severity.WARNING


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """A subject who serves or is on remand past the quarter."""
    if not plan.in_force:
        return
    now = (context.as_of.year, (context.as_of.month + 2) // 3)
    for subject in plan.subjects:
        quarter, status = subject.release, subject.status
        if quarter is None or status not in ("remand", "serving"):
            continue
        if (int(quarter[:4]), int(quarter[-1])) < now:
            route, unless = (*subject.route, "release"), ((*subject.route, "status"),)
            yield problem(route, unless=unless, status=status)
