"""How a report leaves planc: to the screen or to a file, and as the exit status."""

import os
import sys
from dataclasses import replace
from pathlib import Path

from planc.all_reporters import ADDED_TO, FOR_PEOPLE, USUAL, ReporterName, show_as
from planc.cli.printing import fail, put, trouble
from planc.model.finding import Severity
from planc.model.report import Report, Style

FAIL_ON = {"error": Severity.ERROR, "warning": Severity.WARNING, "never": Severity.REFUSAL}
"""What `--fail-on` can be, each with the lowest severity that fails: a refusal always does."""


def show(
    report: Report,
    form: ReporterName,
    path: Path | None,
    *,
    stats: bool = False,
    colour: bool | None = None,
) -> bool:
    """Shows the report, or writes it to a file; False if it could not be.

    `colour` says whether with colours; left out, the screen and the environment say it.
    """
    base = Path.cwd() if form in FOR_PEOPLE else _top(report.root)
    report = report.renamed(lambda name: _from(base, report.root / name))
    if path is not None:
        from planc.cli.writing import written  # a report on the screen needs nothing of it

        before = _of_others(path) if form == ADDED_TO else b""
        style = Style(stats=stats, most_bytes=max(0, Style().most_bytes - len(before)))
        return written(path, before + show_as(report, form, style).encode())
    terminal = sys.stdout.isatty()
    colours = terminal and os.environ.get("TERM") != "dumb"
    wanted = colours or bool(os.environ.get("FORCE_COLOR"))
    usual = wanted and not os.environ.get("NO_COLOR")
    coloured = usual if colour is None else colour
    try:
        put(show_as(report, form, Style(colour=coloured, terminal=terminal, stats=stats)))
    except OSError as error:
        fail(f"{error.filename}: {trouble(error)}.")
        return False
    return True


def show_beside(report: Report) -> bool:
    """Shows the report where another command was asked for, which looks at no changes."""
    return show(replace(report, changes_checked=None), USUAL, None)


def _top(root: Path) -> Path:
    """The folder that holds .git, at or above the repository's; looked for, and git is not run."""
    folders = (root, *root.parents)
    return next((folder for folder in folders if os.path.lexists(folder / ".git")), root)


def _from(base: Path, path: Path) -> str:
    """The way to a path from a folder, with / on every system."""
    try:
        return Path(os.path.relpath(path, base)).as_posix()
    except ValueError:  # on another drive of Windows
        return path.as_posix()


def _of_others(path: Path) -> bytes:
    """What others wrote to the file of a report that is added to; what planc wrote is replaced."""
    try:
        before = path.read_bytes()
    except OSError:
        return b""
    if not before.strip() or before.startswith(_STARTS):
        return b""
    return before.rstrip(b"\n") + b"\n\n"


_STARTS = b"**Checked "
"""What a page of planc's starts with."""


def status_of(report: Report, fail_on: str = "error") -> int:
    """The exit status that the findings call for: 0 or 1. `fail_on` is a key of FAIL_ON."""
    return 1 if report.worst is not None and report.worst >= FAIL_ON[fail_on] else 0
