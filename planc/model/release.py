"""A line of the ledger in which releases to partners are recorded."""

import datetime as dt
import json
from collections.abc import Iterable, Iterator
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


def released_digest(ledger: Iterable[Release], plan: str | None, to: str) -> str | None:
    """The digest of what was last released to a post of a plan, and not withdrawn since."""
    digest = None
    for record in ledger:
        if (record.plan, record.to) == (plan, to):
            digest = record.digest if record.kind == "released" else None
    return digest


def records(text: str) -> Iterator[Release]:
    """The records of a ledger; a line that is none is passed over."""
    names = Release.__dataclass_fields__
    for line in text.splitlines():
        try:
            held = json.loads(line)
        except ValueError:
            continue
        if isinstance(held, dict) and {"kind", "on", "plan", "to"} <= held.keys() <= names.keys():
            yield Release(**{name: str(value) for name, value in held.items()})
