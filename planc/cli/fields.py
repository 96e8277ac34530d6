"""The fields of one part of a plan: each as a question and an option, and what is typed for it."""

import inspect
import re
from collections.abc import Iterable, Mapping
from typing import Annotated, Any

import typer

from planc.cli.printing import say
from planc.cli.prompts import ask
from planc.errors import PlancError
from planc.model.context import Context
from planc.model.document import Data, Route
from planc.model.plan import Plan
from planc.model.titles import title_of, titles_around
from planc.passes.resolve_name import resolve_name
from planc.resources import schema
from planc.wording.breadcrumbs import field_at
from planc.wording.day import typed_day

_AHEAD = ("due", "next_check", "next_review", "review", "by", "look_again", "until")
"""The dates that lie ahead: what is to be done on a Friday is done on the next one."""


class Fields:
    """The fields of the part of a plan that stands at a route, and the names that they can lead to.

    With `exact`, a name that is only near to one that is meant will not do.
    """

    def __init__(self, route: Route, plan: Plan, context: Context, *, exact: bool) -> None:
        self._route, self._plan, self._context, self._exact = route, plan, context, exact

    def value(self, name: str, typed: Any) -> Data:
        """What was typed for a field, as the plan has it. Raises PlancError."""
        field = field_of(self._route, name)
        sorts = field.get("type")
        if isinstance(typed, list) or (sorts and "array" in sorts):
            words = typed if isinstance(typed, list) else [typed]
            parts = [part.strip() for word in words for part in word.split(",")]
            values = [self._one(name, field["items"], part) for part in parts if part]
            return values[0] if isinstance(sorts, list) and len(values) == 1 else values
        return self._one(name, field, typed)

    def _one(self, name: str, field: Mapping[str, Any], typed: str) -> Data:
        names = self._names(field)
        if typed in field.get("x-also", ()):
            return typed
        if names:
            return self.meant(typed, names, field.get("x-refers") or name)
        reference = str(field.get("$ref"))
        if reference.endswith("/date"):
            day = typed_day(typed, self._context.as_of, ahead=name in _AHEAD)
            if day is None:
                raise PlancError(f'"{typed}" is not a day. Write it as 2026-11-22.')
            return day.isoformat()
        if reference.endswith("/figure") and re.fullmatch(r"0|[1-9][0-9]*", typed):
            return int(typed)
        if field.get("type") == "boolean":
            return self.meant(typed, {"yes": "true", "no": "false"}, "yes or no") == "yes"
        return typed

    def _names(self, field: Mapping[str, Any]) -> dict[str, str]:
        """The names that a field can have, each with the words that it is known by."""
        if "enum" in field:
            return {word: word for word in field["enum"]}
        refers = field.get("x-refers", "")
        if refers == "objective":
            return {one.id: one.statement or "" for one in self._plan.objectives if one.id}
        if refers == "item":
            return titles_of(self._plan)
        around = titles_around(self._context.policy, self._context.directory)
        return around.get("post" if refers == "owner" else refers, {})

    def _is_words(self, name: str) -> bool:
        reference = str(field_of(self._route, name).get("$ref"))
        return reference.endswith(("/line", "/prose"))

    def meant(self, typed: str, names: Mapping[str, str], what: str) -> str:
        """The name that was meant. Raises PlancError."""
        return name_meant(typed, names, what, exact=self._exact)

    def asked(self, name: str, *, otherwise: str = "", needed: bool = False) -> Data:
        """The answer to the question for a field, asked until it will do; None if it is left out.

        A question mark lists what it can be.
        """
        while True:
            typed = ask(question(field_of(self._route, name)), otherwise)
            if typed == "?":
                field = field_of(self._route, name)
                names = self._names({**field, **field.get("items", {})})
                rows = [
                    name if title in ("", name) else f"{name}: {title}"
                    for name, title in names.items()
                ]
                say("\n".join(rows) or field["description"])
            elif not typed and not needed:
                return None
            elif len(typed) == 1 and typed.isalpha() and self._is_words(name):
                say("One letter says too little.")
            elif typed:
                try:
                    return self.value(name, typed)
                except PlancError as error:
                    say(str(error))


def name_meant(typed: str, names: Mapping[str, str], what: str, *, exact: bool) -> str:
    """The name that was meant; with `exact`, only what is certain. Raises PlancError."""
    resolved = resolve_name(typed, names, what)
    if exact and not resolved.exact:
        raise PlancError(f'"{typed}" is no {what} here. Did you mean {resolved.name}?')
    return resolved.name


def titles_of(plan: Plan) -> dict[str, str]:
    """The ids of a plan, each with the words of what it is the id of."""
    return {item.id: title_of(item) for item in plan.identified if item.id}


def fields_at(route: Route) -> Mapping[str, Mapping[str, Any]]:
    """What the schema says of each field of the part of a plan at a route."""
    fields: Mapping[str, Mapping[str, Any]] = field_at(schema("plan"), route)["properties"]
    return fields


def required_at(route: Route) -> list[str]:
    """The fields that it must have."""
    required: list[str] = field_at(schema("plan"), route).get("required", [])
    return required


def field_of(route: Route, name: str) -> Mapping[str, Any]:
    """What the schema says of one of its fields."""
    return fields_at(route)[name]


def question(field: Mapping[str, Any]) -> str:
    """What to ask for a field: its title, and what it is in a sentence."""
    choices = f" ({', '.join(field['enum'])})" if "enum" in field else ""
    return f"{field['title']}{choices}: {re.split('[.;] ', field['description'])[0].rstrip('.')}"


def flag(name: str) -> str:
    """A field as it is named after two hyphens."""
    return name.replace("_", "-")


def with_options(
    command: Any, fixed: Mapping[str, tuple[Any, Any]], route: Route, names: Iterable[str]
) -> Any:
    """The command with its own parameters, each with its default, and an option for each field."""
    parameters = [
        inspect.Parameter(
            name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation
        )
        for name, (annotation, default) in fixed.items()
    ]
    parameters += [_option(name, field_of(route, name)) for name in names]
    command.__signature__ = inspect.Signature(parameters)
    command.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return command


def _option(name: str, field: Mapping[str, Any]) -> inspect.Parameter:
    """A field as an option: its name, and its description as the help."""
    several = "array" in field.get("type", ())
    metavar = "DAY" if str(field.get("$ref")).endswith("/date") else "WORDS"
    words = {**field, **field.get("items", {})}.get("enum")
    told = f" One of: {', '.join(words)}." if words else ""
    option = typer.Option(f"--{flag(name)}", metavar=metavar, help=field["description"] + told)
    kind: Any = list[str] | None if several else str | None
    return inspect.Parameter(
        name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=Annotated[kind, option]
    )
