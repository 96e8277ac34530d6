"""A line of the ledger in which releases to partners are recorded."""

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass

LEDGER = "releases.jsonl"
"""The ledger's name, beside planc.yaml: one line a record, only ever added to."""


@dataclass(frozen=True, kw_only=True)
class Release:
    """What was released or withdrawn, to which post, on which day and by whom.

    `digest` is of what the paper says, `sha256` of the file; both are empty for a withdrawal, which
    is of everything that post was sent about the plan.
    """

    kind: str
    on: str
    plan: str
    to: str
    sanitised_by: str = ""
    authorised_by: str = ""
    file: str = ""
    digest: str = ""
    sha256: str = ""
    planc: str = ""

    def line(self) -> str:
        """The record as it stands in the ledger."""
        held = {name: value for name, value in asdict(self).items() if value}
        return json.dumps(held, ensure_ascii=False) + "\n"


def released(*, on: dt.date, plan: str, to: str, by: tuple[str, str], **paper: str) -> Release:
    """A release; `by` are the posts that sanitised and that authorised it."""
    sanitised, authorised = by
    return Release(
        kind="released",
        on=on.isoformat(),
        plan=plan,
        to=to,
        sanitised_by=sanitised,
        authorised_by=authorised,
        **paper,
    )


def released_digests(ledger: Iterable[Release], plan: str) -> Mapping[str, str]:
    """The digest of what was last released of a plan and not withdrawn since, by the post."""
    digests: dict[str, str] = {}
    for record in ledger:
        if record.plan == plan:
            digests.pop(record.to, None)
            if record.kind == "released":
                digests[record.to] = record.digest
    return digests


def is_withdrawn(ledger: Sequence[Release], release: Release) -> bool:
    """Whether a withdrawal of what that post was sent about the plan comes after a release."""
    after = ledger[ledger.index(release) + 1 :]
    return any(
        record.kind == "withdrawn" and (record.plan, record.to) == (release.plan, release.to)
        for record in after
    )


def records(text: str) -> Iterator[Release]:
    """The records of a ledger. Raises ValueError at a line that is none, lest it be a withdrawal.

    Names that planc does not know are passed over.
    """
    names = Release.__dataclass_fields__
    for number, line in enumerate(text.splitlines(), 1):
        try:
            held = json.loads(line)
        except (ValueError, RecursionError):
            held = None
        known = {n: str(v) for n, v in held.items() if n in names} if isinstance(held, dict) else {}
        if not {"kind", "on", "plan", "to"} <= known.keys():
            raise ValueError(f"line {number} is no record of a release")
        yield Release(**known)
