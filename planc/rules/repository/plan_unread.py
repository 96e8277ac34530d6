"""Whatever looks like a plan is read.

planc looks through everything below planc.yaml, but for git's own folder, packs/ and environments
of programs. What has the fields of a plan, or stands among the plans under a name much like theirs,
and is none of the plans that planc.yaml names, is found: another ending, another place, hidden,
behind a link, or beside another planc.yaml. Files that only look so are named under "not_plans:" in
planc.yaml, and every summary says so.

Wrong: {path} looks like a plan, and is not read: {because}.
Why: What is not read is not checked, so that nothing is found in it.
Do: {what}; or if it is no plan, name it under "not_plans:" in planc.yaml.
Acts: OCG coordinator
Source: planc's judgement: found nothing is true only of what was read
"""

from planc.model.document import Span
from planc.model.finding import Problem, Severity, problem

SEVERITY = Severity.ERROR


def at(path: str, because: str, what: str) -> Problem:
    """The file at `path` is not read, for a reason; `what` is to be done so that it is."""
    return problem(Span(1, 1, 1, 1), path=path, because=because, what=what)
