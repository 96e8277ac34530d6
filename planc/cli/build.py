"""`planc build`."""

import datetime as dt
import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from planc.all_formats import FORMATS, USUAL
from planc.all_papers import ASKED_AS, PaperName, kind_of, papers
from planc.all_papers import USUAL as USUAL_PAPER
from planc.check import check
from planc.cli.environment import day_of, jobs_of
from planc.cli.options import AsOf, Jobs, Paths, Quiet, Watch, edition_of, one_of, post_of
from planc.cli.printing import counting, fail, say
from planc.cli.report_output import show_beside, status_of
from planc.cli.watching import watch as watch_for
from planc.cli.writing import papers_folder, renew_schema, retired, written
from planc.errors import PlancError
from planc.freshness import out_of_date
from planc.history import open_history
from planc.model.paper_file import NoPaper, PaperFile, PaperRequest
from planc.model.view import BOARD
from planc.produce import Earlier, produce
from planc.repository import Repository, open_repository
from planc.since import Moments, earlier_plan
from planc.wording.text import visible
from planc.wording.words import count

_KINDS = " ".join(f"{word}: {about}." for word, (about, _) in ASKED_AS.items())


def build(
    paths: Paths = None,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="Where to put the papers.")
    ] = None,
    to: Annotated[
        str, typer.Option(help=f"The formats, with commas: {','.join(FORMATS)}.")
    ] = ",".join(USUAL),
    pack: Annotated[str, typer.Option(help=_KINDS)] = USUAL_PAPER,
    board: Annotated[
        str | None, typer.Option(help="With --pack portfolio: the board. Left out: each board.")
    ] = None,
    post: Annotated[
        str | None, typer.Option(help="With --pack tasks: the post. Left out: each that has tasks.")
    ] = None,
    edition: Annotated[
        str | None,
        typer.Option(help="Whose paper: board (if left out), author, partners, or recipient:POST."),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(help="With --pack changes: a day, a revision, or board, as git has it."),
    ] = None,
    as_of: AsOf = None,
    quiet: Quiet = False,
    watch: Watch = False,
    jobs: Jobs = None,
) -> None:
    """Make the papers of plans: Word and Markdown. Without --out they go to packs/."""
    words = dict.fromkeys(form.strip() for form in to.split(","))
    forms = [one_of(word, FORMATS, "a format") for word in words]
    _fits(one_of(pack, ASKED_AS, "a kind of paper"), board=board, post=post, edition=edition)

    def once() -> int:
        repository = open_repository(paths or [Path()])
        folder = papers_folder(out, repository.root)
        kind, request = _asked(pack, repository, board or post, edition or BOARD)
        _compares(kind, since)
        with counting("Checked") as progress:
            day, cores = day_of(as_of, repository.policy), jobs_of(jobs)
            report = check(repository, day, progress, jobs=cores)
        whole = quiet or not report.findings or show_beside(report)
        earlier = _earlier(repository, report.as_of, since) if since else None
        with counting("Made") as progress:
            papers = produce(
                repository, report, kind, request, forms, progress, earlier, cores, _lost
            )
            status, papers_made = _write(papers, folder, quiet=quiet)
        old = out_of_date(folder, repository, report, kind, request, papers_made, earlier)
        status = max(status, 0 if retired(old) else 2)
        number = sum(isinstance(paper, PaperFile) for paper in papers_made)
        renew_schema(repository.root)
        if not quiet:
            say(f"Wrote {count(number, 'file')} to {visible(str(folder))}.")
        return max(status_of(report), status) if whole else 2

    if watch:
        watch_for(paths or [Path()], once)
    raise typer.Exit(once())


def _lost() -> None:
    fail(
        "The system ended a process of planc's, perhaps for want of memory. The papers that it had"
        " are made again; --jobs 1 makes all of them in one process."
    )


def _compares(kind: PaperName, since: str | None) -> None:
    """Raises PlancError if a kind of paper compares nothing, and is to."""
    if since and not papers()[kind].COMPARES:
        raise PlancError("--since goes with a paper of what changed: --pack changes.")


def _earlier(repository: Repository, as_of: dt.date, since: str) -> Earlier:
    """What plans were at a moment. Raises PlancError if the history that is here does not say."""
    moments = Moments(repository, as_of, open_history(repository.root, os.environ), since)
    return lambda path, plan: earlier_plan(repository, moments, path, plan)


def _fits(pack: str, **options: str | None) -> None:
    """Raises PlancError if an option is given that says nothing to this kind of paper."""
    for name, value in options.items():
        if not value:
            continue
        words = [word for word in ASKED_AS if _takes(word, name)]
        if pack not in words:
            raise PlancError(f"--{name} goes with --pack {' or '.join(words)}, not with {pack}.")
    kinds = [papers()[kind] for kind in ASKED_AS[pack][1]]
    if kinds[0].FOR and _takes(pack, "edition"):
        editions = [edition for kind in kinds for edition in kind.EDITIONS]
        one_of(options["edition"] or BOARD, editions, f"an edition of a {kinds[0].TITLE}")


def _takes(pack: str, option: str) -> bool:
    kind = papers()[ASKED_AS[pack][1][0]]
    return BOARD in kind.EDITIONS if option == "edition" else option == kind.FOR


def _asked(
    pack: str, repository: Repository, to: str | None, edition: str
) -> tuple[PaperName, PaperRequest]:
    """What is asked for in the words of the command line. Raises PlancError."""
    asked, reader = edition_of(edition, repository)
    kind = kind_of(pack, asked)
    if to and papers()[kind].FOR == "board":
        one_of(to, [board.id for board in repository.policy.boards if board.id], "a board")
    elif to:
        post_of(to, repository)
    return kind, PaperRequest(asked, to or reader)


def _write(
    papers: Iterable[PaperFile | NoPaper], out: Path, *, quiet: bool = False
) -> tuple[int, list[PaperFile | NoPaper]]:
    """Writes papers as they come; returns them without their bytes, and how it went.

    That is 0; 1 if a plan has none, 2 if one cannot be written.
    """
    status = 0
    papers_made: list[PaperFile | NoPaper] = []
    for paper in papers:
        if paper.note:
            fail(f"{paper.about}: {paper.note}.")
        if isinstance(paper, NoPaper):
            papers_made.append(paper)
            if paper.because:
                fail(f"{paper.about}: no paper was made, because {paper.because}.")
                status = max(status, 1)
        elif written(out / paper.name, paper.content):
            papers_made.append(replace(paper, content=b""))
            if paper.purpose and not quiet:
                say(f"{visible(paper.name)}: {paper.purpose}.")
        else:
            status = 2
    return status, papers_made
