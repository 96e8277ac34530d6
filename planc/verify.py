"""What can be said of finished papers: whether they are as they were made, and hold no more.

file ─ read_paper ─┬─ judge ─▶ Verdict
                   ├─ … the same paper made again ─▶ Comparison
                   └─ unwrap ─ find_disguised
"""

import datetime as dt
import hashlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from planc.all_formats import formats
from planc.all_papers import papers, requests_for
from planc.check import check
from planc.errors import PlancError
from planc.history import History
from planc.model.context import Context
from planc.model.directory import Directory
from planc.model.leaks import Secrets
from planc.model.paper_file import PaperFile
from planc.model.parsed_file import PLAN
from planc.model.plan import Plan
from planc.model.read_back import Comparison, ReadBack, Verdict
from planc.model.release import is_withdrawn
from planc.model.seal import PARTS
from planc.model.view import FOR_PARTNERS, OWNER, RECIPIENT, Edition
from planc.passes.find_disguised import find_disguised
from planc.passes.find_leaks import secrets_of
from planc.passes.read_paper import format_of, read_paper
from planc.passes.redact import redact, share
from planc.passes.seal import judge
from planc.passes.unwrap import unwrap
from planc.produce import Earlier, issues, produce, releases
from planc.repository import Repository, open_repository, parse_file, source_of
from planc.resources import schema
from planc.since import Moments, earlier_plan, moment_in
from planc.wording.breadcrumbs import crumbs
from planc.wording.day import parse_day


def verdict(raw: bytes) -> Verdict:
    """What can be said of a finished paper. Raises PlancError if it is none."""
    exact = formats()[format_of(raw)].is_as_sealed(raw)
    return judge(read_paper(raw), to_the_byte=exact)


def compare(
    raw: bytes, repository: Repository, history: Callable[[], History | None]
) -> Comparison:
    """What a sealed paper says beside the same one, made again from the plans as they are now.

    It is made as of the day of the paper; one about changes is compared with the moment that it
    names, which `history` is opened for. Raises PlancError if the file is no paper, has no seal, or
    the plans can have no papers.
    """
    paper = read_paper(raw)
    if paper.seal is None or not paper.seal.is_whole:
        raise PlancError("It has no seal that holds, so there is nothing to make again.")
    sha256 = hashlib.sha256(raw).hexdigest()
    ledger = releases(repository)
    record = next((r for r in ledger if r.sha256 == sha256), None)
    issue = next((one for one in issues(repository) if one.sha256 == sha256), None)
    withdrawn = record is not None and is_withdrawn(ledger, record)
    none = Comparison(record, issue, withdrawn)
    try:
        papers_again = list(_made_again(repository, paper, raw, history))
    except _NoMomentError as error:
        return replace(none, unmade=str(error))
    compared = [
        Comparison(
            record,
            issue,
            withdrawn,
            found=True,
            same=again.content == raw,
            other=_other(again.content, paper),
        )
        for again in papers_again
    ]
    return min(compared, key=lambda one: len(one.other), default=none)


def _other(raw: bytes, paper: ReadBack) -> tuple[str, ...]:
    again = read_paper(raw)
    return tuple(part for part in PARTS if again.texts[part] != paper.texts[part])


def _made_again(
    repository: Repository, paper: ReadBack, raw: bytes, history: Callable[[], History | None]
) -> Iterator[PaperFile]:
    """The papers with the name in the seal, if the plans still give any."""
    seal = paper.seal
    if seal is None:
        return
    report = check(repository, seal.as_of)
    for kind, request in requests_for(seal.name):
        earlier = None
        if papers()[kind].COMPARES:
            earlier = _earlier(repository, paper, seal.as_of, history)
        for file in produce(repository, report, kind, request, [format_of(raw)], earlier=earlier):
            if isinstance(file, PaperFile) and file.stem == seal.name:
                yield file


class _NoMomentError(Exception):
    """What a paper compares with is not in the history that is here."""


def _earlier(
    repository: Repository,
    paper: ReadBack,
    as_of: dt.date,
    history: Callable[[], History | None],
) -> Earlier | None:
    """What the plan was at the moment that the paper names, if it names any but its board's."""
    named = [since for words in paper.texts["paragraphs"] if (since := moment_in(words))]
    if not named:
        return None
    try:
        by_log = parse_day(named[0]) is not None
        moments = Moments(repository, as_of, None if by_log else history(), named[0])
        if not by_log:
            moments.earlier(Plan(route=()))
    except PlancError as error:
        raise _NoMomentError(str(error)) from None
    return lambda path, plan: earlier_plan(repository, moments, path, plan)


class Searched(NamedTuple):
    """What came of a search: whose paper it was taken for, the leaks in it, whether all was read.

    Each leak is the piece of the file and where in the plan it is from.
    """

    edition: str
    leaks: list[tuple[str, str]]
    is_all: bool


def leaks_in(
    raw: bytes,
    repository: Repository,
    path: Path,
    whose: tuple[Edition, str | None] | None,
    as_of: dt.date,
) -> Searched:
    """What a finished paper holds of a plan beyond its edition.

    `whose` is the edition, and the post that a recipient's is for; None for what the seal in the
    paper says. Raises PlancError if the file is no paper or does not say whose it is, or the plan
    cannot be read.
    """
    file = parse_file(source_of(path, repository.root), PLAN, repository.known)
    if file.plan is None:
        raise PlancError(f"{file.path} cannot be read as a plan.")
    paper, context = read_paper(raw), repository.context(as_of)
    edition, reader = whose or _sealed_for(paper)
    data = file.document.data if file.document else None
    secrets = _secrets(file.plan, context, edition, reader)
    others = _granted_by_others(paper, repository, path, context, (edition, reader))
    pieces, is_all = unwrap(paper.stored)
    found = find_disguised(paper, pieces, [secrets, *others])
    leaks = [(leak.piece, crumbs(schema("plan"), data, leak.route)) for leak in found]
    return Searched(f"{edition}:{reader}" if reader else edition, leaks, is_all)


def _secrets(plan: Plan, context: Context, edition: Edition, reader: str | None) -> Secrets:
    """What a paper of an edition must not hold of a plan."""
    if edition in FOR_PARTNERS:
        view = share(plan, context, edition, reader)
    else:
        view = redact(plan, context, edition, reader=reader)
    return secrets_of(plan, view, context.directory or Directory())


def _granted_by_others(
    paper: ReadBack,
    repository: Repository,
    path: Path,
    context: Context,
    whose: tuple[Edition, str | None],
) -> Iterator[Secrets]:
    """What other plans granted to a paper that is made of many, so that it is no leak of this one.

    Nothing else is looked for in it.
    """
    if not (paper.seal and paper.seal.is_whole):
        return
    asked = [request for kind, request in requests_for(paper.seal.name) if papers()[kind].FOR]
    for other in open_repository([repository.root]).plans if asked else ():
        plan = parse_file(source_of(other, repository.root), PLAN, repository.known).plan
        if plan is None or other.resolve() == path.resolve():
            continue
        if asked[0].edition not in _FOR_A_POST and asked[0].to not in plan.boards:
            continue
        yield _secrets(plan, context, *whose)._replace(texts=())


def _sealed_for(paper: ReadBack) -> tuple[Edition, str | None]:
    """The edition and the post that a paper was made for, by its seal. Raises PlancError."""
    if paper.seal and paper.seal.is_whole:
        for _, request in requests_for(paper.seal.name):
            return request.edition, request.to if request.edition in _FOR_A_POST else None
    raise PlancError("It has no seal that says whose paper it is. Say it with --edition.")


_FOR_A_POST: tuple[Edition, ...] = (OWNER, RECIPIENT)
