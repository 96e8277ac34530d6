"""One mistake at a time in planc's code, in memory, and whether the tests nearest to it fail."""

import ast
import importlib
import os
import signal
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from pathlib import Path
from types import CodeType, ModuleType
from typing import NamedTuple, Protocol

ROOT = Path(__file__).parents[2]


class Mistake(Protocol):
    """A file of planc with a mistake in it, told in a line."""

    @property
    def path(self) -> str: ...

    @property
    def told(self) -> str: ...

    def tree(self) -> ast.Module: ...


class Tried(NamedTuple):
    """A mistake, and whether the tests passed all the same."""

    mistake: Mistake
    survived: bool


def prepare(folder: str) -> None:
    """Loads, once, what every run of the tests needs; compiled tests are kept in the folder."""
    sys.pycache_prefix, sys.dont_write_bytecode = folder, False
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = folder  # for planc in processes of its own
    for name in ("hypothesis", "pytest", *_PLUGINS):
        importlib.import_module(name)
    for name in _modules():
        if name != "planc.__main__":
            importlib.import_module(name)


_PLUGINS = ("syrupy", "_hypothesis_pytestplugin")


def seconds_of(path: str, tests: Sequence[str]) -> float:
    """How long the tests take without a mistake. Raises AssertionError if they fail."""
    start = time.monotonic()
    _, status = os.waitpid(_started(path, None, tests, 600), 0)
    assert not status, f"The tests of {path} fail without any mistake."
    return time.monotonic() - start


def tried(
    mistakes: Iterable[Mistake], tests: Sequence[str], seconds: float, at_once: int
) -> Iterator[Tried]:
    """Each mistake with what came of it; the tests end after the seconds, and have failed then."""
    running: dict[int, Mistake] = {}
    for mistake in mistakes:
        if len(running) == at_once:
            yield _ended(running)
        running[_started(mistake.path, mistake.tree(), tests, seconds)] = mistake
    while running:
        yield _ended(running)


def _ended(running: dict[int, Mistake]) -> Tried:
    child, status = os.wait()
    return Tried(running.pop(child), os.waitstatus_to_exitcode(status) == 0)


def _started(path: str, tree: ast.Module | None, tests: Sequence[str], seconds: float) -> int:
    """The id of a process in which the tests run."""
    child = os.fork()
    if child:
        return child
    try:
        signal.setitimer(signal.ITIMER_REAL, seconds)  # ends a mutant that never does
        os._exit(_run_tests(path, tree, tests))
    except BaseException:
        os._exit(1)


def _run_tests(path: str, tree: ast.Module | None, tests: Sequence[str]) -> int:
    """The exit status of the first tests that fail, or 0."""
    import pytest

    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 1)
    os.dup2(quiet, 2)
    if tree is not None:
        sys.meta_path.insert(0, _Finder(path, tree))
    _forget(_name_of(path))
    words = ["-x", "-q", "-p", "no:cacheprovider", *(w for name in _PLUGINS for w in ("-p", name))]
    words += ["-W", "ignore::pytest.PytestAssertRewriteWarning"]  # they are loaded already
    for test in tests:
        if status := int(pytest.main([*words, test])):
            return status
    return 0


# Modules


def _name_of(path: str) -> str:
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


@cache
def _modules() -> Mapping[str, frozenset[str]]:
    """Every module of planc, with what it may import, wherever in it the import stands."""
    paths = sorted((ROOT / "planc").rglob("*.py"))
    return {_name_of(p.relative_to(ROOT).as_posix()): frozenset(_imported(p)) for p in paths}


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def _forget(changed: str) -> None:
    """Lets the module, and those that were made with it, be loaded anew."""
    gone = {changed}
    while more := {name for name, names in _modules().items() if names & gone} - gone:
        gone |= more
    for name in gone & sys.modules.keys():
        del sys.modules[name]
        holder, _, last = name.rpartition(".")
        if holder in sys.modules:
            vars(sys.modules[holder]).pop(last, None)


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
        self._name, self._path, self._tree = _name_of(path), str(ROOT / path), tree

    def find_spec(
        self, fullname: str, _path: Sequence[str] | None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname != self._name:
            return None
        loader = _Loader(fullname, self._path, self._tree)
        return spec_from_file_location(fullname, self._path, loader=loader)
