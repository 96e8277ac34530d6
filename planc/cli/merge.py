"""`planc merge`."""

from pathlib import Path
from typing import Annotated

import typer

from planc.amend import sound_document
from planc.cli.printing import fail
from planc.cli.writing import write
from planc.errors import PlancError
from planc.passes.merge_plans import merge_plans
from planc.wording.words import count

_FAILED = 129
"""What git takes for a driver that did not work; below it, for one that left conflicts."""


def merge(
    base: Annotated[Path, typer.Argument(help="What both started from: %O.")],
    ours: Annotated[Path, typer.Argument(help="Your version, which becomes the result: %A.")],
    theirs: Annotated[Path, typer.Argument(help="The other version: %B.")],
    name: Annotated[str, typer.Argument(help="What the file is called: %P.")] = "The plan",
) -> None:
    """Put together what two people wrote in one plan. Git runs it, as a merge driver:

    git config merge.planc.driver "planc merge %O %A %B %P"
    """
    try:
        merged = merge_plans(
            base.read_bytes(), ours.read_bytes(), theirs.read_bytes(), sound_document
        )
        write(ours, merged.content)
    except (OSError, PlancError) as error:
        fail(f"{name}: {error}")
        raise typer.Exit(_FAILED) from None
    if merged.conflicts:
        places = count(merged.conflicts, "place")
        fail(
            f"{name}: both versions changed the same lines in {places}. Look for <<<<<<<, keep what"
            " is right, and delete the rest with the marks."
        )
        raise typer.Exit(1)
