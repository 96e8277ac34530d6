"""The force's own Word file can be used for the papers.

Wrong: The house style {path} cannot be used: {because}.
Why: No Word paper can be made until it can.
Do: Put it right in Word, and look with: planc house check {path}
Acts: OCG coordinator
Source: planc's judgement: found nothing is true only of what was read
"""

from planc.model.document import Span
from planc.model.finding import Problem, Severity, problem

SEVERITY = Severity.ERROR


def at(path: str, because: str) -> Problem:
    """The Word file that the policy names cannot be opened, or may not be taken as a style."""
    return problem(Span(1, 1, 1, 1), path=path, because=because)
