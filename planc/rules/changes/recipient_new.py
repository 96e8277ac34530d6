"""Who else is to be shown something is agreed with the SRO.

A sign-off that covers distribution, a decision of the SRO, or a share that somebody authorised, in
the same change, says so.

Wrong: {post} is to be shown something of this plan and was not, and nothing here says who agreed.
Why: What is shared cannot be called back, and it tells more than its words.
Do: Ask {who}. When they have agreed, record it with the minute: planc sign.
Acts: SRO
Source: S0; INF

Flagged:
    prevent:
      - id: PRE-1
        tactic: Mentoring for excluded pupils
        serves: OBJ-1
        owner: council-youth-lead
        status: in progress
        due: 2027-01-29
        share: [council-youth-lead]
        ^^^^^
        partner_text: Offer mentoring to the pupils whom you have referred.
Clean: it was shared with them before
    # plans/larch.yaml as it was
    prevent:
      - {id: PRE-1, tactic: Mentoring for excluded pupils, serves: OBJ-1, owner: council-youth-lead, status: in progress, due: 2027-01-29, share: [council-youth-lead], partner_text: Offer mentoring.}
    # plans/larch.yaml
    prepare:
      - {id: PPR-1, tactic: Rehousing at short notice, serves: OBJ-1, owner: council-housing, status: in progress, due: 2026-12-11, share: [council-youth-lead], partner_text: Tell us of pupils who lose their home.}
Clean: the SRO signed the distribution off
    prevent:
      - {id: PRE-1, tactic: Mentoring for excluded pupils, serves: OBJ-1, owner: council-youth-lead, status: in progress, due: 2027-01-29, share: [council-youth-lead], partner_text: Offer mentoring.}
    signoffs:
      - {date: 2026-11-19, by: supt-crime, covers: [distribution], minute_ref: OCGMB 11/26 item 2}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.difference import PlanChange
from planc.model.document import Route
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.model.tactic import TABLE

SEVERITY = Severity.WARNING


def check(change: PlanChange, context: Context) -> Iterator[Problem]:
    """A post that something of the plan is shared with, and was not."""
    if change.before is None or change.after is None:
        return
    if change.is_agreed(context, "distribution"):
        return
    plan, known = change.after.plan, dict(_recipients(change.before.plan))
    authorised = {share.to for share in plan.shares if share.authorised_by}
    who = context.title(plan.sro, "the SRO")
    for post, route in dict(_recipients(plan)).items():
        if post not in known and post not in authorised:
            title = "Everybody at the table" if post == TABLE else context.title(post, post)
            yield problem(route, post=title, who=who)


def _recipients(plan: Plan) -> Iterator[tuple[str, Route]]:
    """Each post that may be shown something, and where that stands."""
    for post in plan.recipients:
        yield post, ("recipients",)
    for item in (*reversed(plan.tracked), *reversed(plan.objectives)):
        for post in item.share:
            yield post, (*item.route, "share")
