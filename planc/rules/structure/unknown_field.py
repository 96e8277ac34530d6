"""A field has a name that planc does not know.

Wrong: {shown} is not one of the fields of {holder}.{hint}
Why: What stands under an unknown name is read by nobody: not checked, and not in the paper.
Do: Put its name right, move it to where it belongs, or delete it.
Acts: LRO
Source: planc's judgement: a name that is passed over in silence is a field that nobody checks

Flagged:
    # without operation
    operaton: EXAMPLE LARCH
    ^^^^^^^^
Flagged: a field in the wrong place
    safeguarding:
      lead: di-soc-east
      due: 2026-12-18
      ^^^
Clean:
    operation: EXAMPLE LARCH
Clean: the names of posts and organisations are the force's own
    partners:
      - {organisation: exampleton-council, role: Lets the flats}
"""

from collections.abc import Collection

from planc.model.document import Route
from planc.model.finding import Problem, Severity, problem
from planc.wording.words import capital, cut, hint, listed, quoted

SEVERITY = Severity.ERROR


def at(
    route: Route,
    holder: str,
    near: str | None,
    fields: Collection[str],
    *,
    personal: bool = False,
) -> Problem:
    """`route` leads to a field that `holder` does not have; `near` is the one probably meant.

    `personal` says that the fields are about a person; a name that is like none of them may be
    that person's, and is not repeated.
    """
    name = cut(str(route[-1]))
    if near:
        shown, do = f'"{name}"', f'Change "{name}" to "{near}".'
    else:
        shown = quoted(name, personal=personal)
        do = f"Move it to where it belongs, or delete it. {capital(holder)} has: {listed(fields)}."
    return problem(route, shown=shown, holder=holder, hint=hint(near), do=do)
