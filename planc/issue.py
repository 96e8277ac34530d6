"""What goes to a board: the papers for one of its meetings, and what is recorded of each."""

import datetime as dt
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from planc import __version__
from planc.all_formats import Format
from planc.all_papers import PaperName, papers
from planc.errors import PlancError
from planc.ledger import by_police
from planc.model.approvals import signed_things
from planc.model.issue import ISSUED, Issue
from planc.model.paper_file import NoPaper, PaperFile, PaperRequest
from planc.model.parsed_file import PLAN
from planc.model.report import Report
from planc.model.view import BOARD
from planc.produce import boards_of, produce
from planc.repository import Repository, parse_file, source_of
from planc.wording.day import long_day
from planc.wording.words import listed


@dataclass(frozen=True)
class Issued:
    """A paper for a meeting, under a name that no later one takes, and its record."""

    file: PaperFile
    record: Issue


def issue(
    repository: Repository,
    report: Report,
    kind: PaperName,
    board: str,
    meeting: dt.date,
    *,
    issued_by: str,
    form: Format,
) -> Iterator[Issued | NoPaper]:
    """The board's papers of a kind, each with its record; or why there is none.

    A plan's paper goes to the boards that the plan names, and to no other. Raises PlancError if the
    board does not meet on that day, or a post that may not issues it.
    """
    by_police(repository, issued_by, report.as_of, "issue")
    known = repository.policy.board(board)
    if known is None or meeting not in known.meetings:
        raise PlancError(f"{board} has no meeting on {long_day(meeting)} in planc.yaml.")
    for_board = bool(papers()[kind].FOR)
    request = PaperRequest(BOARD, board if for_board else None)
    boards = {} if for_board else boards_of(repository, report)
    for paper in produce(repository, report, kind, request, [form]):
        named = boards.get(paper.about, ())
        if not for_board and board not in named:
            other = f"it names {listed(sorted(named))}" if named else "it names no board"
            yield NoPaper(paper.about, f"the plan does not go to {board}: {other}")
            continue
        if isinstance(paper, NoPaper):
            yield paper
            continue
        name = PurePath(paper.name)
        sha256 = hashlib.sha256(paper.content).hexdigest()
        objects = _objects(repository, board, paper.about)
        record = Issue(
            kind=ISSUED,
            on=report.as_of.isoformat(),
            paper=paper.stem,
            board=board,
            meeting=meeting.isoformat(),
            issued_by=issued_by,
            file=f"{name.stem}-{meeting}-{sha256[:8]}{name.suffix}",
            digest=paper.digest,
            sha256=sha256,
            planc=__version__,
            objects=objects,
        )
        yield Issued(paper, record)


def _objects(repository: Repository, board: str, about: str) -> dict[str, str]:
    """The digest of each thing that a board approves, in the plans that a paper is about."""
    digests: dict[str, str] = {}
    for path in repository.plans:
        source = source_of(path, repository.root)
        if about not in (board, source.path):
            continue
        plan = parse_file(source, PLAN, repository.known).plan
        if plan is not None and plan.ref and board in plan.boards:
            for name, thing in signed_things(plan).items():
                digests[f"{plan.ref}/{name}"] = thing.digest
    return digests
