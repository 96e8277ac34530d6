"""`planc check`."""

import dataclasses
import datetime as dt
import os
import sys
from collections.abc import Collection, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from planc.all_reporters import USUAL, ReporterName
from planc.all_rules import BY_NAME
from planc.check import check as check_repository
from planc.check import report_unusable
from planc.cli.environment import day_of, jobs_of
from planc.cli.options import (
    AsOf,
    Jobs,
    Output,
    Paths,
    Quiet,
    Watch,
    form_of,
    one_of,
    rules_of,
    spare_inputs,
)
from planc.cli.printing import counting
from planc.cli.report_output import FAIL_ON, show, status_of
from planc.cli.watching import watch as watch_for
from planc.errors import PlancError
from planc.history import open_history
from planc.model.finding import Severity
from planc.model.parsed_file import PLAN, FileKind
from planc.model.rule import shipped
from planc.repository import PolicyError, Repository, open_repository, open_settings
from planc.since import Earlier, earlier_named

Select = Annotated[
    list[str] | None,
    typer.Option(metavar="RULE,..", help="Show only these rules; refusals are always shown."),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option(metavar="RULE,..", help="Leave these rules out; no refusal can be."),
]
FailOn = Annotated[
    str, typer.Option(help="What fails the check: error, warning or never. Refusals always do.")
]
Since = Annotated[
    str | None,
    typer.Option(
        metavar="REV", help="Look at what changed since a revision as well, and who must agree."
    ),
]
Name = Annotated[str | None, typer.Option(help="With - : what the piped plan is called.")]
Color = Annotated[str, typer.Option(help="auto, always or never.")]
COLOURS = ("auto", "always", "never")
_PIPED = Path("-")
Stats = Annotated[bool, typer.Option("--stats", help="Count the findings of each rule at the end.")]


def check(
    paths: Paths = None,
    as_of: AsOf = None,
    output: Output = None,
    select: Select = None,
    ignore: Ignore = None,
    fail_on: FailOn = "error",
    since: Since = None,
    stats: Stats = False,
    name: Name = None,
    color: Color = "auto",
    quiet: Quiet = False,
    watch: Watch = False,
    jobs: Jobs = None,
) -> None:
    """Check plans, and say what is wrong, why it matters and what to write."""
    forms = [form_of(wanted) for wanted in output or [USUAL]]
    selected, ignored = rules_of(select), _ignored(rules_of(ignore))
    one_of(fail_on, FAIL_ON, "a thing to fail on")
    if stats and USUAL not in [form for form, _ in forms]:
        raise PlancError(f"--stats is shown as {USUAL}. Add --output {USUAL}, or leave it out.")
    reports = [path for _, path in forms if path]
    colour = {"auto": None, "always": True, "never": False}[one_of(color, COLOURS, "a way")]
    if name and paths != [_PIPED]:
        raise PlancError("--name goes with - alone: it says what the piped plan is called.")
    if paths == [_PIPED] and watch:
        raise PlancError("What is piped comes once: leave out --watch.")

    def once() -> int:
        try:
            repository, piped = _opened(paths, name)
        except PolicyError as error:
            spare_inputs(error.root, [], reports)
            _show_unusable(error, day_of(as_of, error.own), forms)
            raise
        spare_inputs(repository.root, [path for path, _ in repository.files], reports)
        was = _earlier(repository, since)
        chosen = partial(check_repository, select=selected, ignore=ignored, jobs=jobs_of(jobs))
        with counting("Checked") as progress:
            day = day_of(as_of, repository.policy)
            report = chosen(repository, day, progress, since=was, piped=piped)
        shown = [
            show(report, form, path, stats=stats, colour=colour)
            for form, path in forms
            if path or not quiet
        ]
        return status_of(report, fail_on) if all(shown) else 2

    if watch:
        watch_for(paths or [Path()], once)
    raise typer.Exit(once())


def _opened(
    paths: Sequence[Path] | None, name: str | None
) -> tuple[Repository, Mapping[Path, bytes]]:
    """The repository, and what was piped in place of a file of it."""
    if paths != [_PIPED]:
        return open_repository(paths or [Path()]), {}
    settings = open_settings(Path())
    path = settings.root / (name or "piped.yaml")
    plan: tuple[tuple[Path, FileKind], ...] = ((path, PLAN),)
    repository = dataclasses.replace(settings, files=plan, whole=False, folders=())
    return repository, {path: sys.stdin.buffer.read()}


def _earlier(repository: Repository, since: str | None) -> Earlier | None:
    """The plans as they were at a revision. Raises PlancError if the history does not say."""
    if since is None:
        return None
    return earlier_named(repository, open_history(repository.root, os.environ), since)


def _show_unusable(
    error: PolicyError, day: dt.date, forms: Sequence[tuple[ReporterName, Path | None]]
) -> None:
    """Every report that was asked for, saying that planc.yaml cannot be used.

    What would go to the screen as text is said there in any case.
    """
    report = report_unusable(error, day)
    for form, path in forms:
        if path or form != USUAL:
            show(report, form, path)


def _ignored(names: Sequence[str]) -> Collection[str]:
    """The rules to be left out. Raises PlancError if one of them is a refusal."""
    for name in names:
        if shipped(BY_NAME[name]) is Severity.REFUSAL:
            raise PlancError(f'"{name}" is a refusal, which nobody can ignore.')
    return names
