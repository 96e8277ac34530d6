"""What goes out to a screen, or to whatever reads planc in its place."""

import contextlib
import errno
import os
import sys
import time
from collections.abc import Iterator

from planc.repository import Progress
from planc.wording.text import inert, visible


def say(text: str) -> None:
    """Says something on standard output, with nothing in it that a screen or a build server obeys.

    What others wrote, such as the name of a file, may stand in it. Raises OSError.
    """
    put(inert(visible(text)))


def put(text: str) -> None:
    """Prints a whole text as it is; nothing more if its reader has closed it. Raises OSError.

    For what has a form of its own: a report, a manual, a schema.
    """
    try:
        sys.stdout.write(text.rstrip("\n") + "\n")
        sys.stdout.flush()
    except OSError as error:
        # what is left in the buffer would be tried again, and complained of, when Python ends
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if error.errno not in (errno.EPIPE, errno.EINVAL):  # EINVAL is what Windows says
            raise OSError(error.errno, error.strerror, "Standard output") from None


def fail(text: str) -> None:
    """Says on standard error what planc could not do."""
    with contextlib.suppress(OSError):  # the exit status still says it
        sys.stderr.write(inert(visible(f"planc: {text}\n")))


def trouble(error: OSError) -> str:
    """What the system says is wrong, to be put into a sentence."""
    if getattr(error, "winerror", None) in _OPEN_ELSEWHERE:
        return "it may be open in another program, such as Word. Close it there, and try again"
    words = error.strerror or str(error)
    return words[:1].lower() + words[1:]


_OPEN_ELSEWHERE = (5, 32, 33)
"""What Windows says of a file that another program has open: denied, shared, locked."""


@contextlib.contextmanager
def counting(word: str) -> Iterator[Progress | None]:
    """Counts on standard error, once a second, if a person is there to see it."""
    if not sys.stderr.isatty():
        yield None
        return
    last = time.monotonic()

    def progress(done: int, total: int) -> None:
        nonlocal last
        if time.monotonic() - last > 1:
            last = time.monotonic()
            sys.stderr.write(f"\r{word} {done:,} of {total:,}")
            sys.stderr.flush()

    try:
        yield progress
    finally:
        sys.stderr.write("\r" + " " * 40 + "\r")
