"""planc at a terminal, with somebody at the keys."""

import os
import pty
import subprocess
import sys
from pathlib import Path

from tests.conftest import Ran, environment


def at_a_terminal(base: Path, typed: str | bytes, *words: str, **env: str) -> Ran:
    """Runs planc with somebody at the keys, who types ahead; all that is shown is its output."""
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
        check=False,
    )
    os.close(screen)
    os.close(keys)
    return Ran(done.returncode, done.stdout, "")
