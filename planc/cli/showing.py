"""How a report leaves planc: to the screen or to a file, and as the exit status."""

import os
import sys
from pathlib import Path

from planc.all_reporters import ReporterName, show_as
from planc.cli.printing import fail, put, trouble
from planc.cli.writing import written
from planc.model.finding import Severity
from planc.model.report import Report, Style

FAIL_ON = {"error": Severity.ERROR, "warning": Severity.WARNING, "never": Severity.REFUSAL}
"""What `--fail-on` can be, each with the lowest severity that fails: a refusal always does."""


def show(found: Report, form: ReporterName, path: Path | None, *, stats: bool = False) -> bool:
    """Shows the report, or writes it to a file; False if it could not be."""
    if path is not None:
        return written(path, show_as(found, form, Style(stats=stats)).encode())
    terminal = sys.stdout.isatty()
    wanted = terminal or bool(os.environ.get("FORCE_COLOR"))
    colour = wanted and not os.environ.get("NO_COLOR")
    try:
        put(show_as(found, form, Style(colour=colour, terminal=terminal, stats=stats)))
    except OSError as error:
        fail(f"{error.filename}: {trouble(error)}.")
        return False
    return True


def status_of(found: Report, fail_on: str = "error") -> int:
    """The exit status that the findings call for: 0 or 1. `fail_on` is a key of FAIL_ON."""
    return 1 if found.worst is not None and found.worst >= FAIL_ON[fail_on] else 0
