"""The repository that examples are pieces of, and ways to run planc on a changed copy of it."""

import atexit
import datetime as dt
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from planc.check import check
from planc.cli.app import run as run_planc
from planc.model.baseline import BASELINE
from planc.model.report import Report
from planc.repository import open_repository

ROOT = Path(__file__).parents[1]
BASE = ROOT / "tests" / "base"
AS_OF = dt.date(2026, 11, 22)
PLAN = "plans/larch.yaml"

Checked = Callable[..., Report]


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """planc as one file, for the tests that install it."""
    from tests.wheels import made_wheel

    return made_wheel(tmp_path_factory.mktemp("wheel"))


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
            path.write_text(text if whole_file else merged(before(path), text))
        return check(open_repository([base]), as_of)

    return run


def parts(piece: str) -> dict[str, str]:
    """A piece by the file it belongs to; a line `# planc.yaml` starts that of another file.

    So does `# plans/maple.yaml`, a plan that is like the base plan but for the piece.
    """
    pieces: dict[str, list[str]] = {PLAN: []}
    name = PLAN
    for line in piece.split("\n"):
        if re.fullmatch(r"# (planc|directory|planc-baseline|plans/[a-z]+)\.yaml", line):
            name = line[2:]
            pieces.setdefault(name, [])
        else:
            pieces[name].append(line)
    return {name: "\n".join(lines) for name, lines in pieces.items()}


def before(path: Path) -> str:
    """What stands in the file that a piece goes into; a further plan is like the base plan."""
    if path.exists():
        return path.read_text(encoding="utf-8")
    if path.name == BASELINE:
        return "planc: 1\n"
    assert path.parent.name == "plans", f"{path.name} is not there for a piece to go into"
    return (BASE / PLAN).read_text(encoding="utf-8")


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
    lines_by_field: dict[str, list[str]] = {}
    name = ""
    for line in text.rstrip("\n").split("\n"):
        start = re.match(r"([A-Za-z_]+)(?=[: ])", line)
        if start:
            name = start[1]
        elif line.startswith("---") and name:
            name = "---"
        elif line.startswith("#"):
            continue
        lines_by_field.setdefault(name, []).append(line)
    return lines_by_field


DAY = ("--as-of", AS_OF.isoformat())

CLEAN = (
    "Checked 1 plan: 0 have findings, 1 is fine, 0 files could not be read. Found nothing."
    " Changes not looked at (no --since).\n"
)
COMPARE = (
    "agreement-expiring, board-calendar-ended, duplicate-ref, lro-overload, owner-overload,"
    " partner-asked-twice"
)
PART = f"Rules that compare plans did not run, because not every plan was asked for: {COMPARE}.\n"

# Changes to the base plan, each with what comes of it
NO_OWNER = ("serves: OBJ-1, owner: di-soc-east, ", "serves: OBJ-1, ")  # an error
TOO_HIGH = ("marking: OFFICIAL-SENSITIVE", "marking: SECRET")  # a refusal
LATE = ("due: 2026-12-18", "due: 2026-11-20")  # a warning
LIKE_A_NUMBER = ("operation: EXAMPLE LARCH          # SAMPLE", "operation: 0123")  # an info

posix = pytest.mark.skipif(os.name != "posix", reason="a matter of POSIX systems")
not_root = pytest.mark.skipif(
    hasattr(os, "geteuid") and os.geteuid() == 0, reason="permissions do not bind root"
)


LONGEST = (
    *("tests/browser/", "tests/test_plans.py", "tests/papers/test_one_page.py", "tests/rules/"),
    *("tests/cli/test_verify.py", "tests/papers/", "tests/benchmarks/", "tests/test_package.py"),
    *("tests/cli/test_output.py", "tests/test_fix.py", "tests/detect/", "tests/verify/"),
    *("tests/formats/", "tests/cli/", "tests/passes/"),
)
"""Where two run tests, each takes a file at a time. These come first, so that none is left alone
with a long one at the end."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    def turn(item: pytest.Item) -> int:
        starts = (n for n, start in enumerate(LONGEST) if item.nodeid.startswith(start))
        return next(starts, len(LONGEST))

    items.sort(key=turn)


def examples(number: int) -> int:
    """How many examples a test makes: so many in the gate, PLANC_EXAMPLES times that at length."""
    return number * int(os.environ.get("PLANC_EXAMPLES", "1"))


class Ran(NamedTuple):
    """What came of a run of planc."""

    status: int
    out: str
    err: str


Planc = Callable[..., Ran]

_STEERED_BY = ("SOURCE_DATE_EPOCH", "NO_COLOR", "FORCE_COLOR", "PYTHONDONTWRITEBYTECODE")


@pytest.fixture
def planc(base: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Planc:
    """Runs planc in this process, in the base repository: `planc("check", "plans", *DAY)`."""
    for name in _STEERED_BY:
        monkeypatch.delenv(name, raising=False)

    def run(*words: object, cwd: Path = base) -> Ran:
        monkeypatch.chdir(cwd)
        monkeypatch.setattr(sys, "argv", ["planc", *map(str, words)])
        with pytest.raises(SystemExit) as ended:
            run_planc()
        out, err = capsys.readouterr()
        assert isinstance(ended.value.code, int)
        return Ran(ended.value.code, out, err)

    return run


def process(
    *words: object,
    cwd: Path,
    planc: Path = ROOT,
    stdout: Any = subprocess.PIPE,
    limit: Callable[[], None] | None = None,
    **env: str,
) -> Ran:
    """Runs planc as a process of its own, from the folder `planc`, with more in its environment.

    `limit` is called in the process before planc starts; the output is lost if it goes to a file.
    """
    done = subprocess.run(
        [sys.executable, "-m", "planc", *map(str, words)],
        cwd=cwd,
        env=environment(env, planc),
        stdout=stdout,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        preexec_fn=limit,
    )
    return Ran(done.returncode, done.stdout or "", done.stderr)


def environment(env: Mapping[str, str], planc: Path = ROOT) -> dict[str, str]:
    """The environment of this process with what is in `env`, and without what steers planc."""
    kept = {name: value for name, value in os.environ.items() if name not in _STEERED_BY}
    return {**kept, "PYTHONPATH": str(planc), "PYTHONPYCACHEPREFIX": _compiled(), **env}


@cache
def _compiled() -> str:
    """A folder for what is compiled, so that not every process compiles planc anew."""
    folder = tempfile.TemporaryDirectory(prefix="planc-compiled-")
    atexit.register(folder.cleanup)
    return folder.name


def change(path: Path, *pairs: tuple[str, str]) -> None:
    """Puts the second of each pair in place of the first, which stands once in the file."""
    text = path.read_text(encoding="utf-8")
    for old, new in pairs:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")


def copied(base: Path, name: str, ref: str) -> Path:
    """A copy of the base plan under another name and with another reference."""
    copy = base / name
    copy.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(base / PLAN, copy)
    change(copy, ("ref: SOC-2026-014", f"ref: {ref}"))
    return copy


def listing(root: Path) -> dict[str, str]:
    """Every file below the folder with its digest, and every folder with its time."""
    return {
        str(path.relative_to(root)): hashlib.sha256(path.read_bytes()).hexdigest()
        if path.is_file()
        else str(path.stat().st_mtime_ns)
        for path in sorted(root.rglob("*"))
    }


def at_most(size: int) -> Callable[[], None]:
    """For `process`: a disk on which no file may have more than `size` bytes."""

    def limit() -> None:
        resource: Any = pytest.importorskip("resource")
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return limit


NATION = """\
planc: 1
numbers: {overdue_days: 10, lro_plans: 9}
tiers:
  - {name: national, review_days: 14}
  - {name: regional, review_days: 30}
rules:
  tactic-overdue: {severity: error, reason: Agreed nationally}
  partner-none: {severity: off, reason: Agreed nationally}
foia: Ask the national FOI unit
"""


REGION = """\
planc: 1
extends: ../nation.yaml
force: Example Region
information_asset_owner: Head of the region
dpia_ref: DPIA-REGION
plans: [regional/*.yaml]
directory: regional.yaml
exercise: {as_of: 2020-01-01, stamp: EXERCISE}
numbers: {overdue_days: 20}
tiers:
  - name: regional
    review_days: 28
boards:
  - {id: region-soc, name: Regional Board, level: regional, meetings: [2026-11-03, 2026-12-01]}
  - {id: county-soc, name: As the region calls it, chair: supt-crime, meetings: [2026-10-01]}
rules:
  tactic-overdue:
    severity: info
    reason: Chased by the region
"""


@pytest.fixture
def chain(base: Path) -> Path:
    """The base repository, with a planc.yaml that extends."""
    (base / "nation.yaml").write_text(NATION, encoding="utf-8")
    (base / "shared").mkdir()
    (base / "shared" / "region.yaml").write_text(REGION, encoding="utf-8")
    with (base / "planc.yaml").open("a", encoding="utf-8") as file:
        file.write(
            "extends: shared/region.yaml\n"
            "numbers: {strand_tactics: 1, lro_plans: 4}\n"
            "tiers: [{name: force, review_days: 90}]\n"
        )
    return base


def extend_policy(base: Path, written: str) -> None:
    """Lets the planc.yaml extend another file."""
    with (base / "planc.yaml").open("a", encoding="utf-8") as file:
        file.write(f"extends: {written}\n")


@pytest.fixture
def four(planc: Planc, base: Path) -> Planc:
    """planc, before a plan with a finding of each severity."""
    change(base / PLAN, NO_OWNER, LATE, LIKE_A_NUMBER, TOO_HIGH)
    return planc


@pytest.fixture
def old(base: Path) -> Path:
    """A repository whose plan has an error, a warning and an info."""
    change(base / PLAN, NO_OWNER, LATE, LIKE_A_NUMBER)
    return base
