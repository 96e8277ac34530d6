"""`planc diff`."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from planc.amend import plan_named
from planc.cli.environment import day_of
from planc.cli.options import AsOf, one_of, spare_inputs
from planc.cli.printing import put
from planc.cli.writing import written
from planc.errors import PlancError
from planc.history import open_history
from planc.model.difference import PlanChange
from planc.passes.show_changes import ChangesForm, show_changes
from planc.repository import open_repository
from planc.since import BOARD, Asked, comparison
from planc.wording.text import visible
from planc.wording.words import listed


def diff(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PLAN] [OLD NEW]",
            help="A plan, by its file, reference or operation; left out: all. And two revisions.",
        ),
    ] = None,
    since: Annotated[
        str,
        typer.Option(help="board: the last meeting of each plan's board. A day, or a revision."),
    ] = BOARD,
    output: Annotated[
        str,
        typer.Option(
            metavar="FORM[=FILE]", help=f"{listed(list(ChangesForm))}, and where to write it."
        ),
    ] = ChangesForm.TEXT,
    as_of: AsOf = None,
) -> None:
    """Say what changed in plans: objectives, tactics, dates, owners, ratings, decisions, sharing.

    For example: planc diff larch --since 2026-11-04
    """
    plan, revisions = _meant(words or [])
    form, path = _form(output)
    if plan is None:
        repository = open_repository([Path()])
    else:
        named = plan_named(plan, Path())
        repository = open_repository([named.path])
    spare_inputs(repository.root, [one for one, _ in repository.files], [path] if path else [])
    history = open_history(repository.root, os.environ)
    asked = Asked(revisions[0], revisions[1]) if revisions else Asked(since)
    found = comparison(repository, day_of(as_of, repository.policy), history, asked)
    text = show_changes(found, form, _shown(to_file=path is not None))
    if path is None:
        put(text)
    elif not written(path, text.encode()):
        raise typer.Exit(2)


def _meant(words: Sequence[str]) -> tuple[str | None, Sequence[str]]:
    """The plan, and the two revisions, if there are any."""
    if len(words) > 3:
        raise PlancError("Name one plan at most, and two revisions: planc diff larch HEAD~9 HEAD")
    if len(words) in (2, 3):
        return (words[0] if len(words) == 3 else None), words[-2:]
    return (words[0] if words else None), ()


def _form(output: str) -> tuple[ChangesForm, Path | None]:
    form, named, path = output.partition("=")
    if named and not path:
        raise PlancError(f'"{visible(output)}" names no file. Write it as {form}=FILE.')
    return one_of(form, list(ChangesForm), "a form"), Path(path) if path else None


def _shown(*, to_file: bool) -> "_Shown":
    return _Shown(free=to_file or sys.stdout.isatty())


class _Shown:
    """Words of a plan are for a screen and for a file that was named, not for a log of others."""

    def __init__(self, *, free: bool) -> None:
        self._free = free

    def __call__(self, change: PlanChange) -> bool:
        return self._free or all(
            (marking or "") == "OFFICIAL" for _, marking in change.plan.markings
        )
