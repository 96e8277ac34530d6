"""Checked repository -> papers: one way for every kind, and no file goes round its guard.

Report ─ each plan, read once more ─ grants ─ gather ─ lay_out ─ emit ─ seal ─ guard ─▶ PaperFile
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from planc.all_formats import Format, formats
from planc.all_papers import PaperKind, PaperName, papers
from planc.errors import PlancError
from planc.foresight import Foresight
from planc.ledger import read_ledger
from planc.model.checked_plan import CheckedPlan, Grant, LeftOut, RefusedPlan
from planc.model.context import Context
from planc.model.directory import Directory
from planc.model.extract import PaperContext
from planc.model.issue import ISSUES, Issue
from planc.model.leaks import Secrets
from planc.model.ledger import standing
from planc.model.paper import Paper, SensitivityLabel
from planc.model.paper_file import NoPaper, PaperFile, PaperRequest, safe_name
from planc.model.parsed_file import PLAN, ParsedFile
from planc.model.plan import Plan
from planc.model.read_back import ReadBack
from planc.model.release import RELEASES, Release, counted, released_digests
from planc.model.report import Report
from planc.passes.emit import emit
from planc.passes.find import name_of
from planc.passes.find_leaks import CERTAIN, find_leaks, secrets_of
from planc.passes.load_source import load_source
from planc.passes.read_paper import read_paper
from planc.passes.seal import room_for_seal, seal
from planc.processes import spread
from planc.repository import Progress, Repository, parse_file, source_of
from planc.resources import schema
from planc.wording.breadcrumbs import crumbs
from planc.wording.words import listed

Earlier = Callable[[str, Plan], tuple[Plan | None, str]]
"""What a plan in a file was, and in words when that was."""


def produce(
    repository: Repository,
    report: Report,
    name: PaperName,
    request: PaperRequest,
    forms: Sequence[Format],
    progress: Progress | None = None,
    earlier: Earlier | None = None,
    jobs: int = 1,
    lost: Callable[[], None] = lambda: None,
) -> Iterator[PaperFile | NoPaper]:
    """The papers of one kind from a checked repository, each in all the formats, or why not.

    `earlier` says what a plan is compared with, for a paper about what changed, where it is not its
    log alone that says so. One plan's failure does not stop the others. Each plan is read once, and
    none is kept. Raises PlancError if a file has changed since the report was made.

    With many `jobs` plans are read, and their own papers made, in as many processes, but not where
    git is asked what was `earlier`. `lost` is called if the system ends one of them.
    """
    kind = papers()[name]
    addressees = tuple(kind.addressees(request, repository.context(report.as_of)))
    drafts = {about: _Draft(about) for about in addressees}
    maker = _Maker(
        repository,
        replace(report, rules=()),  # modules, which cannot be sent to other processes
        name,
        request,
        tuple(forms),
        style=_style(repository, forms),
        addressees=addressees,
        ledger=releases(repository) if kind.NEEDS_RELEASES else (),
        issued=issues(repository) if kind.FOR == "board" else (),
        earlier=earlier,
    )
    formats()  # here, so that processes which begin as copies of this one need not load them
    plans, jobs = _asked_for(repository, report, request.plan), 1 if earlier else jobs
    spread_out = spread(maker.steps, plans, jobs, lost, worth=_WORTH, litters=True)
    for number, steps in enumerate(spread_out, 1):
        if progress:
            progress(number, len(plans))
        for step in steps:
            if isinstance(step, _Portion):
                drafts[step.about].add(step)
            else:
                yield step
    for draft in drafts.values():
        yield from maker.finished(draft)


_WORTH = 20
"""How many plans could be checked while papers of one are made."""


class _Portion(NamedTuple):
    """What a plan gives to a paper, or why it gives nothing.

    `part` is what the paper needs of it, and `secrets` what the paper must not hold of it.
    """

    about: str
    left_out: LeftOut | None = None
    part: Any = None
    secrets: Secrets | None = None
    kept_back: tuple[str, ...] = ()
    unreleased: str | None = None
    purpose: str = ""


@dataclass
class _Draft:
    """What has come together for one paper, so far."""

    about: str
    parts: list[Any] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    secrets: list[Secrets] = field(default_factory=list)
    kept_back: list[str] = field(default_factory=list)
    unreleased: list[str] = field(default_factory=list)
    purpose: str = ""

    def add(self, portion: _Portion) -> None:
        if portion.left_out:
            self.left_out.append(portion.left_out)
            return
        self.purpose = portion.purpose
        self.kept_back += portion.kept_back
        self.unreleased += [] if portion.unreleased is None else [portion.unreleased]
        self.parts += [] if portion.part is None else [portion.part]
        self.secrets += [] if portion.secrets is None else [portion.secrets]

    def note(self, title: str) -> str:
        """What whoever makes the paper must know of it."""
        kept_back = "; ".join(self.kept_back)
        notes = [f"left out of the {title}: {kept_back}"] if kept_back else []
        if self.unreleased:
            refs = listed(self.unreleased)
            notes.append(f"not to be sent, for no release of what {refs} asks now is on record")
        return "; ".join(notes)


@dataclass(frozen=True)
class _Maker:
    """Makes papers of one kind, in this process or in others."""

    repository: Repository
    report: Report
    name: PaperName
    request: PaperRequest
    forms: tuple[Format, ...]
    style: bytes
    addressees: tuple[str, ...]
    ledger: tuple[Release, ...]
    issued: tuple[Issue, ...]
    earlier: Earlier | None

    def steps(self, asked: Sequence["_Asked"]) -> list[PaperFile | NoPaper | _Portion]:
        """The papers that some plans have of their own, and what they give to others."""
        foresight = self._foresight if self._kind.LOOKS_AHEAD else None
        plans = _plans(self.repository, self.report, asked, self.ledger, foresight)
        return [step for plan in plans for step in self._steps(plan)]

    @property
    def _kind(self) -> PaperKind[Any]:
        return papers()[self.name]

    @cached_property
    def _context(self) -> Context:
        return self.repository.context(self.report.as_of)

    @cached_property
    def _foresight(self) -> Foresight:
        return Foresight(self.repository, self.report.as_of)

    def _steps(self, plan: CheckedPlan | RefusedPlan) -> Iterator[PaperFile | NoPaper | _Portion]:
        if self.earlier and isinstance(plan, CheckedPlan):
            was, since = self.earlier(plan.path, plan.plan)
            plan = replace(plan, earlier=was, since=since)
        grants = self._kind.grants(plan, self.request, self._context, self.addressees)
        for addressee, grant in grants:
            if isinstance(grant, NoPaper):
                yield grant
            elif addressee is None:
                draft = _Draft(plan.path)
                draft.add(self._portion(plan.path, plan, grant))
                yield from self.finished(draft)
            elif addressee in self.addressees:
                yield self._portion(addressee, plan, grant)

    def _portion(
        self, about: str, plan: CheckedPlan | RefusedPlan, grant: Grant | LeftOut
    ) -> _Portion:
        if isinstance(grant, LeftOut):
            return _Portion(about, left_out=grant)
        part = secrets = None
        if grant.view is not None and isinstance(plan, CheckedPlan):
            part = self._kind.gather(grant.view)
            directory = self.repository.directory or Directory()
            secrets = secrets_of(plan.plan, grant.view, directory, CERTAIN)
        unreleased = plan.ref or "" if grant.unreleased else None
        kept_back = tuple(grant.kept_back)
        return _Portion(about, None, part, secrets, kept_back, unreleased, grant.purpose)

    def finished(self, draft: _Draft) -> Iterator[PaperFile | NoPaper]:
        """The paper in all formats."""
        kind, report = self._kind, self.report
        about = PaperContext(
            draft.about,
            self.request,
            self._context,
            report.whole,
            tuple(draft.left_out),
            report.refused_settings,
            self.issued,
        )
        paper = kind.lay_out(draft.parts, about)
        if isinstance(paper, NoPaper):
            yield replace(paper, note=draft.note(kind.TITLE))
        else:
            size = self.repository.policy.text_size
            dressed = replace(paper, label=_label(self.repository, paper), text_size=size)
            yield from _files(dressed, draft, draft.note(kind.TITLE), self.forms, self.style)


def _files(
    paper: Paper, draft: _Draft, note: str, forms: Sequence[Format], style: bytes
) -> Iterator[PaperFile | NoPaper]:
    """The paper in each of the formats, but for those that hold what it was not granted."""
    paper = room_for_seal(paper)
    for form in forms:
        module = formats()[form]
        fitted = paper.fitted(paged=module.PAGED)
        raw = emit(fitted, form, style)
        read = read_paper(raw)
        leak = next(iter(find_leaks(read, draft.secrets)), None)
        content = module.sealed(raw, *_seals(read))
        faults = module.marking_faults(content, fitted)
        if leak is None and not faults:
            file = paper.name + module.SUFFIX
            yield PaperFile(draft.about, file, content, paper.digest, note, draft.purpose)
        elif leak is None:
            because = f"its marking would not be seen as it must be: {'; '.join(faults)}"
            yield NoPaper(draft.about, because, paper.name, note)
        else:
            where = crumbs(schema("plan"), {}, leak.route)
            because = f"{leak.piece} would hold what its reader may not see: {leak.plan}, {where}"
            yield NoPaper(draft.about, because, paper.name, note)
        note = ""  # once is enough


def _seals(read: ReadBack) -> tuple[str, str]:
    """The line of the seal as it is in a file that is not sealed yet, and as it is to be."""
    empty = read.seal
    if empty is None:
        raise ValueError("a paper without room for its seal")
    return str(empty), str(seal(read, empty))


def _label(repository: Repository, paper: Paper) -> SensitivityLabel | None:
    """The force's own label for the marking of a paper, if its policy names one."""
    label = repository.policy.label(paper.marking)
    if label is None or not (label.name and label.id and label.tenant):
        return None
    return SensitivityLabel(label.name, label.id, label.tenant)


def _style(repository: Repository, forms: Sequence[Format]) -> bytes:
    """The force's own Word file, if a format takes its style; empty if there is none.

    Raises PlancError if it cannot be taken as a style.
    """
    name = repository.policy.house
    if name is None or not any(formats()[form].STYLED for form in forms):
        return b""
    from planc.formats.word.house_style import read

    source = load_source(repository.root / name, name)
    if source.raw is None:
        raise PlancError(f"The house style {name} cannot be opened: {source.trouble}.")
    refused = read(source.raw).refused
    if refused:
        reasons = [str(remark) for remark in refused]
        raise PlancError("\n  ".join([f"The house style {name} cannot be used:", *reasons]))
    return source.raw


class _Asked(NamedTuple):
    """A plan to be read again, and the plan before it that has the same reference, if one has."""

    path: Path
    before: str = ""


def _asked_for(repository: Repository, report: Report, only: str | None = None) -> list[_Asked]:
    """The plans that `report` is about, or the `only` one of that name."""
    first_with: dict[str, str] = {}
    asked = []
    for path in repository.plans:
        name = name_of(path, repository.root)
        checked = report.file(name)
        if checked and only is not None and safe_name(checked.name) != only:
            continue
        first = name
        if checked and checked.checked and not report.refused(name):
            ref = "" if checked.name == name else checked.name
            first = first_with.setdefault(safe_name(ref).casefold(), name)
        asked.append(_Asked(path, "" if first == name else first))
    return asked


def _plans(
    repository: Repository,
    report: Report,
    asked: Sequence[_Asked],
    ledger: Sequence[Release] = (),
    foresight: Foresight | None = None,
) -> Iterator[CheckedPlan | RefusedPlan]:
    """Reads each plan again that was asked for. Raises PlancError if one is another now."""
    for path, before in asked:
        source = source_of(path, repository.root)
        checked = report.file(source.path)
        if checked is None or checked.digest != source.digest:
            raise PlancError(f"{source.path} changed while planc was at work. Run it again.")
        file = parse_file(source, PLAN, repository.known)
        plan, ref = file.plan, _reference(file)
        boards = plan.boards if plan else ()
        if report.refused_settings or plan is None or report.refused(source.path):
            because = f"{report.refused_settings or 'it'} has a refusal"
            yield RefusedPlan(source.path, ref, because, boards)
            continue
        if before:
            yield RefusedPlan(source.path, ref, f"{before} has the same reference", boards)
            continue
        about = report.about(source.path)
        yield CheckedPlan(
            source.path,
            plan,
            *about,
            report.doubt(source.path),
            released_digests(ledger, ref or ""),
            upcoming=foresight.boards(file, about[0]) if foresight else {},
        )


def _reference(file: ParsedFile) -> str | None:
    """The reference of a plan; from its text alone, where no plan can be made of it."""
    if file.plan:
        return file.plan.ref or ""
    written = re.search(r"^ref: *([A-Z0-9./-]+)", file.text, re.MULTILINE)
    return written[1] if written else None


def releases(repository: Repository) -> tuple[Release, ...]:
    """What counts of what is on record in the ledger of releases; nothing where there is none.

    Raises PlancError if it cannot be read whole.
    """
    return counted(read_ledger(repository.root / RELEASES, Release), repository.directory)


def issues(repository: Repository) -> tuple[Issue, ...]:
    """What counts of what is on record as issued to boards; nothing where there is no ledger of it.

    Raises PlancError if it cannot be read whole.
    """
    known = repository.directory or Directory()
    records = standing(read_ledger(repository.root / ISSUES, Issue))
    return tuple(record for record in records if record.is_whole(known))


def boards_of(repository: Repository, report: Report) -> Mapping[str, Collection[str]]:
    """The boards that each plan goes to, by its path. Raises PlancError if one is another now."""
    plans = _plans(repository, report, _asked_for(repository, report))
    return {p.path: p.boards if isinstance(p, RefusedPlan) else p.plan.boards for p in plans}


def reference(repository: Repository, report: Report) -> str:
    """The reference of the one plan that was asked for. Raises PlancError."""
    plans = list(_plans(repository, report, _asked_for(repository, report)))
    ref = plans[0].ref if len(plans) == 1 else None
    if not ref:
        raise PlancError("Name one plan that can be read.")
    return ref
