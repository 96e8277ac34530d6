"""python -m tests.mutation.code [--every N] [--most N] [WORD ...]: mistakes in planc's own code.

One mistake at a time is made in a file of the path that decides what leaves the force, in memory:
the file on the disk stays as it is. The tests nearest to that file must then fail. A mutant that
they let pass stands in survivors.txt with the reason, or the exit status is 1; so it is if a line
there is of no use any more. The mistakes in by_hand.txt, which tests once let pass, must all be
found.
"""

import argparse
import os
import random
import sys
import tempfile
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.mutation.by_hand import ByHand, by_hand
from tests.mutation.code_operators import Mutant, mutants
from tests.mutation.code_trial import ROOT, Tried, prepare, seconds_of, tried

SURVIVORS = Path(__file__).with_name("survivors.txt")

_PASSES = "tests/passes/test_"
NEAREST: Mapping[str, Sequence[str]] = {
    "planc/passes/redact.py": (f"{_PASSES}redact.py",),
    "planc/passes/release_gate.py": (f"{_PASSES}release_gate.py",),
    "planc/passes/find_leaks.py": (f"{_PASSES}find_leaks.py",),
    "planc/passes/seal.py": (f"{_PASSES}seal.py",),
    "planc/passes/read_paper.py": (f"{_PASSES}read_paper.py",),
    "planc/model/seal.py": (f"{_PASSES}seal.py",),
    "planc/model/fingerprint.py": (f"{_PASSES}seal.py",),
    "planc/model/marking.py": ("tests/model/test_marking.py",),
    "planc/model/release.py": ("tests/model/test_release.py",),
    "planc/model/issue.py": ("tests/model/test_issue.py",),
    "planc/model/ledger.py": ("tests/model/test_ledger.py",),
    "planc/passes/unwrap.py": (f"{_PASSES}unwrap.py",),
    "planc/passes/find_disguised.py": (f"{_PASSES}find_disguised.py",),
    "planc/release.py": ("tests/test_release.py",),
    "planc/ledger.py": ("tests/test_ledger.py", "tests/test_issue.py"),
}
"""The files that mistakes are made in, each with the tests that must find them, one after the
other: those nearest to it alone, for they are run once for each mistake."""

NOT_YET: Mapping[str, Sequence[str]] = {
    "planc/verify.py": ("tests/test_verify.py", "tests/papers/test_changes_paper.py"),
    "planc/issue.py": ("tests/test_issue.py",),
    "planc/formats/word/read_back.py": (f"{_PASSES}read_paper.py",),
    "planc/formats/word/words.py": (f"{_PASSES}read_paper.py",),
    "planc/formats/word/package.py": (f"{_PASSES}read_paper.py",),
    "planc/formats/word/archive.py": (f"{_PASSES}seal.py", f"{_PASSES}read_paper.py"),
    "planc/formats/web/read_back.py": (f"{_PASSES}read_paper.py",),
    "planc/cli/recording.py": (
        "tests/test_ledger.py",
        "tests/test_issue.py",
        "tests/test_ledger_killed.py::test_at_every_step_of_putting_it_on_record",
        "tests/test_ledger_killed.py::test_what_was_not_made_is_said_in_the_ledger",
    ),
}
"""Files on the same path whose survivors nobody has gone through yet. They are tried when a word
names them, and move up when each survivor is killed or has its reason."""

SEED = 10


class Score(NamedTuple):
    """What came of the mistakes in a file: how many there are, those tried, those that survived."""

    path: str
    made: int
    tried: Sequence[Tried]
    known: frozenset[str]

    @property
    def survived(self) -> list[str]:
        return [one.mistake.told for one in self.tried if one.survived]

    def row(self) -> str:
        explained = sum(told in self.known for told in self.survived)
        counts = (self.made, len(self.tried), len(self.tried) - len(self.survived), explained)
        cells = "".join(f"{count:10}" for count in (*counts, len(self.survived) - explained))
        return f"{self.path:34}{cells}"


_HEAD = f"{'file':34}" + "".join(
    f"{name:>10}" for name in ("mutants", "tried", "killed", "explained", "survive")
)


def known_survivors() -> list[str]:
    """The mutants that need not be found, as `Mutant.told` has them."""
    lines = SURVIVORS.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and line[0] != "#"]


def of_file(path: str) -> list[Mutant]:
    """Every mutant of a file."""
    return list(mutants(path, (ROOT / path).read_text(encoding="utf-8")))


def main() -> int:
    """Runs, prints, and says how it went."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutation.code")
    parser.add_argument("words", nargs="*", metavar="WORD", help="only files whose path holds it")
    parser.add_argument("--every", type=int, default=1, help="only every n-th mutant")
    parser.add_argument("--most", type=int, help="no more of a file, drawn with a fixed seed")
    parser.add_argument("--at-once", type=int, default=os.cpu_count() or 1)
    asked = parser.parse_args()
    os.chdir(ROOT)
    start, known = time.monotonic(), frozenset(known_survivors())
    everything = {**NEAREST, **NOT_YET} if asked.words else NEAREST
    paths = [path for path in everything if _is_asked(path, asked.words)]
    with tempfile.TemporaryDirectory() as folder:
        prepare(folder)
        scores = []
        for path in paths:
            made = of_file(path)
            chosen = made[:: asked.every]
            if asked.most and len(chosen) > asked.most:
                chosen = random.Random(SEED).sample(chosen, asked.most)  # noqa: S311
            scores.append(_score(path, len(made), chosen, known, asked.at_once))
        hand = [one for one in by_hand() if _is_asked(one.path, asked.words)]
        alive = _alive(hand, asked.at_once)
    lines = [*_about(scores, known), "", _HEAD, *(score.row() for score in scores)]
    lines += [_whole(scores, known).row(), ""]
    if not asked.words:
        lines += [f"Not gone through yet, tried by name: {', '.join(NOT_YET)}.", ""]
    lines += [f"Made by hand: {len(hand)}, of which {len(alive)} survive."]
    lines += [f"{(time.monotonic() - start) / 60:.0f} minutes, {asked.at_once} at once."]
    sys.stdout.write("\n".join(lines) + "\n")
    return 1 if alive or _about(scores, known) else 0


def _is_asked(path: str, words: Sequence[str]) -> bool:
    return not words or any(word in path for word in words)


def _score(
    path: str, made: int, chosen: Sequence[Mutant], known: frozenset[str], at_once: int
) -> Score:
    outcomes = []
    start = time.monotonic()
    tests = NEAREST[path] if path in NEAREST else NOT_YET[path]
    for one in tried(chosen, tests, _patience(path, tests), at_once):
        outcomes.append(one)
        if one.survived and one.mistake.told not in known:  # at once: the whole takes its time
            sys.stderr.write(f"survives: {one.mistake.told}\n")
    score = Score(path, made, outcomes, known)
    sys.stderr.write(f"{score.row()}   {time.monotonic() - start:.0f} s\n")
    return score


def _patience(path: str, tests: Sequence[str]) -> float:
    """After how many seconds tests have failed that go on and on."""
    return 20 + 10 * seconds_of(path, tests)


def _alive(hand: Iterable[ByHand], at_once: int) -> list[str]:
    """Those made by hand that their tests let pass."""
    alive = []
    for one in hand:
        for outcome in tried([one], one.tests, _patience(one.path, one.tests), at_once):
            if outcome.survived:
                sys.stderr.write(f"survives: {one.told}\n")
                alive.append(one.told)
    return alive


def _about(scores: Iterable[Score], known: frozenset[str]) -> list[str]:
    """What is wrong: survivors without a reason, and reasons without a survivor."""
    lines = []
    for score in scores:
        lines += [
            f"SURVIVES, with no reason in survivors.txt: {told}"
            for told in score.survived
            if told not in known
        ]
        killed = {one.mistake.told for one in score.tried if not one.survived}
        lines += [f"killed, and yet in survivors.txt: {told}" for told in sorted(known & killed)]
        told_now = {mutant.told for mutant in of_file(score.path)}
        gone = [told for told in known - told_now if told.split(":")[0] == score.path]
        lines += [f"in survivors.txt, and no mutant any more: {told}" for told in sorted(gone)]
    return lines


def _whole(scores: Sequence[Score], known: frozenset[str]) -> Score:
    every = [one for score in scores for one in score.tried]
    return Score("all", sum(score.made for score in scores), every, known)


if __name__ == "__main__":
    sys.exit(main())
