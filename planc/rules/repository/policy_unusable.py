"""The settings in planc.yaml can be used.

Wrong: {because}
Why: Without the force's own settings nothing can be checked as the force wants it, so nothing was.
Do: Put it right, and run planc again.
Acts: OCG coordinator
Source: planc's judgement: found nothing is true only of what was read
"""

from planc.model.document import Span
from planc.model.finding import Place, Problem, Severity, problem

SEVERITY = Severity.REFUSAL


def at(place: Place, because: str) -> Problem:
    """The policy, or what it extends, cannot be used for a reason that lies at the place."""
    return problem(place.span or Span(1, 1, 1, 1), because=because)
