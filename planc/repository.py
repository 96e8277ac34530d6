"""A plans repository opened: its policy chain, its directory, which files; bytes -> plan."""

import dataclasses
import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from planc.all_rules import (
    ABOUT_WORDS,
    BY_NAME,
    NEED_DIRECTORY,
    PORTFOLIO_RULES,
    misused_rules,
    severities,
)
from planc.errors import PlancError
from planc.model.baseline import BASELINE
from planc.model.context import Context
from planc.model.directory import Directory
from planc.model.document import Data, Document, Route, Span, value_at
from planc.model.finding import Place, Severity
from planc.model.marking import parse_marking
from planc.model.parsed_file import PLAN, FileKind, ParsedFile
from planc.model.plan import Plan
from planc.model.policy import POLICY, Origins, Policy, RuleInForce
from planc.model.rule import Declared, rule_name, shipped
from planc.model.source import Source
from planc.passes.build import build
from planc.passes.build_sound import build_sound
from planc.passes.decode import decode
from planc.passes.find import (
    PLACES,
    absolute,
    find,
    is_pattern,
    matching,
    misled,
    name_of,
    named_in,
    plans_of,
    root_of,
)
from planc.passes.lint import Linter
from planc.passes.load_source import load_source
from planc.passes.merge_policies import merge_policies
from planc.passes.read import read
from planc.passes.validate import Known, validate
from planc.resources import schema

Progress = Callable[[int, int], None]


class PolicyError(PlancError):
    """planc.yaml, or what it extends, cannot be used.

    `faults` say where and why, `root` is the folder of planc.yaml, and `own` are planc's own
    settings, which hold as long as there are no others.
    """

    def __init__(self, root: Path, own: Policy, faults: Sequence[tuple[Place, str]]) -> None:
        lines = [f"{place}: {words}" for place, words in faults]
        super().__init__("\n  ".join([f"{POLICY} cannot be used:", *lines]))
        self.root, self.own, self.faults = root, own, tuple(faults)


@dataclass(frozen=True)
class Repository:
    """A plans repository: its policy and directory read, its plans found.

    `root` is the folder of planc.yaml, or the working folder where there is none. `origins` says
    where each setting of the policy stands. `files` are the directory, the policy with all that it
    extends, the baseline and the plans asked for, each with the name of its schema; `whole` says
    whether these are all the plans there are. `known` is what plans can refer to.

    `found` says whether there is a planc.yaml. `directory_path` is None where there is no
    directory. `folders` are those that were asked for, `patterns` say where plans are in them, and
    `left_out` is what the policy says is no plan.
    """

    root: Path
    policy: Policy
    origins: Origins
    directory: Directory | None
    known: Known
    files: tuple[tuple[Path, FileKind], ...]
    whole: bool
    notes: tuple[str, ...]
    found: bool
    directory_path: Path | None
    folders: tuple[Path, ...]
    patterns: tuple[str, ...]
    left_out: frozenset[Path]

    @property
    def plans(self) -> list[Path]:
        """The plans asked for."""
        return [path for path, kind in self.files if kind == PLAN]

    @property
    def settings(self) -> list[tuple[Path, FileKind]]:
        """The files that are no plans, with the names of their schemas; they come first."""
        return [(path, kind) for path, kind in self.files if kind != PLAN]

    def context(self, as_of: dt.date) -> Context:
        """What its plans are read against on a day."""
        return Context(as_of, self.policy, self.directory)


def open_repository(paths: Sequence[Path]) -> Repository:
    """The repository that the paths lie in. Raises PlancError if there is no plan in them.

    planc.yaml is looked for in each path and in the folders above it.
    """
    return _opened(paths, find)


def open_settings(folder: Path) -> Repository:
    """The repository that a folder lies in, without its plans; there may be none any more."""
    return _opened([folder], lambda *_: [])


def _opened(
    paths: Sequence[Path],
    find_plans: Callable[[Sequence[Path], list[Path] | None, Path, set[Path]], list[Path]],
) -> Repository:
    own_root = root_of(paths)
    root = own_root or Path.cwd()
    policy, origins, policies = _settings(own_root)
    folders = [root] if own_root else [p if p.is_dir() else p.parent for p in absolute(paths)]
    places = (folder / policy.directory for folder in folders)
    directory_path = next((path for path in places if path.exists() or path.is_symlink()), None)
    settings: list[tuple[Path, FileKind]] = []
    settings += [(directory_path, "directory")] if directory_path else []
    settings += policies
    if own_root and ((root / BASELINE).exists() or (root / BASELINE).is_symlink()):
        settings.append((root / BASELINE, "baseline"))
    no_plans = {path for path, _ in settings}
    left_out = matching(root, policy.not_plans) if own_root else frozenset[Path]()
    everything = plans_of(root, policy.plans, no_plans, left_out) if own_root else None
    chosen = find_plans(paths, everything, root, no_plans)
    directory = _directory(directory_path, root)
    whole = everything is not None and len(chosen) == len(everything)
    asked = [path for path in absolute(paths) if path.is_dir()]
    default = (
        next((p for p in PLACES if plans_of(root, p, no_plans)), PLACES[0]) if own_root else ()
    )
    return Repository(
        root=root,
        policy=policy,
        origins=origins,
        directory=directory,
        known=_known(policy, directory),
        files=(*settings, *((path, PLAN) for path in chosen)),
        whole=whole,
        notes=tuple(_notes(own_root, "" if directory_path else policy.directory, whole=whole)),
        found=own_root is not None,
        directory_path=directory_path,
        folders=((root,) if whole else tuple(asked)) if own_root else (),
        patterns=policy.plans or default,
        left_out=left_out,
    )


def _notes(own_root: Path | None, missing_directory: str, *, whole: bool) -> Iterator[str]:
    """What is not there, and which rules do not run without it."""
    if own_root is None:
        yield f"No {POLICY} was found: planc's own settings hold."
    if missing_directory:
        unrun = f"no post was looked up, and these rules did not run: {_names(NEED_DIRECTORY)}"
        yield f"No {missing_directory} was found: {unrun}."
    if not whole:
        reason = "not every plan was asked for"
        if own_root is None:
            reason = f"no {POLICY} says which are all plans"
        unrun = _names(PORTFOLIO_RULES)
        yield f"Rules that compare plans did not run, because {reason}: {unrun}."


def _names(rules: Sequence[Declared]) -> str:
    return ", ".join(sorted(map(rule_name, rules)))


def rules_in_force(path: Path) -> tuple[RuleInForce, ...]:
    """Every rule as it holds in the folder, with or without a planc.yaml there or above."""
    policy, origins, _ = _settings(root_of([path]))
    weights = severities(policy)

    def in_force(name: str, rule: Declared) -> RuleInForce:
        setting, places = policy.rules.get(name), origins.of("rules", name)
        return RuleInForce(
            name=name,
            severity=weights[name],
            shipped=shipped(rule),
            place=places[0] if places else None,
            reason=setting.reason if setting else None,
        )

    return tuple(in_force(name, rule) for name, rule in BY_NAME.items())


def source_of(path: Path, root: Path) -> Source:
    return load_source(path, name_of(path, root))


def parse_file(source: Source, kind: FileKind, known: Known) -> ParsedFile:
    text, faults = decode(source)
    document: Document | None = None
    if text is not None:
        document, more = read(source.path, text)
        faults += more
        if document is not None:
            document = document.spoiled_at([at for _, fault in faults for at in fault.places])
    if document is not None and kind == PLAN:
        sound = build_sound(Plan, document, kind, known)
        if sound is not None:
            return ParsedFile(source.path, kind, text or "", document, sound, tuple(faults))
    if document is not None:
        document, more = validate(document, kind, known)
        faults += more
    plan = build(Plan, document) if document is not None and kind == PLAN else None
    return ParsedFile(source.path, kind, text or "", document, plan, tuple(faults))


def _misused(data: Data, chain: Sequence[Path], root: Path) -> Iterator[tuple[Route, str]]:
    """What stands in a policy as its schema has it, and cannot be used: where, and why.

    `chain` is planc.yaml and what it extends, as far as this policy, which is the last.
    """
    rules = value_at(data, ("rules",))
    written = value_at(data, ("extends",))
    if isinstance(written, str) and (why := misled(chain, written, root)):
        yield ("extends",), why
    changes_by_rule = rules if isinstance(rules, dict) else {}
    changes = {name: value_at(change, ("severity",)) for name, change in changes_by_rule.items()}
    for name, words in misused_rules({name: str(word) for name, word in changes.items()}):
        yield ("rules", name), words
    for route, marking in _markings(data):
        read_marking = parse_marking(marking)
        if isinstance(read_marking, str):
            yield route, f'"{marking}" is no marking: {read_marking}.'
    for name in ("plans", "not_plans"):
        patterns = value_at(data, (name,))
        for number, pattern in enumerate(patterns if isinstance(patterns, list) else []):
            if isinstance(pattern, str) and not is_pattern(pattern, root):
                words = f'"{pattern}" is no pattern for files in this folder.'
                yield (name, number), f"{words} Write one as plans/*.yaml."


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
    files: tuple[tuple[Path, FileKind], ...]


def _settings(root: Path | None) -> _Settings:
    """The policy, with planc's own settings where it is silent."""
    nothing = Document(POLICY, "", {}, ((1, 1, 1, 1), {}, False))
    own = build(Policy, nothing, schema("policy"))
    if root is None:
        return _Settings(own, Origins({}), ())
    chain = _policies(root, own)
    data, origins = merge_policies([document for _, document in chain])
    (first, _), *others = chain
    files: list[tuple[Path, FileKind]] = [(first, "policy")]
    files += [(path, "extended") for path, _ in others]
    policy = build(Policy, dataclasses.replace(nothing, data=data), schema("policy"))
    return _Settings(policy, origins, tuple(files))


def _policies(root: Path, own: Policy) -> list[tuple[Path, Document]]:
    """planc.yaml and what it extends, the nearest first. Raises PlancError with their faults."""
    linter = Linter(Context(dt.date.min, own, None))
    chain: list[tuple[Path, Document]] = []
    faults: list[tuple[Place, str]] = []
    path: Path | None = root / POLICY
    while path is not None:
        file = parse_file(source_of(path, root), "extended" if chain else "policy", {})
        grave = [
            finding
            for finding in linter.lint(file)
            if finding.severity >= Severity.ERROR and BY_NAME[finding.rule] not in ABOUT_WORDS
        ]
        lines = [(f.place.span or Span(1, 1, 1, 1), f"{f.wrong} {f.do}") for f in grave]
        following = None
        if file.document is not None:
            document = file.document
            chain.append((path, document))
            misused = dict(_misused(document.data, [known for known, _ in chain], root))
            lines += [(document.span(route), words) for route, words in misused.items()]
            written = value_at(document.data, ("extends",))
            if isinstance(written, str) and ("extends",) not in misused:
                following = named_in(path, written)
        faults += [(Place(file.path, span), words) for span, words in sorted(lines)]
        path = following
    if faults:
        raise PolicyError(root, own, faults)
    return chain


def _directory(path: Path | None, root: Path) -> Directory | None:
    """The directory; None if one of its two lists cannot be read, and that is a finding."""
    if path is None:
        return None
    document = parse_file(source_of(path, root), "directory", {}).document
    if document is None or {("organisations",), ("posts",)} & document.spoiled:
        return None
    return build(Directory, document)


def _known(policy: Policy, directory: Directory | None) -> Known:
    """What the references of a plan can lead to outside it."""
    known: dict[str, dict[str, str] | None] = {
        "board": {board.id: board.name or "" for board in policy.boards if board.id} or None,
        "tier": {tier.name: "" for tier in policy.tiers if tier.name},
        "post": None,
        "organisation": None,
    }
    if directory:
        known["post"] = {post.id: post.title or "" for post in directory.posts if post.id}
        known["organisation"] = {o.id: o.name or "" for o in directory.organisations if o.id}
    return known
