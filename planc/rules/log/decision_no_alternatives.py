"""A decision says what else was considered.

The heading "options" of the National Decision Model (NDM) is as good a place for it. What the LRO
or the deputy settles from day to day, without a number, is not asked for it: nobody writes what was
set against moving a visit to Tuesday.

Wrong: {decision} does not say what else was considered.
Why: A decision is judged by what was set against it, and that is forgotten first.
Do: In this entry add "rejected:" and the other courses, with why not.
Acts: LRO
Source: NDM; SIO

Flagged:
    log:
      - {date: 2026-11-10, id: DEC-1, decision: Delay phase 2, because: Victims are not safe, by: supt-crime}
                                      ^^^^^^^^
Clean:
    log:
      - {date: 2026-11-10, id: DEC-1, decision: Delay phase 2, because: Victims are not safe, rejected: Go now, by: supt-crime}
Flagged: the LRO's, and it has a number
    log:
      - {date: 2026-11-10, id: DEC-1, decision: Delay phase 2, because: Victims are not safe, by: di-soc-east}
                                      ^^^^^^^^
Clean: a small decision of the LRO
    log:
      - {date: 2026-11-10, decision: Move the visit to Tuesday, because: The landlord is away, by: di-soc-east}
Clean: under the headings of the NDM
    log:
      - date: 2026-11-10
        id: DEC-1
        decision: Delay phase 2
        ndm: {assessment: Victims are not safe, options: Go now or wait for phase 2}
        by: supt-crime
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.log import Entry
from planc.model.plan import Plan

SEVERITY = Severity.WARNING


def check(plan: Plan, _context: Context) -> Iterator[Problem]:
    """A decision without `rejected`."""
    for entry in plan.corrected_log:
        weighed = entry.rejected or (entry.ndm and entry.ndm.options)
        if entry.decision and weighed is None and not _is_small(plan, entry):
            name = f"Decision {entry.id}" if entry.id else "This decision"
            unless = ((*entry.route, "rejected"), (*entry.route, "ndm", "options"))
            yield problem((*entry.route, "decision"), unless=unless, decision=name)


def _is_small(plan: Plan, entry: Entry) -> bool:
    """Whether it is one of the daily decisions of the LRO or the deputy, which have no number."""
    deputy = plan.team.deputy_lro if plan.team else None
    return entry.id is None and entry.by is not None and entry.by in (plan.lro, deputy)
