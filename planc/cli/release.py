"""`planc release`."""

from pathlib import Path
from typing import Annotated

import typer

from planc.all_formats import FORMATS, USUAL
from planc.all_papers import RELEASED as RELEASED_KIND
from planc.check import check
from planc.cli.environment import day_of
from planc.cli.options import AsOf, one_of, post_of
from planc.cli.printing import say
from planc.cli.recording import ledgers
from planc.cli.report_output import show_beside
from planc.cli.writing import PACKS, papers_folder, retired
from planc.errors import PlancError
from planc.freshness import out_of_date
from planc.model.ledger import standing
from planc.model.paper_file import NoPaper, PaperRequest
from planc.model.release import RELEASES
from planc.model.tactic import TABLE
from planc.model.view import PARTNERS, RECIPIENT
from planc.produce import reference
from planc.release import release as release_paper
from planc.release import withdraw as withdraw_paper
from planc.repository import Repository, open_repository, open_settings
from planc.wording.text import visible
from planc.wording.words import either


def release(
    plan: Annotated[Path, typer.Argument(help="The plan. To withdraw, its reference will do.")],
    to: Annotated[
        str, typer.Option(help="The post that the paper goes to; table: all partners there.")
    ],
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
    if withdraw:
        _withdraw(plan, to, authorised_by, as_of)
        return
    repository = open_repository([plan])
    for post in (to, authorised_by, *([sanitised_by] if sanitised_by else [])):
        if post != TABLE:
            post_of(post, repository)
    day = day_of(as_of, repository.policy)
    out = papers_folder(out, repository.root)
    with ledgers(repository.root, day.isoformat(), out) as records:
        report = check(repository, day)
        released = release_paper(
            repository,
            report,
            to,
            sanitised_by=sanitised_by,
            authorised_by=authorised_by,
            form=chosen,
        )
        if isinstance(released, NoPaper):
            show_beside(report)
            because = released.because or released.note
            raise PlancError(f"{released.about}: nothing was released, because {because}.")
        path = out / released.file.name
        records.releases.publish(released.record, path, released.file.content)
        request = PaperRequest(PARTNERS) if to == TABLE else PaperRequest(RECIPIENT, to)
        old = out_of_date(out, repository, report, RELEASED_KIND, request, [released.file])
        status = 0 if retired(old) else 2
    say(f"Recorded in {RELEASES}, and wrote {visible(str(path))}. Send that file and no other.")
    raise typer.Exit(status)


def _withdraw(plan: Path, to: str, authorised_by: str, as_of: str | None) -> None:
    """Whether or not there still is the plan, or the post."""
    repository, ref = _plan_withdrawn(plan, as_of)
    post_of(authorised_by, repository)
    day = day_of(as_of, repository.policy)
    with ledgers(repository.root, day.isoformat(), repository.root / PACKS) as records:
        known = standing(records.releases.records)
        record = withdraw_paper(repository, known, ref, to, authorised_by=authorised_by, on=day)
        records.releases.append(record)
    say(f"Recorded in {RELEASES}: withdrawn from {to}. Ask them to destroy their copies.")


def _plan_withdrawn(plan: Path, as_of: str | None) -> tuple[Repository, str]:
    """The repository, and the reference of the plan: read from it, or written in its place."""
    if plan.exists():
        repository = open_repository([plan])
        return repository, reference(
            repository, check(repository, day_of(as_of, repository.policy))
        )
    if len(plan.parts) > 1 or plan.suffix in (".yaml", ".yml"):
        raise PlancError(f"{plan} does not exist. Say its reference in place of the file.")
    return open_settings(Path()), str(plan)
