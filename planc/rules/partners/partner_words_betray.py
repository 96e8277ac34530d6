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

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.wording.text import words_of

SEVERITY = Severity.ERROR


def check(plan: Plan, _given: Context) -> Iterator[Problem]:
    """An id, the reference or the operation in words for partners."""
    ours = {item.id: "the id of something in the plan" for item in plan.identified if item.id}
    ours |= {plan.ref: "the plan's reference"} if plan.ref else {}
    ours |= {plan.operation: "the operation"} if plan.operation else {}
    if not plan.in_force or not ours:
        return
    texts = [(route, f" {words_of(text)} ") for route, text in plan.partner_texts]
    every = "|".join(text for _, text in texts)
    said = {f" {words_of(name)} ": what for name, what in ours.items()}
    said = {name: what for name, what in said.items() if name in every}
    for route, text in texts:
        named = next((name for name in said if name in text), None)
        if named:
            yield problem(route, value=True, what=said[named])
