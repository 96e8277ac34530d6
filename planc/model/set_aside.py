"""Findings that do not count until a day: by a waiver of their plan, or by the baseline."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence

from planc.model.finding import Finding, Severity
from planc.model.governance import Waiver
from planc.model.noun import noun
from planc.model.plan import Plan


@noun(frozen=True)
class SetAside:
    """A finding that does not count up to and with the day `until`.

    `waiver` is the one that sets it aside; None where the baseline does.
    """

    finding: Finding
    until: dt.date
    waiver: Waiver | None = None


@noun(frozen=True)
class WaiverCase:
    """A waiver, and what a rule about waivers may know of the things it is about.

    `rules` are the rules that can be waived, each with its severity in this force, or None where
    it does not run, and `fixed` those that nobody can waive. `objects` are the names of what
    findings of this plan can be about, and `instead` those of the findings of its rule in the
    section that it names, if it names one. `certain` says whether every rule could look at the
    plan, and `has_finding` whether there is a finding for the waiver.
    """

    waiver: Waiver
    plan: Plan
    rules: Mapping[str, Severity | None]
    fixed: Mapping[str, Severity]
    objects: Collection[str]
    instead: Sequence[str]
    certain: bool
    has_finding: bool

    @property
    def severity(self) -> Severity | None:
        """The severity of the rule that it names; None where no such rule runs."""
        return self.rules.get(self.waiver.rule or "")


@noun(frozen=True)
class WaiverVerdicts:
    """A waiver, and what will be said of it at the end of the run, when every finding is known.

    `path` is its plan's. `used` is what there is to say of the waiver if there is a finding for
    it, `idle` if there is none.
    """

    path: str
    waiver: Waiver
    used: tuple[Finding, ...]
    idle: tuple[Finding, ...]

    @property
    def until(self) -> dt.date:
        """Its last day; long past where it gives none."""
        return self.waiver.until or dt.date.min
