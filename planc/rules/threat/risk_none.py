"""A plan names the risks that it takes.

Off until a force switches it on in planc.yaml.

Wrong: The plan names no risk.
Why: What may go wrong is easier to explain where it was written down before.
Do: Add "risks:" with what may go wrong, its owner and what is done about it.
Acts: LRO
Source: NDM

Flagged:
    # planc.yaml
    rules:
      risk-none: {severity: info, reason: Tried out by this force}
    # plans/larch.yaml
    planc: 1
    ^^^^^^^^
Clean:
    # planc.yaml
    rules:
      risk-none: {severity: info, reason: Tried out by this force}
    # plans/larch.yaml
    risks:
      - {id: RSK-1, risk: A tenant is threatened, owner: di-soc-west, controls: Patrols}
Clean: a draft
    # planc.yaml
    rules:
      risk-none: {severity: info, reason: Tried out by this force}
    # plans/larch.yaml
    status: draft
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan

SEVERITY = Severity.INFO
STATUS = "off"


def check(plan: Plan, _context: Context) -> Iterator[Problem]:
    """An agreed plan without a risk."""
    if plan.agreed and not plan.risks:
        yield problem(("risks",))
