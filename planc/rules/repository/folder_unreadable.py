"""Every folder of the repository can be looked into.

Wrong: The folder {path} cannot be looked into: {trouble}.
Why: There may be plans in it, and what is not read is not checked.
Do: Make sure that you may read the folder, and run planc again.
Acts: OCG coordinator
Source: planc's judgement: found nothing is true only of what was read
"""

from planc.model.document import Span
from planc.model.finding import Problem, Severity, problem

SEVERITY = Severity.REFUSAL


def at(path: str, trouble: str) -> Problem:
    """The folder at `path` cannot be listed."""
    return problem(Span(1, 1, 1, 1), path=path, trouble=trouble)
