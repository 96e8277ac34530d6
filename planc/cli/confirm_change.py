"""How a change to a plan gets into its file: shown to the line, agreed to, and written."""

from collections.abc import Iterable
from typing import Annotated

import typer

from planc.amend import Amendment
from planc.cli.printing import say
from planc.cli.prompts import agrees, can_ask
from planc.cli.writing import renew_schema, write
from planc.errors import PlancError

PlanName = Annotated[
    str, typer.Argument(metavar="PLAN", help="A file, a reference, or a word of the operation.")
]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Write it without asking.")]


def write_if_agreed(amendment: Amendment, *, yes: bool) -> None:
    """Shows the very lines, asks, and writes. Raises PlancError where nothing was written."""
    say("\n".join([f"{amendment.name}:", *lines_of(amendment)]))
    if amendment.old_lines:
        say("\n".join(["In place of:", *_numbered(amendment.old_lines)]))
    if not yes:
        if not can_ask():
            raise PlancError("Nothing was written. To write it without being asked: --yes")
        if not agrees("Write it?"):
            raise PlancError("Nothing was written.")
    write_amended(amendment)
    say(f"Written to {amendment.name}.")
    for finding in amendment.findings:
        say(f"planc check now says: {finding.wrong} {finding.do}")


def lines_of(amendment: Amendment) -> list[str]:
    """The lines that are new, each with its number."""
    return _numbered(amendment.new_lines)


def _numbered(lines: Iterable[tuple[int, str]]) -> list[str]:
    return [f"{number:>5} | {line}" for number, line in lines]


def write_amended(amendment: Amendment) -> None:
    """Writes the file as it is to be. Raises PlancError if somebody else changed it meanwhile."""
    if amendment.path.read_bytes() != amendment.before:
        raise PlancError(f"{amendment.name} changed while planc was at work. Run it again.")
    write(amendment.path, amendment.after)
    renew_schema(amendment.path)
