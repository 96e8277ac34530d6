"""The names of rules: policies, waivers and minutes name them, so each means one thing for ever."""

import re
import subprocess
from pathlib import Path

import pytest

from planc.all_rules import BY_NAME

ROOT = Path(__file__).parents[2]
NAMES = "planc/rules/names.txt"
LISTED = [
    line.split()
    for line in (ROOT / NAMES).read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


def test_every_rule_is_listed_and_every_other_name_is_retired() -> None:
    used = {words[0] for words in LISTED if words[1:] == []}
    assert not BY_NAME.keys() - used, f"a new rule: write its name into {NAMES}, in order"
    assert not used - BY_NAME.keys(), f"no rule any more: write retired after its name in {NAMES}"
    assert all(words[1:] in ([], ["retired"]) for words in LISTED), NAMES


def test_no_name_is_listed_twice_or_out_of_order() -> None:
    names = [words[0] for words in LISTED]
    assert names == sorted(set(names)), f"put {NAMES} in order"
    assert all(re.fullmatch("[a-z]+(-[a-z]+)*", name) for name in names)


def test_no_name_that_was_ever_listed_is_dropped_or_comes_back() -> None:
    done = subprocess.run(
        ["git", "log", "--format=", "--patch", "--reverse", "--", NAMES],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    if done.returncode or not done.stdout:
        pytest.skip("needs the history of this repository")
    lines = re.findall(r"^\+([a-z][a-z-]*)( retired)?$", done.stdout, re.MULTILINE)
    listed = {words[0]: words[1:] for words in LISTED}
    dropped = {name for name, _ in lines} - listed.keys()
    assert not dropped, f"policies may still name it: it stays in {NAMES}, marked retired"
    back = {name for name, retired in lines if retired} - {n for n, rest in listed.items() if rest}
    assert not back, "a retired name would mean two things: give the rule another"
