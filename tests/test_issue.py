"""What a board was given stands in a ledger, and the next paper says which one it follows."""

import datetime as dt
import hashlib
import json
from pathlib import Path

import pytest

from planc.all_papers import PaperName
from planc.check import check
from planc.errors import PlancError
from planc.issue import Issued, issue
from planc.model.paper_file import NoPaper
from planc.repository import open_repository
from tests.conftest import AS_OF, DAY, PLAN, TOO_HIGH, Planc, change, copied

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
        (
            ("--issued-by", "council-housing"),
            "council-housing is no police post: only the police issue.\n",
        ),
        (
            ("--meeting", "2026-12-03"),
            "exampleton-ocg has no meeting on 3 December 2026 in planc.yaml.\n",
        ),
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


def test_each_board_has_its_own_portfolio_and_no_other(planc: Planc, base: Path) -> None:
    other = "boards:\n  - {id: place-board, name: Place board, meetings: [2026-12-09]}\n"
    policy = base / "planc.yaml"
    policy.write_text(policy.read_text().replace("boards:\n", other))
    change(
        base / PLAN,
        ("\nboard: exampleton-ocg\n", "\nboard: exampleton-ocg\nother_boards: [place-board]\n"),
    )
    assert planc(*ISSUE, *DAY).status == 0
    (path,) = (base / "packs").iterdir()
    assert path.name.startswith("exampleton-ocg-portfolio-board-")


def test_of_a_plan_that_is_refused_nothing_is_issued(planc: Planc, base: Path) -> None:
    change(base / PLAN, TOO_HIGH)
    ran = planc(*ISSUE, *DAY, "--pack", "plan", PLAN)
    assert ran.status == 1
    assert f"{PLAN}: nothing was issued, because it has a refusal." in ran.err
    assert not (base / "issued.jsonl").exists()


def _issued(root: Path, kind: PaperName, board: str = "exampleton-ocg") -> list[Issued | NoPaper]:
    repository = open_repository([root])
    report = check(repository, AS_OF)
    meeting = dt.date(2026, 12, 16 if board == "county-soc" else 2)
    return list(issue(repository, report, kind, board, meeting, issued_by="di-soc-west", form="md"))


def test_what_a_board_approves_is_recorded_of_its_own_plans(base: Path) -> None:
    copied(base, "plans/ash.yaml", "SOC-2026-015")
    copied(base, "plans/elm.yaml", "SOC-2026-016")
    change(base / "plans" / "elm.yaml", ("board: exampleton-ocg\nnext", "board: county-soc\nnext"))
    copied(base, "plans/oak.yaml", "SOC-2026-017")
    change(base / "plans" / "oak.yaml", ("ref: SOC-2026-017\n", ""))

    def recorded(kind: PaperName) -> list[set[str]]:
        papers = [one for one in _issued(base, kind) if isinstance(one, Issued)]
        return [{name.partition("/")[0] for name in one.record.objects} for one in papers]

    assert recorded("plan") == [{"SOC-2026-015"}, {"SOC-2026-014"}]
    assert recorded("portfolio") == [{"SOC-2026-014", "SOC-2026-015"}]
    (base / "plans" / "oak.yaml").write_text("planc: 1\nref: [\n")
    assert recorded("portfolio") == [{"SOC-2026-014", "SOC-2026-015"}]


def test_a_plan_goes_to_the_boards_that_it_names(base: Path) -> None:
    other = "boards:\n  - {id: place-board, name: Place board, meetings: [2026-12-09]}\n"
    change(base / "planc.yaml", ("boards:\n", other))
    change(
        base / PLAN,
        ("board: exampleton-ocg\nnext", "board: place-board\nother_boards: [county-soc]\nnext"),
    )
    (none,) = _issued(base, "plan")
    because = "the plan does not go to exampleton-ocg: it names county-soc, place-board"
    assert none == NoPaper(PLAN, because)
    change(base / PLAN, ("board: place-board\nother_boards: [county-soc]\n", ""))
    (none,) = _issued(base, "plan")
    assert none == NoPaper(PLAN, "the plan does not go to exampleton-ocg: it names no board")


def test_a_board_that_the_policy_does_not_know_has_no_meeting(base: Path) -> None:
    for board in ("nowhere", "exampleton-ocg"):
        repository = open_repository([base])
        report = check(repository, AS_OF)
        by = {"issued_by": "di-soc-west", "form": "md"}
        papers = issue(repository, report, "portfolio", board, AS_OF, **by)  # type: ignore[arg-type]
        with pytest.raises(PlancError) as raised:
            next(papers)
        assert str(raised.value) == f"{board} has no meeting on 22 November 2026 in planc.yaml."
