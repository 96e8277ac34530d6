"""A few answers -> the files of a new plans repository."""

import datetime as dt
import hashlib
import re
from pathlib import Path
from typing import NamedTuple

from planc.resources import folder
from planc.wording.yaml_text import one_line

NO_HOST = "none"
"""A shared folder, or a server of another kind."""


class Wheel(NamedTuple):
    """planc itself, as a file that the build server installs."""

    name: str
    content: bytes


class Answers(NamedTuple):
    """What a new repository is made from."""

    host: str
    force: str
    board: str
    meeting: dt.date
    owner: str
    coordinator: str


_FILES = {
    "planc.yaml": "planc.yaml",
    "directory.yaml": "directory.yaml",
    "plans/first-draft.yaml": "first-plan.yaml",
    ".gitignore": "gitignore",
    ".gitattributes": "gitattributes",
    ".githooks/setup": "setup",
    ".githooks/pre-commit": "pre-commit",
    ".githooks/commit-msg": "commit-msg",
    ".githooks/pre-push": "pre-push",
    ".vscode/extensions.json": "vscode-extensions.json",
    ".vscode/settings.json": "vscode-settings.json",
    ".vscode/tasks.json": "vscode-tasks.json",
    "README.md": "README.md",
}
_IN_YAML = ("force", "owner", "board")


def hosts() -> tuple[str, ...]:
    """Where a repository can be hosted."""
    return (*sorted(path.name for path in (_templates() / "hosts").iterdir()), NO_HOST)


def _templates() -> Path:
    return folder("templates") / "repository"


def _of_host(host: str) -> dict[str, str]:
    """The files that a host asks for, each with its template."""
    if host == NO_HOST:
        return {}
    top = _templates() / "hosts" / host
    paths = sorted(path.relative_to(top).as_posix() for path in top.rglob("*") if path.is_file())
    return {"CODEOWNERS": "CODEOWNERS", **{name: f"hosts/{host}/{name}" for name in paths}}


def begin_repository(
    answers: Answers, today: dt.date, wheel: Wheel | None = None
) -> dict[str, bytes]:
    """Each file by its name, with what goes into it."""
    words = {
        "force": answers.force,
        "force_id": id_of(answers.force),
        "board": answers.board,
        "board_id": id_of(answers.board),
        "meeting": answers.meeting.isoformat(),
        "owner": answers.owner,
        "coordinator": answers.coordinator,
        "year": str(today.year),
    }
    quoted = words | {name: one_line(words[name], flow=True) for name in _IN_YAML}
    files = {}
    for name, template in {**_FILES, **_of_host(answers.host)}.items():
        text = (_templates() / template).read_text(encoding="utf-8")
        fitting = quoted if name.endswith((".yaml", ".yml")) else words
        for word, value in fitting.items():
            text = text.replace(f"@{word}@", value)
        files[name] = text.encode()
    if answers.host != NO_HOST:
        files |= _installed(wheel)
    return files


def id_of(name: str) -> str:
    """The id that a name makes: `Exampleton Police` is exampleton-police."""
    return "-".join(re.findall("[a-z0-9]+", name.casefold()))[:63].strip("-") or "ours"


def _installed(wheel: Wheel | None) -> dict[str, bytes]:
    """What the build server installs, each file known by its digest."""
    lock = (folder("locks") / "users.txt").read_text(encoding="utf-8")
    if wheel is None:
        return {"ci/requirements.txt": lock.encode()}
    digest = hashlib.sha256(wheel.content).hexdigest()
    own = f"./ci/{wheel.name} \\\n    --hash=sha256:{digest}\n"
    return {"ci/requirements.txt": (lock + own).encode(), f"ci/{wheel.name}": wheel.content}
