"""What can be said of finished papers: whether they are as they were made, and hold no more.

file ─ unpack ─┬─ judge ─▶ Verdict
               ├─ … the same paper made again ─▶ Comparison
               └─ leaks
"""

import dataclasses
import datetime as dt
import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from planc import produce
from planc.check import check
from planc.errors import PlancError
from planc.making import Made, releases
from planc.model.context import Context
from planc.model.directory import Directory
from planc.model.read_back import Comparison, ReadBack, Verdict
from planc.model.release import is_withdrawn
from planc.model.report import Report
from planc.model.seal import PARTS
from planc.model.view import EDITIONS, OWNER, RECIPIENT
from planc.passes.find import name_of
from planc.passes.find_leaks import Granted, find_leaks
from planc.passes.read_paper import read_paper
from planc.passes.redact import redact, share
from planc.passes.seal import judge
from planc.repository import Repository, parse_file, source_of
from planc.resources import schema
from planc.wording.breadcrumbs import crumbs

_NAME = re.compile(r"(?P<about>.+)-(?P<kind>plan|portfolio|tasks)-(?P<edition>[a-z]+)")
_EDITIONS = {"plan": EDITIONS, "portfolio": EDITIONS, "tasks": (OWNER, RECIPIENT)}
_PARTNERS_NAME = re.compile(r"partner-(?P<to>.+)-[0-9a-f]{8}")


def verdict(raw: bytes) -> Verdict:
    """What can be said of a finished paper. Raises PlancError if it is none."""
    return judge(read_paper(raw))


def compare(raw: bytes, repository: Repository) -> Comparison:
    """What a sealed paper says beside the same one, made again from the plans as they are now.

    It is made as of the day of the paper. Raises PlancError if the file is no paper, has no seal,
    or the plans can have no papers.
    """
    held = read_paper(raw)
    if held.seal is None:
        raise PlancError("It has no seal, so there is nothing to make again.")
    sums = hashlib.sha256(raw).hexdigest()
    ledger = releases(repository)
    record = next((r for r in ledger if r.sha256 == sums), None)
    withdrawn = record is not None and is_withdrawn(ledger, record)
    report = check(repository, held.seal.as_of)
    compared = [
        Comparison(
            record,
            withdrawn,
            found=True,
            same=made.content == raw,
            other=_other(made.content, held),
        )
        for made in _made_again(repository, report, held.seal.name, held.form)
        if made.stem == held.seal.name and made.content
    ]
    none = Comparison(record, withdrawn)
    return min(compared, key=lambda one: (not one.same, len(one.other)), default=none)


def _other(raw: bytes, held: ReadBack) -> tuple[str, ...]:
    again = read_paper(raw)
    return tuple(part for part in PARTS if again.texts[part] != held.texts[part])


def _made_again(repository: Repository, report: Report, name: str, form: str) -> Iterator[Made]:
    """The papers among which that of this name is, if the plans still give it."""
    found, to_partner = _NAME.fullmatch(name), _PARTNERS_NAME.fullmatch(name)
    if found and found["edition"] not in _EDITIONS[found["kind"]]:
        return
    if to_partner:
        post = None if to_partner["to"] == "all" else to_partner["to"]
        for released in (True, False):
            yield from produce.partner_papers(repository, report, [form], post, released=released)
    elif found and found["kind"] == "plan":
        only = {file.path for file in report.files if file.name == found["about"]}
        files = [
            (path, kind)
            for path, kind in repository.files
            if kind != "plan" or name_of(path, repository.root) in only
        ]
        one = dataclasses.replace(repository, files=tuple(files))
        yield from produce.packs(one, report, found["edition"], [form])
    elif found and found["kind"] == "portfolio":
        yield from produce.portfolios(repository, report, found["edition"], [form], found["about"])
    elif found:
        yield from produce.task_sheets(repository, report, [form], found["about"])


def leaks_in(
    raw: bytes, repository: Repository, path: Path, edition: str, as_of: dt.date
) -> list[tuple[str, str]]:
    """What a finished paper holds of a plan beyond the edition: each piece of the file, and where
    in the plan it is from. `edition` may be `recipient:POST`. Raises PlancError if the file is no
    paper, or the plan cannot be read.
    """
    source = source_of(path, repository.root)
    file = parse_file(source, "plan", repository.known)
    if file.plan is None:
        raise PlancError(f"{source.path} cannot be read as a plan.")
    context = Context(as_of, repository.policy, repository.directory)
    kind, _, post = edition.partition(":")
    if edition in EDITIONS:
        view = redact(file.plan, (), (), context, edition)
    else:
        view = share(file.plan, context, kind, post or None)
    paper = read_paper(raw)
    data = file.document.data if file.document else None
    found = find_leaks(
        {paper.form: [paper]},
        [Granted(paper.form, file.plan, view)],
        repository.directory or Directory(),
    )
    return [(leak.piece, crumbs(schema("plan"), data, leak.route)) for leak in found]
