"""What a board was given stands in a ledger, and the next paper says which one it follows."""

import hashlib
import json
from pathlib import Path

import pytest

from tests.conftest import DAY, PLAN, Planc, change

ISSUE = ("issue", "--board", "exampleton-ocg", "--issued-by", "di-soc-west", "--to-format", "md")


def test_a_portfolio_is_issued_for_the_boards_next_meeting(planc: Planc, base: Path) -> None:
    ran = planc(*ISSUE, *DAY)
    assert (ran.status, ran.err) == (0, "")
    (path,) = (base / "packs").iterdir()
    (line,) = (base / "issued.jsonl").read_text().splitlines()
    record = json.loads(line)
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    assert path.name == f"exampleton-ocg-portfolio-board-2026-12-02-{sha256[:8]}.md"
    assert record.pop("digest")[:12] in path.read_text()
    assert record.pop("planc")
    assert [name for name, digest in record.pop("objects").items() if len(digest) == 16] == [
        f"SOC-2026-014/{name}"
        for name in ("OBJ-1.statement", "OBJ-1.measure", "OBJ-1.target", "gaps.finance")
    ]
    assert record == {
        "kind": "issued",
        "on": "2026-11-22",
        "paper": "exampleton-ocg-portfolio-board",
        "board": "exampleton-ocg",
        "meeting": "2026-12-02",
        "issued_by": "di-soc-west",
        "file": path.name,
        "sha256": sha256,
    }
    assert ran.out.endswith(f"wrote {path}. Keep that file.\n")


def test_the_next_portfolio_says_which_it_follows(planc: Planc, base: Path) -> None:
    portfolio = ("build", "--pack", "portfolio", "--to", "md", "--board", "exampleton-ocg")
    paper = base / "packs" / "exampleton-ocg-portfolio-board.md"
    planc(*ISSUE, *DAY)
    planc(*portfolio, *DAY)
    assert "- Follows: no portfolio that is on record in issued.jsonl\n" in paper.read_text()
    planc(*portfolio, "--as-of", "2026-12-10")
    digest = json.loads((base / "issued.jsonl").read_text())["digest"][:12]
    said = f"the portfolio issued for the meeting of 2 December 2026, digest {digest}"
    assert f"- Follows: {said}\n" in paper.read_text()


def test_what_was_issued_is_never_overwritten(planc: Planc, base: Path) -> None:
    planc(*ISSUE, *DAY)
    (first,) = (base / "packs").iterdir()
    before = first.read_bytes()
    change(base / PLAN, ("Closure orders on the flats", "Closure orders"))
    planc(*ISSUE, *DAY)
    planc("build", "--pack", "portfolio", "--to", "md", *DAY)
    assert first.read_bytes() == before
    assert len(list((base / "packs").glob("exampleton-ocg-portfolio-board-2026-12-02-*.md"))) == 2
    assert len((base / "issued.jsonl").read_text().splitlines()) == 2


def test_a_plans_paper_can_be_issued(planc: Planc, base: Path) -> None:
    assert planc(*ISSUE, *DAY, "--pack", "plan", "--meeting", "2027-01-06", PLAN).status == 0
    record = json.loads((base / "issued.jsonl").read_text())
    assert (record["paper"], record["meeting"]) == ("SOC-2026-014-plan-board", "2027-01-06")


def test_a_plans_paper_goes_to_no_board_that_the_plan_does_not_name(
    planc: Planc, base: Path
) -> None:
    policy = base / "planc.yaml"
    other = "boards:\n  - {id: place-board, name: Place board, meetings: [2026-12-09]}\n"
    assert "boards:\n" in policy.read_text()
    policy.write_text(policy.read_text().replace("boards:\n", other))
    words = (*ISSUE[:1], "--board", "place-board", *ISSUE[3:], *DAY, "--pack", "plan", PLAN)
    ran = planc(*words)
    assert ran.status == 1
    because = "the plan does not go to place-board: it names exampleton-ocg"
    assert f"{PLAN}: nothing was issued, because {because}." in ran.err
    assert not (base / "issued.jsonl").exists()
    board = "\nboard: exampleton-ocg\n"
    change(base / PLAN, (board, f"{board}other_boards: [place-board]\n"))
    assert planc(*words).status == 0


def test_verify_says_to_which_meeting_a_file_was_issued(planc: Planc, base: Path) -> None:
    planc(*ISSUE, *DAY)
    (path,) = (base / "packs").iterdir()
    ran = planc("verify", path, "--against", ".")
    on_record = "issued to exampleton-ocg for its meeting of 2026-12-02, on 2026-11-22"
    assert (ran.status, ran.err) == (0, "")
    assert f"On record: {on_record}, by di-soc-west.\n" in ran.out
    path.write_bytes(path.read_bytes() + b"\n")
    assert "On record" not in planc("verify", path, "--against", ".").out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--issued-by", "council-housing"), "council-housing is no police post"),
        (("--meeting", "2026-12-03"), "exampleton-ocg has no meeting on 3 December 2026"),
        (("--meeting", "soon"), '"soon" is not a day'),
        (("--board", "nowhere"), '"nowhere" is not a board'),
        (("--pack", "tasks"), '"tasks" is not a kind of paper for a board'),
        (("--as-of", "2027-02-01"), "exampleton-ocg has no meeting to come in planc.yaml"),
    ],
)
def test_what_cannot_be_issued(planc: Planc, base: Path, words: tuple[str, ...], said: str) -> None:
    ran = planc(*ISSUE, *(() if "--as-of" in words else DAY), *words)
    assert (ran.status, said in ran.err) == (2, True), ran.err
    assert not (base / "issued.jsonl").exists()
    assert not (base / "packs").exists()


def test_a_line_without_its_duties_is_no_issue(planc: Planc, base: Path) -> None:
    planc(*ISSUE, *DAY)
    record = json.loads((base / "issued.jsonl").read_text())
    portfolio = ("build", "--pack", "portfolio", "--to", "md", "--board", "exampleton-ocg")
    paper = base / "packs" / "exampleton-ocg-portfolio-board.md"
    for change_of in ({"issued_by": "council-housing"}, {"sha256": ""}, {"on": "soon"}):
        (base / "issued.jsonl").write_text(json.dumps(record | change_of) + "\n")
        planc(*portfolio, "--as-of", "2026-12-10")
        assert "- Follows: no portfolio that is on record" in paper.read_text(), change_of
