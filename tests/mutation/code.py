"""python -m tests.mutation.code [--every N] [WORD ...]: mistakes in planc's own code.

One mistake at a time is made in a file of the path that decides what leaves the force, in memory:
the file on the disk stays as it is. The tests nearest to that file must then fail. A mutant that
they let pass stands in survivors.txt with the reason, or the exit status is 1; so it is if a line
there is of no use any more.
"""

import argparse
import ast
import os
import signal
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from pathlib import Path
from types import CodeType, ModuleType
from typing import NamedTuple

from tests.mutation.code_operators import Mutant, mutants

ROOT = Path(__file__).parents[2]
SURVIVORS = Path(__file__).with_name("survivors.txt")

NEAREST: Mapping[str, Sequence[str]] = {
    "planc/passes/redact.py": ("tests/passes/test_redact.py",),
    "planc/passes/release_gate.py": ("tests/passes/test_release_gate.py",),
    "planc/passes/find_leaks.py": ("tests/passes/test_find_leaks.py",),
    "planc/passes/find_disguised.py": ("tests/passes/test_find_disguised.py",),
    "planc/passes/unwrap.py": ("tests/passes/test_unwrap.py",),
    "planc/passes/seal.py": ("tests/passes/test_seal.py",),
    "planc/passes/read_paper.py": ("tests/passes/test_read_paper.py",),
    "planc/model/seal.py": ("tests/passes/test_seal.py",),
    "planc/model/fingerprint.py": ("tests/passes/test_seal.py",),
    "planc/model/marking.py": ("tests/model/test_marking.py",),
    "planc/model/release.py": ("tests/model/test_release.py",),
}
"""The files that mistakes are made in, each with the tests that must find them: those nearest to it
alone, for they are run once for each mistake."""

_MOST_SECONDS = 120


class Tried(NamedTuple):
    """A mutant, and whether the tests passed all the same."""

    mutant: Mutant
    survived: bool


# One mutant


class _Loader(SourceFileLoader):
    """Loads a module from a tree that stands in for its file."""

    def __init__(self, name: str, path: str, tree: ast.Module) -> None:
        super().__init__(name, path)
        self._tree = tree

    def get_code(self, fullname: str) -> CodeType:
        return compile(self._tree, self.get_filename(fullname), "exec")


class _Finder(MetaPathFinder):
    """Finds one module in another form."""

    def __init__(self, path: str, tree: ast.Module) -> None:
        self._name = path.removesuffix(".py").replace("/", ".")
        self._path, self._tree = str(ROOT / path), tree

    def find_spec(
        self, fullname: str, _path: Sequence[str] | None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname != self._name:
            return None
        loader = _Loader(fullname, self._path, self._tree)
        return spec_from_file_location(fullname, self._path, loader=loader)


def _run_tests(path: str, tree: ast.Module | None) -> int:
    """The exit status of the tests nearest to a file; in a process of its own."""
    import pytest

    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 1)
    os.dup2(quiet, 2)
    if tree is not None:
        sys.meta_path.insert(0, _Finder(path, tree))
    quick = ("-x", "-q", "-p", "no:cacheprovider")
    loaded = ("-W", "ignore::pytest.PytestAssertRewriteWarning")  # by _prepare
    return int(pytest.main([*quick, *loaded, *NEAREST[path]]))


def _started(path: str, tree: ast.Module | None) -> int:
    """The id of a process in which the tests run."""
    child = os.fork()
    if child:
        return child
    signal.setitimer(signal.ITIMER_REAL, _MOST_SECONDS)  # ends a mutant that never does
    try:
        os._exit(_run_tests(path, tree))
    except BaseException:
        os._exit(1)


def _tried(found: Iterable[Mutant]) -> Iterator[Tried]:
    """Each mutant with what came of it, as many at once as there are cores."""
    running: dict[int, Mutant] = {}
    for mutant in found:
        if len(running) == (os.cpu_count() or 1):
            yield _ended(running)
        running[_started(mutant.path, mutant.tree())] = mutant
    while running:
        yield _ended(running)


def _ended(running: dict[int, Mutant]) -> Tried:
    child, status = os.wait()
    tried = Tried(running.pop(child), os.waitstatus_to_exitcode(status) == 0)
    if tried.survived:  # told at once: the whole takes its time
        sys.stderr.write(f"survives: {tried.mutant.told}\n")
    return tried


# All of them


def known_survivors() -> list[str]:
    """The mutants that need not be found, as `Mutant.told` has them."""
    lines = SURVIVORS.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and line[0] != "#"]


def of_files(words: Sequence[str] = (), every: int = 1) -> list[Mutant]:
    """Every n-th mutant of the files whose paths hold one of the words."""
    paths = [path for path in NEAREST if not words or any(word in path for word in words)]
    made = [
        mutant
        for path in paths
        for mutant in mutants(path, (ROOT / path).read_text(encoding="utf-8"))
    ]
    return made[::every]


def main() -> int:
    """Runs, prints, and says how it went."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutation.code")
    parser.add_argument("words", nargs="*", metavar="WORD", help="only files whose path holds it")
    parser.add_argument("--every", type=int, default=1, help="only every n-th mutant")
    asked = parser.parse_args()
    os.chdir(ROOT)
    sys.dont_write_bytecode = True
    _prepare()
    found = of_files(asked.words, asked.every)
    for path in dict.fromkeys(mutant.path for mutant in found):
        _, status = os.waitpid(_started(path, None), 0)
        if status:
            sys.stdout.write(f"The tests of {path} fail without any mistake.\n")
            return 2
    return _shown(list(_tried(found)), found)


def _prepare() -> None:
    """Loads what every run of the tests needs, once; nothing of planc itself."""
    import docx
    import hypothesis
    import jinja2
    import phonenumbers
    import pytest
    import typer
    import yaml
    from lxml import etree

    del docx, hypothesis, jinja2, phonenumbers, pytest, typer, yaml, etree


def _shown(tried: list[Tried], found: list[Mutant]) -> int:
    known = set(known_survivors())
    survived = [one.mutant for one in tried if one.survived]
    new = sorted(mutant.told for mutant in survived if mutant.told not in known)
    killed = [one.mutant.told for one in tried if not one.survived and one.mutant.told in known]
    paths = {mutant.path for mutant in found}
    gone = [line for line in known if line.split(":")[0] in paths and line not in _told(found)]
    lines = [f"SURVIVES, with no reason in survivors.txt: {told}" for told in new]
    lines += [f"killed, and yet in survivors.txt: {told}" for told in killed]
    lines += [f"in survivors.txt, and no mutant any more: {told}" for told in gone]
    lines += ["", f"{'file':34}{'mutants':>9}{'killed':>9}{'explained':>11}{'survive':>9}"]
    for path in (*paths, "all"):
        of_path = [one for one in tried if path in ("all", one.mutant.path)]
        count = Counter(_outcome(one, known) for one in of_path)
        lines.append(
            f"{path:34}{len(of_path):9}{count['killed']:9}{count['known']:11}{count['new']:9}"
        )
    share = 1 - len(survived) / max(1, len(tried))
    lines.append(f"Mutation score: {share:.1%}. {time.process_time():.0f} s in this process.")
    sys.stdout.write("\n".join(lines) + "\n")
    return 1 if new or killed or gone else 0


def _outcome(one: Tried, known: set[str]) -> str:
    if not one.survived:
        return "killed"
    return "known" if one.mutant.told in known else "new"


def _told(found: Iterable[Mutant]) -> set[str]:
    return {mutant.told for mutant in found}


if __name__ == "__main__":
    sys.exit(main())
