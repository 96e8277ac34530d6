"""What planc loads and reads, by counts that are the same on every machine.

Time and memory follow them: a module that a command does not need, or a plan that is read once
more, is seen here before it is felt. Where a count goes down, it is lowered here.
"""

import shutil
import subprocess
import sys
from ast import literal_eval
from collections import Counter
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.benchmarks.corpus import write
from tests.conftest import ROOT, change, environment

_COUNT = """
import sys
before, opened = set(sys.modules), []
def note(event, words):
    if event == "open" and isinstance(words[0], str):
        opened.append((words[0], words[1]))
sys.addaudithook(note)
from planc.__main__ import main
sys.argv[0] = "planc"
status = None
try:
    main()
except SystemExit as end:
    status = end.code
loaded = sorted(set(sys.modules) - before)
sys.stderr.write("\\n" + repr((status, loaded, opened)))
"""


class Counts(NamedTuple):
    """What a run of planc loaded, and how often it opened each file of the plans' and its own."""

    status: int | None
    modules: list[str]
    opened: dict[str, int]

    @property
    def foreign(self) -> int:
        """The modules that are not planc's."""
        return sum(name.split(".")[0] != "planc" for name in self.modules)

    @property
    def own(self) -> int:
        """planc's modules but for its rules: each of these is a file, and many are no fault."""
        ours = (name for name in self.modules if name.split(".")[0] == "planc")
        return sum(not name.startswith("planc.rules.") for name in ours)


@cache
def counts(root: Path, *words: str) -> Counts:
    process = subprocess.run(
        [sys.executable, "-c", _COUNT, *words],
        cwd=root,
        env=environment({}),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    status, modules, opened = literal_eval(process.stderr.rpartition("\n")[2])
    # where one opens a file for another, Python tells of it twice: with its mode, and without
    times = Counter((root / path, mode is None) for path, mode in opened)
    number = {path: max(times[path, True], times[path, False]) for path, _ in times}
    known = {
        path.relative_to(folder).as_posix(): number[path]
        for path in number
        for folder in (root, *_SHIPPED)
        if path.is_relative_to(folder) and path.is_file()
    }
    return Counts(status, modules, known)


_SHIPPED = (ROOT / "schemas", ROOT / "templates")
PLANS = 8


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Eight sound plans, one of each kind."""
    return write(tmp_path_factory.mktemp("counts").resolve() / "repository", PLANS)


def papers(*more: str) -> tuple[str, ...]:
    # in one process: what others load and open is not counted
    return ("build", "--to", "docx,md", "--out", "packs", "--jobs", "1", *more)


LOADED = {
    "--version": (("--version",), 0, 2),
    "check": (("check",), 165, 130),
    "build": (papers(), 390, 240),
}
"""How many modules of others, and of planc's own beside rules, a command may load."""


@pytest.mark.parametrize("name", LOADED)
def test_a_command_loads_no_more_than_it_needs(root: Path, name: str) -> None:
    words, foreign, own = LOADED[name]
    ran = counts(root, *words)
    assert ran.status in (0, None)
    assert ran.foreign <= foreign
    assert ran.own <= own


READ = {
    "check": (("check",), 1),
    "plan": (papers(), 2),
    "portfolio": (papers("--pack", "portfolio"), 2),
    "tasks": (papers("--pack", "tasks"), 2),
}
"""How often a command reads each plan: to check it, and once more to make papers."""


@pytest.mark.parametrize("name", READ)
def test_each_file_is_read_as_often_as_it_must_be(root: Path, name: str) -> None:
    words, times = READ[name]
    ran = counts(root, *words)
    assert ran.status == 0
    plans = {path: number for path, number in ran.opened.items() if path.startswith("plans/")}
    assert set(plans.values()) == {times}
    assert len(plans) == PLANS
    shared = {path: ran.opened[path] for path in ("planc.yaml", "directory.yaml")}
    assert max(shared.values()) <= 2, shared
    shipped = [path for path in ran.opened if path.endswith((".json", ".j2", "reference.docx"))]
    assert [path for path in shipped if ran.opened[path] > 1] == []


def test_only_plans_with_a_finding_of_the_portfolio_are_read_once_more(root: Path) -> None:
    strict = shutil.copytree(root, root.with_name("strict"))
    change(strict / "planc.yaml", ("owner_tactics: 400", "owner_tactics: 6"))
    ran = counts(strict, "check")
    plans = Counter(ran.opened[f"plans/{path.name}"] for path in (strict / "plans").iterdir())
    assert plans == {1: PLANS - 2, 2: 2}
