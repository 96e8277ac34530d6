"""What the README installs: pinned, known by its digest, and what pyproject.toml allows."""

import re
import subprocess
import sys
import tomllib
from importlib.metadata import distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.conftest import ROOT

LOCKS = ("users", "tests", "bundle")
PIN = re.compile(r"([a-z0-9-]+)==([^\s;]+)(?: ; ([^\\]+))? \\\n((?: {4}--hash=sha256:.*\n)+)")


def read(lock: str) -> tuple[str, str]:
    """What stands at the top of a lock, and its pins."""
    head, _, rest = (ROOT / "locks" / f"{lock}.txt").read_text(encoding="utf-8").partition("\n\n")
    return head, rest


def pins(lock: str) -> dict[str, tuple[str, str]]:
    """The version of each package in a lock, and for which systems it is needed."""
    return {name: (version, only) for name, version, only, _ in PIN.findall(read(lock)[1])}


def wanted(lock: str) -> list[Requirement]:
    """What pyproject.toml asks for: to run and to build planc, and to test it."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    words = settings["build-system"]["requires"] + settings["project"]["dependencies"]
    if lock == "tests":
        extras = settings["project"]["optional-dependencies"]
        words += extras["test"] + [one for one in extras["dev"] if one != "planc[test]"]
    if lock == "bundle":
        words += settings["project"]["optional-dependencies"]["bundle"]
    return [Requirement(one) for one in words]


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_what_pyproject_allows(lock: str) -> None:
    locked = pins(lock)
    for one in wanted(lock):
        version, _ = locked.get(canonicalize_name(one.name), ("none", ""))
        assert version in one.specifier, f"{one} is locked as {version}: run .ci/lock"


def test_tests_run_with_the_very_versions_that_users_have() -> None:
    tests = pins("tests")
    for name, (version, only) in pins("users").items():
        # what users need on one system alone, a test may need on every one
        assert tests[name] in ((version, only), (version, "")), name


def test_a_lock_is_for_windows_too() -> None:
    assert {name for name, (_, only) in pins("users").items() if only} == {"colorama", "tzdata"}


def test_a_bundle_is_made_of_what_users_install() -> None:
    assert pins("users").items() <= pins("bundle").items()


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_files_by_their_digests_and_no_place_to_have_them_from(lock: str) -> None:
    head, rest = read(lock)
    assert head.split("\n")[1:] == ["#    .ci/lock", "--only-binary :all:"]
    assert PIN.sub("", rest) == ""
    digests = "".join(pin[3] for pin in PIN.findall(rest)).split()
    assert [one for one in digests if not re.fullmatch(r"--hash=sha256:[0-9a-f]{64}|\\", one)] == []


WITHOUT = """
import sys
sys.modules |= dict.fromkeys(('rich', 'pygments', 'markdown_it', 'phonenumbers.geodata'))
from planc.__main__ import main
sys.argv = ['planc', {}]
main()
"""


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (["--help"], 0, "Usage: planc"),
        (["check", "--help"], 0, "Usage: planc check"),
        (["check", "--ouput"], 2, "--output"),
    ],
)
def test_no_command_needs_what_the_users_lock_leaves_out(
    words: list[str], status: int, said: str
) -> None:
    """typer names rich as a need of its own, and planc asks it for nothing that takes it."""
    assert not {"rich", "pygments", "markdown-it-py"} & pins("users").keys()
    code = WITHOUT.format(", ".join(map(repr, words)))
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, "Traceback" in done.stderr) == (status, False), done.stderr
    assert said in done.stdout + done.stderr


def test_what_planc_needs_takes_little_room() -> None:
    """In MiB, as files lie on a disk, in blocks of 4 KiB."""
    sizes = dict.fromkeys((name for name, (_, only) in pins("users").items() if not only), 0.0)
    for name in sizes:
        files = [Path(str(path.locate())) for path in distribution(name).files or ()]
        sizes[name] = sum(-(-path.stat().st_size // 4096) for path in files if path.is_file()) / 256
    assert sum(sizes.values()) < 36, sorted(sizes.items(), key=lambda one: -one[1])
