"""The portfolio: what the chair must decide, a line for each plan, and nothing hidden."""

import datetime as dt
import gc
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from planc.all_papers import papers as all_papers
from planc.errors import PlancError
from planc.model.log import Entry
from planc.model.paper_file import NoPaper, PaperFile
from planc.model.plan import Plan
from planc.model.tactic import Tactic
from planc.model.view import Edition
from planc.papers.portfolio import AGENDA
from planc.passes.redact import redact
from planc.repository import open_repository, parse_file, source_of
from planc.resources import schema
from planc.wording.breadcrumbs import field_at
from tests.conftest import AS_OF, NO_OWNER, PLAN, TOO_HIGH, change, copied, merged, parts
from tests.full import FullPlan
from tests.papers.reading import SAMPLES, MarkdownFile, files, papers, settled, text_of

BOARD = "exampleton-ocg"
OTHER = "county-soc"

Portfolio = Callable[..., str]


def portfolios_of(
    root: Path, board: str | None = None, edition: Edition = "board", as_of: dt.date = AS_OF
) -> dict[str, PaperFile | NoPaper]:
    """The portfolios of a repository, in Markdown, by the id of their board."""
    results = papers(root, "portfolio", edition, board, as_of=as_of)
    return {paper.about: paper for paper in results}


@pytest.fixture
def portfolio(base: Path) -> Portfolio:
    """The portfolio over the base plan with a piece of it replaced."""

    def run(piece: str = "", board: str = BOARD, **options: Any) -> str:
        for name, text in parts(piece).items():
            path = base / name
            path.write_text(merged(path.read_text(), text))
        return text_of(portfolios_of(base, board, **options)[board])

    return run


def section(text: str, title: str) -> str:
    """What stands under the heading that has these words."""
    match = re.search(rf"^## (?:\d+ )?{title}.*\n((?:.*\n)*?)(?=## |\Z)", text, re.MULTILINE)
    assert match, title
    return match[1]


def rows(text: str, title: str) -> list[list[str]]:
    """The cells of the one table under a heading, its header left out."""
    lines = [line for line in section(text, title).split("\n") if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def headings(text: str) -> list[str]:
    """The headings without their numbers."""
    return re.findall(r"^## (?:\d+ )?(.*)$", text, re.MULTILINE)


def items(text: str) -> dict[str, tuple[int, str]]:
    """The items of the agenda by title: the number of each, and what its heading counts."""
    numbered = re.findall(r"^## (\d+) ([^:\n]*)(?:: (.*))?$", text, re.MULTILINE)
    return {title: (int(number), summary) for number, title, summary in numbered}


def asks(text: str) -> dict[str, str]:
    """What page one asks of the board, each with the title of the item that it names."""
    titles = {number: title for title, (number, _) in items(text).items()}
    asked = re.findall(r"^- (.*) \(item (\d+)\)$", text.split("\n---\n")[0], re.MULTILINE)
    return {words: titles[int(number)] for words, number in asked}


# The paper


def test_it_says_whose_it_is_and_for_which_meeting(portfolio: Portfolio) -> None:
    assert portfolio().startswith(
        "OFFICIAL-SENSITIVE\n\nPOLICE ONLY\n\n"
        "# Exampleton OCG Management Board: portfolio of 4P plans\n\n"
        "Meeting of 2 December 2026 | Chair: Det Supt Crime | 1 plan | as of 22 November 2026\n"
    )


def test_page_one_is_what_the_chair_must_decide_and_the_agenda(portfolio: Portfolio) -> None:
    text = portfolio("decision_sought: {decision: Delay phase 2 by six weeks}\n")
    page_one = text.split("\n---\n")[0]
    assert "Delay phase 2 by six weeks" in page_one
    agenda = page_one.split("## Agenda\n\n")[1].split("\n\n")[0]
    listed = [line.removeprefix("- ") for line in agenda.split("\n")]
    assert listed == [
        line for line in re.findall(r"^## (.*)$", text, re.MULTILINE) if line != "Agenda"
    ]
    assert "say so if you have a personal or professional interest" in page_one


def test_its_items_are_numbered_and_counted(portfolio: Portfolio) -> None:
    text = portfolio()
    numbers = [number for number, _ in items(text).values()]
    assert numbers == list(range(1, len(AGENDA) + 1))
    assert headings(text)[-1] == "About this paper"
    assert {title: summary for title, (_, summary) in items(text).items()} == {
        "Decisions needed": "none",
        "Previous actions": "none",
        "The plans, a line each": "1 plan, 0 to talk about",
        "New, re-tiered and archive requests": "none",
        "Disruptions to review": "none",
        "Bids and requests": "none without an answer",
        "LROs and vacant posts": "none",
        "Threats with no plan": "none",
        "Attendance and interests": "2 posts expected",
    }


def test_an_item_that_has_nothing_says_so_in_words(portfolio: Portfolio) -> None:
    text = portfolio()
    assert "No plan seeks a decision of this board." in section(text, "Decisions")
    assert "No action of this board is open" in section(text, "Previous actions")
    assert "No plan is new" in section(text, "New")
    assert "No major or moderate disruption waits" in section(text, "Disruptions")
    assert "No bid or request waits" in section(text, "Bids")
    assert "Every plan has its LRO and SRO" in section(text, "LROs")
    assert "lists no threat of this board without a plan" in section(text, "Threats")
    assert "Also for the board" not in text


def test_every_item_of_the_agenda_has_its_tests() -> None:
    source = Path(__file__).read_text(encoding="utf-8")
    looked_at = re.findall(r'\b(?:rows|section)\(.*, "([^"]+)"\)', source)
    untested = [
        item.TITLE
        for item in AGENDA
        if sum(item.TITLE.startswith(words) for words in looked_at) < 2
    ]
    assert not untested, "write what its rows say, and what it says where there is none"


def test_a_board_asked_for_has_a_paper_even_without_plans(base: Path) -> None:
    text = text_of(portfolios_of(base, OTHER)[OTHER])
    assert "| 0 plans | as of" in text
    assert "No plan goes to this board." in section(text, "The plans")


def test_each_board_that_has_plans_has_its_paper(base: Path) -> None:
    portfolios = portfolios_of(base)
    assert portfolios.keys() == {BOARD, OTHER}
    assert isinstance(portfolios[BOARD], PaperFile)
    assert isinstance(portfolios[OTHER], NoPaper)
    change(base / PLAN, ("board: exampleton-ocg\n", f"board: {BOARD}\nother_boards: [{OTHER}]\n"))
    portfolios = portfolios_of(base)
    other = portfolios[OTHER]
    assert isinstance(other, PaperFile)
    assert other.name == "county-soc-portfolio-board.md"
    assert rows(text_of(portfolios[OTHER]), "The plans")[0][0].startswith("**EXAMPLE LARCH**")


def test_the_marking_is_the_highest_of_its_plans(base: Path) -> None:
    low = ("marking: OFFICIAL-SENSITIVE", "marking: OFFICIAL - FOR PUBLIC RELEASE")
    change(base / PLAN, low)
    assert text_of(portfolios_of(base)[BOARD]).startswith("OFFICIAL - FOR PUBLIC RELEASE\n")
    second = copied(base, "plans/maple.yaml", "SOC-2026-015")
    change(second, (low[1], "marking: OFFICIAL-SENSITIVE - RECIPIENTS ONLY"))
    third = copied(base, "plans/oak.yaml", "SOC-2026-016")
    change(third, (low[1], "marking: OFFICIAL-SENSITIVE - COMMERCIAL"))
    lines = text_of(portfolios_of(base)[BOARD]).strip().splitlines()
    assert lines[0] == lines[-1] == "OFFICIAL-SENSITIVE - RECIPIENTS ONLY - COMMERCIAL"


def test_it_is_stamped_in_an_exercise(portfolio: Portfolio) -> None:
    text = portfolio("# planc.yaml\nexercise: {as_of: 2026-11-22, stamp: SAMPLE}\n")
    assert text.startswith("SAMPLE - OFFICIAL-SENSITIVE\n\nSAMPLE - POLICE ONLY\n")


def test_it_says_how_it_is_handled(portfolio: Portfolio) -> None:
    about = section(portfolio("embargo_until: 6 am on 2 December 2026\n"), "About this paper")
    for line in (
        "- Board: Exampleton OCG Management Board",
        "- Edition: board, police only",
        "- Protective marking: OFFICIAL-SENSITIVE, the highest of its parts",
        "- Embargo of EXAMPLE LARCH: 6 am on 2 December 2026",
        "- Information asset owner: Head of Crime",
        "- Data protection impact assessment: DPIA-2026-004",
    ):
        assert f"{line}\n" in about
    assert re.search(r"- Digest of the content: [0-9a-f]{64}\n", about)


def _digest(text: str) -> str:
    return str(re.findall(r"Digest of the content: ([0-9a-f]{64})", text)[0])


def test_the_digest_is_of_the_content_and_not_of_the_day(base: Path) -> None:
    before = _digest(text_of(portfolios_of(base)[BOARD]))
    assert _digest(text_of(portfolios_of(base, as_of=dt.date(2026, 11, 25))[BOARD])) == before
    change(base / PLAN, ("measure: Calls a month", "measure: Calls a week"))
    assert _digest(text_of(portfolios_of(base)[BOARD])) != before


# Decisions


DECISION = """decision_sought:
  id: DEC-009
  decision: Approve a six-week delay to phase 2
  by: supt-crime
  when: 2026-12-02
  otherwise: council starts closure orders on 1 December.
  options:
    - {option: Go now}
    - {option: Delay, because: Victims are placed first., cost: "£5,600", recommended: true}
"""


def test_a_decision_comes_with_what_the_lro_recommends_and_what_happens_if_not(
    portfolio: Portfolio,
) -> None:
    ((plan, decision, by),) = rows(portfolio(DECISION), "Decisions")
    assert plan == "**EXAMPLE LARCH**<br>SOC-2026-014<br>DEC-009"
    assert decision.split("<br>") == [
        "Approve a six-week delay to phase 2",
        "**LRO recommends:** Delay. Cost: £5,600 (1 other option on the plan's page)",
        "**If not:** Council starts closure orders on 1 December.",
    ]
    assert by == "Det Supt Crime<br>2 Dec 2026"


def test_a_board_that_only_receives_a_plan_is_not_asked_to_decide(portfolio: Portfolio) -> None:
    objective = "log:\n  - {date: 2026-11-19, ref: OBJ-1, rag: red, because: Calls doubled}\n"
    text = portfolio(f"other_boards: [{OTHER}]\n{DECISION}{objective}", OTHER)
    assert "No plan seeks a decision of this board." in text
    assert "> **FOR INFORMATION, Exampleton OCG Management Board decides: " in text
    assert "**Decided:**" not in text


# Previous actions


ACTIONS = """other_boards: [county-soc]
actions:
  - {id: ACT-1, action: Visit, owner: di-soc-east, raised_on: 2026-11-04, due: 2026-12-01}
  - {id: ACT-2, action: Write, owner: council-housing, raised_on: 2026-10-07, due: 2026-11-20}
  - {id: ACT-3, action: Ring, owner: di-soc-east, raised_on: 2026-11-04, due: 2026-11-19}
  - {id: ACT-4, action: Old, owner: di-soc-east, raised_on: 2026-09-09, due: 2026-09-30}
  - {id: ACT-5, action: Theirs, owner: di-soc-east, raised_on: 2026-11-04, raised_at: county-soc}
log:
  - {date: 2026-11-10, ref: ACT-2, due: 2026-11-18, because: No time}
  - {date: 2026-11-16, ref: ACT-3, status: closed, outcome: Two notices served}
  - {date: 2026-09-29, ref: ACT-4, status: closed, outcome: Done}
"""


def test_previous_actions_are_late_then_open_then_closed_since_the_last_board(
    portfolio: Portfolio,
) -> None:
    assert rows(portfolio(ACTIONS), "Previous actions") == [
        [
            "EXAMPLE LARCH ACT-2",
            "Write",
            "Housing Manager",
            "18 Nov 2026",
            "4 days late<br>Moved 1 time",
        ],
        ["EXAMPLE LARCH ACT-1", "Visit", "DI SOC East", "1 Dec 2026", "Open"],
        [
            "EXAMPLE LARCH ACT-3",
            "Ring",
            "DI SOC East",
            "19 Nov 2026",
            "Closed: Two notices served",
        ],
    ]


def test_an_action_goes_to_the_board_that_raised_it(portfolio: Portfolio) -> None:
    shown = rows(portfolio(ACTIONS, OTHER), "Previous actions")
    assert [row[:2] for row in shown] == [["EXAMPLE LARCH ACT-5", "Theirs"]]


def test_late_actions_are_named_on_page_one(portfolio: Portfolio) -> None:
    text = portfolio(ACTIONS)
    assert asks(text)["Hear from the owners of 1 late action"] == "Previous actions"
    assert items(text)["Previous actions"][1] == "1 late, 1 open, 1 closed"


# The plans, a line each


def test_a_plan_has_one_line_with_all_that_a_chair_asks(portfolio: Portfolio) -> None:
    text = portfolio(
        """summary: county lines OCG
pursue:
  - {id: PUR-1, tactic: Closure, serves: OBJ-1, owner: di-soc-east, due: 2026-11-20}
  - {id: PUR-2, tactic: Seizure, serves: OBJ-1, owner: di-soc-west, due: 2026-12-20}
prepare: []
gaps:
  prepare: {reason: No victims known, accepted_on: 2026-11-04, look_again: 2027-01-06}
log:
  - {date: 2026-10-20, ref: OBJ-1, rag: green, because: Early signs}
  - {date: 2026-11-18, ref: OBJ-1, rag: amber, because: Calls are up}
  - {date: 2026-11-19, ref: PRO-1, status: blocked, because: No crew}
"""
    )
    assert rows(text, "The plans") == [
        [
            "**EXAMPLE LARCH**<br>county lines OCG<br>SOC-2026-014",
            "DI SOC East<br>Force tier<br>Review 2 Dec 2026",
            "Yes",
            "AMBER (was GREEN)<br>Fell: OBJ-1",
            "2/0/1",
            "1/0/0",
            "1/0/0",
            "0/0/0<br>Reason accepted",
            "PUR-1 2 days late<br>PRO-1 blocked",
            "No need",
        ]
    ]


def test_what_a_plan_lacks_is_said_on_its_line(portfolio: Portfolio) -> None:
    bare = "# without log\n# without next_review\n# without threat\n"
    (line,) = rows(portfolio(f"{bare}status: draft\nprepare: []\n"), "The plans")
    assert line[0] == "**EXAMPLE LARCH**<br>SOC-2026-014<br>DRAFT"
    assert line[1] == "DI SOC East<br>No tier<br>No review"
    assert line[3] == "Not rated"
    assert line[7] == "0/0/0<br>No reason accepted"


QUIET = "log:\n  - {date: 2026-10-20, ref: OBJ-1, rag: amber, because: Slow}\n"


@pytest.mark.parametrize(
    ("piece", "why"),
    [
        (QUIET, None),
        ("log:\n  - {date: 2026-11-18, ref: OBJ-1, rag: red, because: Up}\n", "OBJ-1 is RED"),
        ("prevent: []\n", "Plan checks not met: 1"),
        (DECISION, "Decision sought"),
        ("change_sought: {change: archive}\n", "Asks to archive"),
        ("starts: 2026-11-09\n", "New since the last board"),
        ("starts: 2026-11-04\n", None),
        ("# without lro\n", "Plan checks not met: 1<br>No LRO"),
        (
            "log:\n  - {date: 2026-11-04, ref: PRO-1, status: blocked, because: X}\n",
            "PRO-1 blocked",
        ),
        ("log:\n  - {date: 2026-11-05, ref: PRO-1, status: blocked, because: X}\n", None),
    ],
)
def test_a_plan_needs_talk_for_a_reason(portfolio: Portfolio, piece: str, why: str | None) -> None:
    text = portfolio(piece)
    (line,) = rows(text, "The plans")
    assert line[-1] == (why or "No need")
    assert ("EXAMPLE LARCH" in items(text)) is (why is not None)
    assert (f"1 plan, {int(why is not None)} to talk about" in text) is True


def test_a_vacant_lro_needs_talk(base: Path, portfolio: Portfolio) -> None:
    _vacant(base, "di-soc-east")
    (line,) = rows(portfolio(), "The plans")
    assert line[-1] == "Plan checks not met: 1<br>LRO's post is vacant"


def test_late_by_more_than_the_force_allows_needs_talk(portfolio: Portfolio) -> None:
    late = "{id: ACT-1, action: Visit, owner: di-soc-east, raised_on: 2026-09-09, due: %s}"
    (line,) = rows(portfolio(f"actions: [{late % '2026-10-25'}]\n"), "The plans")
    assert line[-1] == "No need"
    (line,) = rows(portfolio(f"actions: [{late % '2026-10-24'}]\n"), "The plans")
    assert line[-1] == "ACT-1 29 days late"


def test_a_plan_that_needs_talk_follows_with_its_page_one(portfolio: Portfolio) -> None:
    page = section(portfolio(DECISION), "EXAMPLE LARCH")
    assert page.startswith(
        "\nSOC-2026-014 | OFFICIAL-SENSITIVE | Tier: force | LRO: DI SOC East |"
        " SRO: Det Supt Crime | here because: Decision sought\n"
    )
    assert "> **FOR DECISION: " in page
    assert "| **B** Delay **(LRO recommends)** | Victims are placed first. | £5,600 |" in page
    assert "Tactics in each strand:" in page


def test_plans_that_need_talk_come_first(base: Path) -> None:
    second = copied(base, "plans/ash.yaml", "SOC-2026-015")
    change(second, ("EXAMPLE LARCH", "EXAMPLE ASH"))
    change(base / PLAN, NO_OWNER)
    text = text_of(portfolios_of(base)[BOARD])
    assert [row[0][:14] for row in rows(text, "The plans")] == ["**EXAMPLE LARC", "**EXAMPLE ASH*"]
    assert headings(text)[-2:] == ["EXAMPLE LARCH", "About this paper"]


def test_plans_that_do_not_comply_are_counted_and_named(base: Path) -> None:
    copied(base, "plans/ash.yaml", "SOC-2026-015")
    change(base / PLAN, NO_OWNER)
    text = text_of(portfolios_of(base)[BOARD])
    assert (
        "> **Plan checks not met: 1 of 2 plans (force policy)**\n>\n> EXAMPLE LARCH (1).\n" in text
    )
    assert (
        "**Plan checks not met: 1 (force policy).** Under Plan checks the plan's paper says" in text
    )


def test_what_is_waived_is_not_hidden(portfolio: Portfolio) -> None:
    text = portfolio(
        """prevent: []
waivers:
  - {rule: strand-missing, id: prevent, reason: The cohort is being found, approver: supt-crime,
     until: 2026-12-02}
"""
    )
    assert "> **Plan checks met: 1 plan, 1 waived**\n" in text
    assert rows(text, "The plans")[0][2] == "Yes<br>1 waived"


def test_if_all_comply_it_says_so(portfolio: Portfolio) -> None:
    assert "> **Plan checks met: 1 plan**\n" in portfolio()


def test_a_plan_governed_elsewhere_is_for_information(portfolio: Portfolio) -> None:
    stuck = """starts: 2026-09-09
threat: {type: ocg, tier: force, assessment: Likely., mapping: {status: pending}}
other_boards: [county-soc]
log:
  - {date: 2026-09-11, ref: PRO-1, status: blocked, because: X}
"""
    assert rows(portfolio(stuck, OTHER), "The plans")[0][-1] == "For information"
    assert rows(portfolio(), "The plans")[0][-1] == "PRO-1 blocked"


def test_what_is_new_is_told_from_the_meeting_of_the_board_that_reads_it(
    portfolio: Portfolio,
) -> None:
    rated = """other_boards: [county-soc]
log:
  - {date: 2026-09-10, ref: OBJ-1, rag: green, because: Early}
  - {date: 2026-10-20, ref: OBJ-1, rag: amber, because: Slow}
"""
    assert rows(portfolio(rated), "The plans")[0][3] == "AMBER"
    assert rows(portfolio("", OTHER), "The plans")[0][3] == "AMBER (was GREEN)<br>Fell: OBJ-1"


def test_an_archived_plan_has_no_line(portfolio: Portfolio) -> None:
    closed = CLOSED.replace("2026-11-12", "2026-10-30")
    text = portfolio(f"status: archived\n{closed}{DECISION}{ACTIONS}")
    assert "No plan goes to this board." in text
    assert "No plan seeks a decision of this board." in text
    assert "No plan is new" in text
    assert "Plan checks met" not in text


def test_an_archived_plan_that_does_not_comply_is_not_hidden(portfolio: Portfolio) -> None:
    text = portfolio("status: archived\n")
    ((_, what, _, _, why),) = rows(text, "New")
    assert (what, why) == ("Archived", "Plan checks not met: 1. Its own paper says what is wrong")


# New, re-tiered, archived

CLOSED = """closure: {reviewed_on: 2026-11-12, rescored_on: 2026-11-12, reason: Group gone}
learning: [{date: 2026-11-12, lesson: Start with the landlord}]
"""
SOUGHT = """change_sought: {change: step down, tier: local, because: Calm, asked_on: 2026-11-13}
closure_test: [{test: No calls}, {test: Flats let, met_on: 2026-11-02}]
"""


@pytest.mark.parametrize(
    ("piece", "change", "because"),
    [
        (
            SOUGHT,
            "Asks to step down to local, asked 13 Nov 2026",
            "Calm",
        ),
        (
            "log:\n  - {date: 2026-11-11, review: archive, by: supt-crime, note: All met}\n",
            "Review on 11 Nov 2026 concluded: archive",
            "All met",
        ),
        ("status: draft\n", "Draft", "The SRO has not agreed it yet"),
        (
            "starts: 2026-11-09\n",
            "New: starts 9 Nov 2026",
            "Likely to keep supplying Class A from three rented flats.",
        ),
        (
            f"status: archived\n{CLOSED}",
            "Archived 12 Nov 2026",
            "Group gone",
        ),
    ],
)
def test_what_is_new_changes_tier_or_ends(
    portfolio: Portfolio, piece: str, change: str, because: str
) -> None:
    text = portfolio(piece)
    ((plan, what, tier, test, why),) = rows(text, "New")
    assert (plan, what, tier, why) == (
        "**EXAMPLE LARCH**<br>SOC-2026-014",
        change,
        "Force",
        because,
    )
    assert test == ("1 of 2 met" if "closure_test" in piece else "None written")
    asked = "Answer 1 request to re-tier or archive a plan" in asks(text)
    assert asked is ("change_sought" in piece)


def test_a_request_is_for_the_board_that_governs_the_plan(portfolio: Portfolio) -> None:
    sought = f"starts: 2026-09-09\nother_boards: [{OTHER}]\nchange_sought: {{change: archive}}\n"
    assert "No plan is new" in portfolio(sought, OTHER)


# Disruptions


def test_large_claims_wait_to_be_ratified(portfolio: Portfolio) -> None:
    piece = """log:
  - {date: 2026-10-28, ref: PUR-1, disruption: moderate, lead: police, effect: Lost a flat}
  - {date: 2026-11-12, disruption: major, strand: prevent, lead: council, support: [police],
     effect: Gone, state: claimed, external_ref: D-1}
  - {date: 2026-10-20, ref: PUR-1, disruption: major, lead: police, effect: A, state: moderated}
  - {date: 2026-10-21, ref: PUR-1, disruption: major, lead: police, effect: B, state: rejected}
  - {date: 2026-11-05, ref: PUR-1, disruption: minor, lead: police, effect: C}
  - {date: 2026-11-03, ref: PUR-1, disruption: minor, lead: police, effect: D}
"""
    text = portfolio(f"other_boards: [{OTHER}]\n{piece}")
    minute = "Agreed as claimed / at another level / rejected"
    assert rows(text, "Disruptions") == [
        [
            "**EXAMPLE LARCH**<br>D-1",
            "**Major**<br>Prevent<br>12 Nov 2026, 10 days ago",
            "Gone",
            "Council<br>With police",
            minute,
        ],
        [
            "**EXAMPLE LARCH**<br>PUR-1",
            "**Moderate**<br>Pursue<br>28 Oct 2026, 25 days ago",
            "Lost a flat",
            "Police",
            minute,
        ],
    ]
    assert "Minor and not moderated yet: 2, 1 of them since 4 Nov 2026." in text
    assert asks(text)["Review 2 disruptions"] == "Disruptions to review"
    assert "No major or moderate disruption waits" in portfolio("", OTHER)


# Bids


def test_bids_and_requests_wait_for_an_answer(portfolio: Portfolio) -> None:
    text = portfolio(
        """bids:
  - {id: BID-1, what: Investigator, cost: "£3,900", asked_on: 2026-11-02, asked_of: supt-crime}
  - {id: BID-2, what: Locks, asked_on: 2026-10-02, result: granted, result_on: 2026-11-06,
     answer: Half of it}
  - {id: BID-3, what: Old, asked_on: 2026-09-10, result: refused, result_on: 2026-10-06}
requests:
  - {id: REQ-1, kind: tasking, what: Search team, asked_of: Region, asked_on: 2026-11-13,
     status: sent}
  - {id: REQ-2, kind: GAIN, what: Firms, asked_on: 2026-11-16, status: sent}
  - {id: REQ-3, what: Rooms, asked_on: 2026-11-17}
  - {id: REQ-4, kind: advice, what: Options, asked_on: 2026-11-13, status: received}
"""
    )
    assert rows(text, "Bids") == [
        [
            "EXAMPLE LARCH<br>BID-1",
            "Investigator",
            "£3,900",
            "Det Supt Crime<br>2 Nov 2026",
            "No answer, 20 days",
        ],
        [
            "EXAMPLE LARCH<br>REQ-1",
            "Search team",
            "Tasking request",
            "Region<br>13 Nov 2026",
            "No answer, 9 days",
        ],
        [
            "EXAMPLE LARCH<br>REQ-2",
            "Firms",
            "GAIN request",
            "Not said<br>16 Nov 2026",
            "No answer, 6 days",
        ],
        [
            "EXAMPLE LARCH<br>REQ-3",
            "Rooms",
            "Request",
            "Not said<br>17 Nov 2026",
            "No answer, 5 days",
        ],
        [
            "EXAMPLE LARCH<br>BID-2",
            "Locks",
            "Not said",
            "Not said<br>2 Oct 2026",
            "Granted, 6 Nov 2026. Half of it",
        ],
    ]
    asked = "Answer 4 bids and requests, or press for an answer"
    assert asks(text)[asked] == "Bids and requests"


# Posts


def _vacant(base: Path, post: str, since: str = "2026-11-01") -> None:
    directory = base / "directory.yaml"
    pattern = rf"(\{{id: {post}, [^}}]*)\}}"
    directory.write_text(
        re.sub(pattern, rf"\1, vacant_since: {since}}}", directory.read_text(), count=1)
    )


def test_a_plan_without_lro_or_sro_is_named(portfolio: Portfolio) -> None:
    text = portfolio("# without lro\n# without sro\n")
    assert rows(text, "LROs") == [
        ["EXAMPLE LARCH<br>SOC-2026-014", "No LRO", "Name one"],
        ["EXAMPLE LARCH<br>SOC-2026-014", "No SRO", "Name one"],
    ]
    assert asks(text)["Find 2 LROs or SROs"] == "LROs and vacant posts"


def test_vacant_posts_are_named_with_what_hangs_on_them(base: Path, portfolio: Portfolio) -> None:
    _vacant(base, "di-soc-east")
    _vacant(base, "di-soc-west", "2026-11-16")
    _vacant(base, "council-youth-lead")
    text = portfolio(
        """actions: [{id: ACT-1, action: Visit, owner: di-soc-west, raised_on: 2026-11-04}]
log:
  - {date: 2026-11-20, ref: PRE-1, status: withdrawn, because: Nobody came}
"""
    )
    assert rows(text, "LROs") == [
        ["EXAMPLE LARCH<br>SOC-2026-014", "LRO: DI SOC East", "Vacant since 1 Nov 2026"],
        [
            "EXAMPLE LARCH<br>SOC-2026-014",
            "DI SOC West",
            "Vacant since 16 Nov 2026; owns PRO-1, ACT-1",
        ],
    ]
    counts = "1 LRO or SRO missing, 1 owner's post vacant"
    assert items(text)["LROs and vacant posts"][1] == counts


@pytest.mark.parametrize(("since", "expected"), [("2026-11-05", True), ("2026-11-04", False)])
def test_a_new_lro_is_named_with_the_handover(
    portfolio: Portfolio, since: str, expected: bool
) -> None:
    text = portfolio(f"lro_since: {since}\nlro_handover: Note of 4 November\n")
    line = "LRO since 5 Nov 2026; handover: Note of 4 November"
    assert (line in text) is expected
    assert ("1 new LRO" in text) is expected


@pytest.mark.parametrize(("since", "expected"), [("2026-11-05", True), ("2026-11-04", False)])
def test_a_new_sro_is_named(portfolio: Portfolio, since: str, expected: bool) -> None:
    text = portfolio(f"sro_since: {since}\n")
    assert ("SRO since 5 Nov 2026" in text) is expected
    assert ("1 new SRO" in text) is expected


# Threats with no plan


THREATS = """# planc.yaml
boards:
  - id: exampleton-ocg
    name: Exampleton OCG Management Board
    meetings: [2026-11-04, 2026-12-02]
    threats_without_plan:
      - {ref: EX-2, threat: Machinery thefts, marking: OFFICIAL-SENSITIVE - COMMERCIAL}
      - {ref: EX-1, threat: Converter thefts, marking: OFFICIAL, tier: local, since: 2026-10-09,
         lro: di-soc-west, because: No LRO is free}
"""


def test_threats_with_no_plan_are_listed_with_how_long_they_wait(portfolio: Portfolio) -> None:
    text = portfolio(THREATS)
    assert rows(text, "Threats") == [
        [
            "**Converter thefts**<br>EX-1",
            "Local",
            "44 days<br>Since 9 Oct 2026",
            "DI SOC West",
            "No LRO is free",
        ],
        ["**Machinery thefts**<br>EX-2", "Not said", "Not said", "Nobody yet", "Not said"],
    ]
    assert asks(text)["Name an LRO for 2 threats with no plan"] == "Threats with no plan"
    assert text.startswith("OFFICIAL-SENSITIVE - COMMERCIAL\n")


def test_a_threat_that_has_a_plan_now_is_to_be_taken_off_the_list(portfolio: Portfolio) -> None:
    text = portfolio(f"threat: {{type: ocg, assessment: Likely., apmis_ref: EX-1}}\n{THREATS}")
    assert rows(text, "Threats")[0][-1] == (
        "It has one now: EXAMPLE LARCH. Take it off the list in planc.yaml."
    )
    assert items(text)["Threats with no plan"][1] == "1 threat"


def test_a_threat_with_a_wrong_marking_stops_the_policy(base: Path) -> None:
    policy = base / "planc.yaml"
    wrong = THREATS.replace("OFFICIAL, tier", "SECRET, tier")
    policy.write_text(merged(policy.read_text(), wrong.removeprefix("# planc.yaml\n")))
    with pytest.raises(PlancError, match=r'"SECRET" is no marking: it is above OFFICIAL-SENSITIVE'):
        open_repository([base])


# Attendance


def test_those_expected_are_listed_with_whether_they_may_have_the_paper(
    portfolio: Portfolio,
) -> None:
    text = portfolio("lro: council-youth-lead\n")
    blanks = ["Yes / no / deputy", "None / as minuted"]
    assert rows(text, "Attendance") == [
        ["Det Supt Crime<br>Chair; SRO, EXAMPLE LARCH", "Yes", *blanks],
        ["Youth Services Lead<br>LRO, EXAMPLE LARCH", "No: not a police post", *blanks],
    ]
    asked = "1 of those expected may not have this paper"
    assert asks(text)[asked] == "Attendance and interests"


def test_a_plan_for_recipients_only_bars_those_who_are_none(portfolio: Portfolio) -> None:
    text = portfolio(
        "marking: OFFICIAL-SENSITIVE - RECIPIENTS ONLY\nrecipients: [supt-crime]\n"
        "lro: di-soc-west\n"
    )
    assert [row[1] for row in rows(text, "Attendance")] == [
        "Yes",
        "No: not a recipient of EXAMPLE LARCH",
    ]


# Nothing hidden


def test_a_plan_that_has_no_paper_is_named(base: Path) -> None:
    refused = copied(base, "plans/ash.yaml", "SOC-2026-015")
    change(refused, TOO_HIGH)
    unread = copied(base, "plans/elm.yaml", "SOC-2026-016")
    unread.write_text(unread.read_text().replace("log:\n", "actions: - visit\nlog:\n"))
    nowhere = copied(base, "plans/fir.yaml", "SOC-2026-017")
    change(nowhere, ("board: exampleton-ocg\nnext", "next"))
    copied(base, "plans/oak.yaml", "SOC-2026-014")
    change(base / PLAN, ("marking: OFFICIAL-SENSITIVE", "marking: OFFICIAL"))
    text = text_of(portfolios_of(base)[BOARD])
    assert "> **NOT IN THIS PAPER: 4**\n" in text
    for line in (
        "SOC-2026-015 (plans/ash.yaml) it has a refusal.",
        "SOC-2026-016 (plans/elm.yaml) it has a refusal.",
        "SOC-2026-017 (plans/fir.yaml) it names no board.",
        f"SOC-2026-014 (plans/oak.yaml) {PLAN} has the same reference.",
    ):
        assert f"> {line}\n" in text
    assert len(rows(text, "The plans")) == 1
    # nothing is known of the markings of what is only named
    assert text.startswith("OFFICIAL-SENSITIVE\n")


def test_a_refused_plan_is_named_to_its_own_boards_only(base: Path) -> None:
    change(base / PLAN, ("board: exampleton-ocg\n", f"board: {BOARD}\nother_boards: [{OTHER}]\n"))
    refused = copied(base, "plans/ash.yaml", "SOC-2026-015")
    change(refused, TOO_HIGH, (f"other_boards: [{OTHER}]\n", ""))
    portfolios = portfolios_of(base)
    assert "SOC-2026-015" in text_of(portfolios[BOARD])
    assert "SOC-2026-015" not in text_of(portfolios[OTHER])


def test_no_word_of_a_refused_plan_is_in_the_paper(base: Path) -> None:
    change(base / PLAN, TOO_HIGH)
    text = text_of(portfolios_of(base, BOARD)[BOARD])
    for word in ("LARCH", "Closure orders", "Class A", "SECRET", "DI SOC East"):
        assert word not in text


def test_a_paper_over_some_of_the_plans_says_so(base: Path) -> None:
    copied(base, "plans/ash.yaml", "SOC-2026-015")
    text = text_of(portfolios_of(base / PLAN)[BOARD])
    assert "> **PART OF THE PORTFOLIO**\n" in text
    assert "PART OF THE PORTFOLIO" not in text_of(portfolios_of(base)[BOARD])


def test_a_refusal_in_the_directory_stops_every_portfolio(base: Path) -> None:
    change(base / "directory.yaml", ("\nposts:", "\nposts: - x"))
    portfolios = portfolios_of(base)
    reasons = {paper.because for paper in portfolios.values() if isinstance(paper, NoPaper)}
    assert reasons == {"directory.yaml has a refusal"}
    assert portfolios[BOARD].stem == "exampleton-ocg-portfolio-board"


def _granted(path: str) -> bool:
    node: Mapping[str, Any] = schema("plan")
    for name in path.split("."):
        node = field_at(node.get("items", node), (name,))
        if "board" not in node.get("x-audience", ()):
            return False
    return True


def test_it_holds_no_word_that_the_board_is_not_granted(tmp_path: Path) -> None:
    full = FullPlan()
    full.write(tmp_path)
    text = next(text_of(paper) for paper in files(list(portfolios_of(tmp_path).values())))
    words = {p: t for p, t in full.tokens.items() if isinstance(t, str) and t.startswith("Tok")}
    shown = {path for path, token in words.items() if token in text}
    assert len(shown) > 20
    assert shown <= {path for path in words if _granted(path)}


# Many plans


def test_what_is_kept_of_a_plan_holds_nothing_of_the_plan_itself(base: Path) -> None:
    repository = open_repository([base])
    read = parse_file(source_of(base / PLAN, repository.root), "plan", repository.known)
    assert read.plan
    view = redact(read.plan, repository.context(AS_OF), "board")
    reached: list[object] = [all_papers()["portfolio"].gather(view)]
    seen: dict[int, object] = {}
    while reached:
        one = reached.pop()
        if id(one) not in seen and not isinstance(one, type):
            seen[id(one)] = one
            assert not isinstance(one, Plan | Tactic | Entry)
            reached += gc.get_referents(one)
    assert len(seen) < 400


@pytest.mark.parametrize("board", ["exampleshire-ocg"])
def test_the_portfolio_of_the_samples(board: str, snapshot: SnapshotAssertion) -> None:
    (paper,) = files(papers(SAMPLES, "portfolio", to=board))
    assert settled(paper.content.decode()) == snapshot.use_extension(MarkdownFile)
