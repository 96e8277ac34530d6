"""A text looks like a number to some programs.

planc reads a text field as it is written: 0123 stays 0123. Editors and other programs may read
it as a number and show a warning, or drop the noughts.

Wrong: {shown} in "{field}" looks like {what} to some programs.
Why: planc takes it as text, as you wrote it, but an editor may warn about it or change it.
Do: Put it in quotation marks: "{plain}".
Acts: LRO
Source: YAML 10.3; planc's judgement: a text is what was written, whatever it looks like

Flagged:
    operation: 0123
               ^^^^
Clean:
    operation: "0123"
Clean: a figure may stand without quotation marks
    version: 1.10
"""

from planc.model.document import Route
from planc.model.finding import Problem, Severity, problem
from planc.wording.words import cut, quoted

SEVERITY = Severity.INFO

_LIKE = {"true": "a yes or no", "false": "a yes or no", "null": "nothing at all"}


def at(route: Route, field: str, text: str) -> Problem:
    """`text` stands without quotation marks and looks like something else."""
    what = _LIKE.get(text.lower(), "a number")
    return problem(
        route,
        value=True,
        shown=quoted(text),
        field=field,
        what=what,
        plain=cut(text),
        edit=f'"{text}"',
    )
