"""`planc issue`."""

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from planc.all_formats import FORMATS, USUAL
from planc.all_papers import ASKED_AS, PaperName, kind_of, papers
from planc.check import check
from planc.cli.environment import day_named, day_of
from planc.cli.options import AsOf, Paths, one_of, post_of
from planc.cli.printing import fail, say
from planc.cli.recording import ledgers
from planc.cli.report_output import show_beside
from planc.cli.writing import papers_folder
from planc.errors import PlancError
from planc.issue import issue as issue_papers
from planc.model.issue import ISSUES
from planc.model.paper_file import NoPaper
from planc.model.view import BOARD
from planc.repository import Repository, open_repository
from planc.wording.text import visible
from planc.wording.words import either


def issue(
    board: Annotated[str, typer.Option(help="The board that the paper goes to.")],
    issued_by: Annotated[str, typer.Option(help="The police post that issues it.")],
    paths: Paths = None,
    meeting: Annotated[
        str | None, typer.Option(help="The day of the meeting. Left out: the board's next.")
    ] = None,
    pack: Annotated[
        str, typer.Option(help="portfolio: the board's plans. plan: each plan that is named.")
    ] = "portfolio",
    form: Annotated[str, typer.Option("--to-format", help=f"{either(FORMATS)}.")] = USUAL[0],
    out: Annotated[Path | None, typer.Option(help="Where to put the papers.")] = None,
    as_of: AsOf = None,
) -> None:
    """Make a board's paper for one of its meetings, and record what the board was given."""
    chosen = one_of(form, FORMATS, "a format")
    repository = open_repository(paths or [Path()])
    one_of(board, [records.id for records in repository.policy.boards if records.id], "a board")
    post_of(issued_by, repository)
    kind = _kind_of(pack)
    day = day_of(as_of, repository.policy)
    met_on = day_named(meeting, "--meeting") if meeting else _next_meeting(repository, board, day)
    out = papers_folder(out, repository.root)
    status = 0
    with ledgers(repository.root, day.isoformat(), out) as records:
        report = check(repository, day)
        if report.findings:
            show_beside(report)
        for issued in issue_papers(
            repository, report, kind, board, met_on, issued_by=issued_by, form=chosen
        ):
            if isinstance(issued, NoPaper):
                if issued.because:
                    fail(f"{issued.about}: nothing was issued, because {issued.because}.")
                    status = 1
                continue
            path = out / issued.record.file
            records.issues.publish(issued.record, path, issued.file.content)
            say(f"Recorded in {ISSUES}, and wrote {visible(str(path))}. Keep that file.")
    raise typer.Exit(status)


def _kind_of(pack: str) -> PaperName:
    """The kind of paper that boards get. Raises PlancError."""
    words = [word for word in ASKED_AS if BOARD in papers()[kind_of(word, BOARD)].EDITIONS]
    return kind_of(one_of(pack, words, "a kind of paper for a board"), BOARD)


def _next_meeting(repository: Repository, board: str, day: dt.date) -> dt.date:
    known = repository.policy.board(board)
    meets = known.next_meeting(day) if known else None
    if meets is None:
        raise PlancError(f"{board} has no meeting to come in planc.yaml. Say --meeting and a day.")
    return meets
