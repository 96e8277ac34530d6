"""An edition is a grant: what was not granted is in nothing that its paper is made from."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from planc.model.parsed_file import PLAN as PLAN_FILE
from planc.model.plan import Plan
from planc.model.tactic import Action, Objective, Tactic
from planc.model.traversal import texts
from planc.model.view import Edition
from planc.passes.redact import redact, share
from planc.repository import open_repository, parse_file, source_of
from planc.resources import schema
from planc.wording.breadcrumbs import field_at
from tests.conftest import AS_OF, PLAN, merged
from tests.full import FullPlan
from tests.papers.reading import papers, text_of
from tests.passes.sharing import SHARED, YOUTH, Sharing, sharing


def _paper(root: Path, edition: Edition, as_of: dt.date = AS_OF) -> str:
    (paper,) = papers(root, "plan", edition, as_of=as_of)
    return text_of(paper)


def _granted(path: str, edition: str) -> bool:
    """Whether the schema grants the field, and every holder of it, to the edition."""
    names = path.split(".")
    node: Mapping[str, Any] = schema("plan")
    for name in names:
        node = field_at(node.get("items", node), (name,))
        if edition not in node.get("x-audience", ()):
            return False
    return True


def test_the_boards_view_holds_every_word_that_it_is_granted_and_no_other(tmp_path: Path) -> None:
    full = FullPlan()
    full.write(tmp_path)
    repository = open_repository([tmp_path])
    (path,) = repository.plans
    file = parse_file(source_of(path, repository.root), PLAN_FILE, repository.known)
    assert file.plan
    view = redact(file.plan, repository.context(AS_OF), "board")
    text = "\n".join(words for _, words in texts(view.plan))
    written = path.read_text()  # a post is known by another word there than in a paper
    words = {
        way: token
        for way, token in full.tokens.items()
        if isinstance(token, str) and token.startswith("Tok") and token in written
    }
    assert {p for p, t in words.items() if t in text} == {p for p in words if _granted(p, "board")}


def test_the_board_sees_no_word_that_it_is_not_granted(tmp_path: Path) -> None:
    """Nor all that it is: its edition leaves out what a board does not need."""
    full = FullPlan()
    full.write(tmp_path)
    text = _paper(tmp_path, "board")
    words = {p: t for p, t in full.tokens.items() if isinstance(t, str) and t.startswith("Tok")}
    shown = {path for path, token in words.items() if token in text}
    granted = {path for path in words if _granted(path, "board")}
    assert shown < granted
    assert {"objectives.statement", "risks.risk"} <= shown
    assert {"annexes", "pursue.partner_text"} <= words.keys() - granted


def _digest(text: str) -> str:
    match = re.search(r"digest ([0-9a-f]{12})", text)
    assert match
    return match[1]


@pytest.mark.parametrize(
    ("piece", "same"),
    [
        ("annexes: [ANX-7]\n", True),
        ("operation: EXAMPLE ELM\n", False),
        ("log:\n  - {date: 2026-11-18, note: Notices drafted}\n", False),
    ],
)
def test_the_digest_is_of_the_granted_content(base: Path, piece: str, same: bool) -> None:
    before = _digest(_paper(base, "board"))
    plan = base / PLAN
    plan.write_text(merged(plan.read_text(), piece))
    assert (_digest(_paper(base, "board")) == before) is same


def test_the_digest_does_not_depend_on_the_day_or_on_how_the_file_is_written(base: Path) -> None:
    before = _digest(_paper(base, "board"))
    plan = base / PLAN
    plan.write_text(
        "# a remark\n" + plan.read_text().replace("lro: di-soc-east", 'lro: "di-soc-east"')
    )
    assert _digest(_paper(base, "board", dt.date(2026, 11, 25))) == before


def test_a_title_in_the_directory_counts_only_if_the_plan_names_the_post(base: Path) -> None:
    before = _digest(_paper(base, "board"))
    directory = base / "directory.yaml"
    directory.write_text(directory.read_text().replace("Mentoring Lead", "Head of Mentoring"))
    assert _digest(_paper(base, "board")) == before
    directory.write_text(directory.read_text().replace("DI SOC East", "DI East"))
    assert _digest(_paper(base, "board")) != before


def test_a_part_with_a_higher_marking_raises_the_papers(base: Path) -> None:
    plan = base / PLAN
    text = plan.read_text().replace("marking: OFFICIAL-SENSITIVE", "marking: OFFICIAL")
    plan.write_text(text)
    assert _paper(base, "board").startswith("OFFICIAL\n")
    raised = " due: 2026-12-18, marking: OFFICIAL-SENSITIVE - COMMERCIAL}"
    plan.write_text(text.replace(" due: 2026-12-18}", raised))
    paper = _paper(base, "board")
    assert paper.startswith("OFFICIAL-SENSITIVE - COMMERCIAL\n")
    assert paper.rstrip().endswith("OFFICIAL-SENSITIVE - COMMERCIAL")


# For partners: what a view holds, not what a paper shows of it


def _ids(items: Iterable[Tactic | Action | Objective]) -> list[str | None]:
    return [item.id for item in items]


def test_a_partner_has_what_is_shared_with_it_and_nothing_else(base: Path) -> None:
    view = sharing(base).view()
    assert [tactic.partner_text for tactic in view.plan.tactics] == [
        "Match the pupils with a mentor.",
        "Keep rooms free.",
    ]
    assert view.plan.threat
    assert (view.plan.threat.type, view.plan.threat.areas) == (None, ())
    assert [action.partner_text for action in view.plan.actions] == ["Call the schools."]
    assert [one.partner_text for one in view.plan.objectives] == ["Children are safe"]
    assert view.plan.log == ()
    for item in (*view.plan.tactics, *view.plan.actions):
        assert (getattr(item, "tactic", None), getattr(item, "action", None)) == (None, None)
    named = (view.plan.ref, view.plan.operation, view.plan.lro, view.plan.sro)
    assert named == (None, None, "di-soc-east", None)
    assert (view.edition, view.reader) == ("recipient", YOUTH)


def test_its_numbers_and_places_tell_nothing_of_what_is_left_out(base: Path) -> None:
    view = sharing(base).view("council-housing")
    (tactic,) = view.plan.tactics
    assert (tactic.id, tactic.route) == ("T1", ("pursue", 0))
    view = sharing(base).view()
    assert _ids(view.plan.tactics) == ["T1", "T2"]
    assert [tactic.route for tactic in view.plan.tactics] == [("pursue", 0), ("pursue", 1)]
    assert [(one.id, one.route) for one in view.plan.actions] == [("A1", ("actions", 0))]
    assert [(one.id, one.route) for one in view.plan.objectives] == [("O1", ("objectives", 0))]


MOVED = """\
log:
  - {date: 2026-11-10, ref: PRE-2, due: 2027-02-12, because: Staff leave}
  - {date: 2026-11-11, ref: PRE-2, status: blocked, note: No room}
  - {date: 2026-11-12, ref: PPR-1, next_check: 2027-01-08}
  - {date: 2026-11-13, ref: PPR-1, status: ongoing}
  - {date: 2026-11-14, ref: ACT-2, due: 2026-12-16, because: Staff leave}
"""


def test_dates_and_status_are_told_to_the_owner_as_the_log_has_them(base: Path) -> None:
    ready = sharing(base, MOVED)
    mentoring, rooms = ready.view().plan.tactics
    assert (mentoring.due, mentoring.status) == (dt.date(2027, 2, 12), "blocked")
    assert (rooms.due, rooms.next_check, rooms.status) == (None, None, None)
    assert [action.due for action in ready.view().plan.actions] == [dt.date(2026, 12, 16)]
    (rooms,) = ready.view("council-housing").plan.tactics
    assert (rooms.next_check, rooms.status) == (dt.date(2027, 1, 8), "ongoing")


def test_another_owners_dates_are_not_in_it(base: Path) -> None:
    training, mentoring = sharing(base, MOVED).view("mentoring-lead").plan.tactics
    assert (mentoring.due, mentoring.next_check, mentoring.status) == (None, None, None)
    assert (training.due, training.status) == (dt.date(2026, 12, 11), "no status recorded")


def test_an_objective_is_told_to_those_whose_own_tasks_serve_it(base: Path) -> None:
    ready = sharing(base)
    told = {
        reader: [one.partner_text for one in ready.view(reader).plan.objectives]
        for reader in (YOUTH, "mentoring-lead", "council-housing", "health-safeguarding", None)
    }
    # housing owns a task that serves another, and is only told of what serves this one
    assert told == {
        YOUTH: ["Children are safe"],
        "mentoring-lead": ["Children are safe"],
        "council-housing": [],
        "health-safeguarding": [],
        None: [],
    }


def test_what_a_task_of_another_serves_is_not_told(base: Path) -> None:
    shared = FOR_TABLE.replace("share: table", "share: [council-youth-lead, health-safeguarding]")
    view = sharing(base, shared).view("health-safeguarding")
    assert [one.partner_text for one in view.plan.tactics] == ["Match the pupils with a mentor."]
    assert view.plan.objectives == ()


@pytest.mark.parametrize(
    ("share", "readers"),
    [
        ("[health-safeguarding]", [YOUTH, "health-safeguarding"]),
        ("council-housing", [YOUTH, "council-housing"]),
        ("table", [YOUTH, None]),
    ],
)
def test_or_by_name(base: Path, share: str, readers: list[str | None]) -> None:
    objective = f"""objectives:
  - {{id: OBJ-1, statement: Halve supply, measure: Calls, by: 2027-03-31, set_on: 2026-09-09}}
  - {{id: OBJ-2, statement: Keep children safe, partner_text: Children are safe, measure: Visits,
     by: 2027-03-31, set_on: 2026-09-09, share: {share}}}
"""
    ready = sharing(base, objective)
    asked = (YOUTH, "council-housing", "health-safeguarding", None)
    assert [reader for reader in asked if ready.view(reader).plan.objectives] == readers


@pytest.mark.parametrize("status", ["complete", "withdrawn"])
def test_what_is_done_or_withdrawn_is_no_longer_shared(base: Path, status: str) -> None:
    log = f"log:\n  - {{date: 2026-11-12, ref: PRE-2, status: {status}, outcome: Done}}\n"
    closed = "  - {date: 2026-11-12, ref: ACT-2, status: closed, outcome: Done}\n"
    view = sharing(base, log + closed).view()
    assert [tactic.partner_text for tactic in view.plan.tactics] == ["Keep rooms free."]
    assert view.plan.actions == ()


def test_a_task_sheet_has_of_what_is_shared_only_what_the_reader_owns(base: Path) -> None:
    ready = sharing(base)
    assert [one.partner_text for one in ready.view(owned=True).plan.tactics] == [
        "Match the pupils with a mentor."
    ]
    assert len(ready.view(owned=True).plan.actions) == 1
    assert ready.view(owned=True).plan.objectives == ()
    assert ready.view("di-soc-west", owned=True).plan.tactics == ()


TABLE = "partners:\n  - {organisation: exampleton-council}\n"


def _at_the_table(ready: Sharing) -> list[str | None]:
    plan = ready.view(None).plan
    return [one.partner_text for one in plan.tactics] + [one.partner_text for one in plan.actions]


FOR_TABLE = """prevent:
  - {id: PRE-1, tactic: Find a mentor, serves: OBJ-1, owner: di-soc-west, due: 2026-12-01}
  - {id: PRE-2, tactic: Mentoring, serves: OBJ-2, owner: council-youth-lead, due: 2027-01-29,
     status: in progress, share: table, partner_text: Match the pupils with a mentor.}
"""


def test_all_at_the_table_have_what_is_shared_with_the_table_by_that_word(base: Path) -> None:
    assert _at_the_table(sharing(base, TABLE)) == []
    assert _at_the_table(sharing(base, TABLE + FOR_TABLE)) == ["Match the pupils with a mentor."]


def test_the_owner_of_what_is_shared_with_the_table_has_a_seat_there(base: Path) -> None:
    words = ["Match the pupils with a mentor.", "Keep rooms free."]
    seated = sharing(base, TABLE + FOR_TABLE)
    assert [tactic.partner_text for tactic in seated.view().plan.tactics] == words
    away = sharing(base, FOR_TABLE + "# without partners\n")
    assert [tactic.partner_text for tactic in away.view().plan.tactics] == words[1:]
    mentor = [tactic.partner_text for tactic in seated.view("mentoring-lead").plan.tactics]
    assert mentor == ["Train the mentors."]


def test_the_table_has_nobodys_dates(base: Path) -> None:
    plan = sharing(base, TABLE + FOR_TABLE + MOVED).view(None).plan
    assert plan.tactics
    for tactic in plan.tactics:
        assert (tactic.due, tactic.next_check, tactic.status) == (None, None, None)


def test_a_partners_directory_has_those_whom_its_words_name(base: Path) -> None:
    view = sharing(base).view("council-housing")
    assert {post.id for post in view.directory.posts} == {"council-housing", "di-soc-east"}
    names = {one.id for one in view.directory.organisations}
    assert names == {"exampleton-council", "exampleton-police"}


def test_a_partners_directory_has_names_and_nothing_else(base: Path) -> None:
    agreement = {"ref": "ISA-1", "purpose": "Work", "starts": "2025-04-01"}
    directory = sharing(base, "", ("exampleton-council", agreement)).view().directory
    for organisation in directory.organisations:
        assert (organisation.agreement, organisation.sector) == (None, None)
    for post in directory.posts:
        assert (post.lro_trained_on, post.vacant_since) == (None, None)
        assert post.title


def test_a_partners_marking_has_no_descriptor_and_every_handling_instruction(base: Path) -> None:
    marking = "OFFICIAL-SENSITIVE - RECIPIENTS ONLY - PERSONAL DATA"
    view = sharing(base, f"marking: {marking}\nrecipients: [{YOUTH}]\n").view()
    assert str(view.marking) == view.plan.marking == "OFFICIAL-SENSITIVE - RECIPIENTS ONLY"
    assert view.for_recipients_only


def test_what_a_partner_is_not_granted_changes_no_digest(base: Path) -> None:
    before = sharing(base).view().digest
    log = "log:\n  - {date: 2026-11-12, ref: PUR-1, note: Filed}\n"
    orders = "pursue:\n  - {id: PUR-1, tactic: Search, owner: di-soc-east, due: 2026-12-19}\n"
    assert sharing(base, log + orders).view().digest == before
    words = "actions:\n  - {id: ACT-2, action: C, owner: council-youth-lead, due: 2026-12-02,"
    other = f"{words}\n     share: [council-youth-lead], partner_text: Call each school.}}\n"
    assert sharing(base, other).view().digest != before
    agreement = {"ref": "ISA-1", "purpose": "Work", "starts": "2025-04-01"}
    before = sharing(base, SHARED).view().digest
    assert sharing(base, SHARED, ("exampleton-health", agreement)).view().digest == before
    assert sharing(base, SHARED, ("exampleton-council", agreement)).view().digest != before
    before = sharing(base, SHARED).view().digest
    assert sharing(base, f"{SHARED}annexes: [ANX-7]\n").view().digest == before
    assert sharing(base, f"{SHARED}embargo_until: Monday\n").view().digest != before


def test_without_a_directory_a_partner_has_what_is_shared_by_name(base: Path) -> None:
    ready = sharing(base, TABLE + FOR_TABLE)
    alone = Sharing(ready.plan, replace(ready.context, directory=None))
    assert [one.partner_text for one in alone.view().plan.tactics] == ["Keep rooms free."]
    assert alone.view().directory.posts == ()
    # and nobody has a seat who is of no organisation
    assert ready.view("nobody").plan.tactics == ()


def test_what_reads_alike_is_in_the_order_of_the_owners_titles(base: Path) -> None:
    alike = """\
prevent:
  - {id: PRE-1, tactic: A, owner: council-youth-lead, due: 2026-12-01, share: [mentoring-lead],
     partner_text: Ring us.}
  - {id: PRE-2, tactic: B, owner: council-housing, due: 2026-12-02, share: [mentoring-lead],
     partner_text: Ring us.}
  - {id: PRE-3, tactic: C, owner: health-safeguarding, due: 2026-12-03, share: [mentoring-lead],
     partner_text: Ring us.}
"""
    tactics = sharing(base, alike).view("mentoring-lead").plan.tactics
    owners = ["council-housing", "health-safeguarding", "council-youth-lead"]
    assert [one.owner for one in tactics if one.partner_text == "Ring us."] == owners


def test_a_paper_that_is_no_task_sheet_has_what_others_own_as_well(base: Path) -> None:
    ready = sharing(base)
    assert len(share(ready.plan, ready.context, "recipient", YOUTH).plan.tactics) == 2


# For the police


def test_the_author_sees_all_and_every_edition_what_was_found(base: Path) -> None:
    ready = sharing(base)
    findings: Any = (object(),)
    set_aside: Any = (object(), object())
    view = redact(ready.plan, ready.context, "author", findings, set_aside)
    assert view.plan == ready.plan
    board = redact(ready.plan, ready.context, "board", findings, set_aside)
    assert (board.findings, board.set_aside) == (findings, set_aside)
    alone = redact(ready.plan, replace(ready.context, directory=None), "author")
    assert alone.directory.posts == ()


def test_a_view_says_how_every_field_is_printed(base: Path) -> None:
    ready = sharing(base)
    fields = redact(ready.plan, ready.context, "author").fields
    assert fields["summary",].refers == ""
    assert fields["sro",].refers == "post"
    assert fields["pursue", "serves"].refers == "objective"
    assert (fields["threat", "type"].labels or {})["ocg"] == "Organised crime group (OCG)"
    assert fields["threat", "areas"].labels
    assert fields["summary",].labels is None
    assert fields["threat", "scores", "total"].title == "Score"


# For a police post: its task sheet


ASKED = """\
pursue:
  - {id: PUR-1, tactic: Closure orders, serves: OBJ-1, owner: di-soc-east, due: 2026-12-18}
  - {id: PUR-2, tactic: Search, serves: OBJ-2, owner: di-soc-west, due: 2026-12-19}
  - {id: PUR-3, tactic: Arrest, serves: OBJ-2, owner: di-soc-east, due: 2026-12-20}
log:
  - {date: 2026-11-10, ref: PUR-1, due: 2027-02-12, because: The court is full}
  - {date: 2026-11-11, ref: PUR-1, status: blocked, note: No room}
  - {date: 2026-11-12, ref: PUR-3, status: complete, outcome: Done}
  - {date: 2026-11-14, ref: ACT-1, due: 2026-12-16, because: The court is full}
"""


def _sheet(ready: Sharing, reader: str = "di-soc-east") -> Plan:
    return redact(ready.plan, ready.context, "owner", reader=reader).plan


def test_a_post_has_its_own_live_work_as_the_log_has_it(base: Path) -> None:
    plan = _sheet(sharing(base, ASKED))
    (tactic,) = plan.tactics
    assert (tactic.id, tactic.due, tactic.status) == ("PUR-1", dt.date(2027, 2, 12), "blocked")
    assert [(one.id, one.due) for one in plan.actions] == [("ACT-1", dt.date(2026, 12, 16))]
    assert _ids(plan.objectives) == ["OBJ-1"]
    assert plan.log == ()


def test_a_post_is_told_when_its_lasting_work_is_next_checked(base: Path) -> None:
    lasting = "prepare:\n  - {id: PPR-1, tactic: Watch, serves: OBJ-1, owner: di-soc-east,"
    log = "log:\n  - {date: 2026-11-12, ref: PPR-1, next_check: 2027-01-08}\n"
    plan = _sheet(sharing(base, f"{lasting} next_check: 2026-12-11}}\n{log}"))
    assert plan.prepare[0].next_check == dt.date(2027, 1, 8)


def test_a_draft_asks_nobody_for_anything(base: Path) -> None:
    plan = _sheet(sharing(base, "status: draft\n"))
    assert (plan.tactics, plan.actions, plan.objectives) == ((), (), ())


@pytest.mark.parametrize("marked", ["the plan", "the tactic"])
def test_a_post_that_is_no_recipient_is_asked_for_nothing_that_is_theirs(
    base: Path, marked: str
) -> None:
    marking = "OFFICIAL-SENSITIVE - RECIPIENTS ONLY"
    tactic = ASKED.partition("\n")[2].partition("\n")[0].strip("} ")
    piece = f"pursue:\n  {tactic}, marking: {marking}}}\nrecipients: [supt-crime]\n"
    if marked == "the plan":
        piece = "marking: OFFICIAL-SENSITIVE - RECIPIENTS ONLY\nrecipients: [supt-crime]\n"
    plan = _sheet(sharing(base, piece))
    assert _ids(plan.tactics) == []
    assert _ids(plan.actions) == ([] if marked == "the plan" else ["ACT-1"])
    listed = piece.replace("[supt-crime", "[supt-crime, di-soc-east")
    assert _ids(_sheet(sharing(base, listed)).tactics) == ["PUR-1"]


def test_an_edition_has_the_marking_of_the_highest_of_its_parts(base: Path) -> None:
    high = "marking: OFFICIAL-SENSITIVE - COMMERCIAL"
    piece = (
        f"marking: OFFICIAL\npursue:\n  - {{id: PUR-1, tactic: C, owner: di-soc-east, {high}}}\n"
    )
    ready = sharing(base, piece)
    author = redact(ready.plan, ready.context, "author")
    assert str(author.marking) == "OFFICIAL-SENSITIVE - COMMERCIAL"
    assert str(ready.view().marking) == "OFFICIAL"
