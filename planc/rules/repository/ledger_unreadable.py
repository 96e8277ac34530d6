"""The record of what was released to partners can be read.

Wrong: {path} cannot be used: {because}.
Why: What was released or withdrawn is not known, so nothing for partners can be made or compared.
Do: Put back the last version of it from git; its lines are only ever added to.
Acts: OCG coordinator
Source: planc's judgement: found nothing is true only of what was read
"""

from planc.model.document import Span
from planc.model.finding import Problem, Severity, problem

SEVERITY = Severity.ERROR


def at(path: str, because: str) -> Problem:
    """The ledger cannot be opened, or a line of it is none."""
    return problem(Span(1, 1, 1, 1), path=path, because=because)
