"""`planc fix`."""

import difflib
from pathlib import Path
from typing import Annotated

import typer

from planc.cli.environment import day_of
from planc.cli.options import AsOf, Paths
from planc.cli.printing import say
from planc.cli.writing import written
from planc.fix import Fixed, fix_all
from planc.repository import open_repository
from planc.wording.words import count


def fix(
    paths: Paths = None,
    diff: Annotated[
        bool, typer.Option("--diff", help="Show what would be changed, and change nothing.")
    ] = False,
    as_of: AsOf = None,
) -> None:
    """Put right what check spells out: dates, quotation marks, tabs, indentation and their like.

    No id that leads to something is changed, and no word of a text.
    """
    repository = open_repository(paths or [Path()])
    context = repository.context(day_of(as_of, repository.policy))
    number, status = 0, 0
    for fixed in fix_all(repository, context):
        number += 1
        if diff:
            say(_difference(fixed))
            status = 1
        else:
            status = status if written(fixed.path, fixed.after) else 2
            say("\n".join(f"{fixed.name}, {line}" for line in fixed.done))
    if not number:
        say("There is nothing that planc can put right by itself.")
    elif diff:
        say(f"{count(number, 'file')} would be changed.")
    else:
        say(f"Put right in {count(number, 'file')}. For what is left: planc check")
    raise typer.Exit(status)


def _difference(fixed: Fixed) -> str:
    """What changes in a file, line by line."""
    if not fixed.shown:
        return f"{fixed.name}: {'; '.join(fixed.done)} (its lines are shown to nobody)"
    before, after = (raw.decode("utf-8-sig").splitlines() for raw in (fixed.before, fixed.after))
    lines = difflib.unified_diff(before, after, fixed.name, fixed.name, n=0, lineterm="")
    return "\n".join(lines) or f"{fixed.name}: {'; '.join(fixed.done)}"
