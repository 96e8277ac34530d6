"""The passes in order. The only place that knows the order.

find ─ decode ─ read ─ validate ─ build ─┬─ lint ─ set_aside ─ narrow ─▶ Report
                                         │              └─ relist ─▶ planc-baseline.yaml
                                         └─▶ papers, see making.py and papers.py
"""

import dataclasses
import datetime as dt
import hashlib
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from planc.errors import PlancError
from planc.model.baseline import BASELINE, Baseline
from planc.model.day import long_day
from planc.model.directory import Directory
from planc.model.document import Data, Document, Route, Span, value_at
from planc.model.finding import Finding, Place, Severity
from planc.model.marking import OFFICIAL, parse_marking
from planc.model.plan import Plan
from planc.model.policy import Origins, Policy, RuleInForce
from planc.model.portfolio import Given, PlanFile
from planc.model.report import FileReport, Report
from planc.model.rule import Declared, shipped
from planc.model.source import Source
from planc.model.words import count
from planc.passes.build import build
from planc.passes.decode import decode
from planc.passes.depart import depart
from planc.passes.extend import extend
from planc.passes.fetch import fetch
from planc.passes.find import (
    POLICY,
    absolute,
    find,
    is_pattern,
    misled,
    name_of,
    named_in,
    plans_of,
    root_of,
)
from planc.passes.lint import (
    ABOUT_WORDS,
    BY_NAME,
    EVERY_RULE,
    FIXED,
    PORTFOLIO_NAMES,
    Linter,
    misused_rules,
    severities,
)
from planc.passes.narrow import narrow
from planc.passes.read import read
from planc.passes.relist import relist, written
from planc.passes.set_aside import set_aside
from planc.passes.validate import Known, validate
from planc.resources import schema

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Repository:
    """A plans repository: its policy and directory read, its plans found.

    `root` is the folder of planc.yaml, or the working folder where there is none. `origins` says
    where each setting of the policy stands. `files` are the directory, the policy with all that it
    extends, the baseline and the plans asked for, each with the name of its schema; `whole` says
    whether these are all the plans there are. `known` is what plans can refer to.
    """

    root: Path
    policy: Policy
    origins: Origins
    directory: Directory | None
    known: Known
    files: tuple[tuple[Path, str], ...]
    whole: bool
    notes: tuple[str, ...]


def open_repository(paths: Sequence[Path]) -> Repository:
    """The repository that the paths lie in. Raises PlancError if there is no plan in them.

    planc.yaml is looked for in each path and in the folders above it.
    """
    found = root_of(paths)
    root = found or Path.cwd()
    policy, origins, policies = _settings(found)
    folders = [root] if found else [p if p.is_dir() else p.parent for p in absolute(paths)]
    held = (folder / policy.directory for folder in folders)
    directory_path = next((path for path in held if path.exists() or path.is_symlink()), None)
    settings = [(directory_path, "directory")] if directory_path else []
    settings += policies
    if found and ((root / BASELINE).exists() or (root / BASELINE).is_symlink()):
        settings.append((root / BASELINE, "baseline"))
    no_plans = {path for path, _ in settings}
    everything = plans_of(root, policy.plans, no_plans) if found else None
    chosen = find(paths, everything, root, no_plans)
    directory = _directory(directory_path, root)
    whole = everything is not None and len(chosen) == len(everything)
    notes = {
        f"No {POLICY} was found: planc's own settings hold.": found is None,
        f"No {policy.directory} was found: no post was looked up.": directory_path is None,
        "Rules that compare plans did not run: not every plan was asked for.": not whole,
    }
    return Repository(
        root=root,
        policy=policy,
        origins=origins,
        directory=directory,
        known=_known(policy, directory),
        files=(*settings, *((path, "plan") for path in chosen)),
        whole=whole,
        notes=tuple(note for note, holds in notes.items() if holds),
    )


def check(
    repository: Repository,
    as_of: dt.date,
    progress: Progress | None = None,
    *,
    select: Collection[str] = (),
    ignore: Collection[str] = (),
) -> Report:
    """Reads and lints every file of the repository that was asked for.

    `select` and `ignore` are names of rules; see `narrow`.
    """
    given = Given(as_of, repository.policy, repository.directory)
    linter = Linter(given, whole=repository.whole)
    findings: list[Finding] = []
    files: list[FileReport] = []
    older = None
    for number, (path, kind) in enumerate(repository.files):
        if progress:
            progress(number, len(repository.files))
        source = source_of(path, repository.root)
        file = file_of(source, kind, repository.known)
        found = linter.lint(file)
        findings += found
        shown = bool(found or kind == "baseline" or (file.plan and file.plan.waivers))
        files.append(_reported(file, source, shown=shown))
        older = file if kind == "baseline" else older
    if repository.whole:
        paths = {file.path: path for file, (path, _) in zip(files, repository.files, strict=True)}
        findings += linter.lint_together(
            lambda name: file_of(source_of(paths[name], repository.root), "plan", repository.known)
        )
    held = _baseline(older)
    settled = set_aside(findings, linter.waivers, held, as_of)
    counting = settled.counting + (linter.lint_baseline(older, settled.met) if older else [])
    report = Report(
        as_of=as_of,
        findings=tuple(sorted(counting, key=lambda finding: finding.order)),
        files=tuple(files),
        whole=repository.whole,
        set_aside=tuple(sorted(settled.aside, key=lambda aside: aside.finding.order)),
        departures=tuple(map(linter.harmless, depart(repository.policy, repository.origins))),
        notes=repository.notes,
        rules=EVERY_RULE,
    )
    gone = held.number - _relisted(held, report).number if older else 0
    if gone:
        note = f"{count(gone, 'finding')} in {BASELINE} can be taken out. Run: planc baseline"
        report = dataclasses.replace(report, notes=(*report.notes, note))
    return narrow(report, select, ignore)


def rules_in_force(path: Path) -> tuple[RuleInForce, ...]:
    """Every rule as it holds in the folder, with or without a planc.yaml there or above."""
    policy, origins, _ = _settings(root_of([path]))
    weights = severities(policy)

    def held(name: str, rule: Declared) -> RuleInForce:
        setting, places = policy.rules.get(name), origins.of("rules", name)
        return RuleInForce(
            name=name,
            severity=weights[name],
            shipped=shipped(rule),
            place=places[0] if places else None,
            reason=setting.reason if setting else None,
        )

    return tuple(held(name, rule) for name, rule in BY_NAME.items())


@dataclass(frozen=True)
class Listed:
    """planc-baseline.yaml as it is to be written, and what there is to say of it.

    `gone` findings were taken out. `others` are found and not on it; `refusals` never can be.
    """

    path: Path
    content: bytes
    baseline: Baseline
    gone: int
    others: int
    refusals: int


def baseline(
    repository: Repository,
    as_of: dt.date,
    until: dt.date | None = None,
    *,
    renew: bool = False,
    progress: Progress | None = None,
) -> Listed:
    """The first list of older findings; where there is one, what is left of it.

    With `renew`, the plans asked for get a new list. `until` is the last day of a new list. Raises
    PlancError if it cannot be, or if the list that is there cannot be read as a whole.
    """
    path, kinds = repository.root / BASELINE, [kind for _, kind in repository.files]
    if "policy" not in kinds:
        raise PlancError(f"There is no {POLICY} here, beside which {BASELINE} belongs.")
    first = "baseline" not in kinds
    before = Baseline() if first else _whole_baseline(repository, renew=renew)
    if until and not (renew or first):
        words = f"{BASELINE} keeps the days that it has. For others: planc baseline --renew --until"
        raise PlancError(f"{words} {until}")
    last = _last_day(repository.policy, as_of, until) if renew or first else None
    report = check(repository, as_of, progress)
    made = _relisted(before, report, last)
    content = written(made).encode()
    if file_of(Source(BASELINE, content), "baseline", {}).faults:
        raise PlancError(f"{BASELINE} would be too long to be read. List fewer plans at a time.")
    found = Counter(finding.identity for finding in _listable(report))
    for held in made.plans:
        found -= held.numbers()
    return Listed(
        path=path,
        content=content,
        baseline=made,
        gone=0 if last else before.number - made.number,
        others=found.total(),
        refusals=report.counts()[Severity.REFUSAL],
    )


def _whole_baseline(repository: Repository, *, renew: bool) -> Baseline:
    """The baseline that is there. Raises PlancError if something of it would be lost unseen."""
    file = file_of(source_of(repository.root / BASELINE, repository.root), "baseline", {})
    if not _is_sound(file) and not (renew and repository.whole):
        raise PlancError(
            f"{BASELINE} cannot be read as it stands, and planc check says why. Put that right; or"
            " make the list anew, with all plans: planc baseline --renew"
        )
    return _baseline(file)


def _last_day(policy: Policy, as_of: dt.date, until: dt.date | None) -> dt.date:
    """The last day of a new list, which local policy limits. Raises PlancError if it cannot be."""
    most = min(policy.numbers.baseline_days, (dt.date.max - as_of).days)
    latest = as_of + dt.timedelta(most)
    if until and not as_of <= until <= latest:
        days = f"from {long_day(as_of)} to {long_day(latest)} ({count(most, 'day')}, local policy)"
        raise PlancError(f"--until can be a day {days}.")
    return until or latest


def _relisted(held: Baseline, report: Report, until: dt.date | None = None) -> Baseline:
    """What is left of the baseline; with `until`, new lists for the plans of the report as well."""
    unrun = frozenset() if report.whole else PORTFOLIO_NAMES
    return relist(held, _listable(report), report, unrun, until)


def _listable(report: Report) -> list[Finding]:
    """The findings that a baseline can hold, whether it does or not; none of a rule in preview."""
    older = [aside.finding for aside in report.set_aside if aside.waiver is None]
    return [
        finding
        for finding in (*report.findings, *older)
        if finding.severity and finding.rule not in FIXED and finding.place.path != BASELINE
    ]


# Reading files


def source_of(path: Path, root: Path) -> Source:
    return fetch(path, name_of(path, root))


def file_of(source: Source, kind: str, known: Known) -> PlanFile:
    text, faults = decode(source)
    document: Document | None = None
    if text is not None:
        document, more = read(source.path, text)
        faults += more
        if document is not None:
            document = document.spoiled_at([at for _, said in faults for at in said.places])
    if document is not None:
        document, more = validate(document, kind, known)
        faults += more
    plan = build(Plan, document) if document is not None and kind == "plan" else None
    return PlanFile(source.path, kind, text or "", document, plan, tuple(faults))


def _misused(data: Data, chain: Sequence[Path], root: Path) -> Iterator[tuple[Route, str]]:
    """What stands in a policy as its schema has it, and cannot be used: where, and why.

    `chain` is planc.yaml and what it extends, as far as this policy, which is the last.
    """
    rules, patterns = value_at(data, ("rules",)), value_at(data, ("plans",))
    written = value_at(data, ("extends",))
    if isinstance(written, str) and (why := misled(chain, written, root)):
        yield ("extends",), why
    held = rules if isinstance(rules, dict) else {}
    changes = {name: value_at(change, ("severity",)) for name, change in held.items()}
    for name, said in misused_rules({name: str(word) for name, word in changes.items()}):
        yield ("rules", name), said
    for route, marking in _markings(data):
        read_marking = parse_marking(marking)
        if isinstance(read_marking, str):
            yield route, f'"{marking}" is no marking: {read_marking}.'
    for number, pattern in enumerate(patterns if isinstance(patterns, list) else []):
        if isinstance(pattern, str) and not is_pattern(pattern, root):
            said = f'"{pattern}" is no pattern for files in this folder. Write one as plans/*.yaml.'
            yield ("plans", number), said


def _markings(data: Data) -> Iterator[tuple[Route, str]]:
    """The markings of the threats that a policy lists, and where they stand."""
    boards = value_at(data, ("boards",))
    for number, board in enumerate(boards if isinstance(boards, list) else []):
        threats = value_at(board, ("threats_without_plan",))
        for place, threat in enumerate(threats if isinstance(threats, list) else []):
            marking = value_at(threat, ("marking",))
            if isinstance(marking, str):
                yield ("boards", number, "threats_without_plan", place, "marking"), marking


class _Settings(NamedTuple):
    """The policy, where its settings stand, and the files they stand in with their schemas."""

    policy: Policy
    origins: Origins
    files: tuple[tuple[Path, str], ...]


def _settings(root: Path | None) -> _Settings:
    """The policy, with planc's own settings where it is silent."""
    nothing = Document(POLICY, "", {}, ((1, 1, 1, 1), {}, False))
    own = build(Policy, nothing, schema("policy"))
    if root is None:
        return _Settings(own, Origins({}), ())
    chain = _policies(root, own)
    data, origins = extend([document for _, document in chain])
    files = tuple((path, "extended" if n else "policy") for n, (path, _) in enumerate(chain))
    policy = build(Policy, dataclasses.replace(nothing, data=data), schema("policy"))
    return _Settings(policy, origins, files)


def _policies(root: Path, own: Policy) -> list[tuple[Path, Document]]:
    """planc.yaml and what it extends, the nearest first. Raises PlancError with their faults."""
    linter = Linter(Given(dt.date.min, own, None))
    chain: list[tuple[Path, Document]] = []
    faults: list[str] = []
    path: Path | None = root / POLICY
    while path is not None:
        file = file_of(source_of(path, root), "extended" if chain else "policy", {})
        grave = [
            said
            for said in linter.lint(file)
            if said.severity >= Severity.ERROR and BY_NAME[said.rule] not in ABOUT_WORDS
        ]
        said = [(f.place.span or Span(1, 1, 1, 1), f"{f.wrong} {f.do}") for f in grave]
        following = None
        if file.document is not None:
            document = file.document
            chain.append((path, document))
            misused = dict(_misused(document.data, [held for held, _ in chain], root))
            said += [(document.span(route), words) for route, words in misused.items()]
            written = value_at(document.data, ("extends",))
            if isinstance(written, str) and ("extends",) not in misused:
                following = named_in(path, written)
        faults += [f"{Place(file.path, span)}: {words}" for span, words in sorted(said)]
        path = following
    if faults:
        raise PlancError("\n  ".join([f"{POLICY} cannot be used:", *faults]))
    return chain


def _directory(path: Path | None, root: Path) -> Directory | None:
    """The directory; None if one of its two lists cannot be read, and that is a finding."""
    if path is None:
        return None
    document = file_of(source_of(path, root), "directory", {}).document
    if document is None or {("organisations",), ("posts",)} & document.spoiled:
        return None
    return build(Directory, document)


def _baseline(file: PlanFile | None) -> Baseline:
    """The list of older findings; nothing of it where it cannot be read, and that is a finding."""
    return build(Baseline, file.document) if file and file.document else Baseline()


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
    return FileReport(
        path=file.path,
        plan=file.kind == "plan",
        checked=file.document is not None,
        open=file.kind != "plan" or _is_open(file),
        digest=digest_of(source),
        text=_as_written(file, source) if shown else None,
        name=(file.plan.ref if file.plan else None) or file.path,
        sound=_is_sound(file),
    )


def _is_sound(file: PlanFile) -> bool:
    """Whether all of it could be taken as written."""
    return file.document is not None and not file.document.spoiled


def _is_open(file: PlanFile) -> bool:
    """Whether nothing in a plan is marked as more than OFFICIAL, not even where it is misread."""
    if file.plan is None or re.search("SENSITIVE|SECRET", file.text, re.IGNORECASE):
        return False
    parts = [tactic.marking for tactic in file.plan.tactics if tactic.marking]
    return all(marking == OFFICIAL for marking in (file.plan.marking, *parts))


def _as_written(file: PlanFile, source: Source) -> str:
    """The text with its tabs and invisible characters, which what was read of it has no more."""
    try:
        return (source.raw or b"").decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        return file.text


def digest_of(source: Source) -> str:
    return hashlib.sha256(source.raw or b"").hexdigest()
