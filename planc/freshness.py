"""Papers in a folder -> those that an earlier run made and that the plans do not give now.

A paper is fresh if it was made as of the same day and would be made again to the byte.
"""

import datetime as dt
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path

from planc.all_formats import Format, formats
from planc.all_papers import PaperName, papers
from planc.check import check
from planc.errors import PlancError
from planc.model.paper_file import NoPaper, PaperFile, PaperRequest
from planc.model.report import Report
from planc.model.seal import Seal
from planc.passes.load_source import load_source
from planc.passes.read_paper import read_paper
from planc.produce import Earlier, produce
from planc.repository import Repository, open_repository

STALE = "STALE-"
"""What the name of a paper begins with once it is out of date."""


def out_of_date(
    folder: Path,
    repository: Repository,
    report: Report,
    name: PaperName,
    request: PaperRequest,
    papers: Collection[PaperFile | NoPaper],
    earlier: Earlier | None = None,
) -> Iterator[Path]:
    """The papers of the kind that was asked for that are no longer what the plans give.

    `papers` is what this run made of it, compared with what `earlier` says plans were. Where it did
    not look at every plan, the papers of the others are left alone: each says in its name which it
    is of, but for a partner's, for which every plan is looked at. Raises PlancError if the
    repository cannot be opened.
    """
    written = {paper.name for paper in papers if isinstance(paper, PaperFile)}
    stems = {paper.stem for paper in papers}

    @cache
    def papers_of_plans(form: Format) -> frozenset[tuple[str, bytes]]:
        return frozenset(_papers_of_plans(repository, report, name, request, form, earlier))

    @cache
    def papers_of_others(form: Format, as_of: dt.date) -> frozenset[str]:
        return frozenset(_papers_of_others(repository, report, name, request, form, as_of))

    for old in _papers_in(folder, name, request):
        stem = old.path.stem
        if old.path.name in written:
            continue
        if stem in stems:
            same_run = old.seal and old.seal.as_of == report.as_of
            if not (same_run and (stem, old.raw) in papers_of_plans(old.form)):
                yield old.path
        elif old.seal and (
            repository.whole
            or not (old.says_its_plan or stem in papers_of_others(old.form, old.seal.as_of))
        ):
            yield old.path


@dataclass(frozen=True)
class _OldPaper:
    """A file under a name that planc gives to papers; `says_its_plan` where the name does."""

    path: Path
    form: Format
    says_its_plan: bool

    @cached_property
    def raw(self) -> bytes:
        return load_source(self.path, self.path.name).raw or b""

    @cached_property
    def seal(self) -> Seal | None:
        """Its seal, if planc made it under this name."""
        try:
            seal = read_paper(self.raw).seal
        except PlancError:
            return None
        return seal if seal and seal.name == self.path.stem else None


def _papers_in(folder: Path, name: PaperName, request: PaperRequest) -> Iterator[_OldPaper]:
    """What is in a folder under the names of papers of a kind, of the reader who was asked for."""
    suffixes = {module.SUFFIX: form for form, module in formats().items()}
    kind = papers()[name]
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        form = None if path.is_symlink() else suffixes.get(path.suffix)
        for asked in kind.named(path.stem) if form else ():
            # a task sheet has its reader's edition, whichever is asked for
            same_edition = asked.edition == request.edition or kind.FOR == "post"
            if form and same_edition and request.to in (None, asked.to):
                yield _OldPaper(path, form, bool(kind.FOR or asked.plan))
                break


def _papers_of_plans(
    repository: Repository,
    report: Report,
    name: PaperName,
    request: PaperRequest,
    form: Format,
    earlier: Earlier | None,
) -> Iterator[tuple[str, bytes]]:
    """Every paper that the plans give in a format, released or not: its name and its bytes."""
    for released in (False, True):
        asked = replace(request, released=released)
        for paper in produce(repository, report, name, asked, [form], earlier=earlier):
            if isinstance(paper, PaperFile):
                yield paper.stem, paper.content


def _papers_of_others(
    repository: Repository,
    report: Report,
    name: PaperName,
    request: PaperRequest,
    form: Format,
    as_of: dt.date,
) -> Iterator[str]:
    """The names of what the plans that this run did not look at give as of a day."""
    if not repository.found:
        return
    everything = open_repository([repository.root])
    looked_at = {file.path for file in report.files}
    for paper in produce(everything, check(everything, as_of), name, request, [form]):
        if isinstance(paper, PaperFile) and paper.about not in looked_at:
            yield paper.stem
