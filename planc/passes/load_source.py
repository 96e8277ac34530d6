"""Path -> Source: the bytes of an ordinary file."""

import os
import stat
from pathlib import Path

from planc.model.source import Source

MOST_READ = 64 << 20
"""The size, in bytes, beyond which a file is not even read."""


def load_source(path: Path, name: str) -> Source:
    """The bytes of an ordinary file; never what a link, a pipe or a device leads to.

    `name` is how messages name it. Never raises for what is wrong with the file.
    """
    try:
        if path.is_symlink():
            return Source(name, None, "it is a link to another file")
        with open(path, "rb", opener=_opened) as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                return Source(name, None, "it is not an ordinary file")
            if status.st_size > MOST_READ:
                return Source(name, None, f"it has {status.st_size:,} bytes")
            return Source(name, file.read())
    except OSError as error:
        return Source(name, None, (error.strerror or str(error)).lower())


def _opened(path: str, flags: int) -> int:
    """Opens a file without following a link that has just been put there, or waiting for a pipe."""
    return os.open(path, flags | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
