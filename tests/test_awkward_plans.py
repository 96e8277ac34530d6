"""Ten long, correct and awkward plans, in which planc finds nothing."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from planc.check import check
from planc.model.document import Data, value_at
from planc.model.plan import Plan
from planc.model.report import Report
from planc.model.tactic import DONE, STRANDS
from planc.passes.build import build
from planc.passes.read import read
from planc.repository import open_repository
from tests.conftest import Planc

ROOT = Path(__file__).parent / "awkward"
PLANS = sorted((ROOT / "plans").glob("*.yaml"))
AS_OF = dt.date(2026, 11, 22)


def _plan(name: str) -> Plan:
    text = (ROOT / "plans" / f"{name}.yaml").read_text(encoding="utf-8")
    document = read(name, text).document
    assert document is not None
    return build(Plan, document)


@pytest.fixture(scope="module")
def report() -> Report:
    return check(open_repository([ROOT]), AS_OF)


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_nothing_is_found(report: Report, path: Path) -> None:
    name = f"plans/{path.name}"
    assert [f for f in report.findings if f.place.path == name] == []
    assert [file.checked for file in report.files if file.path == name] == [True]


def test_there_are_ten_and_nothing_is_found_in_them_together(report: Report) -> None:
    assert len(PLANS) == 10
    assert report.whole
    assert report.findings == ()


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_each_is_long_and_says_that_it_is_an_exercise(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert 120 <= len(lines) <= 300
    assert "EXERCISE" in lines[0]


def test_they_make_papers(planc: Planc, tmp_path: Path) -> None:
    ran = planc("build", ROOT, "--out", tmp_path, "--to", "md")
    assert (ran.status, ran.err) == (0, "")
    papers = [path.read_text(encoding="utf-8") for path in tmp_path.glob("*.md")]
    assert len(papers) == 10
    assert all("EXERCISE" in paper for paper in papers)
    assert not any("Plan checks not met" in paper for paper in papers)


# What makes each of them awkward


def _covert(plan: Plan) -> bool:
    threat, gap = plan.threat, plan.gaps.partners if plan.gaps else None
    covert = threat is not None and threat.phase == "covert"
    return covert and not plan.partners and gap is not None and gap.accepted_on is not None


def _gaps(plan: Plan) -> bool:
    gaps = plan.gaps
    empty = [strand for strand in STRANDS if not plan.strand(strand)]
    return gaps is not None and len(empty) == 3 and all(gaps.strand(name) for name in empty)


def _old(plan: Plan) -> bool:
    days = [entry.date for entry in plan.log if entry.date]
    return min(days).year == 2009 and max(days).year == 2026 and plan.in_force


def _accented(plan: Plan) -> bool:
    named = " ".join(f"{place.area} {place.kind}" for place in plan.locations)
    return any(not letter.isascii() for letter in named) and "ô" in str(plan.threat)


def _led_by_a_partner(plan: Plan) -> bool:
    return plan.lro == "cyngor-diogelwch"


def _closed(plan: Plan) -> bool:
    done = [tactic for tactic in plan.tactics if plan.status_of(tactic) in DONE]
    return len(plan.tactics) > 25 and len(done) > 20 and not list(plan.open_actions)


def _archived(plan: Plan) -> bool:
    return plan.status == "archived" and plan.closure is not None


def _draft(plan: Plan) -> bool:
    return plan.status == "draft"


@pytest.mark.parametrize(
    ("name", "awkward"),
    [
        ("covert-phase", _covert),
        ("reasoned-gaps", _gaps),
        ("long-lived", _old),
        ("cymraeg", _accented),
        ("partner-lro", _led_by_a_partner),
        ("many-closed", _closed),
        ("archived", _archived),
        ("draft", _draft),
    ],
)
def test_each_has_what_makes_it_awkward(name: str, awkward: Callable[[Plan], bool]) -> None:
    assert awkward(_plan(name))


@pytest.mark.parametrize(
    "words",
    [
        "vehicles intercepted on the a38", "handlers", "probe of the accounts", "source of funds",
        "action tracker", "gps trackers", "cctv surveillance", "surveillance cameras",
        "natural surveillance", "market surveillance authority", "tracker mortgage", "authorise",
        "search warrants", "interference", "single source of truth",
    ],
)  # fmt: skip
def test_the_prose_is_full_of_police_words(words: str) -> None:
    text = (ROOT / "plans" / "police-words.yaml").read_text(encoding="utf-8")
    assert words in " ".join(text.lower().split())


@pytest.mark.parametrize(
    ("route", "text"),
    [
        (("operation",), "0123"),
        (("summary",), "on"),
        (("version",), "1.10"),
        (("threat", "tags"), ["yes", "no", "NO", "on", "off", "~", "null", "1e5", "0x1F"]),
        (("objectives", 0, "baseline"), "0022"),
        (("pursue", 0, "tactic"), "Off: the sellers inside"),
        (("protect", 0, "tactic"), "ID scan: on / off"),
        (("log", 1, "note"), "NO"),
        (("log", 2, "note"), "on"),
        (("log", 3, "note"), "off and on again"),
        (("log", 5, "note"), "9:30"),
        (("log", 6, "note"), "0755"),
        (("log", 9, "value"), "0017"),
    ],
)
def test_what_looks_like_something_else_is_the_text_it_is(
    route: tuple[str | int, ...], text: Data
) -> None:
    written = (ROOT / "plans" / "yaml-oddities.yaml").read_text(encoding="utf-8")
    document = read("yaml-oddities", written).document
    assert document is not None
    value = value_at(document.data, route)
    assert (
        value[: len(text)] if isinstance(value, list) and isinstance(text, list) else value
    ) == text


def test_what_a_late_review_was_to_look_at_is_not_told_beside_it() -> None:
    found = check(open_repository([ROOT]), dt.date(2026, 12, 16)).findings
    late = {f.place.path for f in found if f.rule == "review-overdue"}
    again = [f.wrong for f in found if f.rule == "review-day-past"]
    assert len(late) == 9
    assert [wrong.partition(",")[0] for wrong in again] == [
        "The threat was to be scored again on 14 December 2026"
    ] * 2
