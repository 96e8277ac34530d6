"""How a report leaves planc: to the screen or to a file, and as the exit status."""

import os
import sys
from pathlib import Path

from planc.cli.printing import fail, say, trouble
from planc.cli.writing import written
from planc.model.finding import Severity
from planc.model.report import Report, Style
from planc.passes.report import report


def show(found: Report, form: str, path: Path | None) -> bool:
    """Shows the report, or writes it to a file; False if it could not be."""
    if path is not None:
        return written(path, report(found, form, Style()).encode())
    terminal = sys.stdout.isatty()
    colour = terminal and not os.environ.get("NO_COLOR")
    try:
        say(report(found, form, Style(colour=colour, terminal=terminal)))
    except OSError as error:
        fail(f"{error.filename}: {trouble(error)}.")
        return False
    return True


def status_of(found: Report) -> int:
    """The exit status of a run in which everything could be looked at."""
    return 1 if found.worst is not None and found.worst >= Severity.ERROR else 0
