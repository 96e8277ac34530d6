"""A plans repository as it was: at a revision, on a day, or when a board last met.

Git is asked through `planc/history.py`. Without it the log alone can say what a plan was: what it
recorded later is left out.
"""

import datetime as dt
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from zoneinfo import ZoneInfo

from planc.errors import PlancError
from planc.history import History, Revision
from planc.model.baseline import BASELINE
from planc.model.difference import Comparison, PlanChange, Reading, SettingChange
from planc.model.document import Data
from planc.model.parsed_file import PLAN, FileKind
from planc.model.plan import Plan
from planc.model.policy import POLICY
from planc.model.source import Source
from planc.passes.compare import compare
from planc.passes.compare_settings import compare_settings
from planc.passes.find import PLACES
from planc.passes.validate import Known
from planc.repository import Repository, parse_file, source_of
from planc.wording.day import long_day, parse_day, printed_day
from planc.wording.words import every

BOARD = "board"
"""What stands for the last meeting of each plan's own board."""
LOG_ALONE = (
    "There is no history of these files here: only what the log of each plan says is compared."
)

_NO_HISTORY = ", as its log has it: no history is kept"
_SHORT = 12
"""How many figures of a revision's name a paper prints."""

_NEVER_MET = "{}: no meeting of its board is known that is over, so it was not compared."
_SAY_A_DAY = "Say a day: --since 2026-11-04"


@dataclass(frozen=True)
class Earlier:
    """The files of a repository at a revision, by their way from planc.yaml."""

    revision: Revision
    sources: Mapping[str, Source]
    plans: tuple[str, ...]

    @property
    def day(self) -> dt.date:
        """The day it was committed, in London."""
        return day_of_commit(self.revision)

    @cached_property
    def by_ref(self) -> Mapping[str, str]:
        """The plans by what their own lines say that they are called; none is parsed for that."""
        found: dict[str, str] = {}
        for path in self.plans:
            if ref := _ref(self.sources[path]):
                found.setdefault(ref, path)
        return found

    def reading(self, path: str) -> Reading | None:
        """A plan as it was; None if no plan can be made of it."""
        return _reading(self.sources[path])


def day_of_commit(revision: Revision) -> dt.date:
    return dt.datetime.fromtimestamp(revision.when, _london()).date()


def end_of(day: dt.date) -> int:
    """The last second of a day in London, in seconds since 1970."""
    following = dt.datetime.combine(min(day, _LAST) + dt.timedelta(1), dt.time(), _london())
    return int(following.timestamp()) - 1


def _london() -> ZoneInfo:
    return ZoneInfo("Europe/London")  # when it is asked for: some computers do not know it


_LAST = dt.date(9000, 1, 1)


def earlier(repository: Repository, history: History, revision: Revision) -> Earlier:
    """The repository at a revision. Raises PlancError if not all of it is here."""
    names = [name for name in history.files(revision) if name.endswith((".yaml", ".yml"))]
    settings = history.read(revision, [name for name in names if name == POLICY])
    plans = _plans(names, settings.get(POLICY), repository)
    wanted = {*plans, *_settings(repository), *(n for n in names if "/" not in n)}
    sources = history.read(revision, sorted(wanted.intersection(names)))
    return Earlier(revision, sources, tuple(sorted(plans)))


def earlier_named(repository: Repository, history: History | None, since: str) -> Earlier:
    """The repository at a revision, or at the end of a day. Raises PlancError if it is not here."""
    if history is None:
        raise PlancError(f'There is no git history here, so nothing says what was at "{since}".')
    day = parse_day(since)
    revision = history.last_before(end_of(day)) if day else history.revision(since)
    if revision is None:
        raise PlancError(f'The history here begins after "{since}".')
    return earlier(repository, history, revision)


@dataclass(frozen=True)
class Asked:
    """What is compared: since a revision, a day or `board`; up to now, or up to a revision."""

    since: str
    until: str | None = None


def comparison(
    repository: Repository, as_of: dt.date, history: History | None, asked: Asked
) -> Comparison:
    """What became of the plans asked for, and of the settings, with what must be known of it.

    Raises PlancError if the history that is here does not say.
    """
    moments = Moments(repository, as_of, history, asked.since)
    later = None
    if asked.until is not None:
        if history is None:
            raise PlancError("There is no git history here, and so no revisions to compare.")
        later = earlier(repository, history, history.revision(asked.until))
    plans = tuple(changes_since(repository, moments, later))
    settings = [*settings_since(repository, moments.read[-1], later)] if moments.read else []
    notes = [LOG_ALONE] if moments.log_alone else []
    notes += [_NEVER_MET.format(path) for path in moments.unknown]
    return Comparison(moments.words, plans, tuple(settings), tuple(notes))


def changes_since(
    repository: Repository, moments: "Moments | Moment", later: Earlier | None = None
) -> Iterator[PlanChange]:
    """What became of each plan asked for, and of those that are no longer there.

    Up to now; or up to `later`, and then of all that were asked for by their files. Raises
    PlancError if the history does not say.
    """
    now = [source_of(path, repository.root) for path in repository.plans]
    if later is not None:
        asked = {source.path for source in now}
        paths = [p for p in later.plans if repository.whole or p in asked]
        now = [later.sources[path] for path in paths]
    refs = {_ref(source) for source in now}
    found: set[str] = set()
    for after in filter(None, map(_reading, now)):
        if not moments.is_known(after):
            continue
        was = moments.earlier(after.plan)
        before = _before(after, was, refs) if was else _by_log(after, moments.day(after.plan))
        found |= {before.path, before.plan.ref or ""} if before else set()
        yield _change(before, after, moments.as_of)
    for was in moments.read if repository.whole else ():
        for path in was.plans:
            gone = was.reading(path) if path not in found else None
            if gone and gone.plan.ref not in found:
                found.add(gone.plan.ref or path)
                yield _change(gone, None, moments.as_of)


@dataclass(frozen=True)
class Moment:
    """One moment, for all plans: the repository as it was."""

    was: Earlier
    as_of: dt.date

    @property
    def read(self) -> tuple[Earlier, ...]:
        """That one."""
        return (self.was,)

    def is_known(self, _reading: Reading) -> bool:
        """It is."""
        return True

    def day(self, _plan: Plan) -> dt.date | None:
        """Its day."""
        return self.was.day

    def earlier(self, _plan: Plan) -> Earlier | None:
        """The repository at that moment."""
        return self.was


def earlier_plan(
    repository: Repository, moments: "Moments", path: str, plan: Plan
) -> tuple[Plan | None, str]:
    """What a plan was, and in words when that was; None if it was not there.

    Raises PlancError if the history that is here does not say.
    """
    after = Reading(path, plan, sound=True, digest="")
    was = moments.earlier(plan) if moments.is_known(after) else None
    if was is None:
        day = moments.day(plan)
        words = f"{long_day(day)}{_NO_HISTORY}" if day else "then"
        return (plan.as_logged(day) if day else plan), words
    refs = {_ref(source_of(one, repository.root)) for one in repository.plans}
    before = _before(after, was, refs)
    words = f"{long_day(was.day)} (revision {was.revision.name[:_SHORT]})"
    return (before.plan if before else None), words


def moment_in(words: str) -> str | None:
    """The moment that a paper names in such words: what to ask for to compare with it again."""
    revision = re.search(rf"\(revision ([0-9a-f]{{{_SHORT}}})\)", words)
    day = re.search(rf"(\d+ \w+ \d{{4}}){_NO_HISTORY}", words)
    if revision or not day:
        return revision[1] if revision else None
    known = printed_day(day[1])
    return known.isoformat() if known else None


class Moments:
    """The moments that plans are compared with: a revision, a day, or when each board last met.

    Raises PlancError if a revision is asked for and there is no history.
    """

    def __init__(
        self, repository: Repository, as_of: dt.date, history: History | None, since: str
    ) -> None:
        self._repository, self._history, self._since = repository, history, since
        self.as_of = as_of
        self._day = parse_day(since)
        self._read: dict[str, Earlier] = {}
        self._on: dict[dt.date, Revision | None] = {}
        self.log_alone = False
        self.unknown: list[str] = []
        if not self._by_day and history is None:
            raise PlancError(f'"{since}" is a revision, and there is no git history here.')

    @property
    def _by_day(self) -> bool:
        return self._since == BOARD or self._day is not None

    @property
    def read(self) -> tuple[Earlier, ...]:
        """The repository at each moment that was asked for so far, the last one first."""
        return tuple(sorted(self._read.values(), key=lambda was: -was.revision.when))

    @property
    def words(self) -> str:
        """What is compared with, in words."""
        if self._day is not None:
            return f"the end of {long_day(self._day)}"
        if self._since == BOARD:
            days = sorted(self._on)
            return "the last board, " + every([long_day(day) for day in days]) if days else BOARD
        revisions = [f"{was.revision.name[:12]} of {long_day(was.day)}" for was in self.read]
        return revisions[0] if revisions else self._since

    def is_known(self, reading: Reading) -> bool:
        """Whether there is a moment to compare a plan with; if not, it goes to `unknown`.

        Raises PlancError if it is the only plan.
        """
        if not self._by_day or self.day(reading.plan):
            return True
        if len(self._repository.plans) == 1:
            raise PlancError(f"{_NEVER_MET.format(reading.path)} {_SAY_A_DAY}")
        self.unknown.append(reading.path)
        return False

    def day(self, plan: Plan) -> dt.date | None:
        """The day that a plan is compared with; None where its board never met."""
        board = self._repository.policy.board(plan.board)
        return self._day or (board.last_meeting(self.as_of) if board else None)

    def earlier(self, plan: Plan) -> Earlier | None:
        """The repository at that moment; None where no history of it was kept.

        Raises PlancError where it was, and is not here.
        """
        revision = self._revision(plan)
        if revision is None or self._history is None:
            self.log_alone = True
            return None
        if revision.name not in self._read:
            self._read[revision.name] = earlier(self._repository, self._history, revision)
        return self._read[revision.name]

    def _revision(self, plan: Plan) -> Revision | None:
        if not self._by_day:
            return self._history.revision(self._since) if self._history else None
        day = self.day(plan)
        if day is None:
            return None
        if day not in self._on:
            self._on[day] = self._history.last_before(end_of(day)) if self._history else None
        return self._on[day]


def _before(after: Reading, was: Earlier, refs: Collection[str | None]) -> Reading | None:
    """What a plan was, by its reference; else by its file, if no other has the one of then."""
    path = was.by_ref.get(after.plan.ref or "")
    if path is None and after.path in was.plans:
        ref = _ref(was.sources[after.path])
        path = after.path if ref is None or ref not in refs else None
    return was.reading(path) if path is not None else None


def _by_log(after: Reading, day: dt.date | None) -> Reading:
    """A plan without what its log recorded after a day."""
    return after._replace(plan=after.plan.as_logged(day) if day else after.plan, digest="")


def _change(before: Reading | None, after: Reading | None, as_of: dt.date) -> PlanChange:
    old, new = (reading.plan if reading else None for reading in (before, after))
    same = before and after and before.digest and before.digest == after.digest
    return PlanChange(before, after, () if same else compare(old, new, as_of))


def _reading(source: Source) -> Reading | None:
    file = parse_file(source, PLAN, _ANYTHING)
    if file.plan is None or file.document is None:
        return None
    return Reading(source.path, file.plan, not file.document.spoiled, source.digest)


_ANYTHING: Known = dict.fromkeys(("board", "tier", "post", "organisation"))
"""What a plan may refer to: the directory and the policy of then are another question."""


def _ref(source: Source) -> str | None:
    found = re.search(rb"^ref: *[\"']?([A-Za-z0-9./-]+)", source.raw or b"", re.MULTILINE)
    return found[1].decode() if found else None


def _plans(names: Sequence[str], policy: Source | None, repository: Repository) -> set[str]:
    """Which of the files at a revision were plans, by the policy of then."""
    file = parse_file(policy, "policy", {}) if policy else None
    data = file.document.data if file and file.document else None
    written = data.get("plans") if isinstance(data, dict) else None
    wanted = [str(one) for one in written] if isinstance(written, list) else None
    left_out = data.get("not_plans") if isinstance(data, dict) else None
    excluded = [_pattern(str(one)) for one in left_out] if isinstance(left_out, list) else []
    settings = {POLICY, BASELINE, repository.policy.directory}
    for patterns in [wanted] if wanted else PLACES:
        shapes = [_pattern(one) for one in patterns]
        found = {
            name
            for name in names
            if name not in settings
            and not any(part.startswith(".") for part in name.split("/"))
            and any(shape.fullmatch(name) for shape in shapes)
            and not any(one.match(f"{name}/") for one in excluded)
        }
        if found:
            return found
    return set()


def _pattern(glob: str) -> re.Pattern[str]:
    """What a pattern for files matches, as a folder is looked through."""
    words = re.escape(glob).replace(r"\*\*/", "(?:[^/]+/)*").replace(r"\*", "[^/]*")
    return re.compile(words.replace(r"\?", "[^/]") + "/?")


def _settings(repository: Repository) -> dict[str, FileKind]:
    """The files of settings, by their way from planc.yaml."""
    files = ((path, kind) for path, kind in repository.files if kind != PLAN)
    known = {source_of(path, repository.root).path: kind for path, kind in files}
    kinds: dict[str, FileKind] = {POLICY: "policy", BASELINE: "baseline"}
    return {**kinds, repository.policy.directory: "directory", **known}


def settings_since(
    repository: Repository, was: Earlier, later: Earlier | None = None
) -> Iterator[SettingChange]:
    """The settings that are not as they were."""
    for path, kind in _settings(repository).items():
        old = _data(was.sources.get(path), kind)
        here = source_of(repository.root / path, repository.root)
        new = _data(later.sources.get(path) if later else here, kind)
        if old is not None or new is not None:
            yield from compare_settings(path, old, new)


def _data(source: Source | None, kind: FileKind) -> Data:
    if source is None or source.raw is None:
        return None
    document = parse_file(source, kind, {}).document
    return document.data if document else None
