"""A text is longer than its place in the paper allows.

Wrong: "{field}" has {got} characters; at most {most} fit.
Why: It is one line of a table or of page one, and would push the rest off the page.
Do: Shorten it, and put the rest in a note or in the detail.
Acts: LRO
Source: planc's judgement: page one of a board's paper is one page
"""

from planc.model.document import Route
from planc.model.finding import Problem, Severity, problem

SEVERITY = Severity.ERROR


def at(route: Route, field: str, length: int, most: int) -> Problem:
    """The text has `length` characters."""
    do = "Keep the plan to what a board needs, and the rest where it belongs."
    return problem(
        route,
        value=True,
        field=field,
        got=f"{length:,}",
        most=f"{most:,}",
        do=do if most > 1000 else None,
    )
