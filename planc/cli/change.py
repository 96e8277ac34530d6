"""`planc change`: one field above the log."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from planc.amend import amend, plan_named
from planc.cli.confirm_change import PlanName, Yes, write_if_agreed
from planc.cli.environment import day_of
from planc.cli.fields import Fields, field_of, fields_at, flag, name_meant, titles_of
from planc.cli.options import AsOf
from planc.cli.printing import say
from planc.cli.prompts import can_ask
from planc.errors import PlancError
from planc.model.change import Change, Remove, Set
from planc.model.document import Data, Route
from planc.model.log import Entry
from planc.model.plan import Plan
from planc.model.tactic import Action, Tactic
from planc.passes.resolve_name import looks_like_id

Words = Annotated[
    list[str],
    typer.Argument(metavar="[ID] FIELD [VALUE]", help="Of what, which field, and what it is now."),
]
Gone = Annotated[bool, typer.Option("--remove", help="Take the field out.")]

_LOGGED = ("status", "due", "next_check")
"""What the log says of tactics and actions once they have it, so that every move is seen."""
_FIXED = ("id", "key", "planc")


def change(
    plan: PlanName, words: Words, remove: Gone = False, yes: Yes = False, as_of: AsOf = None
) -> None:
    """Change one field above the log: an owner, an answer, the review of a risk.

    For example: planc change larch REQ-4 answer "Two mentors from 1 December"
    """
    repository, path, parsed, _ = plan_named(plan, Path())
    context = repository.context(day_of(as_of, repository.policy))
    holder, rest = _holder(parsed, words, exact=yes)
    route = _route(parsed, holder, rest[0], exact=yes)
    value = " ".join(rest[1:])
    if value and remove:
        raise PlancError("Say what the field is now, or --remove, and not both.")
    wanted: Change = Remove(route)
    if not remove:
        fields = Fields(route[:-1], parsed, context, exact=yes)
        wanted = _set(holder, route, _value(fields, str(route[-1]), value))
    amendment = amend(repository, context, path, [wanted])
    if amendment.after == amendment.before:
        say(f"{amendment.name} says so already.")
        return
    write_if_agreed(amendment, yes=yes)
    if field_of(route[:-1], str(route[-1])).get("x-signed"):
        say("The SRO agreed to what stood there, and is to agree to what stands there now.")


def _holder(plan: Plan, words: list[str], *, exact: bool) -> tuple[Any, list[str]]:
    """What has the field: what the first word is the id of, or the plan; and the other words."""
    keys = {subject.key: subject.role or "" for subject in plan.subjects if subject.key}
    ids = {**titles_of(plan), **keys}
    if words[0] not in ids and not looks_like_id(words[0]):
        return plan, words
    name = name_meant(words[0], ids, "id", exact=exact)
    items = [item for item in (*plan.identified, *plan.subjects) if name in _names_of(item)]
    if isinstance(items[0], Entry):
        raise PlancError(
            f"A decision stays as it is. Correct it in the log: {_LOG} {name} --corrects"
        )
    if len(words) == 1:
        names = ", ".join(field for field, _ in _fields_below(items[0].route))
        raise PlancError(f"Say which field of {name}: {names}.")
    return items[0], words[1:]


_LOG = "planc log PLAN"


def _names_of(item: Any) -> tuple[str | None, str | None]:
    return getattr(item, "id", None), getattr(item, "key", None)


def _route(plan: Plan, holder: Any, typed: str, *, exact: bool) -> Route:
    """The way to the field that is meant. Raises PlancError if it is not to change."""
    name = name_meant(typed, dict(_fields_below(holder.route)), "field", exact=exact)
    is_logged = isinstance(holder, Tactic | Action) and name in _LOGGED
    if is_logged and (getattr(holder, name, None) or plan.entries_about(holder.id)):
        option = f"{_LOG} {holder.id} --{flag(name)}"
        raise PlancError(f"What becomes of {holder.id} is said in the log: {option}")
    return (*holder.route, *name.split("."))


def _fields_below(route: Route, lead: str = "") -> Iterator[tuple[str, str]]:
    """Each field with a value of its own, as `team.sio`, and its title."""
    for name, field in fields_at(route).items():
        if field.get("type") == "object":
            yield from _fields_below((*route, name), f"{lead}{name}.")
        elif field.get("items", {}).get("type") != "object" and name not in _FIXED:
            yield f"{lead}{name}", field["title"]


def _value(fields: Fields, name: str, typed: str) -> Data:
    if typed:
        return fields.value(name, typed)
    if not can_ask():
        raise PlancError(f'Say what "{name}" is now; or --remove.')
    return fields.asked(name, needed=True)


def _set(holder: Any, route: Route, value: Data) -> Set:
    """The field set, with what holds it where that is not there yet."""
    depth = len(holder.route)
    while depth + 1 < len(route) and (holder := getattr(holder, str(route[depth]))) is not None:
        depth += 1
    for name in reversed(route[depth + 1 :]):
        value = {str(name): value}
    return Set(route[: depth + 1], value)
