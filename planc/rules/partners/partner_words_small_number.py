"""Words for partners do not count so few people that they could be told apart.

How few that is, is local policy (smallest_cohort in planc.yaml). No paper for partners is made while
they do, unless the finding is waived or the rule switched off: some numbers are places on a scheme,
and nobody's.

Wrong: The words for partners count people: {shown}.
Why: Whoever knows the place knows who so few are, and what is thought of them.
Do: Write "some" or "a small number"; or waive it, if it is no count of people that are known.
Acts: LRO
Source: CTLP; planc's judgement: a few people in a known place are known people

Flagged: in words
    threat:
      type: ocg
      areas: [drugs]
      tier: local
      assessment: Likely to keep supplying.
      partner_text: A group sells drugs and uses three local children to carry them.
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
Flagged: in figures
    prevent:
      - id: PRE-1
        tactic: Mentoring for excluded pupils
        serves: OBJ-1
        owner: council-youth-lead
        due: 2027-01-29
        share: [council-youth-lead]
        partner_title: Mentoring
        partner_text: Match the 4 young people at risk with a mentor.
                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
Flagged: a word with a number in it
    threat:
      type: ocg
      areas: [drugs]
      tier: local
      assessment: Likely to keep supplying.
      partner_text: A group sells drugs and uses both sisters to carry them.
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
Clean: as many as the policy allows
    threat:
      type: ocg
      areas: [drugs]
      tier: local
      assessment: Likely to keep supplying.
      partner_text: A group sells drugs and uses five local children to carry them.
Clean: no people are counted
    prevent:
      - id: PRE-1
        tactic: Mentoring for excluded pupils
        serves: OBJ-1
        owner: council-youth-lead
        due: 2027-01-29
        share: [council-youth-lead]
        partner_title: Mentoring
        partner_text: See each child within two days, with two mentors in three schools, and report on phase 2 people.
Clean: police words may count
    pursue:
      - {id: PUR-1, tactic: Take two men off the street, serves: OBJ-1, owner: di-soc-east, due: 2026-12-18}
"""

from collections.abc import Iterator

from planc.detect.counted_people import count_of_people
from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.wording.words import cut

SEVERITY = Severity.ERROR


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """A number of people below the policy's, once a text."""
    least = context.policy.numbers.smallest_cohort
    for route, text in plan.partner_texts if plan.in_force else ():
        shown = count_of_people(text, least)
        if shown:
            yield problem(route, value=True, shown=cut(shown))
