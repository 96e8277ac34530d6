"""What the README installs: pinned, known by its digest, and what pyproject.toml allows."""

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.conftest import ROOT

LOCKS = ("users", "tests")
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


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_files_by_their_digests_and_no_place_to_have_them_from(lock: str) -> None:
    head, rest = read(lock)
    assert head.split("\n")[1:] == ["#    .ci/lock", "--only-binary :all:"]
    assert PIN.sub("", rest) == ""
    digests = "".join(pin[3] for pin in PIN.findall(rest)).split()
    assert [one for one in digests if not re.fullmatch(r"--hash=sha256:[0-9a-f]{64}|\\", one)] == []
