"""What a disruption taught is written down while it is remembered.

Off until a force switches it on in planc.yaml.

Wrong: Disruptions are recorded, and nothing that was learnt.
Why: At closure nobody remembers, and the next LRO begins where this one did.
Do: Add "learning:" with a date and the lesson.
Acts: LRO
Source: LANC

Flagged:
    # planc.yaml
    rules:
      learning-none: {severity: info, reason: Tried out by this force}
    # plans/larch.yaml
    log:
      - {date: 2026-11-11, ref: PUR-1, disruption: minor, lead: police, effect: Two flats closed}
                                       ^^^^^^^^^^
    lro: di-soc-east
Clean:
    # planc.yaml
    rules:
      learning-none: {severity: info, reason: Tried out by this force}
    # plans/larch.yaml
    log:
      - {date: 2026-11-11, ref: PUR-1, disruption: minor, lead: police, effect: Two flats closed}
    learning: [{date: 2026-11-18, lesson: Ask the landlord first}]
Clean: nothing was disrupted yet
    # planc.yaml
    rules:
      learning-none: {severity: info, reason: Tried out by this force}
    # plans/larch.yaml
    lro: di-soc-east
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan

SEVERITY = Severity.INFO
STATUS = "off"


def check(plan: Plan, _context: Context) -> Iterator[Problem]:
    """Disruptions without learning."""
    if plan.agreed and plan.disruptions and not plan.learning:
        yield problem((*plan.disruptions[-1].route, "disruption"), unless=(("learning",),))
