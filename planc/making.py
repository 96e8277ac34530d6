"""What every paper is made with: the plans, read once more, and the guard that no file goes round.

check ─▶ Report ─ read_again ─ … ─ emit ─ seal ─ leaks ─▶ files
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from planc.check import digest_of
from planc.errors import PlancError
from planc.model.baseline import BASELINE
from planc.model.directory import Directory
from planc.model.finding import Finding
from planc.model.paper import Paper
from planc.model.parsed_file import ParsedFile
from planc.model.plan import Plan
from planc.model.read_back import ReadBack
from planc.model.release import LEDGER, Release, records
from planc.model.report import Report
from planc.model.set_aside import SetAside
from planc.passes.fetch import fetch
from planc.passes.find_leaks import CERTAIN, Granted, find_leaks
from planc.repository import Progress, Repository, parse_file, source_of
from planc.resources import schema
from planc.wording.breadcrumbs import crumbs


@dataclass(frozen=True)
class Made:
    """A file made from plans: its name and bytes, or why there is none.

    `about` is the plan's path, or the id of the board or post. `stem` is the name without its
    ending, as far as it can be known. `content` is empty where there is no pack; `trouble` then
    says why, if it is one. `note` is what whoever asked must know beside. Of a paper for partners,
    which does not say it, `plan` is the plan's reference and `digest` its content's.
    """

    about: str
    stem: str = ""
    name: str = ""
    content: bytes = b""
    trouble: str = ""
    note: str = ""
    plan: str = ""
    digest: str = ""


def emitted(
    about: str, pack: Paper, forms: Sequence[str], house: bytes
) -> Iterator[tuple[Made, ReadBack]]:
    """The pack in each of the formats, and what is in it; `house` is the force's own Word file."""
    from planc.passes.emit import EMITTERS, emit
    from planc.passes.read_paper import read_paper
    from planc.passes.seal import seal

    for form in forms:
        raw = emit(pack, form, house)
        paper = read_paper(raw)
        content = seal(raw, paper, paper.seal) if paper.seal else raw
        yield Made(about, pack.name, pack.name + EMITTERS[form].SUFFIX, content), paper


def guarded(
    made: Iterable[tuple[Made, ReadBack | None]],
    plans: Iterable[Granted],
    directory: Directory | None,
) -> Iterator[Made]:
    """The files, but for those that hold what their reader was not granted.

    With each, what is in it, if there is one. `plans` says what each plan gave to which file, by
    its stem.
    """
    held = list(made)
    papers: dict[str, list[ReadBack]] = {}
    for file, paper in held:
        if paper is not None:
            papers.setdefault(file.stem, []).append(paper)
    found = find_leaks(papers, plans, directory or Directory(), CERTAIN)
    told = {(leak.paper, leak.form): leak for leak in reversed(found)}
    for file, paper in held:
        leak = told.get((file.stem, paper.form)) if paper else None
        if leak is None:
            yield file
        else:
            where = crumbs(schema("plan"), {}, leak.route)
            said = f"{leak.piece} would hold what its reader may not see: {leak.plan}, {where}"
            yield replace(file, content=b"", trouble=said)


def house_of(repository: Repository, forms: Sequence[str]) -> bytes:
    """The force's own Word file, if there are Word papers to be made.

    Raises PlancError if it cannot be taken as a style.
    """
    from planc.formats.word.house_style import read

    name = repository.policy.house
    if name is None or "docx" not in forms:
        return b""
    source = fetch(repository.root / name, name)
    if source.raw is None:
        raise PlancError(f"The house style {name} cannot be opened: {source.trouble}.")
    refused = read(source.raw).refused
    if refused:
        reasons = [str(remark) for remark in refused]
        raise PlancError("\n  ".join([f"The house style {name} cannot be used:", *reasons]))
    return source.raw


class Held(NamedTuple):
    """A plan of a checked repository: what is found wrong with it, or why it can have no paper.

    With `trouble`, `plan` is what could be read of it and must not be shown. `ref` is its
    reference as far as it is known. `twin` says that an earlier plan has the same one.
    """

    path: str
    plan: Plan | None
    ref: str
    findings: tuple[Finding, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    trouble: str = ""
    twin: bool = False

    @property
    def standing(self) -> tuple[Finding, ...]:
        """The findings that nobody has waived; those on the baseline are among them."""
        older = (aside.finding for aside in self.set_aside if aside.waiver is None)
        return (*self.findings, *older)


def read_again(repository: Repository, report: Report, progress: Progress | None) -> Iterator[Held]:
    """Reads each plan again that `report` is about. Raises PlancError if one is another now."""
    taken: dict[str, str] = {}
    refused = settings_refused(report)
    plans = [path for path, kind in repository.files if kind == "plan"]
    for number, path in enumerate(plans):
        if progress:
            progress(number, len(plans))
        source = source_of(path, repository.root)
        seen = report.file(source.path)
        if seen is None or seen.digest != digest_of(source):
            raise PlancError(f"{source.path} changed while planc was at work. Run it again.")
        file = parse_file(source, "plan", repository.known)
        plan, ref = file.plan, _reference(file)
        if refused or plan is None or report.refused(source.path):
            yield Held(source.path, plan, ref, trouble=f"{refused or 'it'} has a refusal")
            continue
        first = taken.setdefault(ref.casefold(), source.path)
        if first != source.path:
            said = f"{first} has the same reference"
            yield Held(source.path, plan, ref, trouble=said, twin=True)
            continue
        findings = tuple(f for f in report.findings if f.place.path == source.path)
        aside = tuple(a for a in report.set_aside if a.finding.place.path == source.path)
        yield Held(source.path, plan, ref, findings, aside)


def releases(repository: Repository) -> list[Release]:
    """What is on record in the ledger of releases; nothing where there is none.

    Raises PlancError if a line of it cannot be read.
    """
    raw = fetch(repository.root / LEDGER, LEDGER).raw or b""
    try:
        return list(records(raw.decode(errors="replace")))
    except ValueError as error:
        raise PlancError(f"{LEDGER} cannot be used: {error}. Put that right first.") from None


def settings_refused(report: Report) -> str:
    """The directory or the policy, if it has a refusal: then nothing can be made."""
    settings = (file.path for file in report.files if not file.plan and file.path != BASELINE)
    return next((path for path in settings if report.refused(path)), "")


def unsound(report: Report, plan: str) -> str:
    """Why partners can have nothing of a plan: a value of it, or of the settings, is not readable.

    What cannot be read may be the end of an agreement, or that something is withdrawn.
    """
    doubtful = (file.path for file in report.files if not file.sound and file.path != BASELINE)
    others = {file.path for file in report.files if file.plan and file.path != plan}
    path = next((path for path in doubtful if path not in others), "")
    return f"something in {path} cannot be read as it is written" if path else ""


def _reference(file: ParsedFile) -> str:
    """The reference of a plan; from its text alone, where no plan can be made of it."""
    if file.plan:
        return file.plan.ref or ""
    written = re.search(r"^ref: *([A-Z0-9-]+)", file.text, re.MULTILINE)
    return written[1] if written else ""
