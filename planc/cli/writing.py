"""What goes out to files: each is written whole or not at all, and one failure stops no other."""

import contextlib
import errno
import os
import platform
import re
import stat
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from planc.cli.printing import fail, trouble
from planc.editor_schema import HERE, editor_schema
from planc.errors import PlancError
from planc.freshness import STALE
from planc.model.issue import ISSUES
from planc.model.release import RELEASES
from planc.passes.find import root_of
from planc.repository import open_repository
from planc.wording.text import visible

PACKS = "packs"
"""The folder, beside planc.yaml, where papers go unless somebody says another."""
LEDGERS = (RELEASES, ISSUES)
"""What nothing is ever written over, whatever folder it is in."""


def papers_folder(out: Path | None, root: Path) -> Path:
    """Where papers go: to `out`, else to packs/ of the repository. Raises PlancError for a link."""
    if out is not None:
        if out.name.casefold() in LEDGERS:
            raise PlancError(f"{visible(str(out))} is the name of a ledger. Say another folder.")
        return out
    packs = root / PACKS
    if packs.is_symlink():
        raise PlancError(
            f"{visible(str(packs))} is a link, and papers do not follow it. Put a folder in its"
            " place, or say where they go: --out FOLDER"
        )
    return packs


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

    The file has the mode that it had, or the one that the user's umask gives a new one. Raises
    OSError, after which whatever was there before is still there.
    """
    if Path(os.path.realpath(path)).name.casefold() in LEDGERS:
        raise FileExistsError(
            errno.EEXIST, "it is a ledger, to which lines are only added", str(path)
        )
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_symlink() or (path.exists() and not path.is_file()):
        raise FileExistsError(errno.EEXIST, "it is a link or no ordinary file", str(path))
    _sweep(path.parent)
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f"{_LEFTOVER}{_OWN}-")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(descriptor)
        Path(name).chmod(_mode(path))
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _mode(path: Path) -> int:
    """The mode of the file that is there, or that of a new one."""
    try:
        return stat.S_IMODE(path.stat().st_mode)
    except OSError:
        umask = os.umask(0o077)  # there is no other way to ask for it
        os.umask(umask)
        return 0o666 & ~umask


def renew_schema(inside: Path) -> None:
    """Makes the schema for editors anew, where the repository that a path lies in has one."""
    root = root_of([inside])
    if root and (root / HERE).is_file() and not (root / HERE).parent.is_symlink():
        written(root / HERE, editor_schema(open_repository([root])))


_LEFTOVER = ".planc-"
_HOST = re.sub(r"\W", "", platform.node())[:24] or "host"
_OWN = f"{_HOST}-{os.getpid()}"
_MAKER = re.compile(rf"{re.escape(_LEFTOVER)}(\w+)-(\d+)-\w+\Z")
_A_DAY = 24 * 60 * 60
_swept: set[Path] = set()


def _sweep(folder: Path) -> None:
    """Takes away what a run left in a folder that was killed while it wrote; once for each."""
    if folder in _swept:
        return
    _swept.add(folder)
    for path in folder.glob(f"{_LEFTOVER}*"):
        with contextlib.suppress(OSError):
            if path.is_file() and not path.is_symlink() and _is_left_over(path):
                path.unlink()


def _is_left_over(path: Path) -> bool:
    """Whether its maker is gone; of a maker elsewhere, whether it is a day old."""
    maker = _MAKER.match(path.name)
    if maker and maker[1] == _HOST and os.name == "posix":
        try:
            os.kill(int(maker[2]), 0)
        except ProcessLookupError:
            return True
        except (OSError, OverflowError):
            return False
        return False
    return time.time() - path.stat().st_mtime > _A_DAY


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
