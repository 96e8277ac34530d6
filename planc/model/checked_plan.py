"""What goes from checked plans into papers: a plan that may be shown, and what it gives to whom."""

from collections.abc import Mapping
from dataclasses import field

from planc.model.finding import Finding
from planc.model.noun import noun
from planc.model.plan import Plan
from planc.model.set_aside import SetAside
from planc.model.upcoming import Upcoming
from planc.model.view import View


@noun(frozen=True)
class CheckedPlan:
    """A plan of which papers may be made, with what was found wrong with it.

    `doubt` is why partners can have nothing of it, if something in it or in the settings could not
    be read. `releases` are the digests of what was last released of it, by the post it went to,
    for a kind of paper that asks for them. `earlier` is what it is compared with, where a paper is
    about what changed, and `since` says what that is; None where nothing but its log says so.
    `upcoming` is what will be late when each of its boards meets next, by the board's id, for a
    kind of paper that looks ahead.
    """

    path: str
    plan: Plan
    findings: tuple[Finding, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    doubt: str = ""
    releases: Mapping[str, str] = field(default_factory=dict)
    earlier: Plan | None = None
    since: str = ""
    upcoming: Mapping[str, tuple[Upcoming, ...]] = field(default_factory=dict)

    @property
    def ref(self) -> str:
        """Its reference; empty if it has none."""
        return self.plan.ref or ""

    @property
    def standing(self) -> tuple[Finding, ...]:
        """The findings that nobody has waived; those on the baseline are among them."""
        older = (aside.finding for aside in self.set_aside if aside.waiver is None)
        return (*self.findings, *older)


@noun(frozen=True)
class RefusedPlan:
    """A plan of which no paper may be made, and why; nothing of what it says is in here.

    `ref` is its reference as far as it is known, empty where it has none; None where nothing of it
    can be read. `boards` are those that would have it.
    """

    path: str
    ref: str | None
    because: str
    boards: tuple[str, ...] = ()


@noun(frozen=True)
class Grant:
    """What one plan gives to one paper.

    `view` is None where it gives nothing. `kept_back` is what the reader is asked to do and may not
    have in writing, each with why, for whoever makes the paper; `unreleased` says that it must not
    be sent, for no release of what it says now is on record. `purpose` is which plan and reader the
    paper is for, where it does not say so itself.
    """

    view: View | None
    kept_back: tuple[str, ...] = ()
    unreleased: bool = False
    purpose: str = ""


@noun(frozen=True)
class LeftOut:
    """A plan that a paper has nothing from: its file, its reference if that is known, and why."""

    path: str
    ref: str
    because: str
