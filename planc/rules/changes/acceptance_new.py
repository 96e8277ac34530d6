"""What is left undone, and the risk that is run, is accepted by the SRO.

A sign-off that covers it, or a decision of the SRO in the same change, says that they did.

Wrong: {what} is new or changed, and nothing here says that the SRO accepted it.
Why: A date under accepted_on says that the SRO did; anybody can type one.
Do: Ask {who}. When they have accepted it, record it with the minute: planc sign.
Acts: SRO
Source: S0

Flagged: a reason for a gap
    gaps:
      finance: {reason: No money is known of, accepted_on: 2026-11-19}
                ^^^^^^
Flagged: a risk
    # plans/larch.yaml as it was
    risks:
      - {id: RSK-1, risk: Tenants are moved on, likelihood: high, impact: high, owner: di-soc-east, controls: Visits, review: 2026-12-02}
    # plans/larch.yaml
    risks:
      - {id: RSK-1, risk: Tenants are moved on, likelihood: high, impact: high, owner: di-soc-east, controls: Visits, accepted_on: 2026-11-19, review: 2026-12-02}
                                                                                                                      ^^^^^^^^^^^
Clean: the board signed it off
    gaps:
      finance: {reason: No money is known of, accepted_on: 2026-11-19}
    signoffs:
      - {date: 2026-11-19, by: supt-crime, covers: [gaps], minute_ref: OCGMB 11/26 item 2}
Clean: it is looked at again later
    gaps:
      finance: {reason: The group pays in kind, accepted_on: 2026-10-07, look_again: 2027-01-06}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.difference import PlanChange
from planc.model.finding import Problem, Severity, problem

SEVERITY = Severity.WARNING


def check(change: PlanChange, context: Context) -> Iterator[Problem]:
    """A gap or a risk that is accepted now and was not, or is another one."""
    if change.approved_before is None or change.after is None:
        return
    plan = change.after.plan
    who = context.title(plan.sro, "the SRO")
    accepted = {risk.id for risk in plan.risks if risk.accepted_on}
    for covers, section in (("gaps", "gaps"), ("risks", "risks")):
        if change.is_agreed(context, covers):
            continue
        told: set[str] = set()
        for one in change.of(section):
            counts = one.field in _APPROVED or (one.kind == "added" and covers == "gaps")
            counts = counts or (one.kind == "added" and one.id in accepted)
            if covers == "risks" and one.id not in accepted:
                counts = False
            if counts and one.id not in told and one.kind != "deleted":
                told.add(one.id)
                what = f"The reason for no {one.id}" if covers == "gaps" else f"{one.id}, accepted,"
                yield problem(one.route, what=what, who=who)


_APPROVED = ("reason", "accepted_on", "risk")
