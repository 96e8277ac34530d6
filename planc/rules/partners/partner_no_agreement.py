"""What goes to a partner goes under an agreement, or is recorded as shared once.

An information-sharing agreement in force (directory.yaml) or a recorded share (`shares:`) will do. A
share says by which gateway, why it is necessary and proportionate, who sanitised and who authorised
it. An urgent safeguarding share is recorded, and never held back.

Wrong: {id} is shared with {post}, {who} no agreement in force and no recorded share.
Why: Without a gateway on record the police may not pass it on, and the partner may not use it.
Do: Write the agreement and its dates in directory.yaml, or record the share under "shares:".
Acts: LRO
Source: INF

Flagged: no agreement
    protect:
      - id: PRO-1
        tactic: Safe-home visits
        serves: OBJ-1
        owner: health-safeguarding
        due: 2026-12-11
        share: [health-safeguarding]
                ^^^^^^^^^^^^^^^^^^^
        partner_title: Safe-home visits
        partner_text: Visit each home that housing officers name.
Flagged: a share that is withdrawn, and one that says too little
    protect:
      - id: PRO-1
        tactic: Safe-home visits
        serves: OBJ-1
        owner: health-safeguarding
        due: 2026-12-11
        share: [health-safeguarding]
                ^^^^^^^^^^^^^^^^^^^
        partner_title: Safe-home visits
        partner_text: Visit each home that housing officers name.
    shares:
      - {id: SHR-1, date: 2026-10-14, to: health-safeguarding, what: The visits, urgent_safeguarding: true, withdrawn_on: 2026-11-20}
      - {id: SHR-2, date: 2026-10-14, to: health-safeguarding, what: The visits, gateway: Crime and Disorder Act 1998 s115}
Clean: an agreement in force
    prevent:
      - id: PRE-1
        tactic: Mentoring for excluded pupils
        serves: OBJ-1
        owner: council-youth-lead
        due: 2027-01-29
        share: [council-youth-lead]
        partner_title: Mentoring
        partner_text: Match the pupils whom schools refer with a mentor.
Clean: recorded as urgent safeguarding
    protect:
      - id: PRO-1
        tactic: Safe-home visits
        serves: OBJ-1
        owner: health-safeguarding
        due: 2026-12-11
        share: [health-safeguarding]
        partner_title: Safe-home visits
        partner_text: Visit each home that housing officers name.
    shares:
      - {id: SHR-1, date: 2026-10-14, to: health-safeguarding, what: The visits, urgent_safeguarding: true}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.directory import Directory
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.model.tactic import TABLE
from planc.wording.words import cut

SEVERITY = Severity.WARNING


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """Something shared with a post or at a table where somebody may not have it."""
    if not plan.in_force or context.directory is None:
        return
    reported = set()
    for item in (*plan.tracked, *plan.objectives):
        for number, post in enumerate(item.share):
            name, who = _may_not_have_it(plan, context, post)
            if name and post not in reported:
                reported.add(post)
                yield problem(
                    (*item.route, "share", number),
                    unless=(("shares",), ("partners",)) if post == TABLE else (("shares",),),
                    value=True,
                    id=item.id,
                    post=name,
                    who=who,
                )


def _may_not_have_it(plan: Plan, context: Context, post: str) -> tuple[str, str]:
    """The post, or the organisation at the table, that may not have what is shared with it."""
    directory = context.directory or Directory()
    if post != TABLE:
        may = directory.post(post) is None or context.may_have(plan, post)
        return ("" if may else cut(directory.title(post))), "whose organisation has"
    for partner in plan.partners:
        organisation = directory.organisation(partner.organisation)
        agreement = organisation.agreement if organisation else None
        if organisation and not (agreement and agreement.in_force(context.as_of)):
            return f"the table, and {cut(organisation.name or 'one there')}", "who is there, has"
    return "", ""
