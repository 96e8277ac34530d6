"""A few answers -> the files of a new plans repository."""

import datetime as dt
import hashlib
import re
from collections.abc import Mapping
from typing import NamedTuple

from planc.resources import folder
from planc.wording.yaml_text import one_line

HOSTS = ("github", "gitlab", "none")
"""Where a repository can be hosted: none is a shared folder, or a server of another kind."""


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
_OF_HOST: Mapping[str, Mapping[str, str]] = {
    "github": {".github/workflows/plans.yml": "github.yml", "CODEOWNERS": "CODEOWNERS"},
    "gitlab": {".gitlab-ci.yml": "gitlab-ci.yml", "CODEOWNERS": "CODEOWNERS"},
    "none": {},
}
_IN_YAML = ("force", "owner", "board")


def begin_repository(
    answers: Answers, today: dt.date, wheel: Wheel | None = None
) -> dict[str, bytes]:
    """Each file by its name, with what goes into it."""
    templates = folder("templates") / "repository"
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
    for name, template in {**_FILES, **_OF_HOST[answers.host]}.items():
        text = (templates / template).read_text(encoding="utf-8")
        fitting = quoted if name.endswith((".yaml", ".yml")) else words
        for word, value in fitting.items():
            text = text.replace(f"@{word}@", value)
        files[name] = text.encode()
    if answers.host != "none":
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
