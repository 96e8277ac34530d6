"""Page one: what a board reads in four minutes, worked out from the plan and its log."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import before, merged, parts
from tests.papers.reading import files, papers

Page = Callable[[str], str]


@pytest.fixture
def page(base: Path) -> Page:
    """Page one of the base plan with a piece of it replaced, as Markdown."""

    def run(piece: str = "") -> str:
        for name, text in parts(piece).items():
            path = base / name
            path.write_text(merged(before(path), text))
        (paper,) = files(papers(base))
        return paper.content.decode().split("\n---\n")[0]

    return run


def _row(page: str, start: str) -> list[str]:
    (line,) = [line for line in page.split("\n") if line.startswith(f"| {start}")]
    return [text.strip() for text in line.strip("|").split("|")]


def test_it_says_who_answers(page: Page) -> None:
    assert (
        "Tier: force | LRO: DI SOC East | SRO: Det Supt Crime | Exampleton OCG Management Board"
    ) in page("")


def test_a_sound_plan_is_compliant_and_an_unsound_one_says_how_many_errors(page: Page) -> None:
    assert "> **Plan checks met. FOR INFORMATION: no decision sought**" in page("")
    wrong = page("prevent: []\nprepare: []\n")
    box = "> **Plan checks not met: 2 (force policy)**"
    assert f"{box}\n>\n> Annex A says what is wrong and who acts.\n" in wrong
    assert "Plan checks met." not in wrong


def test_a_warning_leaves_a_plan_compliant(page: Page) -> None:
    late = "{id: PUR-1, tactic: Closure, serves: OBJ-1, owner: di-soc-east, due: 2026-11-20}"
    assert "Plan checks met. FOR INFORMATION" in page(f"pursue:\n  - {late}\n")


WAIVER = "{rule: strand-missing, id: prevent, reason: x, approver: supt-crime, until: 2027-01-29}"
WAIVED = f"waivers: [{WAIVER}]\n"


def test_a_plan_whose_only_error_is_waived_is_compliant_and_says_so(page: Page) -> None:
    shown = page(f"prevent: []\n{WAIVED}")
    assert "> **Plan checks met, 1 waived (Annex A). FOR INFORMATION: no decision sought**" in shown
    assert "Plan checks not met" not in shown


def test_a_waived_warning_leaves_a_plan_simply_compliant(page: Page) -> None:
    late = "{id: PUR-1, tactic: Closure, serves: OBJ-1, owner: di-soc-east, due: 2026-11-20}"
    waived = WAIVED.replace("strand-missing, id: prevent", "tactic-overdue, id: PUR-1")
    assert "> **Plan checks met. FOR INFORMATION" in page(f"pursue:\n  - {late}\n{waived}")


def test_what_is_waived_is_counted_beside_what_is_not(page: Page) -> None:
    shown = page(f"prevent: []\nprepare: []\n{WAIVED}")
    message = "1 more waived. See Annex A."
    assert f"> **Plan checks not met: 1 (force policy)**\n>\n> {message}\n" in shown


def test_older_and_waived_errors_are_told_on_one_line(page: Page) -> None:
    shown = page(f"prevent: []\nprepare: []\n{WAIVED}{_baseline('prepare')}")
    message = "It is an older finding, to be put right by 1 March 2027; 1 more waived. See Annex A."
    assert f"> **Plan checks not met: 1 (force policy)**\n>\n> {message}\n" in shown


def _baseline(*strands: str) -> str:
    numbers = ", ".join(f"{strand}: 1" for strand in strands)
    text = f"{{plan: SOC-2026-014, until: 2027-03-01, findings: {{strand-missing: {{{numbers}}}}}}}"
    return f"# planc-baseline.yaml\nplanc: 1\nplans: [{text}]\n"


@pytest.mark.parametrize(
    ("empty", "listed", "expected"),
    [
        (
            ["prevent"],
            ["prevent"],
            "It is an older finding, to be put right by 1 March 2027. See Annex A.",
        ),
        (
            ["prevent", "prepare"],
            ["prevent", "prepare"],
            "Both are older findings, to be put right by 1 March 2027. See Annex A.",
        ),
        (
            ["prevent", "prepare"],
            ["prepare"],
            "1 of them is an older finding, to be put right by 1 March 2027. See Annex A.",
        ),
        (
            ["prevent", "prepare", "protect"],
            ["prepare", "protect"],
            "2 of them are older findings, to be put right by 1 March 2027. See Annex A.",
        ),
        (
            ["prevent", "prepare", "protect"],
            ["prevent", "prepare", "protect"],
            "All 3 are older findings, to be put right by 1 March 2027. See Annex A.",
        ),
        (["prevent"], ["prepare"], "Annex A says what is wrong and who acts."),
    ],
)
def test_older_errors_do_not_make_a_plan_look_compliant(
    page: Page, empty: list[str], listed: list[str], expected: str
) -> None:
    piece = "".join(f"{strand}: []\n" for strand in empty)
    shown = page(piece + _baseline(*listed))
    assert f"> **Plan checks not met: {len(empty)} (force policy)**\n>\n> {expected}\n" in shown
    assert "Plan checks met." not in shown


def test_older_warnings_leave_a_plan_compliant(page: Page) -> None:
    late = "{id: PUR-1, tactic: Closure, serves: OBJ-1, owner: di-soc-east, due: 2026-11-20}"
    listed = _baseline("PUR-1").replace("strand-missing", "tactic-overdue")
    assert "> **Plan checks met. FOR INFORMATION" in page(f"pursue:\n  - {late}\n{listed}")


def test_a_decision_comes_with_its_options_and_what_happens_without_it(page: Page) -> None:
    shown = page(
        """decision_sought:
  id: DEC-009
  decision: Approve a six-week delay to phase 2
  by: supt-crime
  when: 2026-12-02
  otherwise: council starts closure orders on 1 December.
  options:
    - {option: Delay, because: Victims are placed first., cost: "£5,600", recommended: true}
    - {option: Go now}
"""
    )
    assert "> **Plan checks met. FOR DECISION**" in shown
    assert "> **Approve a six-week delay to phase 2** (DEC-009)" in shown
    assert (
        "> By: Det Supt Crime, when: 2 December 2026."
        " If not: council starts closure orders on 1 December."
    ) in shown
    assert (
        "> **A Delay (LRO recommends)**: Victims are placed first. Cost: £5,600.\n>\n"
        "> **B Go now**\n"
    ) in shown


def test_the_lros_last_word_is_on_a_paper_for_information(page: Page) -> None:
    shown = page(
        """log:
  - {date: 2026-10-20, by: di-soc-east, view: The threat is steady}
  - {date: 2026-11-19, by: di-soc-east, view: The threat is falling. The plan is right}
"""
    )
    assert "> The threat is falling. The plan is right (LRO, 19 Nov 2026)" in shown
    assert "steady" not in shown


def test_the_threat_line_gives_score_phase_and_closure_test(page: Page) -> None:
    shown = page(
        """threat:
  type: ocg
  tier: force
  phase: overt
  assessment: Likely to keep supplying.
  scores:
    - {date: 2026-06-02, scheme: MoRiLE tactical, total: 62}
    - {date: 2026-10-14, scheme: MoRiLE tactical, total: 58, confidence: medium}
closure_test:
  - {test: No calls for three months}
  - {test: Flats let to families, met_on: 2026-11-02}
"""
    )
    assert "**Threat:** Likely to keep supplying." in shown
    line = "Score 62 to 58 (Oct 2026); confidence medium; phase overt; closure test: 1 of 2 met."
    assert line in shown


def test_since_the_last_board_counts_only_what_came_after_it(page: Page) -> None:
    shown = page(
        """actions:
  - {id: ACT-1, action: Visit, owner: di-soc-east, raised_on: 2026-11-04, due: 2026-12-01}
log:
  - {date: 2026-11-04, ref: PUR-1, disruption: minor, lead: police, effect: On the day of the board}
  - {date: 2026-11-05, ref: PUR-1, disruption: moderate, lead: council, effect: Lost one flat}
  - {date: 2026-11-06, ref: ACT-1, status: closed, outcome: Two notices served}
  - {date: 2026-11-07, ref: PRO-1, due: 2027-01-01, because: No crew}
  - {date: 2026-11-08, ref: PRO-1, due: 2027-01-22, because: Still no crew}
  - {date: 2026-11-09, id: DEC-1, decision: Share with health, by: supt-crime, because: They asked}
"""
    )
    since = shown.split("**Since 4 November 2026:**")[1].split("\nObjectives:")[0]
    assert [line[2:] for line in since.strip().split("\n")] == [
        "Moderate disruption: Lost one flat",
        "Decision DEC-1: Share with health",
        "ACT-1 closed: Two notices served",
        "PRO-1 slipped 21 days",
        "PRO-1 slipped 21 days (2nd time)",
    ]


def test_a_long_list_says_how_much_more_there_is(page: Page) -> None:
    entries = "".join(
        f"  - {{date: 2026-11-1{n}, ref: PUR-1, disruption: minor, lead: police, effect: E{n}}}\n"
        for n in range(8)
    )
    shown = page(f"log:\n{entries}")
    assert "- and 3 more, in the log" in shown
    assert "E4" in shown
    assert "E5" not in shown


def test_where_not_all_fits_half_of_the_news_is_what_went_wrong(page: Page) -> None:
    entries = "".join(
        f"  - {{date: 2026-11-1{n}, ref: PUR-1, disruption: minor, lead: police, effect: E{n}}}\n"
        f"  - {{date: 2026-11-1{n}, ref: PRO-1, due: 2027-0{n + 1}-01, because: No crew}}\n"
        for n in range(6)
    )
    shown = page(f"log:\n{entries}").split("**Since 4 November 2026:**")[1]
    assert [line[2:] for line in shown.split("\nObjectives:")[0].strip().split("\n")] == [
        "Minor disruption: E0",
        "Minor disruption: E1",
        "PRO-1 slipped 21 days",
        "PRO-1 slipped 31 days (2nd time)",
        "PRO-1 slipped 28 days (3rd time)",
        "and 7 more, in the log",
    ]


def test_a_page_on_which_nothing_is_cut_points_nowhere(page: Page) -> None:
    shown = page("")
    assert "…" not in shown
    assert "in full" not in shown


def test_dots_that_the_author_wrote_are_no_cut(page: Page) -> None:
    shown = page("threat: {type: ocg, assessment: Sellers wait … and come back}\n")
    assert "Sellers wait … and come back" in shown
    assert "in full" not in shown


def test_what_is_cut_short_stands_in_full_where_the_page_says(page: Page) -> None:
    long = "Sellers move on whenever a landing is closed. " * 9
    shown = page(
        f"threat: {{type: ocg, assessment: {long}}}\n"
        f"bids:\n  - {{id: BID-1, what: {long}, asked_on: 2026-11-02}}\n"
    )
    assert "What ends in … is in full under: The threat, Partners, advice and requests." in shown


def test_a_section_that_the_force_leaves_out_is_not_pointed_to(page: Page) -> None:
    long = "Sellers move on whenever a landing is closed. " * 9
    assessed = f"threat: {{type: ocg, assessment: {long}}}\n"
    shown = page(f"{assessed}# planc.yaml\nsections: [tactics, objectives]\n")
    assert "What ends in … is in full under: the plan's own file." in shown


def test_what_is_asked_of_the_board_is_cut_last(page: Page) -> None:
    asked = "Approve a six-week delay to phase 2 and accept the risk that goes with it until then"
    long = "Sellers move on whenever a landing is closed. " * 9
    options = "".join(f"    - {{option: {n} {asked[:50]}, because: {asked}}}\n" for n in range(6))
    entries = "".join(
        f"  - {{date: 2026-11-1{n}, ref: PUR-1, disruption: minor, lead: police, effect: {long}}}\n"
        for n in range(9)
    )
    shown = page(
        f"decision_sought:\n  decision: {asked}\n  options:\n{options}"
        f"threat: {{type: ocg, assessment: {long}}}\nlog:\n{entries}"
    )
    assert f"> **{asked}**\n" in shown
    assert shown.count(f"**: {asked}.") == 4
    assert "> and 2 more options …" in shown
    assert "in full under: Decisions, The threat, Log." in shown
    assert re.search(r"^- and [4-8] more, in the log$", shown, re.MULTILINE)


def test_a_rating_says_what_the_last_board_saw(page: Page) -> None:
    shown = page(
        """log:
  - {date: 2026-10-01, ref: OBJ-1, rag: green, because: Early signs}
  - {date: 2026-11-18, ref: OBJ-1, rag: amber, because: Calls are up again}
"""
    )
    assert _row(shown, "OBJ-1") == [
        "OBJ-1 Halve supply at the flats",
        "AMBER (was GREEN)",
        "Calls are up again",
    ]


def test_a_rating_unchanged_since_the_last_board_says_no_more(page: Page) -> None:
    shown = page("log:\n  - {date: 2026-10-01, ref: OBJ-1, rag: red, because: No start}\n")
    assert _row(shown, "OBJ-1")[1:] == ["RED", "No start"]


def test_the_four_ps_count_live_done_and_late_and_print_reasoned_gaps(page: Page) -> None:
    shown = page(
        """pursue:
  - {id: PUR-1, tactic: Closure, serves: OBJ-1, owner: di-soc-east, due: 2026-11-20}
  - {id: PUR-2, tactic: Cash seizure, serves: OBJ-1, owner: di-soc-west, due: 2026-12-20}
  - {id: PUR-3, tactic: Warrants, serves: OBJ-1, owner: di-soc-west, due: 2026-10-20}
prepare: []
gaps:
  prepare: {reason: No victims known, accepted_on: 2026-11-04, look_again: 2027-01-06}
log:
  - {date: 2026-10-19, ref: PUR-3, status: complete, outcome: Two charged}
"""
    )
    counts = _row(shown, "Live / done / late")
    assert counts == ["Live / done / late", "2 / 1 / 1", "1 / 0 / 0", "1 / 0 / 0", "0 / 0 / 0"]
    notes = _row(shown, "Note")
    assert notes[1] == "2 owners"
    assert notes[4] == "Reason accepted 4 Nov 2026: No victims known"


def test_stuck_names_the_three_worst_and_why(page: Page) -> None:
    shown = page(
        """pursue:
  - {id: PUR-1, tactic: A, serves: OBJ-1, owner: di-soc-east, due: 2026-11-20}
  - {id: PUR-2, tactic: B, serves: OBJ-1, owner: di-soc-east, due: 2026-11-10}
  - {id: PUR-3, tactic: C, serves: OBJ-1, owner: di-soc-east, due: 2026-12-20}
  - {id: PUR-4, tactic: D, serves: OBJ-1, owner: di-soc-east, due: 2026-11-21}
log:
  - {date: 2026-11-12, ref: PUR-2, note: Waiting for the court}
  - {date: 2026-11-14, ref: PUR-3, status: blocked, because: No search team}
  - {date: 2026-11-15, ref: PUR-3, decision: Ask the region, by: supt-crime, because: We are short}
"""
    )
    assert (
        "**Stuck:** PUR-2 (DI SOC East) 12 days late: Waiting for the court"
        " | PUR-1 (DI SOC East) 2 days late | PUR-4 (DI SOC East) 1 day late | and 1 more\n"
    ) in shown


def test_a_blocked_tactic_is_stuck_for_the_reason_it_was_blocked(page: Page) -> None:
    shown = page(
        """log:
  - {date: 2026-11-14, ref: PRO-1, status: blocked, because: No crew}
  - {date: 2026-11-15, ref: PRO-1, decision: Ask the fire service, by: supt-crime, because: Help}
"""
    )
    assert "**Stuck:** PRO-1 (DI SOC West) blocked: No crew." not in shown
    assert "**Stuck:** PRO-1 (DI SOC West) blocked: No crew" in shown


def test_when_nothing_is_stuck_it_says_so(page: Page) -> None:
    assert "**Stuck:** nothing is stuck." in page("")


def test_asks_are_those_without_an_answer(page: Page) -> None:
    shown = page(
        """bids:
  - {id: BID-1, what: Financial investigator for 10 days, asked_on: 2026-11-02}
  - {id: BID-2, what: Locks, asked_on: 2026-10-02, result: granted}
requests:
  - {id: REQ-1, kind: tasking, what: Search team, asked_on: 2026-11-13, status: sent}
  - {id: REQ-2, kind: advice, what: Options, asked_on: 2026-11-13, status: received}
"""
    )
    assert (
        "**Asks:** Financial investigator for 10 days (bid sent 2 Nov 2026, no answer)"
        " | Search team (tasking sent 13 Nov 2026)"
    ) in shown
    assert "Locks" not in shown


def test_matters_arising_are_those_of_the_last_board(page: Page) -> None:
    shown = page(
        """actions:
  - {id: ACT-1, action: A, owner: di-soc-east, raised_on: 2026-10-07, due: 2026-11-01}
  - {id: ACT-2, action: B, owner: di-soc-east, raised_on: 2026-11-04, due: 2026-12-01}
  - {id: ACT-3, action: C, owner: di-soc-east, raised_on: 2026-11-04, due: 2026-12-01}
log:
  - {date: 2026-11-12, ref: ACT-3, status: closed, outcome: Done}
"""
    )
    line = "**Last board:** 4 Nov 2026, 2 actions, 1 closed; 1 of all open ones late."
    assert f"{line} Next: 2 Dec 2026." in shown


def test_coming_is_in_order_and_only_ahead(page: Page) -> None:
    shown = page(
        """coming:
  - {date: 2026-12-10, event: Community evening}
  - {date: 2026-11-01, event: Long past}
pursue:
  - id: PUR-1
    tactic: Monitor the order
    serves: OBJ-1
    owner: di-soc-east
    next_check: 2026-12-18
    order: {type: SCPO, expires: 2026-11-30}
"""
    )
    line = (
        "**Coming:** 30 Nov 2026 SCPO ends; 2 Dec 2026 review of this plan;"
        " 10 Dec 2026 Community evening."
    )
    assert line in shown


def test_a_paper_for_information_says_that_the_plan_goes_on(page: Page) -> None:
    line = "**Status:** active; the review of 4 Nov 2026 said continue;"
    assert f"{line} no step-down or archive request." in page("")
    assert "not reviewed yet; no step-down" in page("# without log\n")
    change = "change_sought: {kind: archive, because: Nothing since June, asked_on: 2026-11-20}\n"
    assert "Status:" not in page(change)


def test_a_plan_that_says_little_still_has_a_page(page: Page) -> None:
    bare = "# without objectives\n# without threat\n# without board\n# without log\n"
    shown = page(bare + "pursue: []\nprevent: []\nprotect: []\nprepare: []\n")
    assert "| No objective has been set | Not rated | None |" in shown
    assert "**Last board:** 0 actions, 0 closed; 0 of all open ones late." in shown
    assert _row(shown, "Note")[1:] == ["No tactic, no reason"] * 4
