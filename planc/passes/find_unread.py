"""A repository's folder -> what in it may be a plan, and is not read.

One walk over everything below planc.yaml, but for git's own folder, the papers in packs/ and the
environments of Python, Conda and Node. Links are never followed.
"""

import os
import re
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from planc.model.policy import POLICY

PAPERS = "packs"
"""The folder beside planc.yaml in which planc puts papers."""

_ENDING = re.compile(r"\.ya?ml\b", re.IGNORECASE)
_WILD = re.compile(r"[*?\[]")


class Unread(NamedTuple):
    """Something that planc does not read: where, why not, and what to do so that it does.

    `certain` says that it is no matter what stands in it: its name and its place say enough.
    `files` are where its text is to be looked for; `trouble` is why a folder cannot be listed.
    """

    path: Path
    because: str
    do: str
    certain: bool
    files: tuple[Path, ...] = ()
    trouble: str = ""


def find_unread(
    folders: Sequence[Path],
    root: Path,
    read: Collection[Path],
    patterns: Sequence[str],
    left_out: Collection[Path],
) -> Iterator[Unread]:
    """Whatever in the folders may be a plan and is not among the files that are `read`.

    `patterns` say where plans are, and `left_out` are the files and folders that the policy says
    are no plans.
    """
    known, excluded = {str(path) for path in read}, {str(path) for path in left_out}
    homes = tuple(_home(pattern, root) for pattern in patterns)
    waiting = [str(folder) for folder in folders if str(folder) not in excluded]
    while waiting:
        folder = waiting.pop()
        try:
            with os.scandir(folder) as listing:
                entries = [entry for entry in listing if entry.path not in excluded]
        except OSError as error:
            trouble = (error.strerror or str(error)).lower()
            yield Unread(Path(folder), "", "", certain=True, trouble=trouble)
            continue
        names = {entry.name for entry in entries}
        if "pyvenv.cfg" in names or "conda-meta" in names:
            continue
        for entry in entries:
            if entry.path in known:
                continue
            if entry.is_symlink():
                yield from _behind_link(entry, root, homes)
            elif entry.is_dir(follow_symlinks=False):
                if not _is_passed_over(entry, names, root):
                    waiting.append(entry.path)
            else:
                yield _file(Path(entry.path), root, homes)


def looks_like_plan(text: str, fields: Collection[str]) -> bool:
    """Whether the fields of a plan stand in a text, as YAML or as JSON; examples do not count."""
    text = _FENCED.sub("", text.lstrip("\ufeff").replace("\r", "\n"))
    names = {match[1] for match in _NAME.finditer(text)}
    if {"planc", "ref"} <= names or len(names & set(fields)) >= _MOST_COMMON_NAMES:
        return True
    return text.lstrip()[:1] == "{" and all(sign.search(text) for sign in _IN_BRACES)


_FENCED = re.compile(r"^ *(```|~~~).*?^ *\1", re.MULTILINE | re.DOTALL)
_NAME = re.compile(r"^[\"']?([a-z_]+)[\"']?[ \t]*:(?=\s|$)", re.MULTILINE)
_IN_BRACES = (
    re.compile(r"[{,]\s*[\"']?planc[\"']?\s*:\s*[\"']?1\b"),
    re.compile(r"[{,]\s*[\"']?ref[\"']?\s*:"),
)
_MOST_COMMON_NAMES = 6
"""With so many names of its fields at the margin, a file is a plan that lost its first lines."""


def _home(pattern: str, root: Path) -> str:
    """The folder in which a pattern looks for plans: as far as it names one."""
    steps = Path(pattern).parts[:-1]
    fixed = next((n for n, step in enumerate(steps) if _WILD.search(step)), len(steps))
    return str(root.joinpath(*steps[:fixed]))


def _is_at_home(path: Path, root: Path, homes: Sequence[str]) -> bool:
    """Whether a file is in a folder for plans, which is not that of planc.yaml itself."""
    return any(home != str(root) and path.is_relative_to(home) for home in homes)


def _is_passed_over(entry: os.DirEntry[str], beside: Collection[str], root: Path) -> bool:
    """Git's own folder, the papers, and the packages of Node."""
    if entry.name == ".git":
        return os.path.exists(os.path.join(entry.path, "HEAD"))  # noqa: PTH110, PTH118
    if entry.name == PAPERS:
        return entry.path == str(root / PAPERS)
    return entry.name == "node_modules" and "package.json" in beside


def _file(path: Path, root: Path, homes: Sequence[str]) -> Unread:
    hidden = any(part.startswith(".") for part in path.relative_to(root).parts)
    at_home = _is_at_home(path, root, homes)
    nested = next((folder for folder in path.parents if _is_nested(folder, root)), None)
    named = bool(_ENDING.search(path.name)) and not hidden
    if nested is not None:
        because = f"{nested.relative_to(root).as_posix()} has a {POLICY} of its own"
        do = f"Take that {POLICY} away; or check that folder alone and leave it out here"
    elif hidden:
        because = "its name, or that of a folder that it is in, starts with a dot"
        do = "Take the dot off, and put the file where plans are"
    elif at_home and path.suffix != ".yaml":
        because = "its name does not end in .yaml, in small letters"
        do = f"Call it {path.name.split('.')[0]}.yaml"
    else:
        because = f"it is not where {POLICY} says that plans are"
        do = f'Put it where plans are, or add it to "plans:" in {POLICY}'
    return Unread(path, because, do, certain=named and at_home, files=(path,))


def _is_nested(folder: Path, root: Path) -> bool:
    return folder != root and folder.is_relative_to(root) and (folder / POLICY).is_file()


def _behind_link(entry: os.DirEntry[str], root: Path, homes: Sequence[str]) -> Iterator[Unread]:
    """A link that may lead to a plan, unless the walk sees what it leads to anyway."""
    path, target = Path(entry.path), Path(os.path.realpath(entry.path))
    at_home = _is_at_home(path, root, homes)
    inside = target.is_relative_to(os.path.realpath(root))
    is_folder = target.is_dir()
    named = is_folder or bool(_ENDING.search(path.name))
    if inside and not at_home:
        return
    if is_folder:
        inner = target.rglob("*") if not at_home else ()
        files = tuple(found for _, found in zip(range(_MOST_BEHIND_A_LINK), inner, strict=False))
    else:
        files = (target,)
    because = "it is behind a link, and planc follows none"
    do = f"Put the {'folder' if is_folder else 'file'} itself in place of the link"
    yield Unread(path, because, do, certain=at_home and named, files=files)


_MOST_BEHIND_A_LINK = 2_000
