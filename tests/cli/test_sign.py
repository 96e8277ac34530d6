"""The coordinator's evening after a board: what its minutes say is recorded in each plan."""

import io
import json
from pathlib import Path

import pytest

from tests.conftest import DAY, PLAN, Planc, change, copied

ISSUE = ("issue", "--board", "exampleton-ocg", "--issued-by", "di-soc-west", "--to-format", "md")
EVENING = ("--as-of", "2026-12-02")
SIGN = ("sign", "--board", "exampleton-ocg", "--minute", "OCGMB 12/26 item 2")
BY = ("--recorded-by", "di-soc-west")
TARGET = ("target: 11", "target: 15")


class Keys(io.StringIO):
    """A keyboard, and how many keys of it are used."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def keys(monkeypatch: pytest.MonkeyPatch) -> Keys:
    """What the coordinator types."""
    keyboard = Keys()
    monkeypatch.setattr("sys.stdin", keyboard)
    return keyboard


def _signed(path: Path) -> str:
    return path.read_text(encoding="utf-8").partition("signoffs:\n")[2]


def test_seven_plans_take_a_key_each(planc: Planc, base: Path, keys: Keys) -> None:
    for number in range(1, 7):
        copied(base, f"plans/p{number}.yaml", f"SOC-2026-10{number}")
    assert planc(*ISSUE, *DAY).status == 0
    keys.write("\n" * 7)
    keys.seek(0)
    ran = planc(*SIGN, *BY, *EVENING)
    assert (ran.status, ran.err) == (0, "")
    assert keys.read() == ""
    assert ran.out.endswith("Recorded in 7 plans.\n")
    for path in (base / "plans").iterdir():
        assert "digests: [OBJ-1.statement=" in _signed(path)
    report = planc("check", "--as-of", "2026-12-02", "--select", "signed-words-changed")
    assert "Found nothing" in report.out
    again = planc(*SIGN, *BY, *EVENING)
    assert again.out.count("that minute is recorded already.") == 7


def test_what_is_recorded_is_what_the_board_read(planc: Planc, base: Path) -> None:
    planc(*ISSUE, *DAY)
    digest = json.loads((base / "issued.jsonl").read_text())["digest"][:12]
    change(base / PLAN, TARGET)
    ran = planc(*SIGN, *BY, *EVENING, "--yes")
    assert "of what the board read on 2026-12-02, exampleton-ocg-portfolio" in ran.out
    assert "Not as the board read it: the target of OBJ-1." in ran.out
    assert f"digest: {digest}," in _signed(base / PLAN)
    found = planc("check", *EVENING, "--select", "signed-words-changed").out
    assert "The target of OBJ-1 is not as it was signed off on 2 December 2026." in found
    assert "11" not in found.partition("Checked")[0].replace("OBJ-1", "")


def test_where_nothing_was_issued_the_plan_as_it_is_is_signed_and_said(
    planc: Planc, base: Path
) -> None:
    ran = planc(*SIGN, *BY, *EVENING, "--yes")
    assert "of the plan as it is, for issued.jsonl has no paper with it for that meeting" in ran.out
    assert "digest: " not in _signed(base / PLAN)


def test_what_was_covered_who_stood_in_and_when_can_be_said(planc: Planc, base: Path) -> None:
    words = ("--covers", "gaps", "--by", "di-soc-west", "--acting-for", "supt-crime")
    assert planc(*SIGN, *BY, *words, "--meeting", "2026-11-04", *DAY, "--yes").status == 0
    said = _signed(base / PLAN)
    assert "date: 2026-11-04, by: di-soc-west, acting_for: supt-crime, covers: [gaps]," in said
    assert "digests: [gaps.finance=" in said
    assert "OBJ-1" not in said


def test_no_and_no_more(planc: Planc, base: Path, keys: Keys) -> None:
    copied(base, "plans/p1.yaml", "SOC-2026-101")
    copied(base, "plans/p2.yaml", "SOC-2026-102")
    keys.write("n\nq\n")
    keys.seek(0)
    ran = planc(*SIGN, *BY, *EVENING)
    assert (ran.status, ran.out[-21:]) == (0, "Recorded in 0 plans.\n")
    assert not any("signoffs" in p.read_text() for p in (base / "plans").iterdir())


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((*SIGN, *EVENING, "--yes"), "nobody is known for --recorded-by"),
        ((*SIGN, *BY, "--as-of", "2026-09-01", "--yes"), "has not met yet"),
        ((*SIGN, *BY, "--meeting", "2026-12-09", *EVENING), "has not met yet"),
        ((*SIGN, "--recorded-by", "di-soc-north", *EVENING), "is not a post"),
        ((*SIGN, *BY, *EVENING, "--covers", "tactics"), "is not a part of a plan"),
        ((*SIGN, *BY, *EVENING), "To write it without being asked: --yes"),
    ],
)
def test_what_cannot_be_recorded_is_told(
    planc: Planc, base: Path, words: tuple[str, ...], said: str
) -> None:
    before = (base / PLAN).read_bytes()
    ran = planc(*words)
    assert ran.status in (1, 2)
    assert said in ran.err
    assert (base / PLAN).read_bytes() == before


def test_the_paper_says_which_objectives_stand_as_signed(planc: Planc, base: Path) -> None:
    paper = base / "packs" / "SOC-2026-014-plan-board.md"
    build = ("build", "--to", "md", *EVENING)
    planc(*build)
    assert "Objectives as signed off" not in paper.read_text()
    planc(*SIGN, *BY, *EVENING, "--yes")
    planc(*build)
    assert "**Objectives as signed off:** OBJ-1 stands.\n" in paper.read_text()
    change(base / PLAN, TARGET, ("Halve supply", "Reduce supply"))
    planc(*build)
    assert "**Objectives as signed off:** Changed since: OBJ-1 (words and target).\n" in (
        paper.read_text()
    )
