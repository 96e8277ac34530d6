"""Of a subject who serves a sentence, the quarter of release is known.

Wrong: A subject is serving a sentence, and no quarter of release is given.
Why: The weeks after release decide whether the group takes somebody back; they are planned before.
Do: Ask the prison or probation, and add "release:" with the quarter, such as 2027-Q3. Never a date.
Acts: LRO
Source: SCPO

Flagged:
    subjects:
      - {key: S1, role: courier, status: serving}
         ^^^^^^^
Clean:
    subjects:
      - {key: S1, role: courier, status: serving, release: 2028-Q1}
Clean: on remand, where nobody can know
    subjects:
      - {key: S1, role: courier, status: remand}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan

SEVERITY = Severity.WARNING
STATUS = "preview"


def check(plan: Plan, _context: Context) -> Iterator[Problem]:
    """A serving subject without a release quarter."""
    if not plan.in_force:
        return
    for subject in plan.subjects:
        if subject.status == "serving" and subject.release is None:
            yield problem((*subject.route, "release"))
