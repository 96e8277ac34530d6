"""A line of the ledger in which papers issued to boards are recorded.

Papers are overwritten and are not in git; what a board read has to be provable years later.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from planc.model.directory import Directory
from planc.model.ledger import Record
from planc.wording.day import parse_day

ISSUES = "issued.jsonl"
"""The ledger's name, beside planc.yaml."""
ISSUED = "issued"


@dataclass(frozen=True, kw_only=True)
class Issue(Record):
    """Which paper was issued for which meeting of a board, and by whom.

    `paper` is its name, which says what it is about, its kind and its edition. `objects` has
    the digest of each thing that a board approves, by plan and name: `SOC-2026-014/OBJ-1.target`.
    """

    WHAT: ClassVar[str] = "record of an issue"
    KINDS: ClassVar[tuple[str, ...]] = (ISSUED,)
    NEEDS: ClassVar[frozenset[str]] = frozenset({"kind", "on", "paper", "board", "meeting"})

    paper: str
    board: str
    meeting: str
    issued_by: str = ""
    objects: Mapping[str, str] = field(default_factory=dict)

    def is_whole(self, directory: Directory) -> bool:
        """Whether it says all that it has to, and a police post issued it."""
        whole = all((self.file, self.digest, self.sha256, self.planc, parse_day(self.on)))
        return whole and directory.is_police(self.issued_by)


def last_issue(ledger: Iterable[Issue], paper: str, before: dt.date) -> Issue | None:
    """What was issued last under a name, for the last meeting before a day."""
    days = [(parse_day(record.meeting), record) for record in ledger if record.paper == paper]
    earlier = [(day, number, record) for number, (day, record) in enumerate(days) if day]
    earlier = [(day, number, record) for day, number, record in earlier if day < before]
    return max(earlier, key=lambda one: one[:2])[2] if earlier else None


def read_of(ledger: Iterable[Issue], board: str, met_on: dt.date, ref: str) -> Issue | None:
    """The last paper with a plan in it that a board was given for the meeting of a day."""
    given = [
        record
        for record in ledger
        if (record.board, parse_day(record.meeting)) == (board, met_on)
        and any(name.startswith(f"{ref}/") for name in record.objects)
    ]
    return given[-1] if given else None
