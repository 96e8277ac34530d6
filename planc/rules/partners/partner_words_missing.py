"""What is shared with partners has words of their own.

Wrong: {id} is shared with {posts}, and has no words for partners.
Why: Partners never see police wording, so without words of their own they see nothing of it.
Do: Under {id} add "partner_text:" and what the partner is to do or to know; or take out "share:".
Acts: LRO
Source: CTLP

Flagged:
    prevent:
      - id: PRE-1
        tactic: Mentoring for excluded pupils
        serves: OBJ-1
        owner: council-youth-lead
        due: 2027-01-29
        share: [council-youth-lead]
        ^^^^^
Flagged: an objective, with all at the table
    objectives:
      - id: OBJ-1
        statement: Halve supply at the flats
        measure: Calls a month
        baseline: 22
        target: 11
        by: 2027-03-31
        set_on: 2026-10-07
        share: table
        ^^^^^
Clean: words for them
    prevent:
      - id: PRE-1
        tactic: Mentoring for excluded pupils
        serves: OBJ-1
        owner: council-youth-lead
        due: 2027-01-29
        share: [council-youth-lead]
        partner_title: Mentoring
        partner_text: Match the pupils whom schools refer with a mentor.
Clean: it is shared with nobody
    prevent:
      - {id: PRE-1, tactic: Mentoring, serves: OBJ-1, owner: council-youth-lead, due: 2027-01-29}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.model.tactic import TABLE
from planc.wording.words import count

SEVERITY = Severity.WARNING


def check(plan: Plan, _context: Context) -> Iterator[Problem]:
    """A shared tactic, action or objective without words for partners."""
    if not plan.in_force:
        return
    for item in (*plan.tracked, *plan.objectives):
        if item.share and item.partner_words is None:
            at_table = TABLE in item.share
            posts = "all at the table" if at_table else count(len(item.share), "post")
            unless = tuple((*item.route, name) for name in ("partner_title", "partner_text"))
            yield problem((*item.route, "share"), unless=unless, id=item.id, posts=posts)
