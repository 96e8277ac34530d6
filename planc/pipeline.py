"""The passes in order. The only place that knows the order.

find ─ decode ─ read ─ validate ─ build ─┬─ lint ─▶ Report
                                         └─ redact ─ lay_out ─ emit ─▶ packs
"""

import datetime as dt
import hashlib
import os
import re
import stat
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from planc.errors import PlancError
from planc.model.directory import Directory
from planc.model.document import Document
from planc.model.finding import Finding, Severity
from planc.model.plan import Plan
from planc.model.policy import Policy
from planc.model.portfolio import Given, PlanFile
from planc.model.report import FileReport, Report
from planc.model.source import Source
from planc.model.view import pack_name
from planc.passes.build import build
from planc.passes.decode import decode
from planc.passes.lint import Linter, misused_rules
from planc.passes.read import read
from planc.passes.redact import redact
from planc.passes.validate import Known, validate
from planc.resources import schema

POLICY = "planc.yaml"
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Repository:
    """A plans repository: its policy and directory read, its plans found.

    `root` is the folder of planc.yaml, or the working folder where there is none. `files` are the
    directory, the policy and the plans asked for, each with the name of its schema; `whole` says
    whether these are all the plans there are. `known` is what plans can refer to.
    """

    root: Path
    policy: Policy
    directory: Directory | None
    known: Known
    files: tuple[tuple[Path, str], ...]
    whole: bool
    notes: tuple[str, ...]


def open_repository(paths: Sequence[Path]) -> Repository:
    """The repository that the paths lie in. Raises PlancError if there is no plan in them.

    planc.yaml is looked for in each path and in the folders above it.
    """
    for path in paths:
        if not path.exists() and not path.is_symlink():
            raise PlancError(f"{path} does not exist.")
    # resolve would follow links, and absolute leaves .. in
    paths = [Path(os.path.abspath(path)) for path in paths]  # noqa: PTH100
    roots = {_root_of(path) for path in paths}
    if len(roots) > 1:
        raise PlancError("These paths belong to different plans repositories. Check one at a time.")
    found = next(iter(roots))
    root = found or Path.cwd()
    policy = _policy(found)
    folders = [root] if found else [path if path.is_dir() else path.parent for path in paths]
    held = (folder / policy.directory for folder in folders)
    directory_path = next((path for path in held if path.exists() or path.is_symlink()), None)
    settings = [(directory_path, "directory")] if directory_path else []
    if found:
        settings.append((root / POLICY, "policy"))
    everything = _plans_of(root, policy) if found else None
    chosen = _chosen(paths, everything, root, {path for path, _ in settings})
    directory = _directory(directory_path, root)
    whole = everything is not None and len(chosen) == len(everything)
    notes = []
    if found is None:
        notes.append(f"No {POLICY} was found: planc's own settings hold.")
    if directory_path is None:
        notes.append(f"No {policy.directory} was found: posts and organisations were not looked up.")
    if not whole:
        notes.append("Rules that compare plans did not run: not every plan was asked for.")
    return Repository(
        root=root,
        policy=policy,
        directory=directory,
        known=_known(policy, directory),
        files=(*settings, *((path, "plan") for path in chosen)),
        whole=whole,
        notes=tuple(notes),
    )


def check(repository: Repository, as_of: dt.date, progress: Progress | None = None) -> Report:
    """Reads and lints every file of the repository that was asked for."""
    linter = Linter(Given(as_of, repository.policy, repository.directory))
    findings: list[Finding] = []
    files: list[FileReport] = []
    for number, (path, kind) in enumerate(repository.files):
        if progress:
            progress(number, len(repository.files))
        source = _source(path, repository.root)
        file = _file(source, kind, repository.known)
        found = linter.lint(file)
        findings += found
        files.append(_reported(file, source, shown=bool(found)))
    if repository.whole:
        findings += linter.lint_together()
    return Report(
        as_of=as_of,
        findings=tuple(sorted(findings, key=lambda finding: finding.order)),
        files=tuple(files),
        whole=repository.whole,
        departures=_departures(repository.policy),
        notes=repository.notes,
    )


@dataclass(frozen=True)
class Made:
    """A file made from a plan: its name and bytes, or why there is none.

    `plan` is the plan's path. `content` is empty where there is no pack; `trouble` then says why,
    and `stem` how earlier ones are named, without the ending, as far as the plan lets it be known.
    """

    plan: str
    stem: str = ""
    name: str = ""
    content: bytes = b""
    trouble: str = ""


def packs(
    repository: Repository,
    report: Report,
    edition: str,
    forms: Sequence[str],
    progress: Progress | None = None,
) -> Iterator[Made]:
    """The packs of every plan of a checked repository, in each of the formats `forms`.

    One plan's failure does not stop the others. Raises PlancError if a file has changed since the
    report was made.
    """
    from planc.passes.emit import EMITTERS, emit
    from planc.passes.lay_out import lay_out

    taken: dict[str, str] = {}
    given = Given(report.as_of, repository.policy, repository.directory)
    plans = [path for path, kind in repository.files if kind == "plan"]
    settings_refused = [f.path for f in report.files if not f.plan and report.refused(f.path)]
    for number, path in enumerate(plans):
        if progress:
            progress(number, len(plans))
        source = _source(path, repository.root)
        seen = report.file(source.path)
        if seen is None or seen.digest != _digest(source):
            raise PlancError(f"{source.path} changed while planc was at work. Run it again.")
        file = _file(source, "plan", repository.known)
        if settings_refused or file.plan is None or report.refused(source.path):
            which = settings_refused[0] if settings_refused else "it"
            trouble = f"{which} has a refusal"
            yield Made(source.path, _earlier(file, edition), trouble=trouble)
            continue
        findings = tuple(f for f in report.findings if f.place.path == source.path)
        pack = lay_out("plan", redact(file.plan, findings, given, edition))
        first = taken.setdefault(pack.name.casefold(), source.path)
        if first != source.path:
            yield Made(source.path, trouble=f"{first} has the same reference")
            continue
        for form in forms:
            yield Made(source.path, name=pack.name + EMITTERS[form].SUFFIX, content=emit(pack, form))


def _earlier(file: PlanFile, edition: str) -> str:
    """How packs of this plan are named; from its text alone, where no plan can be made of it."""
    written = re.search(r"^ref: *([A-Z0-9-]+)", file.text, re.MULTILINE)
    plan = file.plan or (Plan(ref=written[1]) if written else None)
    return pack_name(plan, "plan", edition) if plan else ""


# Finding files


def _root_of(path: Path) -> Path | None:
    """The nearest folder, from the path upwards, that holds planc.yaml."""
    folders = (path, *path.parents) if path.is_dir() else path.parents
    return next((folder for folder in folders if (folder / POLICY).is_file()), None)


def _plans_of(root: Path, policy: Policy) -> list[Path]:
    """Every file that the policy calls a plan, in order of name. Hidden files never are."""
    patterns = policy.plans or (("plans/**/*.yaml",) if (root / "plans").is_dir() else ("*.yaml",))
    found = {path for pattern in patterns for path in root.glob(pattern) if not path.is_dir()}
    settings = {root / POLICY, root / policy.directory}
    return sorted(path for path in found - settings if not _hidden(path, root))


def _pattern_faults(policy: Policy) -> Iterator[tuple[Route, str]]:
    """The patterns for plans that cannot be looked for, each by its route."""
    for number, pattern in enumerate(policy.plans):
        try:
            next(Path().glob(pattern), None)
            fine = ".." not in Path(pattern).parts
        except (ValueError, NotImplementedError, IndexError):
            fine = False
        if not fine:
            said = f'"{pattern}" is not a pattern for files in this folder, such as "plans/*.yaml".'
            yield ("plans", number), said


def _chosen(
    paths: list[Path], plans: list[Path] | None, root: Path, settings: set[Path]
) -> list[Path]:
    """The plans among the paths; a folder stands for those in it, a settings file for all.

    Raises PlancError for a path that stands for none.
    """
    known = None if plans is None else set(plans)
    chosen: set[Path] = set()
    for path in paths:
        name = _name(path, root)
        if path.is_dir():
            inside = path.rglob("*.yaml") if known is None else known
            found = {
                plan
                for plan in inside
                if plan.is_relative_to(path) and not plan.is_dir() and not _hidden(plan, path)
            }
        elif known is None:
            found = {path}
            if path.name.startswith("."):
                raise PlancError(f"{name} is a hidden file, and they are never plans.")
        elif path in known:
            found = {path}
        elif path in settings:
            found = known
        else:
            raise PlancError(f"{name} is not one of the plans that {POLICY} names.")
        if not found - settings:
            raise PlancError(
                f"There is no plan in {name}. In {POLICY}, plans: says where the plans are."
            )
        chosen |= found
    return sorted(chosen - settings)


def _hidden(path: Path, root: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(root).parts)


def _name(path: Path, root: Path) -> str:
    """How messages name the file: from the root, with / on every system."""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()


# Reading files


def _source(path: Path, root: Path) -> Source:
    """The bytes of an ordinary file; never what a link, a pipe or a device leads to."""
    name = _name(path, root)
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    flags |= getattr(os, "O_BINARY", 0)
    try:
        if path.is_symlink():
            return Source(name, None, "it is a link to another file")
        descriptor = os.open(path, flags)
    except OSError as error:
        return Source(name, None, (error.strerror or str(error)).lower())
    with os.fdopen(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            return Source(name, None, "it is not an ordinary file")
        try:
            return Source(name, file.read())
        except OSError as error:
            return Source(name, None, (error.strerror or str(error)).lower())


def _file(source: Source, kind: str, known: Known) -> PlanFile:
    text, faults = decode(source)
    document: Document | None = None
    if text is not None:
        document, more = read(source.path, text)
        faults += more
    if document is not None:
        document, more = validate(document, kind, known)
        faults += more
    plan = build(Plan, document) if document is not None and kind == "plan" else None
    return PlanFile(source.path, kind, document, plan, tuple(faults))


def _policy(root: Path | None) -> Policy:
    """The policy, with planc's own settings where it is silent."""
    nothing = Document(POLICY, "", {}, ((1, 1, 1, 1), {}, False))
    shipped = build(Policy, nothing, schema("policy"))
    if root is None:
        return shipped
    file = _file(_source(root / POLICY, root), "policy", {})
    found = Linter(Given(dt.date.min, shipped, None)).lint(file)
    faults = [finding for finding in found if finding.severity >= Severity.ERROR]
    if faults or file.document is None:
        lines = [f"{fault.place}: {fault.wrong} {fault.do}" for fault in faults]
        raise PlancError("\n  ".join([f"{POLICY} cannot be used:", *lines]))
    return build(Policy, file.document, schema("policy"))


def _directory(path: Path | None, root: Path) -> Directory | None:
    if path is None:
        return None
    document = _file(_source(path, root), "directory", {}).document
    return build(Directory, document) if document else None


def _known(policy: Policy, directory: Directory | None) -> Known:
    """What the references of a plan can lead to outside it."""
    return {
        "board": [board.id for board in policy.boards if board.id] or None,
        "tier": [tier.name for tier in policy.tiers if tier.name],
        "post": [post.id for post in directory.posts if post.id] if directory else None,
        "organisation": [o.id for o in directory.organisations if o.id] if directory else None,
    }


# Reporting


def _reported(file: PlanFile, source: Source, *, shown: bool) -> FileReport:
    raw = source.raw or b""
    return FileReport(
        path=file.path,
        plan=file.kind == "plan",
        checked=file.document is not None,
        open=file.kind != "plan" or (file.plan is not None and file.plan.marking == "OFFICIAL"),
        digest=_digest(source),
        text=raw.decode("utf-8-sig", errors="replace") if shown else None,
    )


def _digest(source: Source) -> str:
    return hashlib.sha256(source.raw or b"").hexdigest()


def _departures(policy: Policy) -> tuple[str, ...]:
    """Each place where the policy departs from what planc ships."""
    shipped = schema("policy")["properties"]["numbers"]["properties"]
    found = [
        f"{name} is {getattr(policy.numbers, name)}, not {field['default']}"
        for name, field in shipped.items()
        if getattr(policy.numbers, name) != field["default"]
    ]
    found += [f"{name} is {rule.severity}: {rule.reason}" for name, rule in policy.rules.items()]
    if policy.exercise:
        found.append(f"exercise: every page is stamped {policy.exercise.stamp}")
    return tuple(found)
