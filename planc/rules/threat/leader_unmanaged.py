"""A leader who is sentenced or on licence has a lifetime management lead.

Wrong: A subject who leads the group is {where}, and nobody leads their lifetime management.
Why: Leaders go on leading from prison and after it; somebody has to look, for as long as it lasts.
Do: Agree who it is, and add "lifetime_owner:" and the post.
Acts: LRO
Source: SCPO

Flagged:
    subjects:
      - {key: S1, role: leader, status: serving, release: 2028-Q1}
         ^^^^^^^
Clean:
    subjects:
      - {key: S1, role: leader, status: serving, release: 2028-Q1, lifetime_owner: di-soc-west}
Clean: not sentenced yet
    subjects:
      - {key: S1, role: leader, status: remand}
Clean: a courier
    subjects:
      - {key: S1, role: courier, status: serving, release: 2028-Q1}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan

SEVERITY = Severity.WARNING
STATUS = "preview"

_WHERE = {"serving": "serving a sentence", "licence": "out on licence"}


def check(plan: Plan, _context: Context) -> Iterator[Problem]:
    """A leader who serves, or is on licence, without one."""
    if not plan.in_force:
        return
    for subject in plan.subjects:
        where = _WHERE.get(subject.status or "")
        if subject.role == "leader" and where and subject.lifetime_owner is None:
            yield problem((*subject.route, "lifetime_owner"), where=where)
