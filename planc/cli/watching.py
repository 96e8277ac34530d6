"""Something done again whenever a plan or a setting changes, until somebody stops it."""

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

import typer

from planc.cli.printing import fail, say
from planc.errors import PlancError
from planc.passes.find import root_of

_SECONDS = 0.5
_Stamp = dict[Path, tuple[int, int]]


def watch(paths: Sequence[Path], once: Callable[[], int]) -> NoReturn:
    """Does it now, and after each change of a file that planc reads; Ctrl+C ends it."""
    folder = root_of(paths) or Path()
    try:
        while True:
            stamp = _stamp(folder)
            try:
                once()
            except PlancError as error:
                fail(str(error))
            say("Waiting for a change. Ctrl+C ends it.")
            while _stamp(folder) == stamp:
                time.sleep(_SECONDS)
    except KeyboardInterrupt:
        raise typer.Exit(0) from None


def _stamp(folder: Path) -> _Stamp:
    """When each file of YAML below a folder was last written, and how long it is."""
    stamp: _Stamp = {}
    for path in folder.rglob("*.y*ml"):
        try:
            status = path.stat()
        except OSError:
            continue
        stamp[path] = (status.st_mtime_ns, status.st_size)
    return stamp
