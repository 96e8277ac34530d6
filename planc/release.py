"""What goes to partners: who may sanitise it, who may authorise it, and what is recorded of it."""

import datetime as dt
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from planc import __version__
from planc.all_formats import Format
from planc.all_papers import RELEASED as RELEASED_KIND
from planc.errors import PlancError
from planc.ledger import by_police
from planc.model.paper_file import NoPaper, PaperFile, PaperRequest
from planc.model.release import RELEASED, WITHDRAWN, Release, released_digests
from planc.model.report import Report
from planc.model.tactic import TABLE
from planc.model.view import PARTNERS, RECIPIENT
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

    One post of the police sanitises and another authorises. Raises PlancError if they do not.
    """
    by_police(repository, authorised_by, report.as_of, "authorise")
    plan = reference(repository, report)
    if sanitised_by is None:
        raise PlancError("Who sanitised it? Say --sanitised-by and a post.")
    by_police(repository, sanitised_by, report.as_of, "sanitise")
    if len({to, sanitised_by, authorised_by}) < 3:
        raise PlancError("One post sanitises, another authorises and a third receives: name three.")
    for_table = PaperRequest(PARTNERS, released=True)
    request = for_table if to == TABLE else PaperRequest(RECIPIENT, to, released=True)
    file = next(produce(repository, report, RELEASED_KIND, request, [form]))
    if isinstance(file, NoPaper):
        return file
    record = Release(
        kind=RELEASED,
        on=report.as_of.isoformat(),
        plan=plan,
        to=to,
        sanitised_by=sanitised_by,
        authorised_by=authorised_by,
        file=file.name,
        digest=file.digest,
        sha256=hashlib.sha256(file.content).hexdigest(),
        planc=__version__,
    )
    return Released(file, record)


def withdraw(
    repository: Repository,
    ledger: Sequence[Release],
    plan: str,
    to: str,
    *,
    authorised_by: str,
    on: dt.date,
) -> Release:
    """The record that what a post was sent of a plan is withdrawn, whether or not there still is
    such a plan or post. Raises PlancError if nothing of it is on record as released to the post.
    """
    by_police(repository, authorised_by, on, "withdraw")
    if to not in released_digests(ledger, plan):
        raise PlancError(f"nothing of {plan} is on record as released to {to}.")
    return Release(kind=WITHDRAWN, on=on.isoformat(), plan=plan, to=to, authorised_by=authorised_by)
