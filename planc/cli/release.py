"""`planc release`."""

import hashlib
import os
from pathlib import Path
from typing import Annotated

import typer

from planc import __version__, check, produce
from planc.cli.options import AsOf, day_of, one_of
from planc.cli.printing import say
from planc.cli.showing import show
from planc.cli.writing import written
from planc.errors import PlancError
from planc.model.release import LEDGER, Release, released
from planc.repository import Repository, open_repository
from planc.wording.text import visible

FORMATS = ("docx", "md", "html")


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
    form: Annotated[str, typer.Option("--to-format", help="docx, md or html.")] = "docx",
    as_of: AsOf = None,
) -> None:
    """Make one partner's paper to be sent, and record who sanitised and who authorised it."""
    one_of(form, FORMATS, "a format")
    repository = open_repository([plan])
    _post(repository, to)
    _police(repository, authorised_by)
    day = day_of(as_of, repository.policy)
    found = check.check(repository, day)
    ledger = repository.root / LEDGER
    reference = produce.reference(repository, found)
    if withdraw:
        about = {
            "plan": reference,
            "to": to,
            "authorised_by": authorised_by,
        }
        _add(ledger, Release(kind="withdrawn", on=day.isoformat(), **about))
        say(f"Recorded in {LEDGER}: withdrawn from {to}. Ask them to destroy their copies.")
        return
    if sanitised_by is None:
        raise PlancError("Who sanitised it? Say --sanitised-by and a post.")
    _police(repository, sanitised_by)
    if len({to, sanitised_by, authorised_by}) < 3:
        raise PlancError("One post sanitises, another authorises and a third receives: name three.")
    made = list(produce.partner_papers(repository, found, [form], to, released=True))
    if not made:
        raise PlancError(f"The plan shares nothing with {to}.")
    for paper in made:
        if paper.trouble:
            show(found, "text", None)
            raise PlancError(f"{paper.about}: nothing was released, because {paper.trouble}.")
        by = (sanitised_by, authorised_by)
        _add(
            ledger,
            released(
                on=day,
                plan=paper.plan,
                to=to,
                by=by,
                file=paper.name,
                digest=paper.digest,
                sha256=hashlib.sha256(paper.content).hexdigest(),
                planc=__version__,
            ),
        )
        path = (out or repository.root / "packs") / paper.name
        if not written(path, paper.content):
            raise typer.Exit(2)
        say(f"Recorded in {LEDGER}, and wrote {visible(str(path))}. Send that file and no other.")


def _post(repository: Repository, name: str) -> None:
    posts = repository.directory.posts if repository.directory else ()
    one_of(name, [post.id for post in posts if post.id], "a post")


def _police(repository: Repository, name: str) -> None:
    _post(repository, name)
    if not (repository.directory and repository.directory.is_police(name)):
        raise PlancError(f"{name} is no police post: partners neither sanitise nor authorise.")


def _add(ledger: Path, record: Release) -> None:
    """Adds a line to the ledger, on the disk before anything else happens. Raises OSError."""
    descriptor = os.open(ledger, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o644)
    with os.fdopen(descriptor, "r+b") as file:
        file.seek(0)
        before = file.read()
        parted = b"" if not before or before.endswith(b"\n") else b"\n"
        file.write(parted + record.line().encode())
        file.flush()
        os.fsync(file.fileno())
