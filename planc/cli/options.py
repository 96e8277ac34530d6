"""What comes in: the options that commands share, and what their words mean."""

import os
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from planc.all_reporters import REPORTERS, ReporterName
from planc.all_rules import BY_NAME
from planc.errors import PlancError
from planc.model.issue import ISSUES
from planc.model.release import RELEASES
from planc.model.view import AUTHOR, BOARD, PARTNERS, RECIPIENT, Edition
from planc.passes.load_source import load_source
from planc.repository import Repository
from planc.wording.words import listed, nearest

Paths = Annotated[
    list[Path] | None, typer.Argument(help="Plans, or folders of plans. Left out: this folder.")
]
AsOf = Annotated[
    str | None, typer.Option(help="The day to read the plans as of, such as 2026-11-22.")
]
Output = Annotated[
    list[str] | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FORMAT[=FILE]",
        help=f"How to show what is found, and where to write it: {', '.join(REPORTERS)}.",
    ),
]

Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but what goes wrong.")]
Watch = Annotated[
    bool, typer.Option("--watch", help="Do it again whenever a file changes, until Ctrl+C.")
]

Jobs = Annotated[
    int | None,
    typer.Option(
        "--jobs", "-j", metavar="N", min=1, help="In how many processes; left out, one a core."
    ),
]


_Word = TypeVar("_Word", bound=str)


def one_of(word: str, allowed: Collection[_Word], what: str, otherwise: str = "") -> _Word:
    """The word, if it is allowed. `otherwise` says how to see a list too long to be shown."""
    for one in allowed:
        if one == word:
            return one
    near = nearest(word, allowed)
    meant = f'Did you mean "{near}"?' if near else otherwise or f"Ask for {listed(allowed)}."
    raise PlancError(f'"{word}" is not {what}. {meant}')


def edition_of(written: str, repository: Repository) -> tuple[Edition, str | None]:
    """The edition that is asked for, and the post of `recipient:POST`."""
    kind, named, post = written.partition(":")
    if kind == RECIPIENT and named:
        if not post:
            raise PlancError('"recipient:" names no post. Write it as recipient:council-housing.')
        return RECIPIENT, post_of(post, repository)
    editions: Mapping[str, Edition] = {one: one for one in (AUTHOR, BOARD, PARTNERS)}
    one_of(written, (*editions, "recipient:POST"), "an edition")
    return editions[written], None


def post_of(post: str, repository: Repository) -> str:
    """The post, if the directory has it, or there is none to look in."""
    if repository.directory:
        one_of(post, [known.id for known in repository.directory.posts if known.id], "a post")
    return post


def rules_of(wanted: Iterable[str] | None) -> tuple[str, ...]:
    """The rules that an option names, with commas or one at a time."""
    names = [name.strip() for words in wanted or () for name in words.split(",")]
    known = (one_of(name, BY_NAME, "a rule", "planc explain lists them.") for name in names)
    return tuple(dict.fromkeys(known))


def form_of(wanted: str) -> tuple[ReporterName, Path | None]:
    """`json=found.json` is the form json, to be written to found.json."""
    form, named, path = wanted.partition("=")
    reporter = one_of(form, REPORTERS, "a way to show findings")
    if named and not path:
        raise PlancError(f'"{wanted}" names no file. Write it as {form}=FILE.')
    return reporter, Path(path) if path else None


def paper_bytes(path: Path) -> bytes:
    """A finished file; a link to one will do. Raises PlancError if it is no ordinary file."""
    source = load_source(Path(os.path.realpath(path)), str(path))
    if source.raw is None:
        raise PlancError(f"It cannot be opened: {source.trouble}.")
    return source.raw


def spare_inputs(root: Path, inputs: Iterable[Path], reports: Sequence[Path]) -> None:
    """Raises PlancError if a report would be written over something that is not a report.

    That is a file that is to be checked, another report, the ledger, and any file of YAML or Word.
    """
    checked = {os.path.realpath(path) for path in inputs}
    named = set[str]()
    for path in reports:
        real = os.path.realpath(path)
        other = "write the report to another file"
        if real in checked:
            raise PlancError(f"{path} is to be checked: {other}.")
        if real in {os.path.realpath(root / ledger) for ledger in (RELEASES, ISSUES)}:
            raise PlancError(f"{path}: it is a ledger, to which lines are only added; {other}.")
        if os.path.lexists(real) and path.suffix.lower() in _NO_REPORTS:
            raise PlancError(f"{path} is no report: {other}.")
        if real in named:
            raise PlancError(f"{path} is named for two reports: write each to a file of its own.")
        named.add(real)


_NO_REPORTS = (".yaml", ".yml", ".docx")
