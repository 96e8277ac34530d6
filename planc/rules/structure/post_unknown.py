"""A post is named that is not in the directory.

Wrong: {shown} is not a post in directory.yaml.{hint}
Why: planc cannot tell who that is or which organisation they belong to.
Do: Write the id of a post in directory.yaml, or ask its keeper to add the post.
Acts: LRO
Source: planc's judgement: a post that is written down once, in the directory, is the same post in every plan

Flagged:
    lro: di-soc-wset
         ^^^^^^^^^^^
Clean:
    lro: di-soc-west
Clean: a post of a partner
    lro: council-housing
"""

from collections.abc import Collection

from planc.model.document import Route
from planc.model.finding import Problem, Severity, problem
from planc.wording.references import whole_table
from planc.wording.words import advice, hint, nearest, quoted

SEVERITY = Severity.ERROR


def at(route: Route, text: str, posts: Collection[str]) -> Problem:
    """`text` is none of the posts."""
    for_all = whole_table(route, text)
    near = None if for_all else nearest(text, posts)
    do = for_all or advice(near)
    return problem(route, value=True, shown=quoted(text), hint=hint(near), do=do, edit=near)
