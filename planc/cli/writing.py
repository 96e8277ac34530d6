"""What goes out to files: each is written whole or not at all, and one failure stops no other."""

import errno
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from planc.cli.printing import fail, trouble
from planc.freshness import STALE
from planc.model.issue import ISSUES
from planc.model.release import RELEASES

PACKS = "packs"
"""The folder, beside planc.yaml, where papers go unless somebody says another."""
LEDGERS = (RELEASES, ISSUES)
"""What nothing is ever written over, whatever folder it is in."""


def written(path: Path, content: bytes) -> bool:
    """Writes a file; False if it cannot be written, which stops no other."""
    try:
        write(path, content)
    except OSError as error:
        fail(f"{path} could not be written: {trouble(error)}.")
        return False
    return True


def write(path: Path, content: bytes) -> None:
    """Writes a file whole or not at all: to a temporary file beside it, which takes its name.

    Raises OSError, after which whatever was there before is still there.
    """
    if Path(os.path.realpath(path)).name.casefold() in LEDGERS:
        raise FileExistsError(
            errno.EEXIST, "it is a ledger, to which lines are only added", str(path)
        )
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_symlink() or (path.exists() and not path.is_file()):
        raise FileExistsError(errno.EEXIST, "it is a link or no ordinary file", str(path))
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".planc-")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(descriptor)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def retired(old: Iterable[Path]) -> bool:
    """Renames papers that are out of date, so that none passes for a fresh one.

    False if one could not be renamed.
    """
    done = True
    for path in old:
        stale = path.with_name(STALE + path.name)
        try:
            path.replace(stale)
        except OSError as error:
            fail(f"{path} is out of date, and could not be renamed: {trouble(error)}.")
            done = False
        else:
            fail(f"{path} is out of date, and is now called {stale.name}.")
    return done
