"""Paths -> the plans among them, as the policy says where plans are."""

import os
from collections.abc import Collection, Sequence
from pathlib import Path, PureWindowsPath

from planc.errors import PlancError
from planc.model.policy import POLICY
from planc.wording.words import cut

MOST_POLICIES = 5
"""How long a chain of policies can be, each extending the next: force, region, nation and room."""


def root_of(paths: Sequence[Path]) -> Path | None:
    """The folder of the planc.yaml that the paths lie under; None if there is none above them.

    Raises PlancError if a path does not exist, or if they belong to different repositories.
    """
    for path in paths:
        if not path.exists() and not path.is_symlink():
            raise PlancError(f"{path} does not exist.")
    roots = {_root_above(path) for path in absolute(paths)}
    if len(roots) > 1:
        raise PlancError("These paths belong to different plans repositories. Check one at a time.")
    return next(iter(roots))


def find(
    paths: Sequence[Path], everything: Sequence[Path] | None, root: Path, settings: set[Path]
) -> list[Path]:
    """The plans that the paths stand for, in order of name.

    `everything` are all the plans of the repository, or None where there is no policy to say. A
    folder stands for the plans in it, a file of `settings` for all. Raises PlancError for a path
    that stands for none.
    """
    known = None if everything is None else set(everything)
    chosen: set[Path] = set()
    for path in absolute(paths):
        plans = _stands_for(path, known, root, settings) - settings
        if not plans:
            where = "here" if path == root else f"in {name_of(path, root)}"
            raise PlancError(
                f"There is no plan {where}. In {POLICY}, plans: says where the plans are."
            )
        chosen |= plans
    return sorted(chosen)


PLACES = (("plans/**/*.yaml",), ("*.yaml",))
"""Where plans are if the policy does not say: in plans/; if there are none, beside planc.yaml."""


def plans_of(
    root: Path, wanted: Sequence[str], settings: set[Path], left_out: Collection[Path] = ()
) -> list[Path]:
    """Every file that the policy calls a plan, in order of name. Hidden files never are.

    `wanted` are the policy's patterns; where it has none, those of PLACES. The files of `settings`
    are no plans, wherever they are, nor is what is `left_out` or in a folder that is.
    """
    excluded = set(left_out)
    for patterns in [wanted] if wanted else PLACES:
        matches = {path for pattern in patterns for path in root.glob(pattern)} - settings
        plans = sorted(
            path
            for path in matches
            if not (os.path.isdir(path) or _hidden(path, root))  # noqa: PTH112
            and not (excluded and excluded.intersection((path, *path.parents)))
        )
        if plans:
            return plans
    return []


def matching(root: Path, patterns: Sequence[str]) -> frozenset[Path]:
    """The files and folders that any of the patterns stands for."""
    return frozenset(path for pattern in patterns for path in root.glob(pattern))


def absolute(paths: Sequence[Path]) -> list[Path]:
    """The paths from the top of the file system, links in them not followed."""
    # resolve would follow links, and absolute leaves .. in
    return [Path(os.path.abspath(path)) for path in paths]  # noqa: PTH100


def name_of(path: Path, root: Path) -> str:
    """How messages name a file: from the root, with / on every system."""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()


def named_in(file: Path, written: str) -> Path:
    """The file that `written` in another file stands for."""
    return Path(os.path.abspath(file.parent / written))  # noqa: PTH100


def misled(chain: Sequence[Path], written: str, root: Path) -> str | None:
    """Why the last policy of a chain cannot extend the file `written`; None if it can.

    The chain starts with planc.yaml, which extends the second one, and so on. What they extend is a
    YAML file in the folder `root`, wherever links lead: text of others would end up in logs.
    """
    name = f'"{cut(written)}"'
    path = named_in(chain[-1], written)
    real, folder = Path(os.path.realpath(path)), Path(os.path.realpath(root))
    inside = real.is_relative_to(folder) and not _hidden(real, folder)
    portable = "\\" not in written and not PureWindowsPath(written).anchor
    if not (inside and portable and path.suffix in (".yaml", ".yml")):
        return (
            f"{name} is no YAML file of this repository. Put a copy of it beside {POLICY} or below,"
            " and write the way to it from this file, as in shared/region.yaml."
        )
    if not os.path.lexists(path):
        return f"{name} does not exist. Put the file there, or take out this line."
    if any(real == Path(os.path.realpath(policy)) for policy in chain):
        return f"{name} leads back here, round in a circle. Take out one of the two lines."
    if len(chain) == MOST_POLICIES:
        return f"{MOST_POLICIES} policies in a row are the most there can be. Take out this line."
    return None


def is_pattern(pattern: str, root: Path) -> bool:
    """Whether files in the folder, and nowhere else, can be found by this pattern."""
    try:
        next(root.glob(pattern), None)
    except (ValueError, NotImplementedError, IndexError):
        return False
    return ".." not in Path(pattern).parts


def _root_above(path: Path) -> Path | None:
    folders = (path, *path.parents) if path.is_dir() else path.parents
    return next((folder for folder in folders if (folder / POLICY).is_file()), None)


def _stands_for(path: Path, plans: set[Path] | None, root: Path, settings: set[Path]) -> set[Path]:
    if plans is None and path.is_dir():
        inside = path.rglob("*.yaml")
        return {plan for plan in inside if not plan.is_dir() and not _hidden(plan, path)}
    if plans is None:
        if _hidden(path, path.parent):
            raise PlancError(f"{name_of(path, root)} is a hidden file, and those are never plans.")
        return {path}
    if path.is_dir():
        return {plan for plan in plans if plan.is_relative_to(path)}
    if path in settings:
        return plans
    if path not in plans:
        raise PlancError(f"{name_of(path, root)} is not one of the plans that {POLICY} names.")
    return {path}


def _hidden(path: Path, root: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(root).parts)
