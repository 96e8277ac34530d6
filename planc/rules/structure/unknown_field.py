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

from collections.abc import Collection, Sequence

from planc.model.document import Data, Route
from planc.model.finding import Problem, Severity, problem
from planc.resources import field_names
from planc.wording.words import capital, cut, hint, listed, quoted

SEVERITY = Severity.ERROR


_LOGGED = ("note", "outcome", "because", "rag", "value", "disruption", "effect", "decision")
_NOTES = ("update", "updates", "progress", "comment", "comments", "remark", "remarks", "notes")
_HOLD_STATUS = ("pursue", "prevent", "protect", "prepare", "actions", "objectives")


def _place_of(route: Route, ref: object) -> str | None:
    """Where a field belongs that stands in another place; None where that cannot be told."""
    name, top = str(route[-1]), str(route[0])
    if len(route) > 1 and top in _HOLD_STATUS and name.lower() in (*_LOGGED, *_NOTES):
        name = "note" if name.lower() in _NOTES else name.lower()
        return (
            "That goes in the log: take it out here, and at the end of the log add this line, with"
            f" its own day: - {{date: 2026-11-22, ref: {ref or 'PUR-1'}, {name}: ...}}"
        )
    if len(route) > 1 and top == "log" and name in ("action", "actions"):
        return 'A task from a meeting goes under "actions:", with id, action, owner and due.'
    if len(route) > 1 and name in (
        "log",
        "pursue",
        "prevent",
        "protect",
        "prepare",
        "objectives",
        "gaps",
    ):
        return (
            f'"{name}:" belongs to the whole plan: move it, and what is under it, to the left edge.'
        )
    if len(route) == 1 and name in field_names():
        return (
            "It stands at the left edge: put as many spaces before it as the fields beside it have."
        )
    if name.startswith("//"):
        return "Delete the line; or write # in place of the //, and nobody reads it."
    return None


def id_for_name(route: Route, value: Data, fields: Sequence[str]) -> Problem:
    """The id of an item stands where the name of a field does: `- PUR-2:`."""
    name = cut(str(route[-1]))
    do = f'Write "id: {name}" in its place.'
    if isinstance(value, dict | list):
        do = f'Write "id: {name}" there, and put its fields right under it, under the word id.'
    elif value is not None:
        do = f'Write "id: {name}" in its place, and on the next line "{fields[1]}:" and the words.'
    return problem(route, shown=f'"{name}"', holder="an item of this list", hint="", do=do)


def at(
    route: Route,
    holder: str,
    near: str | None,
    fields: Collection[str],
    ref: object = None,
    *,
    personal: bool = False,
) -> Problem:
    """`route` leads to a field that `holder` does not have; `near` is the one probably meant.

    `ref` is the id of what holds it. `personal` says that the fields are about a person; a name that is like none of them may be
    that person's, and is not repeated.
    """
    name = cut(str(route[-1]))
    if where := _place_of(route, ref):
        return problem(route, shown=f'"{name}"', holder=holder, hint="", do=where)
    if near:
        shown, do = f'"{name}"', f'Change "{name}" to "{near}".'
    else:
        shown = quoted(name, personal=personal)
        do = f"Move it to where it belongs, or delete it. {capital(holder)} has: {listed(fields)}."
    return problem(route, shown=shown, holder=holder, hint=hint(near), do=do, edit=near)
