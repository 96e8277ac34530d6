"""`planc release`."""

from pathlib import Path
from typing import Annotated

import typer

from planc.all_formats import FORMATS, USUAL
from planc.all_reporters import USUAL as USUAL_REPORTER
from planc.check import check
from planc.cli.options import AsOf, day_of, one_of, post_of
from planc.cli.printing import say
from planc.cli.showing import show
from planc.cli.writing import append, papers_folder, written
from planc.errors import PlancError
from planc.model.paper_file import NoPaper
from planc.model.release import LEDGER
from planc.release import release as release_paper
from planc.release import withdraw as withdraw_paper
from planc.repository import open_repository
from planc.wording.text import visible
from planc.wording.words import either


def release(
    plan: Annotated[Path, typer.Argument(help="The plan.")],
    to: Annotated[str, typer.Option(help="The post that the paper goes to.")],
    authorised_by: Annotated[str, typer.Option(help="The police post that authorises it.")],
    sanitised_by: Annotated[
        str | None,
        typer.Option(help="The police post that looked through it for what must not go."),
    ] = None,
    withdraw: Annotated[
        bool, typer.Option("--withdraw", help="Record that what was released is withdrawn.")
    ] = False,
    out: Annotated[Path | None, typer.Option(help="Where to put the paper.")] = None,
    form: Annotated[str, typer.Option("--to-format", help=f"{either(FORMATS)}.")] = USUAL[0],
    as_of: AsOf = None,
) -> None:
    """Make one partner's paper to be sent, and record who sanitised and who authorised it."""
    chosen = one_of(form, FORMATS, "a format")
    repository = open_repository([plan])
    folder = papers_folder(out, repository.root)
    for post in (to, authorised_by, *([sanitised_by] if sanitised_by else [])):
        post_of(post, repository)
    report = check(repository, day_of(as_of, repository.policy))
    ledger = repository.root / LEDGER
    if withdraw:
        record = withdraw_paper(repository, report, to, authorised_by=authorised_by)
        append(ledger, record.line())
        say(f"Recorded in {LEDGER}: withdrawn from {to}. Ask them to destroy their copies.")
        return
    released = release_paper(
        repository,
        report,
        to,
        sanitised_by=sanitised_by,
        authorised_by=authorised_by,
        form=chosen,
    )
    if isinstance(released, NoPaper):
        show(report, USUAL_REPORTER, None)
        because = f"nothing was released, because {released.because}"
        raise PlancError(f"{released.about}: {because}.")
    append(ledger, released.record.line())
    path = folder / released.file.name
    if not written(path, released.file.content):
        raise typer.Exit(2)
    say(f"Recorded in {LEDGER}, and wrote {visible(str(path))}. Send that file and no other.")
