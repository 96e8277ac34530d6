"""A plan amended: a change spliced into its file, read again, and what that brings with it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from planc.errors import EditRefusedError, PlancError
from planc.model.change import Change
from planc.model.context import Context
from planc.model.document import Document
from planc.model.finding import Finding, Severity
from planc.model.parsed_file import PLAN, ParsedFile
from planc.model.plan import Plan
from planc.model.source import Source
from planc.passes.decode import decode
from planc.passes.edit import edit
from planc.passes.lint import Linter
from planc.passes.load_source import load_source
from planc.passes.read import read
from planc.passes.resolve_name import resolve_name
from planc.repository import Repository, open_repository, parse_file, source_of


@dataclass(frozen=True)
class Amendment:
    """A file as it is to be written: its bytes before and after, and the findings that are new."""

    path: Path
    name: str
    before: bytes
    after: bytes
    findings: tuple[Finding, ...]

    @property
    def new_lines(self) -> tuple[tuple[int, str], ...]:
        """The lines that the change brings, each with its number."""
        return _lines_of_its_own(self.after, self.before)

    @property
    def old_lines(self) -> tuple[tuple[int, str], ...]:
        """The lines that it takes the place of, each with its number."""
        return _lines_of_its_own(self.before, self.after)


def _lines_of_its_own(raw: bytes, other: bytes) -> tuple[tuple[int, str], ...]:
    lines, others = (text.decode("utf-8-sig").splitlines() for text in (raw, other))
    ahead = next(
        (n for n, (a, b) in enumerate(zip(lines, others, strict=False)) if a != b),
        min(len(lines), len(others)),
    )
    rest = min(len(lines), len(others)) - ahead
    behind = next((n for n in range(rest) if lines[-1 - n] != others[-1 - n]), rest)
    return tuple(enumerate(lines[ahead : len(lines) - behind], ahead + 1))


class NamedPlan(NamedTuple):
    """A plan that somebody named, and the repository that it lies in."""

    repository: Repository
    path: Path
    plan: Plan
    raw: bytes | None

    @property
    def is_sound(self) -> bool:
        """Whether something can be written into its file: nothing in it is read by guessing."""
        return self.raw is not None and sound_document(self.raw) is not None

    def read_anew(self) -> "NamedPlan":
        """The same plan as its file has it now. Raises PlancError if it cannot be read."""
        if load_source(self.path, self.path.name).raw == self.raw:
            return self
        return _plan_at(self.path, self.repository)


def plan_named(typed: str, folder: Path) -> NamedPlan:
    """The plan that is meant by a file, a reference or words of its operation's name.

    `folder` is where one stands. Raises PlancError if there is none, more than one, or if it
    cannot be read.
    """
    is_file = Path(typed).is_file()
    repository = open_repository([Path(typed) if is_file else folder])
    paths = repository.plans
    path = paths[0] if is_file and len(paths) == 1 else _path_named(typed, paths)
    return _plan_at(path, repository)


def plans_of(repository: Repository, post: str) -> tuple[list[NamedPlan], list[str]]:
    """The plans that name a post anywhere, and the files among them that cannot be read."""
    found, unread = [], []
    for path in repository.plans:
        if post.encode() in (load_source(path, path.name).raw or b""):
            try:
                found.append(_plan_at(path, repository))
            except PlancError:
                unread.append(source_of(path, repository.root).path)
    return found, unread


def _plan_at(path: Path, repository: Repository) -> NamedPlan:
    source = source_of(path, repository.root)
    plan = parse_file(source, PLAN, repository.known).plan
    if plan is None:
        raise PlancError(f"{path.name} cannot be read as it stands: planc check says why.")
    return NamedPlan(repository, path, plan, source.raw)


def _path_named(typed: str, paths: Sequence[Path]) -> Path:
    """The plan whose own lines say that it is called so; no plan is parsed for that."""
    by_name: dict[str, Path] = {}
    titles: dict[str, str] = {}
    for path in paths:
        text = (load_source(path, path.name).raw or b"").decode(errors="replace")
        fields = dict(re.findall(r"^(ref|operation): *([^\n#]*)", text, re.MULTILINE))
        name = fields.get("ref", path.stem).strip("\"' ")
        by_name[name] = path
        operation = fields.get("operation", "").strip("\"' ")
        titles[name] = f"{operation}, {path.name}" if operation else path.name
    return by_name[resolve_name(typed, titles, PLAN).name]


def amend(
    repository: Repository, context: Context, path: Path, changes: Sequence[Change]
) -> Amendment:
    """The changes made to one plan, one after another.

    Raises PlancError where the file cannot be changed without risk, or where the plan would then
    have a refusal that it does not have now.
    """
    source = source_of(path, repository.root)
    if source.raw is None:
        raise PlancError(f"{source.path} cannot be opened: {source.trouble}.")
    after = source.raw
    try:
        for change in changes:
            after = edit(after, change, sound_document)
    except EditRefusedError as error:
        raise EditRefusedError(f"{source.path} was not changed. {error}") from None
    new = _new_findings(repository, context, source, after)
    refusals = [finding for finding in new if finding.severity is Severity.REFUSAL]
    if refusals:
        words = [f"{finding.wrong} {finding.do}" for finding in refusals]
        raise PlancError("\n  ".join([f"{source.path} was not changed:", *words]))
    return Amendment(path, source.path, source.raw, after, tuple(new))


def sound_document(raw: bytes) -> Document | None:
    """What some bytes say; None if anything in them cannot be taken as written."""
    text, faults = decode(Source("", raw))
    if text is None or faults:
        return None
    reading = read("", text)
    return None if reading.faults else reading.document


def _new_findings(
    repository: Repository, context: Context, source: Source, after: bytes
) -> list[Finding]:
    known = {
        (finding.rule, finding.object, finding.wrong)
        for finding in _findings(repository, context, source)
    }
    now = _findings(repository, context, Source(source.path, after))
    return [
        finding for finding in now if (finding.rule, finding.object, finding.wrong) not in known
    ]


def findings_of(repository: Repository, context: Context, amendment: Amendment) -> list[Finding]:
    """Everything that there is to say of the file as it is to be."""
    return _findings(repository, context, Source(amendment.name, amendment.after))


def _findings(repository: Repository, context: Context, source: Source) -> list[Finding]:
    file: ParsedFile = parse_file(source, PLAN, repository.known)
    return Linter(context, whole=False).lint(file)
