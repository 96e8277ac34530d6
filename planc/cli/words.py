"""`planc words`."""

import datetime as dt
import sys
from pathlib import Path
from typing import Annotated

import typer

from planc.all_rules import TEXT_RULES
from planc.cli.printing import say
from planc.errors import PlancError
from planc.model.rule import rule_name
from planc.passes.load_source import load_source
from planc.repository import open_settings


def words(
    file: Annotated[
        Path | None,
        typer.Argument(help="A text, such as a commit message. Left out: what is piped."),
    ] = None,
) -> None:
    """Look in any text for what may not be in a plan: personal data, and restricted words.

    The hooks of a plans repository ask it about commit messages and the names of branches.
    """
    if file is None:
        raw: bytes | None = sys.stdin.buffer.read()
    else:
        raw = load_source(file, str(file)).raw
    if raw is None:
        raise PlancError(f"{file} cannot be opened.")
    context = open_settings(Path()).context(dt.date.min)
    text = raw.decode("utf-8", "replace")
    status = 0
    for number, line in enumerate(text.splitlines(), 1):
        for refusal, _ in TEXT_RULES:
            if not line.startswith("#") and refusal.finds(line, context):
                name = rule_name(refusal)
                say(f"Line {number}: {name}. Take it out. More: planc explain {name}")
                status = 1
    raise typer.Exit(status)
