"""planc at a terminal, with somebody at the keys."""

import io
import os
import select
import struct
import subprocess
import sys
import time
from pathlib import Path

from tests.conftest import Ran, environment


class Keys(io.StringIO):
    """What somebody types at a terminal, as the standard input of this process."""

    def isatty(self) -> bool:
        return True


def at_a_terminal(base: Path, typed: str | bytes, *words: str, **env: str) -> Ran:
    """Runs planc with somebody at the keys, who types ahead; all that is shown is its output."""
    import pty

    screen, keys = pty.openpty()
    os.write(screen, typed if isinstance(typed, bytes) else typed.encode())
    done = subprocess.run(
        [sys.executable, "-m", "planc", *words],
        cwd=base,
        env=environment(env),
        stdin=keys,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    os.close(screen)
    os.close(keys)
    return Ran(done.returncode, done.stdout, "")


class Terminal:
    """A shell in a folder, on a screen of so many columns, and every key that is pressed at it."""

    PROMPT = "$ "

    def __init__(self, folder: Path, columns: int = 80, **env: str) -> None:
        """`PLANC` in the environment says where another planc is than that of this checkout."""
        import fcntl
        import pty
        import termios

        self.shown = ""
        self.pressed = 0
        commands = folder.parent / "bin"
        commands.mkdir()
        command = env.get("PLANC", f'"{sys.executable}" -m planc')
        (commands / "planc").write_text(f'#!/bin/sh\nexec {command} "$@"\n')
        (commands / "planc").chmod(0o755)
        kept = {"PS1": self.PROMPT, "PATH": f"{commands}{os.pathsep}{os.environ['PATH']}"}
        process, self._screen = pty.fork()
        if process == 0:
            os.chdir(folder)
            os.execve("/bin/sh", ["sh"], environment({**kept, **env}))  # noqa: S606
        self._process = process
        fcntl.ioctl(self._screen, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        self._read(self.PROMPT)

    def press(self, keys: str, *until: str) -> str:
        """Presses keys, and returns what is shown until one of these texts is."""
        self.pressed += len(keys)
        os.write(self._screen, keys.encode())
        return self._read(*(until or (self.PROMPT,)))

    def _read(self, *until: str) -> str:
        """What is shown up to one of these texts; it fails if none comes within a minute."""
        start, end = len(self.shown), time.monotonic() + 60
        while not self.shown[start:].endswith(until):
            ready, _, _ = select.select([self._screen], [], [], max(0, end - time.monotonic()))
            assert ready, f"{until} was not shown: {self.shown[start:]}"
            read = os.read(self._screen, 1 << 16).decode(errors="replace")
            self.shown += read.replace("\r\n", "\n")
        return self.shown[start:]

    def close(self) -> None:
        """Leaves the shell."""
        os.write(self._screen, b"exit\n")
        os.waitpid(self._process, 0)
        os.close(self._screen)
