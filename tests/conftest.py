"""The repository that examples are pieces of, and a way to check a changed copy of it."""

import datetime as dt
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from planc import pipeline
from planc.model.report import Report

BASE = Path(__file__).parent / "base"
AS_OF = dt.date(2026, 11, 22)
PLAN = "plans/larch.yaml"

Checked = Callable[..., Report]


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """A copy of the base repository that a test may change."""
    root = tmp_path / "repository"
    shutil.copytree(BASE, root)
    return root


@pytest.fixture
def checked(base: Path) -> Checked:
    """Checks the base plan with pieces of it replaced: `checked("lro: di-soc-west")`."""

    def run(piece: str = "", *, as_of: dt.date = AS_OF, whole_file: bool = False) -> Report:
        for name, text in parts(piece).items():
            path = base / name
            path.write_text(text if whole_file else merged(path.read_text(), text))
        return pipeline.check(pipeline.open_repository([base]), as_of)

    return run


def parts(piece: str) -> dict[str, str]:
    """A piece by the file it belongs to; a line `# planc.yaml` starts that of another file."""
    found: dict[str, list[str]] = {PLAN: []}
    name = PLAN
    for line in piece.split("\n"):
        if line in ("# planc.yaml", "# directory.yaml"):
            name = line[2:]
            found[name] = []
        else:
            found[name].append(line)
    return {name: "\n".join(lines) for name, lines in found.items()}


def merged(text: str, piece: str) -> str:
    """The text with each top-level field of the piece in place of its own; new ones at the end.

    Entries of the log are added to those there are. A line `# without log` takes a field out.
    Works on lines, so that a piece may be unreadable.
    """
    whole, new = _fields(text), _fields(piece)
    for gone in re.findall(r"^# without ([a-z_]+)$", piece, re.MULTILINE):
        whole.pop(gone)
    for name, lines in new.items():
        whole[name] = whole[name] + lines[1:] if name == "log" and name in whole else lines
    whole = {"": [], **whole}
    return "\n".join(line for lines in whole.values() for line in lines) + "\n"


def _fields(text: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    name = ""
    for line in text.rstrip("\n").split("\n"):
        start = re.match(r"([A-Za-z_]+)(?=[: ])", line)
        if start:
            name = start[1]
        elif line.startswith("---") and name:
            name = "---"
        elif line.startswith("#"):
            continue
        found.setdefault(name, []).append(line)
    return found
