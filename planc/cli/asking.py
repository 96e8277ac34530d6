"""Questions to the person at the terminal, and the answers."""

import sys

from planc.cli.printing import say
from planc.errors import PlancError


def can_ask() -> bool:
    """Whether somebody is there to answer."""
    return sys.stdin.isatty()


def ask(question: str, otherwise: str = "") -> str:
    """What was typed after a question, else `otherwise`. Raises PlancError at the end of input."""
    sys.stdout.write(f"{question}{f' [{otherwise}]' if otherwise else ''}: ")
    sys.stdout.flush()
    line = sys.stdin.readline()
    if not line:
        say("")
        raise PlancError("Nothing was written.")
    return line.strip() or otherwise


def agrees(question: str) -> bool:
    """Whether the answer to a question is yes; Enter is."""
    return ask(f"{question} (Enter for yes, n for no)").casefold() in ("", "y", "yes")
