"""What goes to partners: who may sanitise it, who may authorise it, and what is recorded of it."""

import hashlib
from dataclasses import dataclass

from planc import __version__
from planc.all_formats import Format
from planc.all_papers import RELEASED
from planc.errors import PlancError
from planc.model.paper_file import NoPaper, PaperFile, PaperRequest
from planc.model.release import Release, released
from planc.model.report import Report
from planc.model.view import RECIPIENT
from planc.produce import produce, reference
from planc.repository import Repository


@dataclass(frozen=True)
class Released:
    """A paper that may be sent, once its record stands in the ledger."""

    file: PaperFile
    record: Release


def release(
    repository: Repository,
    report: Report,
    to: str,
    *,
    sanitised_by: str | None,
    authorised_by: str,
    form: Format,
) -> Released | NoPaper:
    """The one plan's paper for a post, and its record; or why nothing may go.

    One post of the police sanitises and another authorises. Raises PlancError if they do not, or
    the plan shares nothing with the post.
    """
    _by_police(repository, authorised_by)
    plan = reference(repository, report)
    if sanitised_by is None:
        raise PlancError("Who sanitised it? Say --sanitised-by and a post.")
    _by_police(repository, sanitised_by)
    if len({to, sanitised_by, authorised_by}) < 3:
        raise PlancError("One post sanitises, another authorises and a third receives: name three.")
    request = PaperRequest(RECIPIENT, to, released=True)
    file = next(produce(repository, report, RELEASED, request, [form]), None)
    if file is None:
        raise PlancError(f"The plan shares nothing with {to}.")
    if isinstance(file, NoPaper):
        return file
    record = released(
        on=report.as_of,
        plan=plan,
        to=to,
        by=(sanitised_by, authorised_by),
        file=file.name,
        digest=file.digest,
        sha256=hashlib.sha256(file.content).hexdigest(),
        planc=__version__,
    )
    return Released(file, record)


def withdraw(repository: Repository, report: Report, to: str, *, authorised_by: str) -> Release:
    """The record that what a post was sent of the one plan is withdrawn. Raises PlancError."""
    _by_police(repository, authorised_by)
    plan, on = reference(repository, report), report.as_of.isoformat()
    return Release(kind="withdrawn", on=on, plan=plan, to=to, authorised_by=authorised_by)


def _by_police(repository: Repository, post: str) -> None:
    if not (repository.directory and repository.directory.is_police(post)):
        raise PlancError(f"{post} is no police post: partners neither sanitise nor authorise.")
