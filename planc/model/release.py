"""A line of the ledger in which releases to partners are recorded."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from planc.model.directory import Directory
from planc.model.ledger import Record, standing
from planc.wording.day import parse_day

RELEASES = "releases.jsonl"
"""The ledger's name, beside planc.yaml."""
RELEASED = "released"
WITHDRAWN = "withdrawn"

_SHA256 = re.compile("[0-9a-f]{64}")


@dataclass(frozen=True, kw_only=True)
class Release(Record):
    """What was released or withdrawn, to which post, and by whom.

    A withdrawal is of everything that the post was sent about the plan.
    """

    WHAT: ClassVar[str] = "record of a release"
    KINDS: ClassVar[tuple[str, ...]] = (RELEASED, WITHDRAWN)
    NEEDS: ClassVar[frozenset[str]] = frozenset({"kind", "on", "plan", "to"})

    plan: str
    to: str
    sanitised_by: str = ""
    authorised_by: str = ""

    def is_whole(self, directory: Directory) -> bool:
        """Whether a release says all that it has to, and posts that may have let it go.

        A line that somebody wrote by hand may not; then nothing counts as released by it.
        """
        posts = (self.sanitised_by, self.authorised_by)
        return (
            parse_day(self.on) is not None
            and bool(self.file and self.planc)
            and all(_SHA256.fullmatch(text) for text in (self.digest, self.sha256))
            and len({self.to, *posts}) == 3
            and all(directory.is_police(post) for post in posts)
        )


def counted(ledger: Sequence[Release], directory: Directory | None) -> tuple[Release, ...]:
    """What stands in a ledger and counts; a withdrawal does however little it says."""
    known = directory or Directory()
    return tuple(
        record for record in standing(ledger) if record.kind == WITHDRAWN or record.is_whole(known)
    )


def released_digests(ledger: Iterable[Release], plan: str) -> Mapping[str, str]:
    """The digest of what was last released of a plan and not withdrawn since, by the post."""
    digests: dict[str, str] = {}
    for record in ledger:
        if record.plan == plan:
            digests.pop(record.to, None)
            if record.kind == RELEASED:
                digests[record.to] = record.digest
    return digests


def is_withdrawn(ledger: Sequence[Release], release: Release) -> bool:
    """Whether a withdrawal of what that post was sent about the plan comes after a release."""
    after = ledger[ledger.index(release) + 1 :]
    return any(
        record.kind == WITHDRAWN and (record.plan, record.to) == (release.plan, release.to)
        for record in after
    )
