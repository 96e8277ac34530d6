"""What follows page one in the board's edition: short, in the order of a meeting, nothing twice."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from planc.model.view import Edition
from tests.conftest import PLAN, Checked, before, merged, parts
from tests.papers.reading import SAMPLES, files, papers, text_of
from tests.programs import need, printed

Body = Callable[..., str]


def _text(path: Path, edition: Edition = "board") -> str:
    (paper,) = files(papers(path, "plan", edition))
    return re.sub(r"\*\*|<br>", lambda match: "" if match[0] == "**" else " / ", text_of(paper))


@pytest.fixture
def body(base: Path) -> Body:
    """What follows page one, of the base plan with pieces of it replaced; or one section of it."""

    def made(piece: str = "", section: str = "") -> str:
        for name, text in parts(piece).items():
            path = base / name
            path.write_text(merged(before(path), text), encoding="utf-8")
        text = _text(base / PLAN).split("## Contents\n")[1]
        sections = dict(re.findall(r"^## \d+ (.*)\n\n((?:(?!## ).*\n)*)", text, re.MULTILINE))
        return str(sections[section]) if section else text

    return made


def test_a_board_has_page_one_and_six_pages_and_of_a_small_plan_three_in_all(
    tmp_path: Path,
) -> None:
    need("pages", shutil.which("soffice"), shutil.which("pdftotext"))
    for name in ("county-lines", "fraud-laundering", "minimal"):
        (paper,) = files(papers(SAMPLES / f"{name}.yaml", forms=["docx"]))
        (tmp_path / f"{name}.docx").write_bytes(paper.content)
    pages = {name: len(sheets) for name, sheets in printed(tmp_path).items()}
    assert pages == {"county-lines": 7, "fraud-laundering": 7, "minimal": 3}


TACTICS = """
log:
  - {date: 2026-10-20, ref: PUR-1, status: in progress, note: Notices drafted}
  - {date: 2026-11-09, ref: PUR-1, status: blocked, because: The roof is unsafe, due: 2027-01-08}
  - {date: 2026-11-13, ref: PUR-1, note: Surveyor asked}
"""


def test_a_tactic_has_its_latest_with_the_day_and_why_it_is_blocked(body: Body) -> None:
    shown = body(TACTICS, "The four Ps")
    row = next(line for line in shown.splitlines() if line.startswith("| PUR-1"))
    cells = [words.strip() for words in row.strip("|").split("|")]
    assert cells[2] == "8 Jan 2027 / moved once / Blocked"
    assert cells[3] == "9 Nov 2026: The roof is unsafe. / 13 Nov 2026: Surveyor asked."


def test_what_was_closed_before_the_last_board_is_counted_with_why_it_was_given_up(
    body: Body,
) -> None:
    log = (
        "log:\n  - {date: 2026-10-20, ref: PUR-1, status: withdrawn, because: The flats are empty}"
        "\n  - {date: 2026-10-21, ref: PRE-1, status: complete, outcome: All have one}\n"
    )
    shown = body(log, "The four Ps")
    assert "| PUR-1" not in shown
    assert "Closed before: PUR-1 withdrawn: The flats are empty." in shown
    assert "Closed before: 1 complete (PRE-1)." in shown


def test_what_was_closed_since_has_a_row(body: Body) -> None:
    log = "log:\n  - {date: 2026-11-10, ref: PUR-1, status: complete, outcome: Three flats shut}\n"
    shown = body(log, "The four Ps")
    assert "10 Nov 2026: Result: Three flats shut." in shown
    assert "Closed before" not in shown


def test_each_entry_since_the_last_board_is_told_once(body: Body) -> None:
    told = [
        "ref: PUR-1, note: The first of two words",
        "ref: PUR-1, status: in progress, note: The last of two words",
        "ref: OBJ-1, rag: amber, value: 18, because: Calls went down",
        "ref: OBJ-1, rag: amber, value: 17, because: Calls went down again",
        "ref: PUR-1, disruption: minor, lead: police, effect: One flat was given up",
        "id: DEC-7, decision: Wait for the roof, because: It leaks, rejected: Go, by: supt-crime",
        "note: Somebody rang about the plan",
        "by: di-soc-east, view: The plan is right as it is",
    ]
    log = "".join(f"  - {{date: 2026-11-{day}, {words}}}\n" for day, words in enumerate(told, 10))
    shown = body(f"log:\n{log}")
    for words in (
        *("The first of two words", "The last of two words", "Calls went down again"),
        *("Calls went down.", "One flat was given up", "Wait for the roof", "It leaks"),
        *("Somebody rang about the plan", "The plan is right as it is"),
    ):
        assert shown.count(words) == 1, words


def test_what_the_last_board_knew_is_counted(body: Body) -> None:
    log = "log:\n  - {date: 2026-10-01, note: Long ago}\n  - {date: 2026-11-10, note: Since}\n"
    shown = body(log, "Log since the last board")
    assert "Since." in shown
    assert "Long ago" not in shown
    assert re.search(r"\d+ up to 4 November 2026, in the author's edition\.", shown)


CLAIMS = """
log:
  - {date: 2026-06-01, ref: PUR-1, disruption: minor, lead: police, effect: Shut a flat}
  - {date: 2026-06-02, ref: PUR-1, disruption: major, lead: police, state: claimed, effect: Gone}
  - {date: 2026-06-03, ref: PUR-1, disruption: major, lead: council, state: moderated, effect: Over}
  - {date: 2026-06-04, ref: PUR-1, disruption: major, lead: police, state: rejected, effect: None}
"""


def test_what_a_panel_moderated_is_kept_apart_and_no_claim_is_lost_sight_of(body: Body) -> None:
    shown = body(CLAIMS, "Disruptions")
    rows = dict(
        re.findall(r"^\| ([A-Z][^|]*[a-z]) \| (\d+ \| \d+ \| \d+ \| \d+) \|", shown, re.MULTILINE)
    )
    assert rows == {
        "Moderated by the panel": "1 | 0 | 0 | 1",
        "Claimed, not moderated": "1 | 0 | 0 | 1",
        "Recorded, not claimed": "0 | 0 | 1 | 1",
        "Rejected by the panel": "1 | 0 | 0 | 1",
    }
    assert "Recorded 174 days ago, not claimed" in shown
    assert "Claimed 173 days ago" in shown
    assert "Over" not in shown
    assert "Led by police 2, by partners 1." in shown


def test_what_nobody_measured_is_not_the_start(body: Body) -> None:
    shown = body("", "Objectives")
    assert "22 → not yet measured → 11 by 31 Mar 2027" in shown


def test_a_reason_for_no_financial_side_is_not_silence(body: Body) -> None:
    gap = "gaps:\n  finance: {reason: No account to trace, accepted_on: 2026-11-02}\n"
    shown = body(gap, "Risks, safeguarding and communities")
    assert "Finance: reasoned gap: No account to trace; accepted by the SRO 2 Nov 2026." in shown
    silent = re.search(r"The plan says nothing of: (.*)\.", shown)
    assert silent
    assert "finance" not in silent[1]


def test_sections_with_nothing_in_them_share_one_line(body: Body) -> None:
    shown = body()
    assert "Disruptions" not in re.findall(r"^## \d+ (.*)$", shown, re.MULTILINE)
    line = re.search(r"Nothing is recorded under: (.*)\.", shown)
    assert line
    assert "Disruptions" in line[1].split("; ")
    assert "Intelligence gaps: none recorded." in shown


RISKS = """
decision_sought: {decision: Wait, by: supt-crime, moves: [PUR-1]}
risks:
  - {id: RSK-1, risk: Somebody is hurt, likelihood: medium, impact: high, owner: di-soc-east,
     controls: PUR-1 is watched}
  - {id: RSK-11, risk: Nobody rings, likelihood: low, impact: low, owner: di-soc-east}
"""


def test_the_risks_that_the_decision_touches_stand_with_it_and_no_risk_stands_twice(
    body: Body,
) -> None:
    decision = body(RISKS, "The decision sought and the risks it touches")
    shown = body()
    assert "| RSK-1 Somebody is hurt | Medium | High | PUR-1 is watched |" in decision
    assert shown.count("Somebody is hurt") == shown.count("Nobody rings") == 1
    assert "| RSK-11 Nobody rings | Low | Low | None recorded |" in body(
        "", "Risks, safeguarding and communities"
    )


def test_keys_are_those_that_the_paper_uses(body: Body) -> None:
    threat = "threat: {type: ocg, areas: [drugs], assessment: It is highly likely to go on}\n"
    shown = body(threat, "Keys")
    assert "Highly likely: 80 to 90%" in shown
    assert "Likely or probable" not in shown
    assert "STPO" not in shown
    assert "LRO: Lead Responsible Officer" in shown


def test_checks_have_a_row_a_rule_with_the_owners_named(body: Body) -> None:
    late = "".join(
        f"  - {{id: PUR-{n}, tactic: Visit {n}, serves: OBJ-1, owner: {owner}, due: 2026-{day}}}\n"
        for n, (owner, day) in enumerate(
            [("di-soc-east", "09-10"), ("council-youth-lead", "06-02"), ("di-soc-east", "08-11")], 1
        )
    )
    shown = body(f"pursue:\n{late}", "Plan checks")
    rows = [row for row in shown.splitlines() if "PUR-2" in row and "days" in row]
    assert len(rows) == 1
    assert "PUR-2" in rows[0].split("Likewise")[0]
    assert "Likewise PUR-3, PUR-1." in rows[0]
    assert rows[0].endswith("| Owner: DI SOC East 2, Youth Services Lead 1 |")


LONG_DECISION = "decision_sought: {{decision: {words}, by: supt-crime}}\n"


@pytest.mark.parametrize(("words", "told"), [(40, False), (41, True)])
def test_a_decision_that_a_chair_cannot_bear_in_mind_is_told(
    checked: Checked, words: int, told: bool
) -> None:
    report = checked(LONG_DECISION.format(words=" ".join(["wait"] * words)))
    found = [finding.wrong for finding in report.findings if finding.rule == "decision-long"]
    assert found == ["The decision sought is 41 words long."] * told


def test_options_for_which_page_one_runs_on_are_told(checked: Checked) -> None:
    def found(words: int) -> list[str]:
        texts = (f"because: {' '.join(['we'] * 139)}", f"risk: {' '.join(['we'] * words)}")
        options = f"options: [{{option: Wait, {', '.join(texts)}}}]"
        report = checked(f"decision_sought: {{decision: Wait, by: supt-crime, {options}}}\n")
        return [finding.wrong for finding in report.findings if finding.rule == "decision-long"]

    words = "The decision and its options are 281 words long: page one runs on to a second."
    assert (found(139), found(140)) == ([], [words])
