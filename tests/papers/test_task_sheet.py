"""The task sheet: what all plans ask of one post, and no more than that post may have."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from planc.model.paper_file import NoPaper, PaperFile
from planc.model.view import Edition
from planc.passes.redact import redact, share
from planc.repository import open_repository, parse_file, source_of
from planc.resources import schema
from planc.wording.breadcrumbs import field_at
from tests.conftest import AS_OF, DAY, PLAN, TOO_HIGH, Planc, change, copied, merged, parts
from tests.full import FullPlan
from tests.papers.reading import SAMPLES, MarkdownFile, files, papers, settled, text_of

Sheet = Callable[..., str]

OWNER = "di-soc-west"
PARTNER = "council-youth-lead"
ANSWER = "<br>**Done, or not:**"
"""The room for an answer, beside each task."""


def sheets_of(root: Path, post: str | None = None) -> dict[str, PaperFile | NoPaper]:
    """The task sheets of a repository, in Markdown, by the id of their post."""
    return {paper.about: paper for paper in papers(root, "tasks", to=post)}


@pytest.fixture
def sheet(base: Path) -> Sheet:
    """The sheet of a post, the base plan with a piece of it replaced."""

    def run(piece: str = "", post: str = OWNER) -> str:
        for name, text in parts(piece).items():
            path = base / name
            path.write_text(merged(path.read_text(), text))
        return text_of(sheets_of(base, post)[post])

    return run


def rows(text: str) -> list[list[str]]:
    lines = [line for line in text.split("\n") if line.startswith("|")][2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


WORK = """protect:
  - id: PRO-1
    tactic: Safe-home visits
    detail: Two officers, never alone.
    serves: OBJ-1
    owner: di-soc-west
    support: [council-housing]
    due: 2026-11-20
    success: No second takeover
    power: Common law
actions:
  - {id: ACT-1, action: Ring the landlord, about: PRO-1, owner: di-soc-west,
     raised_on: 2026-11-04, raised_at: exampleton-ocg, due: 2026-11-19}
log:
  - {date: 2026-11-10, ref: PRO-1, status: in progress, due: 2026-12-15, because: No crew}
"""


def test_it_says_what_is_asked_by_when_and_to_whom_to_report(sheet: Sheet) -> None:
    text = sheet(WORK)
    assert text.startswith(
        "OFFICIAL-SENSITIVE\n\nPOLICE ONLY\n\n# Task sheet: DI SOC West\n\n"
        "Exampleton Police | 2 tasks | as of 22 November 2026\n"
    )
    action, tactic = rows(text)
    assert action[0] == f"**19 Nov 2026**<br>3 days late<br>Open{ANSWER}"
    assert action[1].split("<br>") == [
        "**Ring the landlord** (EXAMPLE LARCH ACT-1)",
        "Raised by the Exampleton OCG Management Board on 4 Nov 2026, about PRO-1",
    ]
    assert action[2] == "DI SOC East"
    assert tactic[0] == f"**15 Dec 2026**<br>In progress{ANSWER}"
    assert tactic[1].split("<br>") == [
        "**Safe-home visits** (EXAMPLE LARCH PRO-1)",
        "Two officers, never alone.",
        "**Done when:** No second takeover",
        "**Power:** Common law",
        "**Towards:** Halve supply at the flats",
        "**With:** Housing Manager",
    ]
    assert "> **LATE: 1 of 2 tasks**\n" in text
    assert "and beforehand if a date will not be met." in text


def test_what_is_done_or_not_agreed_is_asked_of_nobody(base: Path, sheet: Sheet) -> None:
    done = "log:\n  - {date: 2026-11-10, ref: PRO-1, status: withdrawn, because: Not needed}\n"
    closed = "  - {date: 2026-11-11, ref: ACT-1, status: closed, outcome: Rung}\n"
    sheet(WORK)
    plan = base / PLAN
    work = plan.read_text()
    plan.write_text(merged(work, done + closed))
    assert isinstance(sheets_of(base, OWNER)[OWNER], NoPaper)
    for status in ("draft", "archived"):
        plan.write_text(merged(work, f"status: {status}\n"))
        assert isinstance(sheets_of(base, OWNER)[OWNER], NoPaper)


def test_an_enduring_tactic_shows_its_next_check(sheet: Sheet) -> None:
    piece = WORK.replace("    due: 2026-11-20\n", "    next_check: 2026-11-20\n")
    shown = sheet(piece.replace("due: 2026-12-15, because", "next_check: 2026-12-15, because"))
    assert f"**15 Dec 2026**<br>Next check<br>In progress{ANSWER}" in rows(shown)[1]


def test_an_lro_is_told_that_there_is_nobody_to_report_to(sheet: Sheet) -> None:
    assert {row[2] for row in rows(sheet("", "di-soc-east"))} == {"You are the LRO"}


def test_tasks_of_all_plans_are_in_one_list_by_date(base: Path) -> None:
    second = copied(base, "plans/ash.yaml", "SOC-2026-015")
    change(
        second,
        ("EXAMPLE LARCH", "EXAMPLE ASH"),
        ("due: 2026-12-11}\nprep", "due: 2026-12-01}\nprep"),
    )
    shown = rows(text_of(sheets_of(base, OWNER)[OWNER]))
    assert [re.findall(r"\((.*)\)", row[1])[0] for row in shown] == [
        "EXAMPLE ASH PRO-1",
        "EXAMPLE LARCH PRO-1",
    ]


def test_each_post_that_is_asked_something_has_a_sheet(base: Path) -> None:
    sheets = sheets_of(base)
    assert [paper.name for paper in sheets.values() if isinstance(paper, PaperFile)] == [
        "di-soc-east-tasks-owner.md",
        "di-soc-west-tasks-owner.md",
    ]
    assert sheets["supt-crime"] == NoPaper("supt-crime", stem="supt-crime-tasks-owner")


# Partners


SHARED = """prevent:
  - id: PRE-1
    tactic: Mentoring for the runners of Line B
    detail: Secret detail
    serves: OBJ-1
    owner: council-youth-lead
    due: 2027-01-29
    share: [council-youth-lead]
    partner_title: Mentoring for excluded pupils
    partner_text: Offer mentoring; report starts monthly.
  - id: PRE-2
    tactic: Watch the youth club
    serves: OBJ-1
    owner: council-youth-lead
    due: 2027-01-29
threat:
  type: ocg
  areas: [drugs, msht]
  tier: force
  assessment: Likely to keep supplying Class A from three rented flats.
  partner_text: A network uses children to carry drugs.
log:
  - {date: 2026-11-10, ref: PRE-1, status: in progress, note: Secret note, due: 2027-02-05}
"""


def test_a_partner_has_the_words_written_for_partners(sheet: Sheet) -> None:
    text = sheet(SHARED, PARTNER)
    assert text.startswith(
        "NOT RELEASED - OFFICIAL-SENSITIVE\n\nNOT RELEASED - PARTNERS\n\n"
        "# Task sheet: Youth Services"
    )
    ((by, asked, report_to),) = rows(text)
    assert by == f"**5 Feb 2027**<br>In progress{ANSWER}"
    assert asked.split("<br>") == [
        "**Mentoring for excluded pupils**",
        "Offer mentoring; report starts monthly.",
    ]
    assert report_to == "DI SOC East<br>Exampleton Police"
    about = "\nA network uses children to carry"
    assert about in text
    assert "do not copy it or pass it on" in text


def test_a_partner_sees_nothing_that_is_for_the_police(sheet: Sheet) -> None:
    text = sheet(SHARED, PARTNER)
    hidden = "LARCH SOC-2026-014 Line Secret club Class flats PRE-1 PRE-2 OBJ-1 Halve force Closure"
    for word in hidden.split():
        assert word not in text, word


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("    share: [council-youth-lead]\n", ""),
        ("share: [council-youth-lead]", "share: [council-housing]"),
        ("marking: OFFICIAL-SENSITIVE", "marking: OFFICIAL-SENSITIVE - RECIPIENTS ONLY"),
        ("marking: OFFICIAL-SENSITIVE", "marking: OFFICIAL-SENSITIVE - POLICE USE ONLY"),
        ("partner_title: Mentoring for", "partner_title: After SOC-2026-014 mentoring for"),
        ("status: active", "status: draft"),
    ],
)
def test_what_a_partner_may_not_have_in_writing_is_left_out(
    base: Path, sheet: Sheet, old: str, new: str
) -> None:
    assert rows(sheet(SHARED, PARTNER))
    change(base / PLAN, (old, new))
    sheet_of_partner = sheets_of(base, PARTNER)[PARTNER]
    assert isinstance(sheet_of_partner, NoPaper)
    assert sheet_of_partner.because == "no plan asks anything of them that they may have in writing"


def test_a_task_without_partner_words_is_left_out(base: Path, sheet: Sheet) -> None:
    sheet(SHARED, PARTNER)
    change(base / PLAN, ("    partner_title: Mentoring for excluded pupils\n", ""))
    ((_, asked, *_),) = rows(text_of(sheets_of(base, PARTNER)[PARTNER]))
    assert asked.startswith("**What we ask**<br>")
    change(base / PLAN, ("    partner_text: Offer mentoring; report starts monthly.\n", ""))
    none = sheets_of(base, PARTNER)[PARTNER]
    assert isinstance(none, NoPaper)
    for ref in ("PRE-1", "PRE-2"):
        assert f"SOC-2026-014 {ref}, not shared with them in words of their own" in none.note


def test_whoever_asks_is_told_what_was_left_out(base: Path, sheet: Sheet) -> None:
    sheet(SHARED, PARTNER)
    assert sheets_of(base)[PARTNER].note == (
        "left out of the task sheet: SOC-2026-014 PRE-2, not shared with them in words of their"
        " own; not to be sent, for no release of what SOC-2026-014 asks now is on record"
    )
    assert sheets_of(base)[OWNER].note == ""


def test_a_sheet_may_be_sent_while_what_it_asks_is_released(
    base: Path, sheet: Sheet, planc: Planc
) -> None:
    assert "> **NOT RELEASED: for checking only**\n" in sheet(SHARED, PARTNER)
    release = ("release", PLAN, "--to", PARTNER, *DAY, "--authorised-by", "supt-crime")
    assert planc(*release, "--sanitised-by", "di-soc-west").status == 0
    assert "NOT RELEASED" not in text_of(sheets_of(base)[PARTNER])
    change(base / PLAN, ("report starts monthly", "report starts weekly"))
    assert "NOT RELEASED" in text_of(sheets_of(base)[PARTNER])
    change(base / PLAN, ("report starts weekly", "report starts monthly"))
    assert planc(*release, "--withdraw").status == 0
    assert "NOT RELEASED" in text_of(sheets_of(base)[PARTNER])


def test_a_recipient_may_have_what_is_for_recipients_only(base: Path, sheet: Sheet) -> None:
    only = "marking: OFFICIAL-SENSITIVE - RECIPIENTS ONLY\nrecipients: [council-youth-lead]\n"
    marked = "NOT RELEASED - OFFICIAL-SENSITIVE - RECIPIENTS ONLY\n"
    assert sheet(SHARED + only, PARTNER).startswith(marked)
    # and a police post may not, if it is none
    assert isinstance(sheets_of(base, OWNER)[OWNER], NoPaper)


def test_a_shared_action_is_asked_in_partner_words(sheet: Sheet) -> None:
    action = """actions:
  - {id: ACT-1, action: Ring the source, owner: council-youth-lead, raised_on: 2026-11-04,
     due: 2026-12-01, share: [council-youth-lead], partner_text: Ring the school.}
"""
    text = sheet(SHARED + action, PARTNER)
    assert rows(text)[0][:2] == [
        f"**1 Dec 2026**<br>Open{ANSWER}",
        "**What we ask**<br>Ring the school.",
    ]
    assert "source" not in text


def test_without_a_directory_nobody_is_taken_for_police(base: Path) -> None:
    (base / "directory.yaml").unlink()
    assert isinstance(sheets_of(base, OWNER)[OWNER], NoPaper)


# Nothing that was not granted is in what a sheet is made from


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _strings(part)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name != "route":
                yield from _strings(getattr(value, field.name))


def _granted(path: str, edition: str) -> bool:
    node: Mapping[str, Any] = schema("plan")
    for name in path.split("."):
        node = field_at(node.get("items", node), (name,))
        if edition not in node.get("x-audience", ()):
            return False
    return True


@pytest.mark.parametrize("edition", ["owner", "recipient"])
def test_a_sheets_view_holds_only_what_its_edition_is_granted(
    tmp_path: Path, edition: Edition
) -> None:
    full = FullPlan()
    full.plan["log"][0]["status"] = "in progress"
    full.plan["prevent"][0]["status"] = "in progress"
    reader = full.plan["prevent"][0]["owner"]
    full.plan["prevent"][0]["share"] = [reader]
    full.write(tmp_path)
    repository = open_repository([tmp_path])
    read = parse_file(source_of(tmp_path / "full.yaml", repository.root), "plan", repository.known)
    assert read.plan
    context = repository.context(AS_OF)
    if edition == "owner":
        view = redact(read.plan, context, edition, reader=reader)
    else:
        view = share(read.plan, context, edition, reader, owned=True)
    assert [tactic.owner for tactic in view.plan.tactics] == [reader]
    strings = set(_strings(view.plan))
    tokens = {p: str(t) for p, t in full.tokens.items() if str(t).lower().startswith("tok")}
    shown = {path for path, token in tokens.items() if {token, token.lower()} & strings}
    assert shown
    assert {path for path in shown if not _granted(path, edition)} == set()


# What a sheet must say of itself


def test_a_sheet_made_without_every_plan_says_so(base: Path) -> None:
    other = copied(base, "plans/ash.yaml", "SOC-2026-015")
    text = text_of(sheets_of(base / PLAN, OWNER)[OWNER])
    assert "> **INCOMPLETE**\n" in text
    assert "INCOMPLETE" not in text_of(sheets_of(base, OWNER)[OWNER])
    change(other, TOO_HIGH)
    sheets = sheets_of(base, OWNER)
    assert "> **INCOMPLETE**\n" in text_of(sheets[OWNER])
    assert "SOC-2026-015" not in text_of(sheets[OWNER])
    assert sheets["plans/ash.yaml"] == NoPaper("plans/ash.yaml", "it has a refusal")


def test_an_embargo_is_told(sheet: Sheet) -> None:
    assert "**Embargo:** 6 am on 2 December" in sheet("embargo_until: 6 am on 2 December\n")


@pytest.mark.parametrize("post", ["ds-exploitation", "children-exploitation-lead"])
def test_the_sheet_of_a_sample(post: str, snapshot: SnapshotAssertion) -> None:
    (paper,) = files(papers(SAMPLES, "tasks", to=post))
    assert settled(paper.content.decode()) == snapshot.use_extension(MarkdownFile)
