"""Whether "found nothing" is true: what stands around the plans, and was or was not read."""

from collections.abc import Iterator
from pathlib import Path

from planc.all_rules import NEED_DIRECTORY
from planc.ledger import unusable
from planc.model.finding import Problem
from planc.model.issue import ISSUES, Issue
from planc.model.parsed_file import FileKind, ParsedFile
from planc.model.policy import POLICY
from planc.model.release import RELEASES, Release
from planc.model.rule import Declared, rule_name
from planc.passes.decode import decode
from planc.passes.find import name_of
from planc.passes.find_unread import Unread, find_unread, looks_like_plan
from planc.passes.load_source import load_source
from planc.repository import Repository
from planc.resources import schema
from planc.rules.repository import (
    directory_missing,
    folder_unreadable,
    house_style_unusable,
    ledger_unreadable,
    plan_unread,
)


def unread_files(repository: Repository) -> Iterator[ParsedFile]:
    """Each file below planc.yaml that looks like a plan and is not read, and each folder that
    cannot be looked into, with what there is to say of it."""
    fields = frozenset(schema("plan")["properties"])
    for unread in find_unread(
        repository.folders,
        repository.root,
        [path for path, _ in repository.files],
        repository.patterns,
        repository.left_out,
    ):
        name = name_of(unread.path, repository.root)
        if unread.trouble:
            yield _file(name, folder_unreadable, folder_unreadable.at(name, unread.trouble))
        elif unread.certain or _is_plan(unread, fields):
            yield _file(name, plan_unread, plan_unread.at(name, unread.because, unread.do))


def _is_plan(unread: Unread, fields: frozenset[str]) -> bool:
    """Whether a file looks like a plan: it can be read, and has the fields of one."""
    for path in unread.files:
        source = load_source(path, path.name)
        if source.raw is None:
            continue
        if not any(sign in source.raw[:_MOST_LOOKED_AT] for sign in _SIGNS):
            continue
        text, _ = decode(source)
        if text is not None and looks_like_plan(text, fields):
            return True
    return False


_MOST_LOOKED_AT = 1 << 20
_SIGNS = (b"planc", b"p\0l\0a\0n\0c", b"ref:", b"objectives", b"o\0b\0j\0e\0c\0t")
"""What a file has in it that may be a plan, in one of the encodings that are in use."""


def faults_of_settings(repository: Repository, naming_posts: int) -> Iterator[ParsedFile]:
    """What else a paper would be refused for: no directory, the house style, the ledger.

    `naming_posts` is how many of the plans name a post.
    """
    if not repository.found:
        return
    if repository.directory_path is None and naming_posts:
        wanted = repository.policy.directory
        fault = directory_missing.at(
            wanted, naming_posts, [rule_name(rule) for rule in NEED_DIRECTORY]
        )
        yield _file(POLICY, directory_missing, fault, "directory")
    house = repository.policy.house
    if house and (because := _unusable(repository.root / house, house)):
        yield _file(house, house_style_unusable, house_style_unusable.at(house, because))
    for name, because in (
        (RELEASES, unusable(repository.root / RELEASES, Release)),
        (ISSUES, unusable(repository.root / ISSUES, Issue)),
    ):
        if because:
            yield _file(name, ledger_unreadable, ledger_unreadable.at(name, because))


def _unusable(path: Path, name: str) -> str:
    """Why a Word file cannot be the house style; empty if it can."""
    from planc.formats.word.house_style import read  # slow to load

    source = load_source(path, name)
    if source.raw is None:
        return source.trouble
    return "; ".join(str(remark).removesuffix(".") for remark in read(source.raw).refused)


def _file(path: str, rule: Declared, fault: Problem, kind: FileKind = "policy") -> ParsedFile:
    """A file that is no part of the plans, of which one thing is to be said."""
    return ParsedFile(path, kind, "", None, None, ((rule, fault),))
