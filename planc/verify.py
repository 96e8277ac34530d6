"""What can be said of finished papers: whether they are as they were made, and hold no more.

file ─ read_paper ─┬─ judge ─▶ Verdict
                   ├─ … the same paper made again ─▶ Comparison
                   └─ find_leaks
"""

import datetime as dt
import hashlib
from collections.abc import Iterator
from pathlib import Path

from planc.all_formats import formats
from planc.all_papers import requests_for
from planc.check import check
from planc.errors import PlancError
from planc.model.directory import Directory
from planc.model.paper_file import PaperFile
from planc.model.parsed_file import PLAN
from planc.model.read_back import Comparison, ReadBack, Verdict
from planc.model.release import is_withdrawn
from planc.model.seal import PARTS, Seal
from planc.model.view import FOR_PARTNERS, Edition
from planc.passes.find_leaks import find_leaks, secrets_of
from planc.passes.read_paper import format_of, read_paper
from planc.passes.redact import redact, share
from planc.passes.seal import judge
from planc.produce import produce, releases
from planc.repository import Repository, parse_file, source_of
from planc.resources import schema
from planc.wording.breadcrumbs import crumbs


def verdict(raw: bytes) -> Verdict:
    """What can be said of a finished paper. Raises PlancError if it is none."""
    exact = formats()[format_of(raw)].is_as_sealed(raw)
    return judge(read_paper(raw), to_the_byte=exact)


def compare(raw: bytes, repository: Repository) -> Comparison:
    """What a sealed paper says beside the same one, made again from the plans as they are now.

    It is made as of the day of the paper. Raises PlancError if the file is no paper, has no seal,
    or the plans can have no papers.
    """
    paper = read_paper(raw)
    if paper.seal is None or not paper.seal.is_whole:
        raise PlancError("It has no seal that holds, so there is nothing to make again.")
    sha256 = hashlib.sha256(raw).hexdigest()
    ledger = releases(repository)
    record = next((r for r in ledger if r.sha256 == sha256), None)
    withdrawn = record is not None and is_withdrawn(ledger, record)
    compared = [
        Comparison(
            record,
            withdrawn,
            found=True,
            same=again.content == raw,
            other=_other(again.content, paper),
        )
        for again in _made_again(repository, paper.seal, raw)
    ]
    none = Comparison(record, withdrawn)
    return min(compared, key=lambda one: (not one.same, len(one.other)), default=none)


def _other(raw: bytes, paper: ReadBack) -> tuple[str, ...]:
    again = read_paper(raw)
    return tuple(part for part in PARTS if again.texts[part] != paper.texts[part])


def _made_again(repository: Repository, seal: Seal, raw: bytes) -> Iterator[PaperFile]:
    """The papers with the name in the seal, if the plans still give any."""
    report = check(repository, seal.as_of)
    for kind, request in requests_for(seal.name):
        for file in produce(repository, report, kind, request, [format_of(raw)]):
            if isinstance(file, PaperFile) and file.stem == seal.name:
                yield file


def leaks_in(
    raw: bytes,
    repository: Repository,
    path: Path,
    edition: Edition,
    reader: str | None,
    as_of: dt.date,
) -> list[tuple[str, str]]:
    """What a finished paper holds of a plan beyond the edition: each piece of the file, and where
    in the plan it is from. `reader` is the post that a recipient's edition is for. Raises
    PlancError if the file is no paper, or the plan cannot be read.
    """
    file = parse_file(source_of(path, repository.root), PLAN, repository.known)
    if file.plan is None:
        raise PlancError(f"{file.path} cannot be read as a plan.")
    context = repository.context(as_of)
    if edition in FOR_PARTNERS:
        view = share(file.plan, context, edition, reader)
    else:
        view = redact(file.plan, context, edition)
    data = file.document.data if file.document else None
    secrets = secrets_of(file.plan, view, repository.directory or Directory())
    found = find_leaks(read_paper(raw), [secrets])
    return [(leak.piece, crumbs(schema("plan"), data, leak.route)) for leak in found]
