"""Words for partners name nothing that partners do not know.

The operation, the plan's reference and the ids of the plan are the police's own. Partner papers have
numbers of their own.

Wrong: The words for partners name {what}, which partners do not see.
Why: Whoever reads it learns that there is more, and what to ask for.
Do: Say it in other words, or leave it out.
Acts: LRO
Source: CTLP

Flagged: an id
    prevent:
      - id: PRE-1
        tactic: Mentoring for excluded pupils
        serves: OBJ-1
        owner: council-youth-lead
        due: 2027-01-29
        share: [council-youth-lead]
        partner_title: Mentoring
        partner_text: Match the pupils with a mentor before PUR-1 starts.
                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
Flagged: the operation
    threat:
      type: ocg
      areas: [drugs]
      tier: local
      assessment: Likely to keep supplying.
      partner_text: Larch sells drugs from rented homes.
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    operation: LARCH
Flagged: however it is written
    threat:
      type: ocg
      areas: [drugs]
      tier: local
      assessment: Likely to keep supplying.
      partner_text: A larch-related group sells drugs.
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    operation: LARCH
Flagged: without its first word, and spelled out
    threat:
      type: ocg
      areas: [drugs]
      tier: local
      assessment: Likely to keep supplying.
      partner_text: L.A.R.C.H begins in May.
                    ^^^^^^^^^^^^^^^^^^^^^^^^
    operation: SAMPLE LARCH
Flagged: in what is said of an embargo
    embargo_until: 8 December 2026, when PUR 1 is over
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
Clean: a number of their own
    prevent:
      - id: PRE-1
        tactic: Mentoring for excluded pupils
        serves: OBJ-1
        owner: council-youth-lead
        due: 2027-01-29
        share: [council-youth-lead]
        partner_title: Mentoring
        partner_text: Form YR-1 goes to the pupil's school; larches are trees.
    operation: LARCH
Clean: police words may name anything
    pursue:
      - {id: PUR-1, tactic: Closure orders after PRO-1, serves: OBJ-1, owner: di-soc-east, due: 2026-12-18}
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from planc.detect.own_names import folded, names_id, names_operation
from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan

SEVERITY = Severity.ERROR


def check(plan: Plan, _context: Context) -> Iterator[Problem]:
    """An id, the reference or the operation in words for partners, however it is written."""
    if not plan.in_force:
        return
    texts = [(route, folded(text)) for route, text in plan.partner_texts]
    every = "\n".join(text for _, text in texts)
    ours = [named for named in _own_names(plan) if named.stands_in(every)] if texts else []
    for route, text in texts:
        named = next((named for named in ours if named.stands_in(text)), None)
        if named:
            yield problem(route, value=True, what=named.what)


class _OwnName(NamedTuple):
    name: str
    what: str
    stands: Callable[[str, str], bool] = names_id

    def stands_in(self, text: str) -> bool:
        return self.stands(self.name, text)


def _own_names(plan: Plan) -> Iterator[_OwnName]:
    if plan.ref:
        yield _OwnName(plan.ref, "the plan's reference")
    if plan.operation and re.search(r"\w", plan.operation):
        yield _OwnName(plan.operation, "the operation", names_operation)
    keys = [subject.key for subject in plan.subjects] + [place.key for place in plan.locations]
    ids = [item.id for item in (*plan.identified, plan.decision_sought) if item]
    for name in dict.fromkeys((*ids, *keys, *plan.annexes)):
        if name and (name[0].isalnum() or re.search(r"\w", name)):
            yield _OwnName(name, "the id of something in the plan")
