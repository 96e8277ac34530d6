"""`planc check PATH...` without an option: what `check` does, without what reads options."""

import io
import sys
from collections.abc import Sequence
from pathlib import Path

from planc.all_reporters import USUAL
from planc.check import check
from planc.cli.environment import day_of, jobs_of
from planc.cli.printing import counting
from planc.cli.report_output import show, status_of
from planc.repository import open_repository


def plain_check(paths: Sequence[str]) -> int | None:
    """The exit status; None where anything goes wrong, of which the whole program has to tell.

    Nothing is shown before all is known, so to do it again shows nothing twice.
    """
    try:
        for stream in (sys.stdout, sys.stderr):
            if not isinstance(stream, io.TextIOWrapper):
                return None
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
        repository = open_repository([Path(path) for path in paths] or [Path()])
        with counting("Checked") as progress:
            day = day_of(None, repository.policy)
            report = check(repository, day, progress, jobs=jobs_of(None))
        return status_of(report) if show(report, USUAL, None) else 2
    except Exception:
        return None
    except KeyboardInterrupt:
        return 130
