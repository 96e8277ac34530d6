"""`planc log`."""

from pathlib import Path
from typing import Annotated, Any

import typer

from planc.amend import amend, plan_named
from planc.cli.confirm_change import PlanName, Yes, write_if_agreed
from planc.cli.environment import day_of
from planc.cli.fields import Fields, fields_at, flag, titles_of, with_options
from planc.cli.options import AsOf
from planc.cli.printing import say
from planc.cli.prompts import can_ask
from planc.errors import PlancError
from planc.model.change import Append
from planc.model.context import Context
from planc.model.plan import Plan
from planc.model.traversal import parts
from planc.passes.compose_entry import Composed, compose_entry, entries_corrected
from planc.passes.resolve_name import looks_like_id
from planc.wording.words import listed

LOG = ("log", 0)
"""A route to any entry of the log."""
_NO_OPTIONS = ("ref", "ndm")
"""What is typed as ID; and what is typed in the file, for it is a page of its own."""

Words = Annotated[
    list[str] | None,
    typer.Argument(metavar="[ID] [WORDS]", help="What it is about, and what happened."),
]


def log(plan: str, words: list[str] | None, yes: bool, as_of: str | None, **options: Any) -> None:
    """Add a line to the log of a plan: what happened, a new status or date, a decision, a review.

    For example: planc log larch PUR-1 "Notices drafted"
    """
    repository, path, parsed, _ = plan_named(plan, Path())
    context = Context(day_of(as_of, repository.policy), repository.policy, repository.directory)
    asked = {name: value for name, value in options.items() if value not in (None, [])}
    composed = _composed(parsed, context, words or [], asked, exact=yes)
    if "corrects" in composed.entry:
        say("\n".join(["It corrects, and leaves as it is:", *_corrected(parsed, composed)]))
    write_if_agreed(amend(repository, context, path, [Append(("log",), composed.entry)]), yes=yes)


def _composed(
    plan: Plan, context: Context, words: list[str], asked: dict[str, Any], *, exact: bool
) -> Composed:
    """The entry, from what was typed; what it lacks is asked for. Raises PlancError."""
    fields = Fields(LOG, plan, context, exact=exact)
    entry = {name: fields.value(name, value) for name, value in asked.items()}
    ids = titles_of(plan)
    if words and (words[0] in ids or looks_like_id(words[0])):
        ref = fields.meant(words[0], ids, "id") if ids else words[0]
        is_decision = any(decision.id == ref for decision in plan.decisions)
        entry["id" if is_decision else "ref"] = ref
        words = words[1:]
    composed = compose_entry(plan, context, entry, " ".join(words))
    for name in composed.lacking:
        if not can_ask():
            flags = listed([f"--{flag(name)}" for name in composed.lacking])
            raise PlancError(f"A {composed.kind.name} needs more. Say it with: {flags}")
        entry[name] = fields.asked(name, needed=True)
    return compose_entry(plan, context, entry, " ".join(words))


def _corrected(plan: Plan, composed: Composed) -> list[str]:
    """What a correction leaves standing, in words. Raises PlancError if that is nothing."""
    entries = entries_corrected(plan, composed.entry)
    about = [[f"{name}: {value}" for name, value in parts(one) if value] for one in entries]
    return ["; ".join(words) for words in about]


def command() -> Any:
    """The command, with an option for each field of the log."""
    fixed = {
        "plan": (PlanName, ...),
        "words": (Words, None),
        "yes": (Yes, False),
        "as_of": (AsOf, None),
    }
    return with_options(
        log, fixed, LOG, [name for name in fields_at(LOG) if name not in _NO_OPTIONS]
    )
