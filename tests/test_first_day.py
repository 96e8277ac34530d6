"""The first day of a new user: a wheel, an empty folder, and the keys that are pressed.

Nothing is typed that planc has not asked for, listed, or said in a message before.
"""

import io
import os
import re
import resource
import subprocess
import zipfile
from collections.abc import Iterable
from itertools import takewhile
from pathlib import Path

import pytest

from tests.cli.terminal import Terminal
from tests.conftest import posix
from tests.wheels import installed

pytestmark = posix

AT_MOST = 900
DAY = {"SOURCE_DATE_EPOCH": "1796126400"}  # 1 December 2026
INIT = ("none", "Eastshire Police", "OCG Board", "2026-12-16", "Head of Crime", "us")
NEW = ("SAMPLE ASH", "ocg", "drugs", "force", "supt", "di crime", "ocg", "Halve supply")
TACTICS = (
    ("pursue", "Close the flats", "di crime", "2027-01-29"),
    ("prevent", "Mentor young people", "community", "2027-02-26"),
    ("protect", "Visit tenants at risk", "community", "2027-02-26"),
    ("prepare", "Tell the ward", "di crime", "2027-01-15"),
)
OWED = (
    "next_review 2026-12-16",
    "OBJ-1 set_on 2026-12-01",
    'threat.assessment "It is likely that dealing moves on."',
)
SLIPS = {
    "tactic: Close the flats": "tactic: Close: the flats",
    "due: 2027-01-29": "due: 29/1/2027",
    "  type: ocg": "\ttype: ocg",
    "sro: supt-crime": "sr: supt-crime",
    "lro: di-crime": "lro: di crime",
    "statement: Halve supply": "statement: Halve supply 07700 900123",
}
"""Six slips: a colon in a text, a date as people say it, a tab, a letter left out, a title where an
id belongs, and a telephone number."""
OWES = 1  # the draft says what it still owes, besides


def typed_over(plan: Path, old: str, new: str) -> int:
    """Changes words in a plan, and says how many keys an editor needs for it."""
    text = plan.read_text(encoding="utf-8")
    assert text.count(old) == 1, (old, text)
    plan.write_text(text.replace(old, new), encoding="utf-8")
    start = _same(old, new)
    end = _same(reversed(old[start:]), reversed(new[start:]))
    return len(old) + len(new) - 2 * (start + end)


def _same(one: Iterable[str], other: Iterable[str]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def words_of(paper: Path) -> str:
    with zipfile.ZipFile(io.BytesIO(paper.read_bytes())) as package:
        return re.sub("<[^>]+>", "", package.read("word/document.xml").decode())


class Officer:
    """Somebody at a terminal, in an empty folder that is all they have."""

    def __init__(self, home: Path, planc: Path) -> None:
        folder = home / "plans"
        folder.mkdir()
        self.folder, self.edited = folder, 0
        empty = {"PYTHONPATH": "", "HOME": str(home), "XDG_CONFIG_HOME": str(home / ".config")}
        self.terminal = Terminal(folder, 80, PLANC=f'"{planc}"', **empty, **DAY)

    @property
    def keys(self) -> int:
        return self.terminal.pressed + self.edited

    def run(self, command: str, *answers: str) -> str:
        """Types a command and, as each question is asked, the answer to it."""
        shown = ""
        for line in (command, *answers):
            shown = self.terminal.press(f"{line}\n", ": ", Terminal.PROMPT)
        assert shown.endswith(Terminal.PROMPT), shown
        return shown

    def edit(self, old: str, new: str) -> None:
        self.edited += typed_over(self.folder / "plans" / "sample-ash.yaml", old, new)


@pytest.fixture(scope="module")
def own(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """planc as it is installed from the wheel."""
    return installed(wheel, tmp_path_factory.mktemp("own") / "env") / "bin" / "planc"


def test_a_first_paper_takes_two_seconds(own: Path, tmp_path: Path) -> None:
    """Of a processor; the limit is twice that, for one that has much else to do."""
    environ = {"HOME": str(tmp_path), "PATH": os.environ["PATH"], **DAY}
    answers = dict(
        zip(("host", "force", "board", "meeting", "owner", "coordinator"), INIT, strict=True)
    )
    words = [word for name, answer in answers.items() for word in (f"--{name}", answer)]
    subprocess.run([own, "--version"], env=environ, check=True)  # compiled, as an installer does
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    for command in (["init", *words], ["build"]):
        subprocess.run([own, *command], cwd=tmp_path, env=environ, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert len(list((tmp_path / "packs").iterdir())) == 2
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < 4


def test_from_nothing_to_a_paper(own: Path, tmp_path: Path) -> None:
    officer = Officer(tmp_path, own)
    assert "planc init" in officer.run("planc")
    assert "Wrote 1" in officer.run("planc init", *INIT)
    (officer.folder / "plans" / "first-draft.yaml").unlink()  # as it says itself
    assert "Wrote plans/sample-ash.yaml" in officer.run("planc new", *NEW)
    for strand, words, owner, due in TACTICS:
        added = (strand, words, "OBJ-1", owner, due, "", "approved", "")
        assert "Written to" in officer.run("planc add tactic ash", *added)
    officer.run("planc add partner ash", "council", "Housing", "", "")
    for words in OWED:
        assert "Written to" in officer.run(f"planc change ash {words}", "")

    for old, new in SLIPS.items():
        officer.edit(old, new)
    shown = officer.run("planc check")
    assert shown.count("  Wrong: ") == len(SLIPS) + OWES, shown
    officer.run("planc fix")
    shown = officer.run("planc check")
    assert shown.count("  Wrong: ") == 2 + OWES, shown
    assert "  Do:    Write di-crime." in shown
    assert "holds 1 telephone number" in shown
    officer.edit("lro: di crime", "lro: di-crime")
    officer.edit(" 07700 900123", "")

    assert "Written to" in officer.run("planc activate ash", "")
    assert "Wrote 2 files" in officer.run("planc build")
    officer.terminal.close()
    paper = words_of(officer.folder / "packs" / "SOC-2026-001-plan-board.docx")
    assert "SAMPLE ASH" in paper
    assert "Plan checks met" in paper, paper[:2000]
    assert "DRAFT" not in paper
    assert all(words.removeprefix("Close ") in paper for _, words, _, _ in TACTICS)
    assert officer.keys <= AT_MOST, officer.keys
