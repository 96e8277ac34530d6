"""Questions to the person at the terminal, and the answers."""

import re
import sys

from planc.cli.printing import say
from planc.errors import NobodyAnsweredError


def can_ask() -> bool:
    """Whether somebody is there to answer."""
    return sys.stdin.isatty()


def ask(question: str, otherwise: str = "") -> str:
    """What was typed after a question, else `otherwise`.

    Raises NobodyAnsweredError at the end of what is typed.
    """
    sys.stdout.write(f"{question}{f' [{otherwise}]' if otherwise else ''}: ")
    sys.stdout.flush()
    try:
        line = sys.stdin.readline()
    except UnicodeDecodeError:
        line = "\ufffd\n"
    if not line:
        say("")
        raise NobodyAnsweredError("Nothing was written.")
    if _UNREADABLE.search(line):
        say("Some letters of that cannot be read. Type it again.")
        return ask(question, otherwise)
    return _KEYS.sub("", line).strip() or otherwise


_KEYS = re.compile(r"\x1b(?:\[[0-9;?]*[ -/]*[@-~]|O.|.)?|[\x00-\x08\x0b-\x1f\x7f]")
"""What keys that type no letter leave in a line, such as those with arrows."""
_UNREADABLE = re.compile("[\ufffd\ud800-\udfff]")


def agrees(question: str) -> bool:
    """Whether the answer to a question is yes; Enter is."""
    return ask(f"{question} (Enter for yes, n for no)").casefold() in ("", "y", "yes")
