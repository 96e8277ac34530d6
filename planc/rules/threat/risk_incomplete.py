"""A risk has an owner and controls.

Wrong: {id} has {missing}.
Why: A risk that is written down and left is worse than one nobody saw.
Do: Add {fields} to {id}; what is left of it is the SRO's to accept.
Acts: LRO
Source: NDM; planc's judgement: a risk is written down so that somebody does something about it

Flagged:
    risks:
      - {id: RSK-1, risk: A tenant is threatened, likelihood: low, impact: high, controls: Patrols}
         ^^^^^^^^^
Clean:
    risks:
      - {id: RSK-1, risk: A tenant is threatened, likelihood: low, impact: high, owner: di-soc-west, controls: Patrols}
Clean: the SRO has accepted what nothing is done about
    risks:
      - {id: RSK-1, risk: A tenant is threatened, owner: di-soc-west, accepted_on: 2026-11-04}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.wording.words import every

SEVERITY = Severity.WARNING


def check(plan: Plan, _context: Context) -> Iterator[Problem]:
    """A risk without an owner, or with neither controls nor acceptance."""
    if not plan.agreed:
        return
    for risk in plan.risks:
        missing = {} if risk.owner else {"owner": "no owner"}
        if not (risk.controls or risk.accepted_on):
            missing["controls"] = "no controls"
        if missing:
            yield problem(
                risk.route,
                unless=tuple((*risk.route, name) for name in (*missing, "accepted_on")),
                id=risk.id,
                missing=every(list(missing.values())),
                fields=every([f'"{name}:"' for name in missing]),
            )
