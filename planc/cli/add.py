"""`planc add`: a command for each kind of thing that a plan is made of."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

from planc.amend import amend, plan_named
from planc.cli.confirm_change import PlanName, Yes, write_if_agreed
from planc.cli.environment import day_of
from planc.cli.fields import Fields, fields_at, flag, required_at, with_options
from planc.cli.options import AsOf
from planc.cli.printing import say
from planc.cli.prompts import ask, can_ask
from planc.errors import PlancError
from planc.model.change import Append
from planc.model.context import Context
from planc.model.document import Data
from planc.model.plan import Plan
from planc.model.tactic import STRANDS
from planc.passes.compose_item import KINDS, ItemKind, compose_item
from planc.passes.resolve_name import resolve_name
from planc.wording.words import either, listed

Words = Annotated[
    list[str] | None, typer.Argument(metavar="[WORDS]", help="What it is, in a sentence.")
]
StrandName = Annotated[
    str | None, typer.Option("--strand", metavar="WORDS", help=f"One of {listed(STRANDS)}.")
]
_TACTIC = "tactic"


class _Kinds(TyperGroup):
    """A command for each kind, made when it is asked for: their options are read from a schema."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002
        return list(KINDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        if cmd_name not in KINDS:
            return None
        one = typer.Typer(add_completion=False, rich_markup_mode=None)
        one.command(cmd_name)(_command(cmd_name))
        return get_command(one)


add = typer.Typer(
    cls=_Kinds,
    rich_markup_mode=None,
    help="Add something new to a plan: an action, a tactic, a risk ... What it needs is asked for.",
)


def _command(name: str) -> Any:
    """The command that adds one kind, with an option for each field that holds no others."""
    kind = KINDS[name]

    def command(
        plan: str, words: list[str] | None, yes: bool, as_of: str | None, **options: Any
    ) -> None:
        repository, path, parsed, _ = plan_named(plan, Path())
        context = Context(day_of(as_of, repository.policy), repository.policy, repository.directory)
        given = {key: value for key, value in options.items() if value not in (None, [])}
        if words:
            given[kind.words] = " ".join(words)
        strand = given.pop("strand", None)
        own = kind
        if name == _TACTIC:
            own = kind._replace(list=_strand(strand))
        item = _item(parsed, context, own, given, yes=yes)
        write_if_agreed(amend(repository, context, path, [Append(own.route, item)]), yes=yes)

    article = "an" if name[0] in "aeio" else "a"
    command.__doc__ = f"Add {article} {name.replace('-', ' ')} to a plan."
    fixed: dict[str, tuple[Any, Any]] = {"plan": (PlanName, ...), "words": (Words, None)}
    if name == _TACTIC:
        fixed["strand"] = (StrandName, None)
    fixed |= {"yes": (Yes, False), "as_of": (AsOf, None)}
    route = (*kind.route, 0)
    plain = [key for key, field in fields_at(route).items() if field.get("type") != "object"]
    return with_options(command, fixed, route, plain)


def _item(
    plan: Plan, context: Context, kind: ItemKind, given: Mapping[str, Any], *, yes: bool
) -> dict[str, Data]:
    """The item, from what was typed, and what is asked for where somebody is there to answer."""
    route = (*kind.route, 0)
    fields = Fields(route, plan, context, exact=yes)
    item = {name: fields.value(name, value) for name, value in given.items()}
    if not yes and can_ask():
        say("Enter leaves a question out, ? lists what fits. Nothing is written before you agree.")
        for name in (kind.words, *kind.asks):
            if name not in item and not (name == "due" and "next_check" in item):
                usual = kind.status if name == "status" else ""
                item[name] = fields.asked(name, otherwise=usual, needed=name == kind.words)
                if name == "due" and item[name] is None and "next_check" in fields_at(route):
                    item["next_check"] = fields.asked("next_check")
    given = {name: value for name, value in item.items() if value is not None}
    composed = compose_item(plan, context, kind, given, fields_at(route))
    lacking = [name for name in required_at(route) if name not in composed]
    if lacking:
        flags = listed([f"--{flag(name)}" for name in lacking])
        raise PlancError(f"It needs more. Say it with: {flags}")
    return composed


def _strand(typed: str | None) -> str:
    """The strand that a tactic is to stand under. Raises PlancError."""
    if typed is None:
        if not can_ask():
            raise PlancError("It needs more. Say it with: --strand")
        while typed in (None, "", "?"):
            typed = ask(f"Strand: {either(STRANDS)}")
    return resolve_name(typed, dict.fromkeys(STRANDS, ""), "strand").name
