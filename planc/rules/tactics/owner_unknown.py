"""Every owner is a post in the directory.

Wrong: {shown}, the owner of {id}, is not a post in directory.yaml.{hint}
Why: Nobody can be asked about {id}, and planc cannot tell which organisation answers for it.
Do: Write the id of a post in directory.yaml, or ask its keeper to add the post.
Acts: LRO
Source: STF

Flagged: a name where a post belongs
    pursue:
      - id: PUR-1
        tactic: Closure orders on the flats
        serves: OBJ-1
        owner: sergeant-smith
               ^^^^^^^^^^^^^^
        due: 2026-12-18
Flagged: a slip of the keyboard, on an action
    actions:
      - {id: ACT-1, action: Visit the landlord, owner: di-soc-eats, raised_on: 2026-11-04, due: 2026-12-01}
                                                       ^^^^^^^^^^^
Clean:
    pursue:
      - id: PUR-1
        tactic: Closure orders on the flats
        serves: OBJ-1
        owner: di-soc-east
        due: 2026-12-18
Clean: a post of a partner
    pursue:
      - {id: PUR-1, tactic: Closure orders on the flats, serves: OBJ-1, owner: mentoring-lead, due: 2026-12-18}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.wording.references import UNKNOWN, UNSETTLED
from planc.wording.words import advice, hint, nearest, quoted

SEVERITY = Severity.ERROR


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """An owner of a tactic, action, risk or intelligence gap whom the directory does not know."""
    if context.directory is None:
        return
    posts = [post.id for post in context.directory.posts if post.id]
    for item in plan.owned:
        if item.owner is None or context.directory.post(item.owner):
            continue
        unsettled = item.owner in UNKNOWN
        near = None if unsettled else nearest(item.owner, posts)
        yield problem(
            (*item.route, "owner"),
            value=True,
            shown=quoted(item.owner),
            id=item.id,
            hint=hint(near),
            do=UNSETTLED if unsettled else advice(near),
        )
