"""Page one: what a board reads in four minutes, worked out from the plan and its log."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import before, merged, parts
from tests.formats.read_docx import as_read
from tests.papers.reading import files, papers

Page = Callable[[str], str]


@pytest.fixture
def page(base: Path) -> Page:
    """Page one of the base plan with a piece of it replaced, as Markdown: nothing is cut."""

    def run(piece: str = "") -> str:
        _change(base, piece)
        (paper,) = files(papers(base))
        return paper.content.decode().replace("\\", "").split("\n---\n")[0]

    return run


@pytest.fixture
def sheet(base: Path) -> Page:
    """The same in Word, where it must fit a page."""

    def run(piece: str = "") -> str:
        _change(base, piece)
        (paper,) = files(papers(base, forms=["docx"]))
        return as_read(paper.content).split("\n--- new page ---\n")[0]

    return run


def _change(base: Path, piece: str) -> None:
    for name, text in parts(piece).items():
        path = base / name
        path.write_text(merged(before(path), text))


def _row(page: str, start: str) -> list[str]:
    (line,) = [line for line in page.split("\n") if line.startswith(f"| {start}")]
    return [text.strip() for text in line.strip("|").split("|")]


def test_it_says_who_answers(page: Page) -> None:
    assert (
        "Tier: force | LRO: DI SOC East | SRO: Det Supt Crime | Exampleton OCG Management Board"
    ) in page("")


def test_a_sound_plan_meets_its_checks_and_an_unsound_one_says_how_many_it_does_not(
    page: Page,
) -> None:
    assert page("").rstrip().endswith("**Plan checks met.**")
    wrong = page("prevent: []\nprepare: []\n")
    line = "**Plan checks not met: 2 (force policy).** Under Plan checks the plan's paper says"
    assert f"{line} what is wrong and who acts." in wrong
    assert "Plan checks met." not in wrong


def test_the_plan_comes_before_its_paperwork(page: Page) -> None:
    shown = page("prevent: []\n")
    assert shown.index("FOR INFORMATION") < shown.index("**Threat:**") < shown.index("Plan checks")


def test_a_warning_leaves_the_checks_met(page: Page) -> None:
    late = "{id: PUR-1, tactic: Closure, serves: OBJ-1, owner: di-soc-east, due: 2026-11-20}"
    assert "**Plan checks met.**" in page(f"pursue:\n  - {late}\n")


WAIVER = "{rule: strand-missing, id: prevent, reason: x, approver: supt-crime, until: 2027-01-29}"
WAIVED = f"waivers: [{WAIVER}]\n"


def test_a_plan_whose_only_error_is_waived_meets_its_checks_and_says_so(page: Page) -> None:
    shown = page(f"prevent: []\n{WAIVED}")
    assert "**Plan checks met.** 1 warning, 1 waived: see Plan checks in the plan's paper." in shown
    assert "Plan checks not met" not in shown


def test_a_waived_warning_leaves_the_checks_simply_met(page: Page) -> None:
    late = "{id: PUR-1, tactic: Closure, serves: OBJ-1, owner: di-soc-east, due: 2026-11-20}"
    waived = WAIVED.replace("strand-missing, id: prevent", "tactic-overdue, id: PUR-1")
    shown = page(f"pursue:\n  - {late}\n{waived}")
    # of the two the one that is not waived
    met = "**Plan checks met.** 1 warning: see Plan checks in the plan's paper."
    assert shown.rstrip().endswith(met)


def test_what_is_waived_is_counted_beside_what_is_not(page: Page) -> None:
    shown = page(f"prevent: []\nprepare: []\n{WAIVED}")
    assert "**Plan checks not met: 1 (force policy).** 1 more waived. Under Plan checks" in shown


def test_older_and_waived_errors_are_told_on_one_line(page: Page) -> None:
    shown = page(f"prevent: []\nprepare: []\n{WAIVED}{_baseline('prepare')}")
    message = (
        "It is an older finding, to be put right by 1 March 2027; 1 more waived. Under Plan checks"
    )
    assert f"**Plan checks not met: 1 (force policy).** {message}" in shown


def _baseline(*strands: str) -> str:
    numbers = ", ".join(f"{strand}: 1" for strand in strands)
    text = f"{{plan: SOC-2026-014, until: 2027-03-01, findings: {{strand-missing: {{{numbers}}}}}}}"
    return f"# planc-baseline.yaml\nplanc: 1\nplans: [{text}]\n"


@pytest.mark.parametrize(
    ("empty", "listed", "expected"),
    [
        (["prevent"], ["prevent"], "It is an older finding, to be put right by 1 March 2027."),
        (
            ["prevent", "prepare"],
            ["prevent", "prepare"],
            "Both are older findings, to be put right by 1 March 2027.",
        ),
        (
            ["prevent", "prepare"],
            ["prepare"],
            "1 of them is an older finding, to be put right by 1 March 2027.",
        ),
        (
            ["prevent", "prepare", "protect"],
            ["prepare", "protect"],
            "2 of them are older findings, to be put right by 1 March 2027.",
        ),
        (
            ["prevent", "prepare", "protect"],
            ["prevent", "prepare", "protect"],
            "All 3 are older findings, to be put right by 1 March 2027.",
        ),
        (["prevent"], ["prepare"], "Under Plan checks the plan's paper says"),
    ],
)
def test_older_errors_do_not_make_a_plan_look_compliant(
    page: Page, empty: list[str], listed: list[str], expected: str
) -> None:
    piece = "".join(f"{strand}: []\n" for strand in empty)
    shown = page(piece + _baseline(*listed))
    assert f"**Plan checks not met: {len(empty)} (force policy).** {expected}" in shown
    assert "Plan checks met." not in shown


def test_older_warnings_leave_the_checks_met(page: Page) -> None:
    late = "{id: PUR-1, tactic: Closure, serves: OBJ-1, owner: di-soc-east, due: 2026-11-20}"
    listed = _baseline("PUR-1").replace("strand-missing", "tactic-overdue")
    assert "**Plan checks met.**" in page(f"pursue:\n  - {late}\n{listed}")


DECISION = """decision_sought:
  id: DEC-009
  decision: Approve a six-week delay to phase 2
  by: supt-crime
  when: 2026-12-02
  otherwise: council starts closure orders on 1 December.
  consulted: [di-soc-west, council-housing]
  dissent: DI SOC West fears six more weeks of harm
  moves: [PUR-1, PRO-1]
  options:
    - {option: Delay, because: Victims are placed first., risk: They sell, cost: £5 600,
       recommended: true}
    - {option: Go now}
"""


def test_a_decision_comes_whole_with_what_a_chair_needs_to_take_it(page: Page) -> None:
    shown = page(DECISION)
    assert "> **FOR DECISION: Approve a six-week delay to phase 2 (DEC-009)**" in shown
    assert (
        "> **Decides:** Det Supt Crime on 2 December 2026."
        " **If not:** Council starts closure orders on 1 December."
    ) in shown
    assert (
        "> **Consulted:** DI SOC West, Housing Manager."
        " **Against:** DI SOC West fears six more weeks of harm. **Moves with it:** PUR-1, PRO-1."
    ) in shown


def test_options_stand_side_by_side_with_letters(page: Page) -> None:
    shown = page(DECISION)
    assert "| Option | What it buys | What it risks | Cost |" in shown
    assert (
        "| **A** Delay **(LRO recommends)** | Victims are placed first. | They sell | £5 600 |\n"
        "| **B** Go now | Not said | Not said | Not said |"
    ) in shown


def test_options_have_no_column_for_what_none_of_them_says(page: Page) -> None:
    shown = page("decision_sought:\n  decision: Delay\n  options:\n    - {option: Yes please}\n")
    assert "| Option |\n" in shown


def test_there_is_a_line_to_write_down_what_was_decided(page: Page) -> None:
    line = r"**Decided:** A / B / other _+ **Conditions:** _+ **By:** _+ **At:** _+"
    end = r" Enter it in the log as DEC-009, and keep this sheet\."
    assert re.search(line.replace("*", r"\*").replace("_+", "_{9,}") + end, page(DECISION))
    change = "change_sought: {change: archive, because: Nothing since June, asked_on: 2026-11-20}\n"
    shown = page(f"# without decision_sought\n{change}")
    assert "> **FOR DECISION: Archive: Nothing since June (asked 20 Nov 2026)**" in shown
    assert "**Decided:** agreed / refused / other _" in shown
    assert "Enter it in the log, and keep this sheet." in shown


def test_the_lros_view_stands_beside_the_decision(page: Page) -> None:
    view = "view: The order is wrong. The plan is right"
    log = f"log:\n  - {{date: 2026-11-19, by: di-soc-east, {view}}}\n"
    assert "> **LRO, 19 Nov 2026:** The order is wrong. The plan is right\n" in page(DECISION + log)


def test_the_lros_last_word_is_on_a_paper_for_information(page: Page) -> None:
    shown = page(
        """log:
  - {date: 2026-10-20, by: di-soc-east, view: The threat is steady}
  - {date: 2026-11-19, by: di-soc-east, view: The threat is falling. The plan is right}
"""
    )
    assert "> **LRO, 19 Nov 2026:** The threat is falling. The plan is right\n" in shown
    assert "steady" not in shown


def test_the_threat_line_gives_harm_score_phase_and_closure_test(page: Page) -> None:
    shown = page(
        """threat:
  type: ocg
  tier: force
  phase: overt
  cyp_at_risk: true
  victims: 20 to 49
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
    facts = "Children at risk; known victims 20 to 49; score 62 to 58 (Oct 2026); overt"
    assert f"\n{facts}; 1 of 2 closure tests met.\n" in shown


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
    assert _news(shown) == [
        "PRO-1 slipped 21 days (2nd time)",
        "PRO-1 slipped 21 days",
        "Moderate disruption: Lost one flat",
        "Decision DEC-1: Share with health",
        "ACT-1 closed: Two notices served",
    ]


def _news(shown: str) -> list[str]:
    """The lines under "Since 4 November 2026", in Markdown."""
    since = shown.split("**Since 4 November 2026:**")[1].split("\nTactics in")[0]
    return [line[2:] for line in since.strip().split("\n")]


def test_setbacks_come_first(page: Page) -> None:
    shown = page(
        """log:
  - {date: 2026-11-05, ref: PUR-1, disruption: minor, lead: police, effect: Sold less}
  - {date: 2026-11-05, ref: PUR-1, disruption: major, lead: police, effect: Lost its leader}
  - {date: 2026-11-06, ref: PRE-1, due: 2027-02-15, because: No room}
  - {date: 2026-11-07, ref: PRO-1, due: 2027-01-01, because: No crew}
  - {date: 2026-11-08, ref: PRO-1, status: blocked, because: No crew at all}
"""
    )
    days = [line for line in _news(shown) if "slipped" in line]
    assert _news(shown) == [
        "PRO-1 blocked: No crew at all",
        *days,
        "Major disruption: Lost its leader",
        "Minor disruption: Sold less",
    ]


def test_what_slipped_alike_is_gathered(page: Page) -> None:
    both = page(
        """prevent:
  - {id: PRE-1, tactic: A, serves: OBJ-1, owner: di-soc-east, due: 2026-12-01}
  - {id: PRE-2, tactic: B, serves: OBJ-1, owner: di-soc-east, due: 2026-12-08}
log:
  - {date: 2026-11-06, ref: PRE-1, due: 2026-12-29, because: No room}
  - {date: 2026-11-07, ref: PRE-2, due: 2027-01-05, because: No room}
"""
    )
    assert _news(both) == ["PRE-1 and PRE-2 slipped 28 days each"]


TACTIC = "tactic: Warrants, serves: OBJ-1, owner: di-soc-east, due: 2026-12-01"


def _crowd(number: int) -> str:
    """A plan with so much news that no page holds it."""
    pursue, log = "", ""
    for n in range(number):
        about = f"date: 2026-11-1{n % 9}, ref: PUR-{n}"
        pursue += f"  - {{id: PUR-{n}, {TACTIC}}}\n"
        log += f"  - {{{about}, disruption: minor, lead: police, effect: {LONG}}}\n"
        log += f"  - {{{about}, due: 2027-01-{n + 1:02}, because: No crew}}\n"
        log += f"  - {{{about}, status: blocked, because: {LONG}}}\n"
    return f"threat: {{type: ocg, assessment: {LONG * 3}}}\npursue:\n{pursue}log:\n{log}"


LONG = "Sellers move on whenever a landing is closed. " * 9


def test_where_the_page_is_full_what_is_left_out_is_counted_by_kind(sheet: Page) -> None:
    shown = sheet(_crowd(12))
    news = shown.split("Since 4 November 2026:\n")[1].split("\nThe 4Ps |")[0].split("\n")
    assert news[0].startswith("- PUR-0 blocked: Sellers move on")
    blocks = sum(" blocked: " in line for line in news)
    more = f"{12 - blocks} blocks, " if blocks < 12 else ""
    assert news[-1] == f"- and {36 - blocks} more: {more}12 slips and 12 disruptions"
    assert "12 live: 12 blocked (PUR-0, PUR-1, PUR-2 and 9 more)" in shown
    assert re.search(r"\nStuck: PUR-0 .* \| and \d+ more: \d+ blocked\n", shown)


def test_a_page_that_is_not_full_cuts_nothing(sheet: Page) -> None:
    entries = "".join(
        f"  - {{date: 2026-11-1{n}, ref: PUR-1, disruption: minor, lead: police, effect: E{n}}}\n"
        for n in range(8)
    )
    shown = sheet(f"threat: {{type: ocg, assessment: {LONG}}}\nlog:\n{entries}")
    assert shown.count("Minor disruption: E") == 8
    assert LONG.strip() in shown
    assert "…" not in shown
    assert "in full" not in shown


def test_nothing_is_cut_where_there_are_no_pages(page: Page) -> None:
    shown = page(_crowd(12))
    assert shown.count(f"Minor disruption: {LONG.strip()}") == 12
    assert shown.count(f"blocked: {LONG.strip()}\n") == 12
    assert f"**Threat:** {(LONG * 3).strip()}" in shown
    assert "in full" not in shown


def test_dots_that_the_author_wrote_are_no_cut(page: Page) -> None:
    shown = page("threat: {type: ocg, assessment: Sellers wait … and come back}\n")
    assert "Sellers wait … and come back" in shown
    assert "in full" not in shown


def test_what_is_cut_short_stands_in_full_where_the_page_says(sheet: Page) -> None:
    shown = sheet(_crowd(12))
    line = "Plan checks met. What ends in … or is only counted is in full on the pages that follow."
    assert line in shown


def test_a_section_that_the_force_leaves_out_is_not_pointed_to(sheet: Page) -> None:
    shown = sheet(f"{_crowd(12)}# planc.yaml\nsections: [tactics, objectives]\n")
    assert "is in full on the pages that follow, or in the plan's own file." in shown


def test_no_word_of_what_is_asked_is_cut(sheet: Page) -> None:
    asked = "Approve a six-week delay to phase 2 and accept the risk that goes with it until then"
    options = "".join(
        f"    - {{option: {n} {asked}, because: {asked} B{n}, cost: {asked} C{n}}}\n"
        for n in range(5)
    )
    shown = sheet(
        f"decision_sought:\n  decision: {asked * 2}\n  otherwise: {asked}\n"
        f"  dissent: {asked}\n  options:\n{options}{_crowd(12)}"
    )
    assert f"FOR DECISION: {asked * 2}\n" in shown
    assert f"If not: {asked}. Against: {asked}." in shown or f"Against: {asked}." in shown
    for n, letter in enumerate("ABCDE"):
        assert f"\n{letter} {n} {asked} | {asked} B{n} | {asked} C{n}\n" in shown


RATINGS = ("green", "red", None, "complete", "amber", "green", "red", "green", "red", "amber")


def _rated() -> str:
    objectives = "".join(
        f"  - {{id: OBJ-{n}, statement: {LONG}, measure: Calls, baseline: 40, target: 10,"
        f" by: 2027-03-31, set_on: 2026-06-02}}\n"
        for n in range(1, 11)
    )
    log = "".join(
        f"  - {{date: 2026-11-10, ref: OBJ-{n}, rag: {rag}, value: {n}, because: {LONG}}}\n"
        for n, rag in enumerate(RATINGS, 1)
        if rag
    )
    return f"objectives:\n{objectives}log:\n{log}"


def test_objectives_stand_the_worst_first(page: Page) -> None:
    shown = page(_rated())
    rows = re.findall(r"^\| OBJ-(\d+) .*? \| ([A-Z]+|Not yet rated) \|", shown, re.MULTILINE)
    assert [name for name, _ in rows] == ["2", "7", "9", "5", "10", "3", "1", "6", "8", "4"]


def test_no_red_objective_is_left_out_and_the_others_are_counted(sheet: Page) -> None:
    reds = RATINGS.count("red")
    shown = sheet(_rated() + _crowd(9).replace("log:\n", ""))
    rows = re.findall(
        r"^OBJ-(\d+) .* \| (RED|AMBER|GREEN|COMPLETE|Not yet rated) \|", shown, re.MULTILINE
    )
    assert [rag for _, rag in rows][:reds] == ["RED"] * reds
    more = re.search(r"^(\d+) more, not shown here: (.*)\.$", shown, re.MULTILINE)
    assert more
    assert int(more[1]) == 10 - len(rows)
    assert "RED" not in more[2]


def test_an_objective_shows_where_it_started_stands_and_should_get_to(page: Page) -> None:
    row = _row(page("log:\n  - {date: 2026-10-01, ref: OBJ-1, rag: red, value: 20}\n"), "OBJ-1")
    assert row[1] == "22 → **20** → 11 by 31 Mar 2027"


def test_a_start_is_never_shown_as_where_it_stands_now(page: Page) -> None:
    assert _row(page(""), "OBJ-1")[1] == "22 → not yet measured → 11 by 31 Mar 2027"


def test_an_objective_that_is_judged_says_when(page: Page) -> None:
    shown = page(
        """objectives:
  - {id: OBJ-1, statement: No new leader, measure: judgement, set_on: 2026-06-02, by: 2027-06-30,
     judgement: {assessed_by: di-soc-west, assessed_on: 2027-01-06, would_see: Nobody leads}}
"""
    )
    assert _row(shown, "OBJ-1")[1] == "By judgement, next on 6 Jan 2027"


def test_a_rating_says_what_the_last_board_saw(page: Page) -> None:
    shown = page(
        """log:
  - {date: 2026-10-01, ref: OBJ-1, rag: green, because: Early signs}
  - {date: 2026-11-18, ref: OBJ-1, rag: amber, because: Calls are up again}
"""
    )
    assert _row(shown, "OBJ-1") == [
        "OBJ-1 Halve supply at the flats",
        "22 → not yet measured → 11 by 31 Mar 2027",
        "AMBER<br>was GREEN",
        "Calls are up again",
    ]


def test_a_rating_unchanged_since_the_last_board_says_no_more(page: Page) -> None:
    shown = page("log:\n  - {date: 2026-10-01, ref: OBJ-1, rag: red, because: No start}\n")
    assert _row(shown, "OBJ-1")[2:] == ["RED", "No start"]


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
    assert _row(shown, "Tactics") == [
        "Tactics",
        "2 live: 1 late. 1 done",
        "1 live",
        "1 live",
        "0 live. Reason accepted 4 Nov 2026: No victims known",
    ]


def test_the_four_ps_name_what_is_blocked(page: Page) -> None:
    shown = page("log:\n  - {date: 2026-11-14, ref: PRO-1, status: blocked, because: No crew}\n")
    assert _row(shown, "Tactics")[3] == "1 live: 1 blocked (PRO-1)"


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
        " | PUR-1 (DI SOC East) 2 days late | PUR-4 (DI SOC East) 1 day late"
        " | and 1 more: 1 blocked\n"
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
        "**Asks:** Financial investigator for 10 days (bid sent 2 Nov 2026)"
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
    line = "**Actions:** 1 action late; raised at the last board, 4 Nov 2026: 1 of 2 closed."
    assert f"{line} Next board 2 Dec 2026. **Due before you meet:** ACT-2 1 Dec 2026." in shown


def test_what_falls_due_before_the_board_meets_is_named(page: Page) -> None:
    shown = page(
        """pursue:
  - {id: PUR-1, tactic: A, serves: OBJ-1, owner: di-soc-east, due: 2026-11-21}
  - {id: PUR-2, tactic: B, serves: OBJ-1, owner: di-soc-east, due: 2026-11-27}
  - {id: PUR-3, tactic: C, serves: OBJ-1, owner: di-soc-east, next_check: 2026-11-27}
  - {id: PUR-4, tactic: D, serves: OBJ-1, owner: di-soc-east, due: 2026-12-02}
"""
    )
    assert "**Due before you meet:** PUR-2 and PUR-3 27 Nov 2026." in shown


def test_the_next_date_in_court_is_told(page: Page) -> None:
    shown = page("investigation: {phase: charged, next_court_stage: Trial from 8 March 2027}\n")
    assert "**Court:** Trial from 8 March 2027. **Coming:**" in shown


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
    assert "| No objective has been set | Nothing | Not rated | None |" in shown
    assert "**Actions:** none late.\n\n**Coming:** 2 Dec 2026 review of this plan.\n" in shown
    assert _row(shown, "Tactics")[1:] == ["0 live. No reason given"] * 4
