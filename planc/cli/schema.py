"""`planc schema`."""

from typing import Annotated

import typer

from planc.cli.options import one_of
from planc.cli.printing import put
from planc.resources import folder

NAMES = ("plan", "directory", "policy", "baseline", "report")


def schema(
    name: Annotated[str, typer.Argument(help=f"{', '.join(NAMES[:-1])} or {NAMES[-1]}")] = "plan",
) -> None:
    """Print the JSON Schema of a file that planc reads, or of its report as JSON."""
    one_of(name, NAMES, "a schema")
    put((folder("schemas") / f"{name}.schema.json").read_text(encoding="utf-8"))
