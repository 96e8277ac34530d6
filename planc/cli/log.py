"""`planc log`."""

import inspect
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from planc.amend import Amendment, amend, plan_named
from planc.cli.asking import agrees, ask, can_ask
from planc.cli.options import AsOf, day_of
from planc.cli.printing import say
from planc.cli.writing import renew_schema, write
from planc.errors import PlancError
from planc.model.change import Append
from planc.model.context import Context
from planc.model.document import Data
from planc.model.plan import Plan
from planc.model.titles import title_of
from planc.model.walk import parts
from planc.passes.compose_entry import Composed, compose_entry, entries_corrected
from planc.passes.resolve_name import looks_like_id, resolve_name
from planc.resources import schema
from planc.wording.breadcrumbs import field_at
from planc.wording.day import typed_day
from planc.wording.words import listed

_NO_OPTIONS = ("ref", "ndm")
"""What is typed as ID; and what is typed in the file, for it is a page of its own."""

PlanName = Annotated[
    str, typer.Argument(metavar="PLAN", help="A file, a reference, or a word of the operation.")
]
Words = Annotated[
    list[str] | None,
    typer.Argument(metavar="[ID] [WORDS]", help="What it is about, and what happened."),
]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Write it without asking.")]


def log(plan: str, words: list[str] | None, yes: bool, as_of: str | None, **options: Any) -> None:
    """Add a line to the log of a plan: what happened, a new status or date, a decision, a review.

    For example: planc log larch PUR-1 "Notices drafted"
    """
    repository, path, parsed = plan_named(plan, Path())
    context = Context(day_of(as_of, repository.policy), repository.policy, repository.directory)
    asked = {name: value for name, value in options.items() if value not in (None, [])}
    entry = _Entry(parsed, context, exact=yes)
    composed = entry.composed(words or [], asked)
    if "corrects" in composed.entry:
        say("\n".join(["It corrects, and leaves as it is:", *entry.corrected(composed)]))
    amendment = amend(repository, context, path, [Append(("log",), composed.entry)])
    write_if_agreed(amendment, yes=yes)


def write_if_agreed(amendment: Amendment, *, yes: bool) -> None:
    """Shows the very lines, asks, and writes. Raises PlancError where nothing was written."""
    say("\n".join([f"{amendment.name}:", *(f"{n:>5} | {line}" for n, line in amendment.new_lines)]))
    if not yes:
        if not can_ask():
            raise PlancError("Nothing was written. To write it without being asked: --yes")
        if not agrees("Write it?"):
            raise PlancError("Nothing was written.")
    if amendment.path.read_bytes() != amendment.before:
        raise PlancError(f"{amendment.name} changed while planc was at work. Run it again.")
    write(amendment.path, amendment.after)
    renew_schema(amendment.path)
    say(f"Written to {amendment.name}.")
    for finding in amendment.findings:
        say(f"planc check now says: {finding.wrong} {finding.do}")


class _Entry:
    """One entry, from what was typed to what is written."""

    def __init__(self, plan: Plan, context: Context, *, exact: bool) -> None:
        self._plan, self._context, self._exact = plan, context, exact

    def composed(self, words: list[str], asked: dict[str, Any]) -> Composed:
        fields = {name: self._value(name, value) for name, value in asked.items()}
        ref, text = self._about(words)
        if ref:
            is_decision = any(decision.id == ref for decision in self._plan.decisions)
            fields["id" if is_decision else "ref"] = ref
        composed = compose_entry(self._plan, self._context, fields, text)
        for name in composed.lacking:
            if not can_ask():
                flags = listed([f"--{_flag(name)}" for name in composed.lacking])
                raise PlancError(f"A {composed.kind.name} needs more. Say it with: {flags}")
            fields[name] = self._value(name, ask(_question(name)))
        return compose_entry(self._plan, self._context, fields, text)

    def corrected(self, composed: Composed) -> list[str]:
        """What a correction leaves standing, in words. Raises PlancError if that is nothing."""
        entries = entries_corrected(self._plan, composed.entry)
        about = [[f"{name}: {value}" for name, value in parts(one) if value] for one in entries]
        return ["; ".join(words) for words in about]

    def _about(self, words: list[str]) -> tuple[str | None, str]:
        """The id that the first word is, if it is one, and the rest as one text."""
        ids = {item.id: title_of(item) for item in self._plan.identified if item.id}
        first = words[0] if words else ""
        if first in ids or looks_like_id(first):
            return self._meant(first, ids, "id"), " ".join(words[1:])
        return None, " ".join(words)

    def _value(self, name: str, typed: Any) -> Data:
        """What was typed after an option, as the log has it. Raises PlancError."""
        if isinstance(typed, list):
            parts = [part.strip() for word in typed for part in word.split(",")]
            return [self._value(f"{name}[]", part) for part in parts if part]
        field = _field(name)
        refers, allowed = field.get("x-refers"), field.get("enum")
        if allowed:
            return self._meant(typed, {word: word for word in allowed}, name)
        if refers in ("post", "board"):
            return self._meant(typed, self._names(refers), refers)
        if str(field.get("$ref")).endswith("/date"):
            day = typed_day(typed, self._context.as_of)
            if day is None:
                raise PlancError(f'"{typed}" is not a day. Write it as 2026-11-22.')
            return day.isoformat()
        if str(field.get("$ref")).endswith("/figure") and re.fullmatch(r"0|[1-9][0-9]*", typed):
            return int(typed)
        return str(typed)

    def _names(self, refers: str) -> dict[str, str]:
        if refers == "board":
            return {board.id: board.name or "" for board in self._context.policy.boards if board.id}
        posts = self._context.directory.posts if self._context.directory else ()
        return {post.id: post.title or "" for post in posts if post.id}

    def _meant(self, typed: str, names: Mapping[str, str], what: str) -> str:
        if not names:
            return typed
        resolved = resolve_name(typed, names, what)
        if self._exact and not resolved.exact:
            raise PlancError(f'"{typed}" is no {what} here. Did you mean {resolved.name}?')
        return resolved.name


def _fields() -> Mapping[str, Mapping[str, Any]]:
    fields: Mapping[str, Mapping[str, Any]] = field_at(schema("plan"), ("log", 0))["properties"]
    return fields


def _field(name: str) -> Mapping[str, Any]:
    """What the schema says of a field of the log; `present[]` is one of the present."""
    field = _fields()[name.removesuffix("[]")]
    item: Mapping[str, Any] = field["items"] if name.endswith("[]") else field
    return item


def _flag(name: str) -> str:
    return name.replace("_", "-")


def _question(name: str) -> str:
    """What to ask for a field: its title, and what it is in a sentence."""
    field = _field(name)
    choices = f" ({', '.join(field['enum'])})" if "enum" in field else ""
    return f"{field['title']}{choices}: {field['description'].split('. ')[0].rstrip('.')}"


def _parameter(name: str) -> inspect.Parameter:
    """A field of the log as an option: its name, and its description as the help."""
    field = _field(name)
    listed_values = field.get("type") == "array"
    metavar = "DAY" if str(field.get("$ref")).endswith("/date") else "WORDS"
    option = typer.Option(f"--{_flag(name)}", metavar=metavar, help=field["description"])
    kind: Any = list[str] | None if listed_values else str | None
    return inspect.Parameter(
        name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=Annotated[kind, option]
    )


def command() -> Any:
    """The command, with an option for each field of the log."""
    fixed = {"plan": PlanName, "words": Words, "yes": Yes, "as_of": AsOf}
    defaults: dict[str, Any] = {"plan": inspect.Parameter.empty, "yes": False}
    parameters = [
        inspect.Parameter(
            name,
            inspect.Parameter.KEYWORD_ONLY,
            default=defaults.get(name),
            annotation=annotation,
        )
        for name, annotation in fixed.items()
    ]
    parameters += [_parameter(name) for name in _fields() if name not in _NO_OPTIONS]
    log.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    log.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return log
