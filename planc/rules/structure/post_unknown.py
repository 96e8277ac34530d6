"""A post is named that is not in the directory.

Wrong: {shown} is not a post in directory.yaml.{hint}
Why: planc cannot tell who that is or which organisation they belong to.
Do: {do}
Acts: LRO
Source: DESIGN 4

Flagged:
    lro: di-soc-wset
         ^^^^^^^^^^^
Clean:
    lro: di-soc-west
"""

from collections.abc import Collection

from planc.model.document import Route
from planc.model.finding import Problem, Severity, problem
from planc.model.words import nearest, quoted

SEVERITY = Severity.ERROR


def at(route: Route, text: str, posts: Collection[str]) -> Problem:
    """`text` is none of the posts."""
    near = nearest(text, posts)
    hint = f' Did you mean "{near}"?' if near else ""
    do = (
        f'Write "{near}", if that is what you mean.'
        if near
        else "Write the id of a post in directory.yaml, or ask its keeper to add the post."
    )
    return problem(route, value=True, shown=quoted(text), hint=hint, do=do)
