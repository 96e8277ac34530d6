"""The plans name posts, and there is a directory to look them up in.

Wrong: {count} of these plans name posts, and there is no {directory} to look them up in.
Why: A post that nobody holds, or that never was, is not noticed: {rules} did not run.
Do: Put {directory} back beside planc.yaml; if it has another name, say it there under "directory:".
Acts: directory keeper
Source: planc's judgement: found nothing is true only of what was read
"""

from collections.abc import Collection

from planc.model.document import Span
from planc.model.finding import Problem, Severity, problem
from planc.wording.words import every

SEVERITY = Severity.ERROR


def at(directory: str, count: int, rules: Collection[str]) -> Problem:
    """`count` plans name posts, and the file `directory` is not there."""
    where = Span(1, 1, 1, 1)
    return problem(where, directory=directory, count=f"{count:,}", rules=every(sorted(rules)))
