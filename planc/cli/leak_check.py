"""`planc leak-check`."""

from pathlib import Path
from typing import Annotated

import typer

from planc.cli.environment import day_of
from planc.cli.options import AsOf, edition_of, paper_bytes
from planc.cli.printing import fail, say
from planc.errors import PlancError
from planc.repository import open_repository
from planc.verify import leaks_in
from planc.wording.text import one_line
from planc.wording.words import count


def leak_check(
    papers: Annotated[list[Path], typer.Argument(help="Finished papers: .docx, .html or .md.")],
    plan: Annotated[Path, typer.Option(help="The plan that they are about.")],
    edition: Annotated[
        str | None,
        typer.Option(
            help="Whose paper it is to be: board, author, partners or recipient:POST."
            " Left out: whose the paper's seal says it is."
        ),
    ] = None,
    as_of: AsOf = None,
) -> None:
    """Search finished papers, edited since or not, for what their reader may not see.

    Every byte is searched, and what is packed or encoded in them as far as planc can open it. The
    words themselves are not shown, only where they are and what part of the plan they are from.
    What cannot be seen is said at the end.
    """
    repository = open_repository([plan])
    whose = edition_of(edition, repository) if edition else None
    day = day_of(as_of, repository.policy)
    status = 0
    for path in papers:
        try:
            searched = leaks_in(paper_bytes(path), repository, plan, whose, day)
        except PlancError as error:
            fail(f"{path}: {error}")
            status = 2
            continue
        name = one_line(str(path))
        if not searched.is_all:
            fail(f"{path}: More is packed in it than planc opens. Not all of it was searched.")
            status = 2
        if not searched.leaks:
            say(f"{name}: nothing found that the {searched.edition} edition was not granted.")
            continue
        say(f"{name}: {count(len(searched.leaks), 'leak')}. Send it to nobody.")
        say("\n".join(f"  {one_line(piece)}: {one_line(where)}" for piece, where in searched.leaks))
        status = max(status, 1)
    say(_NOT_SEEN)
    raise typer.Exit(status)


_NOT_SEEN = """\
Not seen: words that are enciphered or behind a password, in a code such as Morse or of signs that
nobody sees, in a rare alphabet of bytes (EBCDIC, Z85), packed in other ways (7z, RAR), upside down,
drawn or in a picture, taken apart and put in several places, or put in other words; days without
their year, by their week or all in Roman figures; words that any plan may have, such as a kind of
threat; and what a reader may infer.
"""
