"""Two officers in one plan: no entry lost, doubled or mixed; the rest merged, or left to people."""

import os
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from planc.amend import sound_document
from planc.check import check
from planc.model.document import value_at
from planc.passes.merge_plans import Merged, merge_plans
from planc.repository import open_repository
from tests.conftest import AS_OF, PLAN, ROOT, examples
from tests.passes.pairs import Pair, pair

PAIRS = examples(60)


def _log(text: str) -> list[str] | None:
    """Each entry of a plan's log, as its data; None for a plan with a fault."""
    document = sound_document(text.encode())
    entries: Any = document and value_at(document.data, ("log",))
    return None if document is None else [repr(entry) for entry in entries or []]


def _merged(made: Pair) -> Merged:
    return merge_plans(made.base.encode(), made.ours.encode(), made.theirs.encode(), sound_document)


def _wanted(made: Pair) -> list[str]:
    """The entries of both, in no order; what both wrote word for word is one."""
    before, ours, theirs = _log(made.base), _log(made.ours), _log(made.theirs)
    assert before is not None
    assert ours is not None
    assert theirs is not None
    both = [entry for entry in made.added[1] if entry in made.added[0]]
    more = Counter(theirs[len(before) :]) - Counter(_log(f"log:\n{''.join(both)}") or [])
    return sorted([*ours, *more.elements()])


def _sides(text: str) -> list[str]:
    """A text with marks of conflicts as it reads with the upper version, and with the lower."""
    kept: list[list[str]] = [[], []]
    inside = [0, 1]
    for line in text.splitlines(keepends=True):
        if line.startswith("<<<<<<< "):
            inside = [0]
        elif line == "=======\n":
            inside = [1]
        elif line.startswith(">>>>>>> "):
            inside = [0, 1]
        else:
            for side in inside:
                kept[side].append(line)
    return ["".join(lines) for lines in kept]


def test_no_entry_is_lost_doubled_or_mixed() -> None:
    conflicts = 0
    for seed in range(PAIRS):
        made = pair(seed)
        merged = _merged(made)
        same_line = {2, 3} & made.top[0] != {2, 3} & made.top[1]
        assert not merged.conflicts or (same_line and made.top[0] and made.top[1]), seed
        for text in _sides(merged.content.decode()):
            assert sorted(_log(text) or []) == _wanted(made), seed
            days = [entry[10:20] for entry in _log(text) or []]
            assert days == sorted(days), seed
        for entry in (*made.added[0], *made.added[1]):
            assert entry in merged.content.decode(), seed
        conflicts += merged.conflicts
    assert conflicts


def test_what_either_changed_at_the_top_stands_in_the_result() -> None:
    for seed in range(PAIRS):
        made = pair(seed)
        lines = [text.splitlines() for text in (made.base, made.ours, made.theirs)]
        new = {line for version in lines[1:] for line in version} - set(lines[0])
        assert new <= set(_merged(made).content.decode().splitlines()), seed


def test_check_finds_what_a_merge_line_by_line_leaves(base: Path, tmp_path: Path) -> None:
    damaged, silent = 0, []
    for seed in range(2 * PAIRS):
        made = pair(seed)
        union = _by_union(made, tmp_path)
        if sorted(_log(union) or []) == _wanted(made):
            continue
        damaged += 1
        known = Counter[str]()
        for text in (made.ours, made.theirs):
            known |= _findings(base, text)
        if not _findings(base, union) - known:
            silent.append(seed)
    assert damaged >= 3
    assert len(silent) <= damaged / 10


def _by_union(made: Pair, folder: Path) -> str:
    for name, text in (("base", made.base), ("ours", made.ours), ("theirs", made.theirs)):
        (folder / name).write_text(text, encoding="utf-8")
    words = ["git", "merge-file", "--union", "-p", "ours", "base", "theirs"]
    return subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False).stdout


def _findings(base: Path, text: str) -> Counter[str]:
    (base / PLAN).write_text(text, encoding="utf-8")
    return Counter(finding.rule for finding in check(open_repository([base]), AS_OF).findings)


# Single cases

LOG = "planc: 1\nref: SOC-2026-001\nstatus: draft\nlog:\n"
FIRST = "  - {date: 2026-11-18, note: First}\n"
OURS = "  - {date: 2026-11-20, note: Ours}\n"
THEIRS = "  - {date: 2026-11-19, note: Theirs}\n"
HEAD = LOG.removesuffix("log:\n")


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "wanted"),
    [
        (LOG + FIRST, LOG + FIRST + OURS, LOG + FIRST + THEIRS, LOG + FIRST + THEIRS + OURS),
        (LOG + FIRST, LOG + FIRST + OURS, LOG + FIRST + OURS, LOG + FIRST + OURS),
        (HEAD, LOG + OURS, LOG + THEIRS, LOG + THEIRS + OURS),
        (HEAD + "log: []\n", LOG + OURS, LOG + THEIRS, LOG + THEIRS + OURS),
        (LOG, LOG + OURS, LOG + THEIRS, LOG + THEIRS + OURS),
        (HEAD, HEAD, HEAD.replace("draft", "active"), HEAD.replace("draft", "active")),
        (LOG + FIRST + OURS, LOG + OURS, LOG + FIRST + OURS + THEIRS, LOG + OURS + THEIRS),
        (
            LOG + FIRST,
            LOG + FIRST.replace("First", "Mended") + OURS,
            LOG + FIRST + THEIRS,
            LOG + FIRST.replace("First", "Mended") + THEIRS + OURS,
        ),
        (
            LOG + FIRST,
            (LOG + FIRST + OURS).replace("\n", "\r\n"),
            LOG + FIRST + THEIRS,
            (LOG + FIRST + THEIRS + OURS).replace("\n", "\r\n"),
        ),
        (
            LOG + FIRST + "gaps: {}\n",
            LOG + FIRST + OURS + "gaps: {}\n",
            LOG + FIRST + THEIRS.removesuffix("\n") + "  # as told\ngaps: {}\n",
            LOG + FIRST + THEIRS.removesuffix("\n") + "  # as told\n" + OURS + "gaps: {}\n",
        ),
    ],
)
def test_what_is_plain_is_put_together(base: str, ours: str, theirs: str, wanted: str) -> None:
    merged = merge_plans(base.encode(), ours.encode(), theirs.encode(), sound_document)
    assert merged == (wanted.encode(), 0)


@pytest.mark.parametrize(
    ("base", "ours", "theirs"),
    [
        (LOG + FIRST, LOG + FIRST.replace("First", "A"), LOG + FIRST.replace("First", "B")),
        (HEAD, HEAD.replace("draft", "active"), HEAD.replace("draft", "archived")),
        (HEAD, HEAD + "lro: a\nlog: [\n", HEAD + "lro: b\n"),
        (HEAD + "sro: x\n", "lro: a\n" + HEAD + "sro: x\n", HEAD + "sro: x\nlro: b\n"),
        (HEAD, HEAD + "log: [{date: 2026-11-20}]\n", HEAD + "log: [{date: 2026-11-19}]\n"),
    ],
)
def test_what_only_people_can_decide_stands_there_twice_between_marks(
    base: str, ours: str, theirs: str
) -> None:
    merged = merge_plans(base.encode(), ours.encode(), theirs.encode(), sound_document)
    assert merged.conflicts == 1
    assert _sides(merged.content.decode()) == [ours, theirs]


def test_what_is_no_text_is_left_as_it_is() -> None:
    assert merge_plans(b"a: 1\n", b"a: \xff\n", b"a: 2\n", sound_document) == (b"a: \xff\n", 1)


# In git


def _git(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    who = {"GIT_AUTHOR_NAME": "SAMPLE", "GIT_AUTHOR_EMAIL": "sample@planc.invalid"}
    who |= {name.replace("AUTHOR", "COMMITTER"): value for name, value in who.items()}
    env = {**os.environ, **who, "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        ["git", *words], cwd=folder, env=env, capture_output=True, text=True, check=False
    )


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_git_merges_with_it(base: Path) -> None:
    _git(base, "init", "-q", "-b", "main")
    driver = f"'{sys.executable}' -m planc merge %O %A %B %P"
    _git(base, "config", "merge.planc.driver", driver)
    (base / ".gitattributes").write_text("plans/*.yaml merge=planc\n", encoding="utf-8")
    chosen = [seed for seed in range(PAIRS) if _merged(pair(seed)).conflicts][:1]
    chosen += [seed for seed in range(PAIRS) if all(pair(seed).added)][: examples(1)]
    for seed in chosen:
        made, branch = pair(seed), f"theirs-{seed}"
        texts = {"main": made.base, branch: made.theirs}
        for name, text in texts.items():
            _git(base, "checkout", "-q", "-B", name)
            (base / PLAN).write_text(text, encoding="utf-8")
            _git(base, "add", "-A")
            _git(base, "commit", "-q", "--allow-empty", "-m", name)
        _git(base, "checkout", "-q", "main")
        (base / PLAN).write_text(made.ours, encoding="utf-8")
        _git(base, "commit", "-q", "-a", "-m", "ours")
        done = _git(base, "merge", "-q", "--no-edit", branch)
        merged = _merged(made)
        assert (base / PLAN).read_bytes() == merged.content
        assert bool(done.returncode) == bool(merged.conflicts)
        if merged.conflicts:
            assert "both versions changed the same lines in 1 place" in done.stdout + done.stderr
            assert _git(base, "status", "--porcelain").stdout == f"UU {PLAN}\n"
            _git(base, "reset", "-q", "--hard")
