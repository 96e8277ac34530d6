"""Words that were written for partners are shared with somebody.

Looks at tactics and actions that are still to be done.

Wrong: {id} has words for partners, and is shared with nobody.
Why: Nobody outside the police will see them, and the LRO believes that somebody did.
Do: Under {id} add "share:" and the posts that may see it; or take the words out.
Acts: LRO
Source: CTLP

Flagged:
    prevent:
      - {id: PRE-1, tactic: Mentoring, serves: OBJ-1, owner: council-youth-lead, status: in progress, due: 2027-01-29, partner_text: Match the pupils whom schools refer}
                                                                                                                       ^^^^^^^^^^^^
Clean:
    prevent:
      - {id: PRE-1, tactic: Mentoring, serves: OBJ-1, owner: council-youth-lead, status: in progress, due: 2027-01-29, share: [council-youth-lead], partner_text: Match the pupils whom schools refer}
Clean: done
    prevent:
      - {id: PRE-1, tactic: Mentoring, serves: OBJ-1, owner: council-youth-lead, status: in progress, due: 2027-01-29}
      - {id: PRE-2, tactic: Assemblies, serves: OBJ-1, owner: council-youth-lead, due: 2026-11-13, partner_text: Speak in each school}
    log:
      - {date: 2026-11-13, ref: PRE-2, status: complete, outcome: Six schools reached}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan

SEVERITY = Severity.INFO


def check(plan: Plan, _context: Context) -> Iterator[Problem]:
    """A live tactic or open action with partner words and no share."""
    if not plan.in_force:
        return
    for item in plan.tracked:
        if item.partner_words and not item.share and plan.is_live(item):
            name = "partner_text" if item.partner_text else "partner_title"
            unless = ((*item.route, "share"), *plan.told_by(item))
            yield problem((*item.route, name), unless=unless, id=item.id)
