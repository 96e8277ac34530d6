"""What goes out to files: each is written whole or not at all, and one failure stops no other."""

import errno
import os
import tempfile
from pathlib import Path

from planc.cli.printing import fail, trouble


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


def append(path: Path, line: str) -> None:
    """Adds a line to a file, on the disk before anything else happens. Raises OSError.

    A last line that was left without an end is ended first.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o644)
    with os.fdopen(descriptor, "r+b") as file:
        before = file.read()
        ended = not before or before.endswith(b"\n")
        file.write((b"" if ended else b"\n") + line.encode())
        file.flush()
        os.fsync(file.fileno())
