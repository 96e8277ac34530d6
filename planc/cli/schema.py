"""`planc schema`."""

from typing import Annotated

import typer

from planc.cli.options import one_of
from planc.cli.printing import say
from planc.resources import folder


def schema(
    name: Annotated[str, typer.Argument(help="plan, directory, policy or baseline")] = "plan",
) -> None:
    """Print the JSON Schema of a file that planc reads."""
    one_of(name, ("plan", "directory", "policy", "baseline"), "a schema")
    say((folder("schemas") / f"{name}.schema.json").read_text(encoding="utf-8"))
