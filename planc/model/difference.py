"""What became of a plan between two readings of it: one difference at a time, by id."""

import datetime as dt
import unicodedata
from typing import Any, Literal, NamedTuple, TypeAlias

from planc.model.context import Context
from planc.model.document import Route
from planc.model.governance import SignOff
from planc.model.log import Entry
from planc.model.noun import noun
from planc.model.plan import Plan
from planc.model.traversal import parts

DifferenceKind: TypeAlias = Literal[
    "added", "deleted", "closed", "reopened", "moved", "changed", "recorded", "rewritten"
]
"""What happened to a thing. The log records; what it had recorded before can be rewritten."""


@noun(frozen=True, kw_only=True)
class Difference:
    """One thing that is not as it was.

    `section` is the part of the plan as its file has it, empty for the plan as a whole; `id` names
    the thing in it and `field` what of it. Days stand in `before` and `after` as 2026-11-22. A date
    that moved did so by `days`, for the `times`th time; `because` is the reason, or the outcome of
    what was closed. `route` leads to it in the later reading; empty where it is not there.
    """

    kind: DifferenceKind
    section: str = ""
    id: str = ""
    field: str = ""
    before: str | None = None
    after: str | None = None
    days: int = 0
    times: int = 0
    because: str | None = None
    route: Route = ()


class Reading(NamedTuple):
    """A plan as a file said it: its way from planc.yaml, and whether all of it could be read."""

    path: str
    plan: Plan
    sound: bool
    digest: str


@noun(frozen=True)
class PlanChange:
    """A plan before and after, and every difference in order; a new plan has no `before`."""

    before: Reading | None
    after: Reading | None
    differences: tuple[Difference, ...]

    @property
    def plan(self) -> Plan:
        """The plan as it is; as it was, where it is no more."""
        reading = self.after or self.before
        if reading is None:
            raise ValueError("a change of no plan")
        return reading.plan

    @property
    def ref(self) -> str:
        """Its reference; where it has none, its file."""
        reading = self.after or self.before
        return self.plan.ref or (reading.path if reading else "")

    @property
    def approved_before(self) -> Plan | None:
        """The plan as it was, if anything in it had been agreed: there was one, and no draft."""
        before = self.before.plan if self.before else None
        return before if before is not None and before.status != "draft" else None

    def of(self, section: str, *fields: str) -> tuple[Difference, ...]:
        """The differences in a section; with fields, those of these fields."""
        return tuple(
            one
            for one in self.differences
            if one.section == section and (not fields or one.field in fields)
        )

    def is_agreed(self, context: Context, covers: str = "", *, above: bool = False) -> bool:
        """Whether who may agree has done so in this change, on the record.

        That is a sign-off that covers it, a decision or a review; `above`, by a post above the SRO.
        """
        if self.after is None:
            return False
        plan, before = self.after.plan, self.before.plan if self.before else Plan()
        known = {*map(_bare_record, before.signoffs), *map(_bare_record, before.log)}
        records: list[SignOff | Entry] = [
            one for one in plan.signoffs if not covers or covers in one.covers
        ]
        records += [entry for entry in plan.entries if entry.decision or entry.review]
        for one in records:
            if one.date is None or one.by is None or _bare_record(one) in known:
                continue
            authority = context.authority(plan, one.date)
            allowed = (
                one.by in authority.above
                if above
                else authority.may_agree(one.by, getattr(one, "acting_for", None))
            )
            if one.date <= context.as_of and allowed:
                return True
        return False

    def post_above(self, context: Context) -> str | None:
        """The post to which whoever is the SRO now answers, if one is known."""
        above = context.authority(self.plan, context.as_of).above
        return above[0] if above else None

    @property
    def untouched(self) -> bool:
        """Whether its file is the same to the byte."""
        return bool(self.before and self.after and self.before.digest == self.after.digest)


def _bare_record(record: SignOff | Entry) -> tuple[Any, ...]:
    """A record without where it stands."""
    return tuple(str(value) for _, value in parts(record))


def plain(text: str) -> str:
    """A text in one form, whatever its spacing, line breaks and quotation marks."""
    words = unicodedata.normalize("NFC", text).translate(_MARKS).split()
    return " ".join(words)


_MARKS = str.maketrans("‘’“”\u00a0", "''\"\"\u0020")


def known_day(entry: Entry) -> dt.date | None:
    """The day on which an entry of the log was written down."""
    return entry.recorded_on or entry.date


def in_text(value: Any) -> str | None:
    """A value as a difference has it; None for nothing."""
    if value is None or value == () or value == "":
        return None
    if isinstance(value, tuple):
        return ", ".join(filter(None, map(in_text, value)))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value.isoformat() if isinstance(value, dt.date) else plain(str(value))


@noun(frozen=True)
class SettingChange:
    """A setting of planc.yaml, of the directory or of the baseline that is not as it was.

    `path` is its file, `field` its way in it; `before` and `after` are None for nothing, and for
    what is too long to be said. `later_only` says that days were added to a calendar and nothing
    else; `route` leads to it in the file, or to what is left of where it stood.
    """

    path: str
    field: str
    before: str | None = None
    after: str | None = None
    later_only: bool = False
    route: Route = ()


@noun(frozen=True)
class Comparison:
    """A repository before and after: `since` says what it is compared with.

    `notes` are what the reader must know beside, each as a sentence.
    """

    since: str
    plans: tuple[PlanChange, ...]
    settings: tuple[SettingChange, ...] = ()
    notes: tuple[str, ...] = ()
