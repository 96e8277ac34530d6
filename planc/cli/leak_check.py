"""`planc leak-check`."""

from pathlib import Path
from typing import Annotated

import typer

from planc.cli.options import AsOf, day_of, edition_of
from planc.cli.printing import fail, say, trouble
from planc.errors import PlancError
from planc.model.view import BOARD
from planc.repository import open_repository
from planc.verify import leaks_in
from planc.wording.text import visible
from planc.wording.words import count


def leak_check(
    papers: Annotated[list[Path], typer.Argument(help="Finished papers: .docx, .html or .md.")],
    plan: Annotated[Path, typer.Option(help="The plan that they are about.")],
    edition: Annotated[
        str,
        typer.Option(help="Whose paper it is to be: board, author, partners or recipient:POST."),
    ] = BOARD,
    as_of: AsOf = None,
) -> None:
    """Search finished papers, edited since or not, for what their reader may not see.

    Every byte is searched. The words themselves are not shown, only where they are and what part
    of the plan they are from.
    """
    repository = open_repository([plan])
    granted, reader = edition_of(edition, repository)
    day = day_of(as_of, repository.policy)
    status = 0
    for path in papers:
        try:
            found = leaks_in(path.read_bytes(), repository, plan, granted, reader, day)
        except OSError as error:
            fail(f"{path} cannot be opened: {trouble(error)}.")
            status = 2
            continue
        except PlancError as error:
            fail(f"{path}: {error}")
            status = 2
            continue
        name = visible(str(path))
        if not found:
            say(f"{name}: nothing found that the {edition} edition was not granted.")
            continue
        say(f"{name}: {count(len(found), 'leak')}. Send it to nobody.")
        say("\n".join(f"  {visible(piece)}: {visible(where)}" for piece, where in found))
        status = max(status, 1)
    raise typer.Exit(status)
